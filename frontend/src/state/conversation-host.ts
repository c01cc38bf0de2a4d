/** The element as a conversation sees it. */

import type { ChatKitEvents, ChatKitOptions } from "@openai/chatkit";
import type { ChatKitClient } from "../protocol/client";
import type { Conversation } from "./conversation";
import type { OutgoingMessage } from "./message";

export type EmitEvent = <Name extends keyof ChatKitEvents>(
  name: Name,
  detail?: ChatKitEvents[Name]["detail"],
) => void;

/** What a conversation needs of the element around it. */
export interface ConversationHost {
  readonly client: ChatKitClient;
  readonly onClientTool: ChatKitOptions["onClientTool"];
  emit: EmitEvent;
  /** Something visible changed. */
  changed(conversation: Conversation): void;
  threadCreated(conversation: Conversation, threadId: string): void;
  /** The server never took this message: it belongs back into the composer. */
  returnMessage(conversation: Conversation, message: OutgoingMessage): void;
}
