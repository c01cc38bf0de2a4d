/** What the panel uses of the element's own bundle, where its state and its classes are. */

import type { SVGTemplateResult, TemplateResult } from "lit";
import type { Failure } from "../state/conversation";
import type { ChatContext, Translate } from "../ui/part";

export interface Kit {
  icon(name: string): SVGTemplateResult;
  iconButton(name: string, label: string, onClick: () => void, id?: string): TemplateResult;
  describeError(error: Error, t: Translate): string;
  toError(thrown: unknown): Error;
  wayOn(failure: Failure, context: ChatContext, onRetry: () => void): unknown;
}

let kit: Kit;

export function receive(given: Kit): void {
  kit = given;
}

export const icon: Kit["icon"] = (name) => kit.icon(name);

export const iconButton: Kit["iconButton"] = (...given) => kit.iconButton(...given);

export const describeError: Kit["describeError"] = (error, t) => kit.describeError(error, t);

export const toError: Kit["toError"] = (thrown) => kit.toError(thrown);

export const wayOn: Kit["wayOn"] = (...given) => kit.wayOn(...given);
