/**
 * The lazily loaded asset `widgets`: ChatKit's widgets
 * (https://openai.github.io/chatkit-python/guides/add-features/stream-widgets/) as DOM.
 *
 * Widgets are JSON of an agent or a template. Unknown components show their words, unknown or
 * ill-typed properties are passed over, and nothing in a widget can run, fetch or escape its frame.
 */
import { html, render } from "lit";
import type { MarkdownView } from "../markdown";
import { badge, button, icon, image } from "./content";
import type { ActionConfig, Context, Drawn, Loading, WidgetViewOptions } from "./context";
import { checkbox, datePicker, input, radioGroup, select, textarea } from "./controls";
import { readableText } from "./fallback";
import { formValues } from "./forms";
import { isObject, objects, oneOf, text, type Json } from "./json";
import { box, chart, col, divider, form, row, spacer, stray, table, transition } from "./layout";
import { basic, card, listView, listViewItem } from "./roots";
import { caption, label, markdown, plainText, title } from "./text";

export type { ActionConfig, WidgetViewOptions } from "./context";
export { widgetStyles } from "./styles";

export interface WidgetView {
  readonly element: HTMLElement;
  /** Shows `root`; called again, it changes what differs and keeps what the visitor typed. */
  update(root: unknown): void;
}

type Component = (json: Json, path: string, context: Context) => Drawn;

const COMPONENTS: Readonly<Record<string, Component>> = {
  Card: card,
  ListView: listView,
  ListViewItem: listViewItem,
  Basic: basic,
  Box: box,
  Row: row,
  Col: col,
  Form: form,
  Spacer: spacer,
  Divider: divider,
  Transition: transition,
  Title: title,
  Caption: caption,
  Text: plainText,
  Markdown: markdown,
  Label: label,
  Badge: badge,
  Icon: icon,
  Image: image,
  Button: button,
  Input: input,
  Textarea: textarea,
  Select: select,
  DatePicker: datePicker,
  Checkbox: checkbox,
  RadioGroup: radioGroup,
  Table: table,
  "Table.Row": stray,
  "Table.Cell": stray,
  Chart: chart,
};

/** Deeper or larger widgets are cut off, not drawn until the page stands still. */
const MAX_DEPTH = 40;
const MAX_COMPONENTS = 2000;

let views = 0;

class View implements WidgetView, Context {
  readonly element = document.createElement("div");
  private readonly prefix = `ck-w${(views += 1)}`;
  private root: unknown;
  private labelled = new Set<string>();
  private readonly busy = new Set<string>();
  private containerBusy = 0;
  private readonly expanded = new Set<string>();
  private readonly markdownViews = new Map<string, MarkdownView>();
  private drawn = 0;

  constructor(readonly options: WidgetViewOptions) {
    this.element.className = "ck-w";
  }

  update(root: unknown): void {
    this.root = root;
    this.labelled = new Set(labelledFields(root));
    this.render();
  }

  private render(): void {
    this.drawn = 0;
    this.element.inert = this.containerBusy > 0;
    this.element.toggleAttribute("data-busy", this.containerBusy > 0);
    this.element.setAttribute("aria-busy", String(this.containerBusy > 0));
    const content = isObject(this.root) ? this.draw(this.root, "0") : "";
    render(html`${content}`, this.element);
  }

  draw(json: Json, path: string): Drawn {
    this.drawn += 1;
    if (this.drawn > MAX_COMPONENTS || path.split(".").length > MAX_DEPTH) return "";
    const type = text(json.type) ?? "";
    const component = Object.hasOwn(COMPONENTS, type) ? COMPONENTS[type] : undefined;
    try {
      return component ? component(json, path, this) : this.fallback(json, path);
    } catch {
      return this.fallback(json, path);
    }
  }

  children(json: Json, path: string): Drawn[] {
    const room = Math.max(0, MAX_COMPONENTS - this.drawn);
    return objects(json.children)
      .slice(0, room)
      .map((child, index) => this.draw(child, `${path}.${index}`));
  }

  /** A component nobody knows: its own words, then its children, which may be known. */
  private fallback(json: Json, path: string): Drawn {
    const own = readableText({ ...json, children: undefined });
    return html`<div class="ck-w-unknown" data-type=${text(json.type) ?? ""}>
      ${own ? html`<p class="ck-w-text ck-w-text-md">${own}</p>` : ""} ${this.children(json, path)}
    </div>`;
  }

  fieldId(name: string): string {
    return `${this.prefix}-${encodeURIComponent(name)}`;
  }

  isLabelled(name: string): boolean {
    return this.labelled.has(name);
  }

  isBusy(path: string): boolean {
    return this.busy.has(path);
  }

  isExpanded(path: string): boolean {
    return this.expanded.has(path);
  }

  expand(path: string): void {
    this.expanded.add(path);
    this.render();
  }

  markdownView(path: string): MarkdownView | undefined {
    const existing = this.markdownViews.get(path);
    if (existing) return existing;
    const created = this.options.markdown();
    if (created) this.markdownViews.set(path, created);
    return created;
  }

  run(action: unknown, path: string, source: Element, loading: Loading): void {
    if (!isObject(action) || typeof action.type !== "string") return;
    // The pressed button shows the loading of a form it submits.
    const own = source.getAttribute("data-path") ?? path;
    if (this.busy.has(own) || this.containerBusy > 0) return;
    const asked = oneOf(action.loadingBehavior, ["none", "self", "container"]);
    const shown = asked ?? loading;
    const started = this.options.onAction(action as ActionConfig, formValues(source));
    void this.showLoading(shown, own, started);
  }

  private async showLoading(shown: Loading, path: string, started: Promise<void>): Promise<void> {
    const { activeElement } = this.element.getRootNode() as Document | ShadowRoot;
    if (shown === "self") this.busy.add(path);
    if (shown === "container") this.containerBusy += 1;
    this.render();
    try {
      await started;
    } catch {
      // Whoever runs actions reports their failures; the control is usable again.
    }
    if (shown === "self") this.busy.delete(path);
    if (shown === "container") this.containerBusy -= 1;
    this.render();
    if (shown === "container") this.restoreFocus(activeElement);
  }

  /** An inert widget lost the focus; it goes back unless the visitor has moved on. */
  private restoreFocus(lost: Element | null): void {
    const { activeElement } = this.element.getRootNode() as Document | ShadowRoot;
    const movedOn = activeElement !== null && activeElement !== document.body;
    if (movedOn || !(lost instanceof HTMLElement) || !this.element.contains(lost)) return;
    lost.focus({ preventScroll: true });
  }
}

/** The fields that a `Label` somewhere in the widget names. */
function labelledFields(json: unknown, depth = 0): string[] {
  if (!isObject(json) || depth > MAX_DEPTH) return [];
  const own = json.type === "Label" ? [text(json.fieldName) ?? ""] : [];
  const inner = objects(json.children).flatMap((child) => labelledFields(child, depth + 1));
  return [...own, ...inner];
}

/** Makes a view of one widget; it is empty until its first `update`. */
export function createWidgetView(options: WidgetViewOptions): WidgetView {
  return new View(options);
}
