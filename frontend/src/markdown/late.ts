/** A module that arrives after the text it improves. */
export class LateModule<Module> {
  private module: Module | undefined;
  private loading = false;

  constructor(private readonly load: (() => Promise<Module>) | undefined) {}

  /** Calls `use` with the module, now or when it is there; after a failure the next call retries. */
  use(use: (module: Module) => void): void {
    if (this.module) use(this.module);
    else if (this.load && !this.loading) {
      this.loading = true;
      this.load().then(
        (module) => {
          this.module = module;
          use(module);
        },
        () => {
          // Plain code and LaTeX are readable too.
          this.loading = false;
        },
      );
    }
  }
}
