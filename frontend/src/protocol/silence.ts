/** Noticing that a connection is dead although nobody closed it. */

/** How often it is looked, in ms. */
const TICK = 1000;

/** A tick that comes this much later than it should means that the computer slept, in ms. */
const SLEPT = 5000;

/** What a connection that survived the sleep gets to show it, in ms. */
const GRACE = 3000;

export class SilenceError extends Error {
  override name = "SilenceError";
}

/**
 * What `read` resolves with.
 *
 * @param patience how long it may take while the computer is awake, in ms; `null`: for ever.
 * @throws SilenceError when it takes longer.
 */
export function withoutSilence<Value>(
  read: () => Promise<Value>,
  patience: number | null,
): Promise<Value> {
  if (patience === null) return read();
  return new Promise((resolve, reject) => {
    let deadline = Date.now() + patience;
    let before = Date.now();
    // The wall clock goes on while a laptop sleeps; a long timer would not.
    const timer = setInterval(() => {
      const now = Date.now();
      if (now - before > SLEPT) deadline = Math.max(deadline, now + GRACE);
      else if (now > deadline) reject(new SilenceError("Silence."));
      before = now;
    }, TICK);
    read()
      .then(resolve, reject)
      .finally(() => clearInterval(timer));
  });
}
