/** Takes files into the draft: checked, sent to the server, tried again, taken off. */

import type { ComposerOption } from "@openai/chatkit";
import { isAbort, toError } from "../protocol/errors";
import type { Upload } from "../state/draft";
import type { ChatContext, Translate } from "../ui/part";
import type { Uploads } from "../ui/uploads";
import { describeError } from "./kit";
import { DEFAULT_MAX_COUNT, refusalOf } from "./limits";
import { uploadFile } from "./upload-file";

type Tell = (problems: readonly string[]) => void;

/**
 * Uploads files. Settles when each of them is at the server or has failed; never rejects.
 *
 * @param tell is told at once which files are refused, and later which ones failed.
 */
export async function attachFiles(
  uploads: Uploads,
  files: readonly File[],
  context: ChatContext,
  tell: Tell,
): Promise<void> {
  const option = uploads.host.options()?.composer?.attachments ?? { enabled: false };
  const { accepted, problems } = sort(files, option, uploads.list.length, context);
  tell(problems);
  const added = accepted.map((file) =>
    uploads.add(file.name || "file", file.type || "application/octet-stream", { file }),
  );
  const failures: string[] = [];
  await Promise.all(
    added.map(async (upload) => {
      const failure = await send(uploads, upload, context);
      if (failure === null) return;
      failures.push(failure);
      tell([...problems, ...failures]);
    }),
  );
  announce(uploads, added, context);
}

/** Sends a file that failed once more. */
export async function retryUpload(
  uploads: Uploads,
  upload: Upload,
  context: ChatContext,
  tell: Tell,
): Promise<void> {
  tell([]);
  const again = { failed: false, abort: new AbortController() };
  uploads.change(upload.key, again);
  const failure = await send(uploads, { ...upload, ...again }, context);
  if (failure === null) announce(uploads, [upload], context);
  else tell([failure]);
}

/** Takes a file off: stops sending it, or has the server delete it. */
export function removeUpload(uploads: Uploads, upload: Upload, context: ChatContext): void {
  upload.abort.abort();
  uploads.drop(upload.key);
  if (upload.attachment) deleteAttachment(uploads, upload.attachment.id, context);
}

function deleteAttachment(uploads: Uploads, id: string, { actions }: ChatContext): void {
  uploads.host
    .client()
    .request("attachments.delete", { attachment_id: id })
    .catch((error: unknown) => {
      // A server that refuses a file may have forgotten it already.
      if ((error as { status?: number }).status !== 404) actions.fail(toError(error));
    });
}

/** Which files may come along, and why the others may not: each of these is named once. */
function sort(
  files: readonly File[],
  option: NonNullable<ComposerOption["attachments"]>,
  attached: number,
  { t, locale }: ChatContext,
): { accepted: File[]; problems: string[] } {
  const most = option.maxCount ?? DEFAULT_MAX_COUNT;
  const accepted: File[] = [];
  const surplus: string[] = [];
  const problems: string[] = [];
  for (const { name, refusal, file } of files.map((file) => ({
    file,
    name: file.name,
    refusal: refusalOf(file, option),
  }))) {
    if (refusal?.reason === "type") problems.push(t("composer.fileType", { name }));
    else if (refusal?.reason === "size") {
      const size = formatSize(refusal.limit, locale);
      problems.push(t("composer.fileTooLarge", { name, size }));
    } else if (attached + accepted.length >= most) surplus.push(name);
    else accepted.push(file);
  }
  if (surplus.length > 0) {
    const names = new Intl.ListFormat(locale).format(surplus);
    problems.push(`${t("composer.tooManyFiles", { n: most })} (${names})`);
  }
  return { accepted, problems };
}

/** What to tell the visitor when it fails, else `null`. */
async function send(
  uploads: Uploads,
  upload: Upload,
  context: ChatContext,
): Promise<string | null> {
  const api = uploads.host.options()?.api;
  const strategy = (api && "uploadStrategy" in api && api.uploadStrategy) || {
    type: "two_phase" as const,
  };
  const { signal } = upload.abort;
  const { t, actions } = context;
  if (!upload.file) return null;
  let registered: string | null = null;
  try {
    const attachment = await uploadFile(
      uploads.host.client(),
      strategy,
      upload.file,
      signal,
      (id) => (registered = id),
    );
    // Taken off in the moment it arrived: nobody would ever see or delete it there.
    if (signal.aborted) deleteAttachment(uploads, attachment.id, context);
    else uploads.change(upload.key, { attachment });
    return null;
  } catch (thrown) {
    if (registered !== null) deleteAttachment(uploads, registered, context);
    if (isAbort(thrown) || signal.aborted) return null;
    const error = toError(thrown);
    uploads.change(upload.key, { failed: true });
    actions.fail(error);
    const { name } = upload;
    return `${t("composer.uploadFailed", { name })} ${reasonOf(error, t)}`;
  }
}

/** The server's own words where it refused the file itself: it says what is wrong with it. */
function reasonOf(error: Error & { status?: number; detail?: string | null }, t: Translate) {
  const refused = [400, 413, 415, 422].includes(error.status ?? 0);
  return (refused && error.detail) || describeError(error, t);
}

/** Tells a screen reader how many files are attached now; one who sees it has seen it. */
function announce(uploads: Uploads, added: readonly Upload[], { t, actions }: ChatContext): void {
  const keys = new Set(added.map((upload) => upload.key));
  const arrived = uploads.list.some((entry) => entry.attachment !== null && keys.has(entry.key));
  if (arrived) actions.announce(`${t("composer.attachments")}: ${uploads.attachments.length}`);
}

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** A number of bytes as people say it: "2.4 MB". */
export function formatSize(bytes: number, locale: string): string {
  const step = bytes < 1024 ? 0 : Math.min(3, Math.floor(Math.log2(bytes) / 10));
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: UNITS[step],
    unitDisplay: step === 0 ? "long" : "short",
    maximumFractionDigits: step < 2 ? 0 : 1,
  }).format(bytes / 1024 ** step);
}
