/** The actions of one widget that run: each once at a time, and where that is seen. */
import type { ActionConfig, Loading, WidgetViewOptions } from "./context";
import { oneOf } from "./json";
import type { Notice } from "./notice";

/** Whether the server answers it with a stream, as it does unless the action says otherwise. */
const isStreaming = (action: ActionConfig): boolean =>
  action.handler !== "client" && action.streaming !== false;

export class RunningActions {
  /** What the visitor has to be told, if anything. */
  notice: Notice | undefined;
  private readonly running = new Set<string>();
  private readonly busy = new Set<string>();
  /** What to run once more, because a field changed again meanwhile. */
  private readonly again = new Map<string, () => void>();
  private containers = 0;
  /** Ends all loading states: the server has changed the widget. */
  private release: () => void = () => undefined;
  private released = new Promise<void>((resolve) => (this.release = resolve));

  constructor(
    private readonly options: WidgetViewOptions,
    private readonly changed: () => void,
  ) {}

  get isContainerBusy(): boolean {
    return this.containers > 0;
  }

  isBusy(path: string): boolean {
    return this.busy.has(path);
  }

  /** The server has sent the widget anew: whatever waited for it has come. */
  updated(): void {
    this.notice = undefined;
    this.release();
    this.released = new Promise<void>((resolve) => (this.release = resolve));
  }

  /**
   * Runs the action of the component at `path`; while it runs, that component starts no other.
   *
   * @param values reads what the form around it says at the time.
   * @param repeat how to run it for a value that changes meanwhile; without it, a second press is
   *     passed over.
   * @returns when it has ended and no longer shows that it runs.
   */
  async run(
    action: ActionConfig,
    values: () => Record<string, unknown>,
    path: string,
    loading: Loading,
    repeat?: () => void,
  ): Promise<void> {
    if (this.isContainerBusy) return;
    if (this.running.has(path)) {
      if (repeat) this.again.set(path, repeat);
      return;
    }
    const streaming = isStreaming(action);
    const idle = streaming ? this.options.whenIdle?.() : undefined;
    if (idle) return this.askToWait(idle);
    this.notice = undefined;
    const shown = oneOf(action.loadingBehavior, ["none", "self", "container"]) ?? loading;
    const { released } = this;
    this.mark(path, shown, true);
    try {
      await this.options.onAction(action, values());
      // The first event is not all: the answer may still bring the widget's new state.
      if (streaming) await Promise.race([this.options.whenIdle?.(), released]);
    } catch (error) {
      const { t, explain } = this.options;
      const { text, canRetry } = explain?.(error) ?? { text: t("error.action"), canRetry: false };
      const retry = (): void => void this.run(action, values, path, loading, repeat);
      this.notice = { text, failed: true, retry: canRetry ? retry : undefined };
    }
    this.mark(path, shown, false);
    const again = this.again.get(path);
    this.again.delete(path);
    again?.();
  }

  private mark(path: string, shown: Loading, on: boolean): void {
    const change = on ? "add" : "delete";
    this.running[change](path);
    if (shown === "self") this.busy[change](path);
    if (shown === "container") this.containers += on ? 1 : -1;
    this.changed();
  }

  private async askToWait(idle: Promise<void>): Promise<void> {
    const notice = { text: this.options.t("error.busy") };
    this.notice = notice;
    this.changed();
    await idle;
    if (this.notice === notice) this.notice = undefined;
    this.changed();
  }
}
