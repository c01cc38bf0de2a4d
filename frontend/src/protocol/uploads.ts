/** Sends a file the way `api.uploadStrategy` says and answers with its attachment. */

import type { FileUploadStrategy } from "@openai/chatkit";
import type { ChatKitClient } from "./client";
import { isRecord, ProtocolError } from "./errors";
import type { WireAttachment } from "./types";

/**
 * @throws HttpError, NetworkError, ProtocolError; an AbortError when `signal` fires.
 */
export async function uploadFile(
  client: ChatKitClient,
  strategy: FileUploadStrategy,
  file: File,
  signal: AbortSignal,
): Promise<WireAttachment> {
  if (strategy.type === "direct") {
    const response = await client.fetch(strategy.uploadUrl, {
      method: "POST",
      body: formWith(file),
      signal,
    });
    return attachmentFrom(await response.json());
  }
  const attachment = attachmentFrom(
    await client.request(
      "attachments.create",
      { name: file.name, size: file.size, mime_type: file.type || "application/octet-stream" },
      signal,
    ),
  );
  const target = attachment.upload_descriptor;
  if (target) {
    const body = target.method === "PUT" ? file : formWith(file);
    await client.fetch(target.url, {
      method: target.method,
      headers: target.headers,
      body,
      signal,
    });
  }
  return attachment;
}

function formWith(file: File): FormData {
  const form = new FormData();
  form.append("file", file, file.name);
  return form;
}

function attachmentFrom(value: unknown): WireAttachment {
  if (!isRecord(value) || typeof value.id !== "string") {
    throw new ProtocolError("The upload was not answered with an attachment.");
  }
  return value as unknown as WireAttachment;
}
