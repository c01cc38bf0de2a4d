/** Sends a file the way `api.uploadStrategy` says and answers with its attachment. */

import type { FileUploadStrategy } from "@openai/chatkit";
import type { ChatKitClient } from "../protocol/client";
import { isRecord, ProtocolError } from "../protocol/errors";
import type { WireAttachment } from "../protocol/types";

/**
 * @param onRegistered gets the id of an attachment whose bytes are yet to be sent: when that fails,
 *   the server has to forget it again.
 * @throws HttpError, NetworkError, ProtocolError; an AbortError when `signal` fires.
 */
export async function uploadFile(
  client: ChatKitClient,
  strategy: FileUploadStrategy,
  file: File,
  signal: AbortSignal,
  onRegistered?: (id: string) => void,
): Promise<WireAttachment> {
  if (strategy.type === "direct") {
    const response = await client.fetch(strategy.uploadUrl, {
      method: "POST",
      body: formWith(file),
      signal,
    });
    return attachmentFrom(await response.json().catch(() => null));
  }
  const attachment = attachmentFrom(
    await client.request(
      "attachments.create",
      { name: file.name, size: file.size, mime_type: file.type || "application/octet-stream" },
      signal,
    ),
  );
  onRegistered?.(attachment.id);
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
