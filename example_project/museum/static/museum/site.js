// The museum's own behaviour: the theme, and what the agent may do with this page.
// A classic script in the head, so that a page is never painted in the wrong theme.
{
  const THEMES = ["light", "dark"];
  const STORAGE_KEY = "museum-theme";
  const system = matchMedia("(prefers-color-scheme: dark)");
  const root = document.documentElement;

  /** "light" or "dark": what was chosen here, or else what the system prefers. */
  const theme = () => root.dataset.theme ?? (system.matches ? "dark" : "light");

  /** The chat's theme: the page's own colours. */
  const chatTheme = () => {
    const dark = theme() === "dark";
    return {
      colorScheme: theme(),
      radius: "round",
      color: {
        accent: { primary: dark ? "#ff8d73" : "#b8321f", level: 1 },
        surface: dark
          ? { background: "#0c1722", foreground: "#142331" }
          : { background: "#fffdf9", foreground: "#f7f5ef" },
      },
    };
  };

  const chosen = localStorage.getItem(STORAGE_KEY);
  if (THEMES.includes(chosen)) root.dataset.theme = chosen;

  function switch_theme({ theme: wanted }) {
    if (!THEMES.includes(wanted)) return { success: false, error: "No such theme." };
    root.dataset.theme = wanted;
    localStorage.setItem(STORAGE_KEY, wanted);
    followPage();
    return { success: true, theme: wanted };
  }

  /** What JSON cannot say of a chat: its theme follows the page, and its client tool acts on it. */
  const functions = () => ({ theme: chatTheme(), clientTools: { switch_theme } });
  window.djangoChatKit = { assistants: { default: functions(), guide: functions() } };

  function followPage() {
    for (const assistant of Object.keys(window.djangoChatKit.assistants)) {
      window.djangoChatKit.configure?.(assistant, { theme: chatTheme() });
    }
  }
  system.addEventListener("change", followPage);

  // A client effect: the agent fires it, and the page decides what becomes of it.
  document.addEventListener(
    "chatkit.effect",
    (event) => {
      if (event.detail.name === "confetti") confetti(event.detail.data?.pieces);
    },
    true,
  );

  function confetti(pieces = 60) {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    const colours = ["#c43d28", "#ffe08a", "#8fb3bf", "#fbf8f1", "#50808f"];
    for (let index = 0; index < Math.min(pieces, 200); index += 1) {
      const piece = document.createElement("i");
      piece.className = "confetti";
      piece.style.left = `${Math.random() * 100}vw`;
      piece.style.background = colours[index % colours.length];
      document.body.append(piece);
      const drift = (Math.random() - 0.5) * 160;
      piece.animate(
        [
          { transform: "translate(0, -5vh)", opacity: 1 },
          { transform: `translate(${drift}px, 105vh) rotate(${drift * 8}deg)`, opacity: 0.9 },
        ],
        { duration: 1600 + Math.random() * 1600, easing: "cubic-bezier(.3,.1,.6,1)" },
      ).onfinish = () => piece.remove();
    }
  }
}
