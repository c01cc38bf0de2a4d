/** When to draw: at once, or with the next frame while many small changes arrive. */

/** Hidden tabs get no frames; an answer goes on there too, in ms. */
const FRAME_PATIENCE = 100;

export class RenderSchedule {
  private scheduled = false;

  constructor(private readonly draw: () => void) {}

  now(): void {
    this.draw();
  }

  soon(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    const run = (): void => {
      if (!this.scheduled) return;
      this.scheduled = false;
      this.draw();
    };
    requestAnimationFrame(run);
    setTimeout(run, FRAME_PATIENCE);
  }
}

/** Settles when the page has been painted, or soon in a tab that is not. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0));
    setTimeout(resolve, FRAME_PATIENCE);
  });
}
