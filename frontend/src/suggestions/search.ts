/** Asks the page as one types: not at every letter, and only the last answer counts. */

export interface Found<Result> {
  readonly state: "waiting" | "found" | "failed";
  /** While waiting, what was found before. */
  readonly results: readonly Result[];
}

/** How long typing has to rest, in milliseconds. */
const REST = 150;
/** After this long without an answer, in milliseconds, there will be none. */
const PATIENCE = 10_000;

export class Search<Result> {
  found: Found<Result> = { state: "found", results: [] };
  private current = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param onChange is called whenever `found` is another.
   * @param onError is told why the page could not answer.
   */
  constructor(
    private readonly onChange: () => void,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Asks once typing rests, or at once. */
  begin(ask: () => Promise<readonly Result[]>, isUrgent: boolean): void {
    this.cancel();
    const turn = this.current;
    this.set({ state: "waiting", results: this.found.results });
    this.timer = setTimeout(() => void this.run(turn, ask), isUrgent ? 0 : REST);
  }

  /** Whatever is under way no longer counts. */
  cancel(): void {
    this.current += 1;
    clearTimeout(this.timer);
  }

  forget(): void {
    this.cancel();
    this.found = { state: "found", results: [] };
  }

  private async run(turn: number, ask: () => Promise<readonly Result[]>): Promise<void> {
    let late: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<never>((_resolve, reject) => {
      late = setTimeout(() => reject(new Error("The search was not answered.")), PATIENCE);
    });
    try {
      const results = await Promise.race([ask(), tooLate]);
      if (turn === this.current) this.set({ state: "found", results });
    } catch (error) {
      if (turn !== this.current) return;
      this.set({ state: "failed", results: [] });
      this.onError(error);
    } finally {
      clearTimeout(late);
    }
  }

  private set(found: Found<Result>): void {
    this.found = found;
    this.onChange();
  }
}
