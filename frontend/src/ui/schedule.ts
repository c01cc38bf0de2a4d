/** When to draw: at once, or with the next frame while many small changes arrive. */

/** Hidden tabs get no frames; an answer goes on there too, in ms. */
const FRAME_PATIENCE = 100;

export class RenderSchedule {
  private frame = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param draw draws everything that changed.
   * @param grow draws what an answer has grown by; answers whether nothing else has changed.
   */
  constructor(
    private readonly draw: () => void,
    private readonly grow: () => boolean,
  ) {}

  now(): void {
    this.draw();
  }

  soon(): void {
    if (this.timer !== undefined) return;
    const run = (): void => {
      cancelAnimationFrame(this.frame);
      // Left running, it would draw what a later change asked for, outside of its frame.
      clearTimeout(this.timer);
      this.timer = undefined;
      if (!this.grow()) this.draw();
    };
    this.frame = requestAnimationFrame(run);
    this.timer = setTimeout(run, FRAME_PATIENCE);
  }
}

/** Settles when the page has been painted, or soon in a tab that is not. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0));
    setTimeout(resolve, FRAME_PATIENCE);
  });
}
