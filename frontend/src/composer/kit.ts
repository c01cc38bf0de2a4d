/** What the pieces use of the element's own bundle, where its state and its classes are. */

import type { SVGTemplateResult } from "lit";
import type { Translate } from "../ui/part";

export interface Kit {
  icon(name: string): SVGTemplateResult;
  describeError(error: Error, t: Translate): string;
}

let kit: Kit;

export function receive(given: Kit): void {
  kit = given;
}

export const icon: Kit["icon"] = (name) => kit.icon(name);

export const describeError: Kit["describeError"] = (error, t) => kit.describeError(error, t);
