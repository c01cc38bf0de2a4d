/**
 * Entities and sources in messages. What the page made interactive is a button: a click is the
 * page's own. Hover or focus shows a card that tells what the entity or the source is.
 */

import type { Entity } from "@openai/chatkit";
import { html, type TemplateResult } from "lit";
import { loadAsset } from "../assets";
import { icon } from "../icons";
import type * as PreviewModule from "../preview";
import type { Source } from "../protocol/types";
import { createMarkdown, loadMarkdown, markdownRenderer } from "./markdown-text";
import type { ChatContext } from "./part";
import { entityOfSource } from "./source-details";
import { adoptStyles } from "./styles";

/** How long the pointer rests on something before its card is shown, in ms. */
const HOVER = 250;

/**
 * The icons of entities that the page has found, by their ids: the protocol's tags have no room for
 * them.
 */
export const entityIcons = new Map<string, string>();

/** What a card is about. */
export interface Subject {
  /** Asked for a preview if it is interactive. */
  entity: Entity | null;
  source?: Source;
}

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
    void showPreview(event.currentTarget as HTMLElement, { entity }, context, patience);
  };
  // On one line: white space counts in a message.
  return html`<button type="button" class=${className} @click=${(event: Event) => (onClick ? onClick(entity) : show(event))} @pointerenter=${(event: PointerEvent) => event.pointerType !== "touch" && show(event, HOVER)} @focus=${(event: Event) => (event.target as Element).matches(":focus-visible") && show(event)}>${words}</button>`;
}

/** A marker in the text is looked at, or used. */
export function lookAtSource(
  marker: HTMLElement,
  source: Source,
  how: "hover" | "focus" | "click",
  context: ChatContext,
): void {
  const { onClick } = context.options.entities ?? {};
  const entity = entityOfSource(source);
  if (how === "click" && entity?.interactive && onClick) onClick(entity);
  else void showPreview(marker, { source, entity }, context, how === "hover" ? HOVER : 0);
}

/**
 * Shows the card of an entity or a source beside `trigger`, until the pointer and the focus have
 * left both or Escape is pressed.
 *
 * @param patience milliseconds the pointer has to rest on `trigger` before.
 */
export async function showPreview(
  trigger: HTMLElement,
  subject: Subject,
  context: ChatContext,
  patience: number,
): Promise<void> {
  const { entity } = subject;
  const known = entity && entityIcons.get(entity.id);
  if (known && !entity.icon) subject = { ...subject, entity: { ...entity, icon: known } };
  try {
    const { show } = await loadAsset<typeof PreviewModule>("preview");
    show(trigger, subject, patience, context, pieces);
  } catch {
    // Without its card an entity still has its title.
  }
}

/** What the card is made of, and the asset must not have a second time. */
const pieces = { icon, adoptStyles, loadAsset, loadMarkdown, createMarkdown, markdownRenderer };

export type PreviewPieces = typeof pieces;
