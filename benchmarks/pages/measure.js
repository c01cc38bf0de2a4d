/** What both pages have in common: their parameters, and what is measured of them. */
const shifts = [];

new PerformanceObserver((list) => {
  for (const { startTime, value, sources } of list.getEntries()) {
    const moved = sources.map(({ node, previousRect, currentRect }) => {
      const name = node?.nodeName.toLowerCase() ?? "gone";
      return `${name}.${node?.className ?? ""} from ${previousRect.y} to ${currentRect.y}`;
    });
    shifts.push({ startTime, value, moved });
  }
}).observe({ type: "layout-shift", buffered: true });

/** Settles when the frame that is next has been handed over. */
export const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

export const { pairs, parts, variant } = Object.fromEntries(new URLSearchParams(location.search));

/** Makes a chat known to the benchmark. */
export function measure({ opened, ...chat }) {
  const benchmark = {
    ...chat,
    shifts,
    /** Cumulative layout shift so far. */
    shift: () => shifts.reduce((sum, { value }) => sum + value, 0),
    begin: () => performance.mark("benchmark-begin"),
    end: () => performance.mark("benchmark-end"),
    frame,
    /** Whether every one of `count` messages is there and the first in view. */
    atTop: (count) => chat.messages() >= count && chat.scroller().scrollTop === 0,
  };
  window.benchmark = benchmark;
  /** When the end of the thread was on the screen, in ms. */
  void opened.then(frame).then(() => (benchmark.openedAt = performance.now()));
}
