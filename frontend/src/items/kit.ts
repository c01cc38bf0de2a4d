/** What the pieces use of the element's own bundle, where its state and its classes are. */

import type { Entity } from "@openai/chatkit";
import type { SVGTemplateResult, TemplateResult } from "lit";
import type { ChatContext } from "../ui/part";

export interface Kit {
  icon(name: string): SVGTemplateResult;
  entityButton(
    entity: Entity,
    words: unknown,
    context: ChatContext,
    className?: string,
  ): TemplateResult;
}

let kit: Kit;

export function receive(given: Kit): void {
  kit = given;
}

export const icon: Kit["icon"] = (name) => kit.icon(name);

export const entityButton: Kit["entityButton"] = (...given) => kit.entityButton(...given);
