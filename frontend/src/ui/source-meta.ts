/** The line about a source, as its card and the list show it. */

import { html, type TemplateResult } from "lit";

/** Each part in a direction of its own: a date in Arabic beside a name in English. */
export function metaLine(parts: readonly string[]): TemplateResult[] {
  return parts.map((part, index) => html`${index > 0 ? " · " : ""}<bdi>${part}</bdi>`);
}
