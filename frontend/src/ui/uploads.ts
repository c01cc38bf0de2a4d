/** The files of the draft: checked, sent to the server, taken off again. */

import type { ChatKitOptions } from "@openai/chatkit";
import type { ChatKitClient } from "../protocol/client";
import { isAbort, toError } from "../protocol/errors";
import type { WireAttachment } from "../protocol/types";
import { uploadFile } from "../protocol/uploads";
import { DEFAULT_MAX_COUNT, refusalOf } from "../state/attachment-limits";
import type { Upload } from "../state/draft";
import type { ChatContext } from "./part";

export class Uploads {
  list: readonly Upload[] = [];
  private nextKey = 1;

  constructor(
    private readonly host: {
      client(): ChatKitClient;
      options(): ChatKitOptions | null;
      changed(): void;
      fail(error: Error): void;
    },
  ) {}

  get pending(): boolean {
    return this.list.some((upload) => upload.attachment === null);
  }

  get attachments(): WireAttachment[] {
    return this.list.flatMap((upload) => upload.attachment ?? []);
  }

  /** Sets attachments that the server already has. */
  replace(attachments: readonly WireAttachment[]): void {
    for (const upload of this.list) if (upload.attachment === null) upload.abort.abort();
    this.set(
      attachments.map((attachment) => ({
        key: this.nextKey++,
        name: attachment.name,
        attachment,
        abort: new AbortController(),
      })),
    );
  }

  /** Uploads files; answers with what to tell the visitor when some could not be taken. */
  async add(files: readonly File[], { t, locale }: ChatContext): Promise<string | null> {
    const option = this.host.options()?.composer?.attachments ?? { enabled: false };
    const most = option.maxCount ?? DEFAULT_MAX_COUNT;
    let problem: string | null = null;
    const accepted: File[] = [];
    for (const file of files) {
      const refusal = refusalOf(file, option);
      if (refusal?.reason === "type") problem = t("composer.fileType", { name: file.name });
      else if (refusal?.reason === "size") {
        const size = formatSize(refusal.limit, locale);
        problem = t("composer.fileTooLarge", { name: file.name, size });
      } else if (this.list.length + accepted.length >= most) {
        problem = t("composer.tooManyFiles", { n: most });
      } else accepted.push(file);
    }
    const failed = await Promise.all(accepted.map((file) => this.upload(file)));
    const name = failed.find((entry) => entry !== null);
    return name ? t("composer.uploadFailed", { name }) : problem;
  }

  remove(key: number): void {
    const upload = this.list.find((entry) => entry.key === key);
    if (!upload) return;
    upload.abort.abort();
    this.set(this.list.filter((entry) => entry !== upload));
    if (!upload.attachment) return;
    this.host
      .client()
      .request("attachments.delete", { attachment_id: upload.attachment.id })
      .catch((error: unknown) => this.host.fail(toError(error)));
  }

  /** The name of the file when it failed, else `null`. */
  private async upload(file: File): Promise<string | null> {
    const api = this.host.options()?.api;
    const strategy = api && "uploadStrategy" in api ? api.uploadStrategy : undefined;
    const abort = new AbortController();
    const upload: Upload = { key: this.nextKey++, name: file.name, attachment: null, abort };
    this.set([...this.list, upload]);
    try {
      const attachment = await uploadFile(
        this.host.client(),
        strategy ?? { type: "two_phase" },
        file,
        abort.signal,
      );
      this.set(
        this.list.map((entry) => (entry.key === upload.key ? { ...entry, attachment } : entry)),
      );
      return null;
    } catch (error) {
      this.set(this.list.filter((entry) => entry.key !== upload.key));
      if (isAbort(error)) return null;
      this.host.fail(toError(error));
      return file.name;
    }
  }

  private set(list: readonly Upload[]): void {
    this.list = list;
    this.host.changed();
  }
}

function formatSize(bytes: number, locale: string): string {
  const [value, unit] =
    bytes >= 1_048_576 ? [bytes / 1_048_576, "megabyte"] : [bytes / 1024, "kilobyte"];
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit,
    maximumFractionDigits: 1,
  }).format(value);
}
