/**
 * Entities in messages. What the page made interactive is a button: a click is the page's own, and
 * hover or focus shows a card that tells what the entity is.
 */

import type { Entity } from "@openai/chatkit";
import { html, type TemplateResult } from "lit";
import { loadAsset } from "../assets";
import { icon } from "../icons";
import type * as PreviewModule from "../preview";
import { createMarkdown, loadMarkdown } from "./markdown-text";
import type { ChatContext } from "./part";
import { adoptStyles } from "./styles";

/**
 * An entity as a button, or as mere words when it is not interactive.
 *
 * @param words what stands in the text: the title, a marker, an icon.
 * @param className how it looks there; `tag` is a chip in a message.
 */
export function entityButton(
  entity: Entity,
  words: unknown,
  context: ChatContext,
  className = "tag",
): TemplateResult {
  if (!entity.interactive) return html`<span class=${className}>${words}</span>`;
  const { onClick } = context.options.entities ?? {};
  const show = (event: Event, patience = 0) => {
    void showPreview(event.currentTarget as HTMLElement, entity, context, patience);
  };
  // On one line: white space counts in a message.
  return html`<button type="button" class=${className} @click=${(event: Event) => (onClick ? onClick(entity) : show(event))} @pointerenter=${(event: PointerEvent) => event.pointerType !== "touch" && show(event, 250)} @focus=${(event: Event) => (event.target as Element).matches(":focus-visible") && show(event)}>${words}</button>`;
}

/**
 * Shows the card of an entity beside `trigger`, until the pointer and the focus have left both or
 * Escape is pressed.
 *
 * @param patience milliseconds the pointer has to rest on `trigger` before.
 */
export async function showPreview(
  trigger: HTMLElement,
  entity: Entity,
  context: ChatContext,
  patience = 0,
): Promise<void> {
  try {
    const { show } = await loadAsset<typeof PreviewModule>("preview");
    show(trigger, entity, patience, context, pieces);
  } catch {
    // Without its card an entity still has its title.
  }
}

/** What the card is made of, and the asset must not have a second time. */
const pieces = { icon, adoptStyles, loadAsset, loadMarkdown, createMarkdown };

export type PreviewPieces = typeof pieces;
