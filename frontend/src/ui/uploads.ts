/** The files of the draft. Sending them is done by the late-loaded asset `composer`. */

import type { ChatKitOptions } from "@openai/chatkit";
import type { ChatKitClient } from "../protocol/client";
import type { WireAttachment } from "../protocol/types";
import type { Upload } from "../state/draft";

export class Uploads {
  list: readonly Upload[] = [];
  /** The files of the drafts of other threads, some of them still on their way. */
  private readonly parked = new Map<string, readonly Upload[]>();
  private nextKey = 1;

  constructor(
    readonly host: {
      client: () => ChatKitClient;
      options(): ChatKitOptions | null;
      changed(): void;
    },
  ) {}

  /** Whether a file is not at the server, be it on its way or failed. */
  get pending(): boolean {
    return this.list.some((upload) => upload.attachment === null);
  }

  get attachments(): WireAttachment[] {
    return this.list.flatMap((upload) => upload.attachment ?? []);
  }

  /** Sets attachments that the server already has. */
  replace(attachments: readonly WireAttachment[]): void {
    for (const upload of this.list) upload.abort.abort();
    this.set([]);
    for (const attachment of attachments) {
      this.add(attachment.name, attachment.mime_type, { attachment });
    }
  }

  /** Puts the files of one thread's draft aside and takes those of another's out again. */
  turn(from: string | null, to: string | null): void {
    this.parked.set(from ?? "", this.list);
    this.set(this.parked.get(to ?? "") ?? []);
    this.parked.delete(to ?? "");
  }

  add(name: string, mimeType: string, more: Partial<Upload>): Upload {
    const upload: Upload = {
      key: this.nextKey++,
      name,
      mimeType,
      file: null,
      attachment: null,
      failed: false,
      abort: new AbortController(),
      ...more,
    };
    this.set([...this.list, upload]);
    return upload;
  }

  change(key: number, changes: Partial<Upload>): void {
    const changed = (list: readonly Upload[]) =>
      list.map((entry) => (entry.key === key ? { ...entry, ...changes } : entry));
    for (const [thread, list] of this.parked) this.parked.set(thread, changed(list));
    this.set(changed(this.list));
  }

  drop(key: number): void {
    this.set(this.list.filter((entry) => entry.key !== key));
  }

  private set(list: readonly Upload[]): void {
    this.list = list;
    this.host.changed();
  }
}
