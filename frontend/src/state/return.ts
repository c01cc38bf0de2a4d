/** When the network is back, or somebody who was away for long. */

/** After how long out of sight there may be something new, in ms. */
const LONG_AWAY = 60_000;

/**
 * Calls back at either.
 *
 * @returns what ends it.
 */
export function onReturn(callback: () => void): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  let hiddenSince = document.hidden ? Date.now() : null;
  window.addEventListener("online", callback, { signal });
  document.addEventListener(
    "visibilitychange",
    () => {
      const away = hiddenSince === null ? 0 : Date.now() - hiddenSince;
      hiddenSince = document.hidden ? Date.now() : null;
      if (!document.hidden && away >= LONG_AWAY) callback();
    },
    { signal },
  );
  return () => ended.abort();
}
