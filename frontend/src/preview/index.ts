/**
 * The lazily loaded asset `preview`: the card that tells what an entity or a source in a message
 * is.
 *
 * It follows WCAG 1.4.13: Escape dismisses it, the pointer can move onto it, and it stays while
 * the pointer or the focus is on it or on what it belongs to.
 */

import type { Entity, Widgets } from "@openai/chatkit";
import { html, nothing, render, type TemplateResult } from "lit";
import type { PreviewPieces, Subject } from "../ui/entity-preview";
import type { ChatContext } from "../ui/part";
import { sourceIcon, sourceMeta } from "../ui/source-details";
import type * as WidgetsModule from "../widgets";
import { metaLine } from "../ui/source-meta";
import type * as ChartModule from "../widgets/chart";
import { cardPlace } from "./place";
import { previewStyles } from "./styles";

/** How long the pointer may take from the entity to its card. */
const GRACE = 250;
/** How long the page's preview is waited for before the plain one is shown. */
const HEAD_START = 200;

/** A chip in the text field has the letters above it, and says itself that it is pointed at. */
const POINTED_AT = ":hover, [data-lit]";

let cards = 0;
/** One card at a time, on the whole page. */
let open: Card | null = null;

/** Shows the card of `subject`, once the pointer has rested on `trigger` for `patience` ms. */
export function show(
  trigger: HTMLElement,
  subject: Subject,
  patience: number,
  context: ChatContext,
  pieces: PreviewPieces,
): void {
  if (open?.trigger === trigger) return;
  const begin = () => {
    // Whoever waited may have left meanwhile.
    if (!trigger.isConnected || open?.trigger === trigger) return;
    if (patience > 0 && !trigger.matches(POINTED_AT)) return;
    open?.close();
    open = new Card(trigger, subject, context, pieces, () => (open = null));
  };
  if (patience > 0) setTimeout(begin, patience);
  else begin();
}

class Card {
  private readonly element = document.createElement("div");
  /** The frame of the chat, which the card stays in. */
  private readonly root: HTMLElement | null;
  private readonly end = new AbortController();
  private readonly resized = new ResizeObserver(() => this.position());
  private leaving: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly trigger: HTMLElement,
    private readonly subject: Subject,
    private readonly context: ChatContext,
    private readonly pieces: PreviewPieces,
    private readonly onClosed: () => void,
  ) {
    this.root = trigger.closest<HTMLElement>(".root");
    this.listen();
    void this.fill();
  }

  close(): void {
    if (this.end.signal.aborted) return;
    this.end.abort();
    clearTimeout(this.leaving);
    this.resized.disconnect();
    this.trigger.removeAttribute("aria-describedby");
    this.element.remove();
    this.onClosed();
  }

  private listen(): void {
    const { element, trigger } = this;
    const { signal } = this.end;
    for (const side of [trigger, element]) {
      side.addEventListener("pointerleave", () => this.leave(), { signal });
      side.addEventListener("focusout", () => this.leave(), { signal });
      side.addEventListener("pointerenter", () => clearTimeout(this.leaving), { signal });
      side.addEventListener("focusin", () => clearTimeout(this.leaving), { signal });
      side.addEventListener("keydown", (event) => this.tab(event), { signal });
    }
    // In the capturing phase: what is around the chat has its own use for Escape.
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !element.isConnected) return;
      event.preventDefault();
      event.stopPropagation();
      if (element.contains(this.focused())) trigger.focus();
      this.close();
    };
    addEventListener("keydown", onEscape, { capture: true, signal });
    const outside = (event: Event) => {
      if (!event.composedPath().some((node) => node === trigger || node === element)) this.close();
    };
    addEventListener("pointerdown", outside, { capture: true, signal });
    this.root?.addEventListener("scroll", () => this.position(), {
      capture: true,
      passive: true,
      signal,
    });
  }

  private leave(): void {
    clearTimeout(this.leaving);
    this.leaving = setTimeout(() => {
      const sides = [this.trigger, this.element];
      const focused = this.focused();
      const isUsed = sides.some(
        (side) => side.matches(POINTED_AT) || (focused !== null && side.contains(focused)),
      );
      if (!isUsed) this.close();
    }, GRACE);
  }

  /** The card stands at the end of the frame, and in the order of keys after its entity. */
  private tab(event: Event): void {
    const { key, shiftKey } = event as KeyboardEvent;
    if (key !== "Tab") return;
    const { stops } = this;
    const at = this.focused();
    const isInside = this.element.contains(at);
    if (!isInside && !shiftKey && stops.length > 0) {
      event.preventDefault();
      stops[0]?.focus();
    } else if (isInside && (shiftKey ? at === stops[0] : at === stops.at(-1))) {
      this.trigger.focus();
      // Onwards from the entity: the browser itself takes this step.
      if (shiftKey) event.preventDefault();
      else this.close();
    }
  }

  private focused(): Element | null {
    return (this.trigger.getRootNode() as Document | ShadowRoot).activeElement;
  }

  private async fill(): Promise<void> {
    const { element } = this;
    const asked = this.ask();
    const headStart = new Promise<null>((resolve) => setTimeout(() => resolve(null), HEAD_START));
    if (this.request && (await Promise.race([asked, headStart])) !== null) return;
    if (this.end.signal.aborted) return;
    render(this.plain(), element);
    this.appear();
  }

  /** What is known without asking the page. */
  private plain(): TemplateResult {
    const { pieces, context, entity } = this;
    const { source } = this.subject;
    const icon = source ? sourceIcon(source) : (entity?.icon ?? "cube");
    const meta = source ? sourceMeta(source, context.locale) : [entity?.group ?? ""];
    const label = (source?.type === "entity" && source.label) || this.title;
    return html`<div class="entity-card-plain" ?data-described=${Boolean(source?.description)}>
      <span class="entity-card-icon">${pieces.icon(icon)}</span>
      <span class="entity-card-words">
        <strong><bdi>${label}</bdi></strong>
        ${meta.some(Boolean) ? html`<span>${metaLine(meta)}</span>` : nothing}
        ${
          source?.description
            ? html`<span class="entity-card-text"><bdi>${source.description}</bdi></span>`
            : nothing
        }
      </span>
    </div>`;
  }

  private get entity(): Entity | null {
    return this.subject.entity;
  }

  private get title(): string {
    return this.subject.source?.title ?? this.entity?.title ?? "";
  }

  private get request() {
    return this.entity?.interactive ? this.context.options.entities?.onRequestPreview : undefined;
  }

  /** Asks the page for a preview and shows it; answers `null` when there is none. */
  private async ask(): Promise<true | null> {
    const { entity } = this;
    if (!entity) return null;
    try {
      const { preview } = (await this.request?.(entity)) ?? { preview: null };
      if (!preview || this.end.signal.aborted) return null;
      const widgets = await this.loadWidgets();
      if (this.end.signal.aborted) return null;
      const view = this.createView(widgets, preview, entity);
      view.update(preview);
      render(nothing, this.element);
      this.element.replaceChildren(view.element);
      this.element.toggleAttribute("data-widget", true);
      this.appear(widgets.widgetStyles, this.pieces.markdownRenderer()?.markdownStyles);
      return true;
    } catch (error) {
      this.context.actions.fail(error instanceof Error ? error : new Error(String(error)));
      return null;
    }
  }

  private async loadWidgets(): Promise<typeof WidgetsModule> {
    const { loadAsset, loadMarkdown } = this.pieces;
    const [widgets] = await Promise.all([
      loadAsset<typeof WidgetsModule>("widgets"),
      loadMarkdown(),
    ]);
    return widgets;
  }

  private createView(widgets: typeof WidgetsModule, widget: Widgets.BasicRoot, entity: Entity) {
    const { context, pieces } = this;
    const { options, imageDomains, t } = context;
    return widgets.createWidgetView({
      // The server knows no item to act on: whatever is done here is done by the page.
      onAction: async ({ type, payload }) => {
        const action = { type, ...(payload ? { payload: payload as Record<string, unknown> } : {}) };
        await options.widgets?.onAction?.(action, { id: entity.id, widget });
      },
      markdown: () => pieces.createMarkdown(context, imageDomains),
      icon: pieces.icon,
      t,
      locale: context.locale,
      ...(options.theme && { theme: options.theme }),
      loadChart: () => pieces.loadAsset<typeof ChartModule>("chart"),
      allowedImageDomains: imageDomains,
    });
  }

  private appear(...styles: (string | undefined)[]): void {
    const { element, root, trigger, pieces } = this;
    if (!root) return;
    for (const cssText of [previewStyles, ...styles]) {
      if (cssText) pieces.adoptStyles(trigger, cssText);
    }
    // What can be used is more than a description.
    const isUsable = this.stops.length > 0;
    element.setAttribute("role", isUsable ? "dialog" : "tooltip");
    if (isUsable) element.setAttribute("aria-label", this.title);
    if (!element.isConnected) {
      element.id = `ck-entity-card-${(cards += 1)}`;
      element.className = "entity-card";
      root.append(element);
      this.resized.observe(element);
    }
    trigger.setAttribute("aria-describedby", element.id);
    this.position();
  }

  private position(): void {
    const { element, root, trigger } = this;
    if (!root || !element.isConnected) return;
    const dir = getComputedStyle(root).direction === "rtl" ? "rtl" : "ltr";
    const frame = root.getBoundingClientRect();
    // As high as it would like to be, where it had to be less.
    element.style.maxHeight = "";
    const place = trigger.isConnected
      ? cardPlace(element.getBoundingClientRect(), trigger.getBoundingClientRect(), frame, dir)
      : null;
    if (place === null) {
      this.close();
      return;
    }
    element.style.left = `${place.left}px`;
    element.style.top = `${place.top}px`;
    element.style.maxHeight = `${place.maxHeight}px`;
  }

  private get stops(): HTMLElement[] {
    const usable = ":is(a[href], button, input, select, textarea):not(:disabled)";
    return [...this.element.querySelectorAll<HTMLElement>(usable)];
  }
}
