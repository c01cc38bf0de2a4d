/** The list of threads: read page by page, renamed, deleted. */

import type { ChatKitClient } from "../protocol/client";
import { toError } from "../protocol/errors";
import type { Thread } from "../protocol/types";

const PAGE_SIZE = 30;

export class ThreadHistory {
  threads: readonly Thread[] = [];
  loading = false;
  /** Why the list could not be read. */
  error: Error | null = null;
  private cursor: string | null = null;
  private complete = false;
  private reading = 0;

  constructor(
    private readonly client: () => ChatKitClient,
    private readonly changed: () => void,
  ) {}

  get hasMore(): boolean {
    return !this.complete;
  }

  /** Reads the newest threads anew; those already known stay until the answer is there. */
  async reload(): Promise<void> {
    await this.read(null);
  }

  async loadMore(): Promise<void> {
    if (this.loading || this.complete || this.error) return;
    await this.read(this.cursor);
  }

  /** @throws what the request throws; the list is then as it was. */
  async rename(threadId: string, title: string): Promise<Thread> {
    const thread = await this.client().request("threads.update", { thread_id: threadId, title });
    this.threads = this.threads.map((known) =>
      known.id === threadId ? { ...known, title } : known,
    );
    this.changed();
    return thread;
  }

  /** @throws what the request throws; the list is then as it was. */
  async remove(threadId: string): Promise<void> {
    await this.client().request("threads.delete", { thread_id: threadId });
    this.threads = this.threads.filter((known) => known.id !== threadId);
    this.changed();
  }

  private async read(after: string | null): Promise<void> {
    const reading = ++this.reading;
    this.loading = true;
    this.error = null;
    this.changed();
    try {
      const page = await this.client().request("threads.list", {
        limit: PAGE_SIZE,
        order: "desc",
        ...(after === null ? {} : { after }),
      });
      if (reading !== this.reading) return;
      const known = new Set(after === null ? [] : this.threads.map((thread) => thread.id));
      const fresh = page.data.filter((thread) => !known.has(thread.id));
      this.threads = after === null ? fresh : [...this.threads, ...fresh];
      this.cursor = page.after ?? page.data.at(-1)?.id ?? null;
      this.complete = !page.has_more || this.cursor === null || this.cursor === after;
    } catch (error) {
      if (reading !== this.reading) return;
      this.error = toError(error);
    }
    this.loading = false;
    this.changed();
  }
}
