/** Tells the site that a hosted thread changed, so that its mirror follows. */

import { retryAfter } from "./minting";

/** The longest pause before one more attempt, in s. */
const LONGEST_WAIT = 60;

/**
 * Pings of one assistant: at most one in flight per thread; what happens meanwhile is one more.
 *
 * @param send `fetch` with the site's cookies and CSRF token.
 * @param syncUrl the address, with `{id}` for the thread's id.
 * @param onGone called with the id of a thread that the site does not know.
 */
export class MirrorSync {
  private readonly running = new Map<string, { again: boolean }>();

  constructor(
    private readonly send: typeof fetch,
    private readonly syncUrl: string,
    private readonly onGone: (threadId: string) => void,
  ) {}

  /** Something about this thread is new. */
  changed(threadId: string): void {
    const running = this.running.get(threadId);
    if (running) running.again = true;
    else void this.run(threadId);
  }

  private async run(threadId: string): Promise<void> {
    const state = { again: true };
    this.running.set(threadId, state);
    let retried = false;
    while (state.again) {
      state.again = false;
      const pause = await this.ping(threadId);
      if (pause === null || retried) continue;
      retried = true;
      await new Promise((resolve) => setTimeout(resolve, pause * 1000));
      state.again = true;
    }
    this.running.delete(threadId);
  }

  /** One ping; the seconds to wait before it is worth another, or `null`. */
  private async ping(threadId: string): Promise<number | null> {
    try {
      const response = await this.send(this.syncUrl.replace("{id}", encodeURIComponent(threadId)), {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/json" },
        body: "{}",
        keepalive: true, // the visitor may be leaving the page
      });
      if (response.status === 404) this.onGone(threadId);
      const busy = response.status === 429 || response.status === 503;
      return busy ? Math.min(LONGEST_WAIT, retryAfter(response)) : null;
    } catch {
      // The mirror catches up with the next change, or with the site's own synchronisation.
      return null;
    }
  }
}
