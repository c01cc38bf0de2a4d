/** The last thread of this browser session: an id is no secret, so it may stay in the browser. */

export class ThreadMemory {
  constructor(private readonly key: string | null) {}

  /** The remembered id, or `null`; also when the browser keeps nothing. */
  get(): string | null {
    return this.attempt((storage, key) => storage.getItem(key));
  }

  set(threadId: string | null): void {
    this.attempt((storage, key) => {
      if (threadId === null) storage.removeItem(key);
      else storage.setItem(key, threadId);
      return null;
    });
  }

  private attempt(use: (storage: Storage, key: string) => string | null): string | null {
    if (this.key === null) return null;
    try {
      return use(localStorage, this.key);
    } catch {
      // Storage is blocked or full: the chat works without a memory.
      return null;
    }
  }
}
