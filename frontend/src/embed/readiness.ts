/** Notices that OpenAI's element never starts, which is what an unlisted domain looks like. */

import type { OpenAIChatKit } from "@openai/chatkit";

/** How long the element may take to start once it has all it asked for, in ms. */
const READY_PATIENCE = 15_000;

export class Readiness {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private ready = false;

  /**
   * @param onLate called when the patience is over.
   * @param onReady called when the element is there, late or not.
   */
  constructor(
    element: OpenAIChatKit,
    private readonly onLate: () => void,
    onReady: () => void,
  ) {
    element.addEventListener("chatkit.ready", () => {
      this.ready = true;
      this.pause();
      onReady();
    });
  }

  /** The element has all it asked for: from now on it is its own fault. */
  expect(): void {
    this.pause();
    if (!this.ready) this.timer = setTimeout(this.onLate, READY_PATIENCE);
  }

  /** The element waits for something. */
  pause(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }
}
