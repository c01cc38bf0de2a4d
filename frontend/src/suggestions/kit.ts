/** What the pieces use of the element's own bundle, where its state and its classes are. */

import type { Entity } from "@openai/chatkit";
import type { LitElement, SVGTemplateResult } from "lit";
import type { Draft, TaggedText } from "../state/draft";
import type { ChatContext } from "../ui/part";

export interface Kit {
  icon(name: string): SVGTemplateResult;
  /** The icons of entities by their ids: a tag in a message has none. */
  entityIcons: Map<string, string>;
  showPreview(
    trigger: HTMLElement,
    subject: { entity: Entity },
    context: ChatContext,
    patience: number,
  ): Promise<void>;
}

/** The composer as its tags and suggestions see it. */
export interface Writing extends LitElement {
  readonly field: HTMLTextAreaElement;
  draft: Draft;
  /** Writes in the place of a stretch of the text, as if by hand. */
  write(text: TaggedText, start: number, end: number): void;
  /** Writes where the caret is, set apart from the words before it and, by `between`, after it. */
  insert(text: string, between?: string): void;
  selectTool(id: string | null): void;
  selectModel(id: string): void;
}

let kit: Kit;

export function receive(given: Kit): void {
  kit = given;
}

export const icon: Kit["icon"] = (name) => kit.icon(name);

export const showPreview: Kit["showPreview"] = (...given) => kit.showPreview(...given);

export const noteIcon = (id: string, name: string): void => void kit.entityIcons.set(id, name);
