/** What the pieces of the element have in common. */

import type { ChatKitOptions } from "@openai/chatkit";
import { LitElement } from "lit";
import type { MessageKey } from "../i18n";
import type { Conversation } from "../state/conversation";
import type { OutgoingMessage } from "../state/message";

export type Translate = (key: MessageKey, values?: Record<string, string | number>) => string;

/** What every piece needs; a new object whenever options or language change. */
export interface ChatContext {
  readonly options: ChatKitOptions;
  readonly locale: string;
  /** Hosts that images may load from, beside those of a thread. */
  readonly imageDomains: readonly string[];
  readonly dir: "ltr" | "rtl";
  /** Where somebody whose session is over logs in; `null` when the page knows of no such place. */
  readonly signIn: { url: string; label: string; begin: () => void } | null;
  /** A new function when the language changes, and only then. */
  readonly t: Translate;
  readonly actions: ChatActions;
}

/** What pieces ask of the element. */
export interface ChatActions {
  send(message: OutgoingMessage): void;
  stop(): void;
  newChat(): void;
  openThread(threadId: string): void;
  openHistory(): void;
  closeHistory(): void;
  deepLink(name: string, data: Record<string, string>): void;
  widgetAction(
    conversation: Conversation,
    itemId: string,
    action: unknown,
    formData: Record<string, unknown>,
  ): Promise<void>;
  feedback(itemIds: string[], kind: "positive" | "negative"): Promise<void>;
  /** Quotes a passage in the composer. */
  quote(text: string): void;
  announce(text: string): void;
  fail(error: Error): void;
}

/**
 * A piece of the element. It renders into itself: all pieces share the element's shadow root, so
 * one style sheet reaches them and labels may refer to each other.
 */
export abstract class ChatPart extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}

/** Registers a piece once, however often the bundle is loaded. */
export function definePart(name: string, part: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, part);
}
