/**
 * The lazily loaded asset `widgets`: ChatKit's widgets
 * (https://openai.github.io/chatkit-python/guides/add-features/stream-widgets/) as DOM.
 *
 * Widgets are JSON of an agent or a template. Unknown components show their words, unknown or
 * ill-typed properties are passed over, and nothing in a widget can run, fetch or escape its frame.
 */
import { html, render } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { MarkdownView } from "../markdown";
import { RunningActions } from "./actions";
import { isRightToLeft } from "./direction";
import { rememberEntries, restoreEntries } from "./carry";
import { button, submitterAction } from "./button";
import { chart } from "./chart/component";
import { badge, icon, image } from "./content";
import type { ActionConfig, Context, Drawn, Loading, WidgetViewOptions } from "./context";
import { checkbox, editableText, input, label, radioGroup, textarea } from "./controls";
import { datePicker } from "./date-picker";
import { readableText } from "./fallback";
import { fieldsIn, form, formValues, isField, type Field } from "./forms";
import { isObject, objects, text, type Json } from "./json";
import { Places, type Placed } from "./keys";
import { box, col, divider, row, spacer, stray } from "./layout";
import { drawNotice } from "./notice";
import { basic, card, listView, listViewItem } from "./roots";
import { select } from "./select";
import { table } from "./table";
import { caption, markdown, plainText, title } from "./text";
import { transition } from "./transition";
import { problemOf } from "./validation";

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
  Text: (json, path, context) =>
    isObject(json.editable)
      ? editableText(json, json.editable, path, context)
      : plainText(json),
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
  private labels = new Map<string, string>();
  private readonly actions: RunningActions;
  /** What is wrong with fields, by path. */
  private readonly problems = new Map<string, string>();
  private readonly expanded = new Set<string>();
  private readonly markdownViews = new Map<string, MarkdownView>();
  private readonly places = new Places();
  private drawn = 0;

  constructor(readonly options: WidgetViewOptions) {
    this.element.className = "ck-w";
    this.actions = new RunningActions(options, () => this.render());
    this.element.addEventListener("input", this.recheck);
    this.element.addEventListener("change", this.recheck);
    this.element.addEventListener("keydown", submitByEnter);
  }

  update(root: unknown): void {
    if (root !== this.root) this.actions.updated();
    this.root = root;
    this.labels = new Map(fieldLabels(root));
    this.render();
  }

  private render(): void {
    this.drawn = 0;
    this.places.begin();
    const { isContainerBusy, notice } = this.actions;
    const focused = this.focused();
    this.element.inert = isContainerBusy;
    this.element.toggleAttribute("data-busy", isContainerBusy);
    this.element.setAttribute("aria-busy", String(isContainerBusy));
    if (isRightToLeft(this.root)) this.element.dir = "rtl";
    else this.element.removeAttribute("dir");
    const content = isObject(this.root) ? this.draw(this.root, "0") : "";
    const entries = rememberEntries(this.element);
    render(
      html`${content} ${drawNotice(notice, this.options)}`,
      this.element,
    );
    this.keepFocus(restoreEntries(this.element, entries, focused) ?? focused);
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

  placed(children: readonly Json[], path: string): Placed[] {
    return this.places.place(children, path);
  }

  children(json: Json, path: string): Drawn {
    const room = Math.max(0, MAX_COMPONENTS - this.drawn);
    const drawn = this.placed(objects(json.children).slice(0, room), path).map((child) => ({
      key: child.path,
      content: this.draw(child.json, child.path),
    }));
    return html`${repeat(
      drawn,
      ({ key }) => key,
      ({ content }) => content,
    )}`;
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

  labelOf(name: string): string | undefined {
    return this.labels.get(name);
  }

  isBusy(path: string): boolean {
    return this.actions.isBusy(path);
  }

  problem(path: string): string | undefined {
    return this.problems.get(path);
  }

  isExpanded(path: string): boolean {
    return this.expanded.has(path);
  }

  expand(path: string, list: Element): void {
    const shown = list.children.length;
    this.expanded.add(path);
    this.render();
    const first = list.children[shown] as HTMLElement | undefined;
    const button = first?.querySelector<HTMLElement>("button, a, input, [tabindex]");
    if (first && !button) first.tabIndex = -1;
    (button ?? first)?.focus();
  }

  markdownView(path: string): MarkdownView | undefined {
    const existing = this.markdownViews.get(path);
    if (existing) return existing;
    const created = this.options.markdown();
    if (created) this.markdownViews.set(path, created);
    return created;
  }

  run(action: unknown, path: string, source: Element, loading: Loading): void {
    if (!isAction(action)) return;
    void this.actions.run(action, () => formValues(source), path, loading);
  }

  change(json: Json, path: string, event: Event): void {
    const field = event.target;
    // What a field is made of inside may change too.
    if (!isField(field) || !isAction(json.onChangeAction)) return;
    const action = json.onChangeAction;
    const send = (): void =>
      void this.actions.run(action, () => formValues(field), path, "none", send);
    send();
  }

  submit(action: unknown, path: string, event: SubmitEvent): void {
    event.preventDefault();
    // The form around this one is not submitted with it.
    event.stopPropagation();
    const form = event.target as HTMLFormElement;
    const wrong = fieldsIn(form).filter((field) => this.check(field));
    this.render();
    if (wrong[0]) return focusField(wrong[0]);
    const { submitter } = event;
    // The pressed button shows the loading of the form it submits.
    const own = submitter?.getAttribute("data-path") ?? path;
    this.run(isAction(action) ? action : submitterAction(submitter), own, form, "container");
  }

  /** Notes what is wrong with a field; whether anything is. */
  private check(field: Field): boolean {
    const path = field.closest<HTMLElement>("[data-entry]")?.dataset.entry;
    const problem = problemOf(field, this.options.t);
    if (path === undefined) return problem !== "";
    if (problem) this.problems.set(path, problem);
    else this.problems.delete(path);
    return problem !== "";
  }

  /** An entry that was found wrong is looked at again while it is put right. */
  private readonly recheck = (event: Event): void => {
    if (this.problems.size === 0 || !isField(event.target)) return;
    this.check(event.target);
    this.render();
  };

  private focused(): HTMLElement | null {
    const { activeElement } = this.element.getRootNode() as Document | ShadowRoot;
    return activeElement instanceof HTMLElement && this.element.contains(activeElement)
      ? activeElement
      : null;
  }

  private lostFocus: HTMLElement | null = null;

  /** What becomes inert loses the focus; it comes back unless the visitor has moved on. */
  private keepFocus(before: HTMLElement | null): void {
    this.lostFocus = before ?? this.lostFocus;
    const lost = this.lostFocus;
    if (!lost || this.element.inert || lost.closest("[inert]")) return;
    this.lostFocus = null;
    const { activeElement } = document;
    if (activeElement !== null && activeElement !== document.body) return;
    // What had it may be gone; the next Tab should still go on from here.
    const place = this.element.contains(lost) ? lost : this.element;
    if (place === this.element) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  }
}

const isAction = (action: unknown): action is ActionConfig =>
  isObject(action) && typeof action.type === "string";

/** Brings the visitor to a field; one that is hidden has a button that stands for it. */
function focusField(field: Field): void {
  const visible =
    field.type === "hidden" ? field.parentElement?.querySelector("button") : field;
  visible?.focus();
}

/** HTML submits by Enter only where there is a button for it, or a single field. */
function submitByEnter(event: KeyboardEvent): void {
  const field = event.target;
  if (event.key !== "Enter" || event.isComposing || !(field instanceof HTMLInputElement)) return;
  const { form } = field;
  if (!isField(field) || !form || form.querySelector("[type=submit]")) return;
  event.preventDefault();
  form.requestSubmit();
}

/** The fields that a `Label` somewhere in the widget names, and their names. */
function fieldLabels(json: unknown, depth = 0): [string, string][] {
  if (!isObject(json) || depth > MAX_DEPTH) return [];
  const inner = objects(json.children).flatMap((child) => fieldLabels(child, depth + 1));
  return json.type === "Label"
    ? [[text(json.fieldName) ?? "", text(json.value) ?? ""], ...inner]
    : inner;
}

/** Makes a view of one widget; it is empty until its first `update`. */
export function createWidgetView(options: WidgetViewOptions): WidgetView {
  return new View(options);
}
