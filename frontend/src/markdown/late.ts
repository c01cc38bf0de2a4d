/** A module that arrives after the text it improves. */
export class LateModule<Module> {
  private module: Module | undefined;
  private loading = false;

  constructor(private readonly load: (() => Promise<Module>) | undefined) {}

  /**
   * Calls `use` with the module, now or when it is there; after a failure the next call retries.
   *
   * While it is on its way it is called for the first one who asked alone: told that it is `late`,
   * it has to do what all others would have.
   */
  use(use: (module: Module, late: boolean) => void): void {
    if (this.module) use(this.module, false);
    else if (this.load && !this.loading) {
      this.loading = true;
      this.load().then(
        (module) => {
          this.module = module;
          use(module, true);
        },
        () => {
          // Plain code and LaTeX are readable too.
          this.loading = false;
        },
      );
    }
  }
}
