/** A message on its way from the composer, the page or a prompt to the server. */

import type { Entity, UserMessageContent } from "@openai/chatkit";
import type {
  InferenceOptions,
  TagContent,
  UserContent,
  UserMessageInput,
  UserMessageItem,
  WireAttachment,
} from "../protocol/types";

export interface OutgoingMessage {
  content: UserContent[];
  attachments: WireAttachment[];
  quotedText: string;
  inferenceOptions: InferenceOptions;
}

/** The content parts of the public API as the server wants them: a tag without data is refused. */
export function toContent(value: string | readonly UserMessageContent[]): UserContent[] {
  if (typeof value === "string") return value === "" ? [] : [{ type: "input_text", text: value }];
  return value.map((part) =>
    part.type === "input_text"
      ? { type: "input_text", text: part.text }
      : { ...part, data: part.data ?? {} },
  );
}

/** The text of content parts, tags as their titles. */
export function plainText(content: readonly UserContent[]): string {
  return content.map((part) => part.text).join("");
}

/** What a tag in a message stands for, as the page's callbacks know it. */
export function entityOf({ id, text, group, interactive, data }: TagContent): Entity {
  return {
    id,
    title: text,
    ...(group ? { group } : {}),
    interactive: interactive ?? false,
    data: data as Record<string, string>,
  };
}

/** Whether there is anything to send. */
export function isSendable(message: OutgoingMessage): boolean {
  return plainText(message.content).trim() !== "" || message.attachments.length > 0;
}

export function toInput(message: OutgoingMessage): UserMessageInput {
  return {
    content: message.content,
    attachments: message.attachments.map((attachment) => attachment.id),
    quoted_text: message.quotedText,
    inference_options: message.inferenceOptions,
  };
}

/** The message as it stands in the thread until the server has confirmed it. */
export function unconfirmedItem(
  message: OutgoingMessage,
  id: string,
  threadId: string,
): UserMessageItem {
  return {
    id,
    thread_id: threadId,
    created_at: new Date().toISOString(),
    type: "user_message",
    content: message.content,
    attachments: message.attachments,
    quoted_text: message.quotedText,
    inference_options: message.inferenceOptions,
  };
}
