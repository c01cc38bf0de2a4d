/**
 * An on-screen keyboard lies over the page and tells nobody but `visualViewport`. Chats that fill
 * the window end above it: the style sheet takes the numbers from here.
 */

/** What covers less, in pixels, is a bar of the browser. */
const LEAST = 100;

/**
 * Keeps the style properties of `place` up to date: the height that can be seen, what is scrolled
 * out above it and what is covered below it. There are none while there is no keyboard.
 */
export function watchKeyboard(place: HTMLElement): void {
  const viewport = window.visualViewport;
  if (!viewport) return;
  const measure = (): void => {
    const { height, offsetTop, scale } = viewport;
    const covered = window.innerHeight - height;
    // Magnified, one sees a part of the page on purpose.
    const isOpen = covered >= LEAST && Math.abs(scale - 1) < 0.01;
    const sizes = { visible: height, above: offsetTop, below: Math.max(0, covered - offsetTop) };
    for (const [name, size] of Object.entries(sizes)) {
      place.style.setProperty(`--django-chatkit-${name}`, isOpen ? `${size}px` : "");
    }
  };
  viewport.addEventListener("resize", measure);
  viewport.addEventListener("scroll", measure);
  measure();
}
