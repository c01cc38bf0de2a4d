/**
 * Tags in the text: chips behind the letters of the field, each one thing to the caret, to
 * Backspace and Delete, to the clipboard and to undo.
 */

import { html, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { editOf, tagAround, tagEnd, type Draft, type PlacedTag, type TaggedText } from "../state/draft";
import { entityOf } from "../state/message";
import { ChatPart, type ChatContext } from "../ui/part";
import { onCopy, pasted } from "./clipboard";
import { showPreview, type Writing } from "./kit";

/** How many texts of the past keep their tags, for undo and redo. */
const MOST_REMEMBERED = 200;
/** How long the pointer rests on a chip before its card comes, in milliseconds. */
const PATIENCE = 250;

export class Tags extends ChatPart {
  @property({ attribute: false }) context!: ChatContext;
  @property({ attribute: false }) composer!: Writing;
  @property({ attribute: false }) draft!: Draft;
  /** The tag that is selected as a whole. */
  @state() private selected: PlacedTag | undefined;
  /** What the text was before the edit that is being looked at. */
  private earlier: TaggedText = { text: "", tags: [] };
  private readonly past = new Map<string, readonly PlacedTag[]>();
  private selection: readonly [number, number] = [0, 0];
  private lit: HTMLElement | null = null;
  private listening: AbortController | null = null;
  private readonly resized = new ResizeObserver(() => this.align());

  override connectedCallback(): void {
    super.connectedCallback();
    const form = this.closest("form");
    if (!form) return;
    this.setAttribute("aria-hidden", "true");
    this.listening = new AbortController();
    const { signal } = this.listening;
    const listen = (name: string, act: (event: never) => void, capture = false) =>
      form.addEventListener(name, act as EventListener, { capture, signal });
    listen("keydown", this.onKeydown, true);
    // First of all: whoever hears of it next changes the draft.
    listen("input", () => (this.earlier = this.composer.draft), true);
    listen("input", this.onInput);
    listen("paste", this.onPaste);
    listen("copy", this.onCopy);
    listen("cut", this.onCopy);
    listen("click", this.onClick);
    listen("pointermove", this.onPointer);
    listen("pointerleave", this.onPointer);
    listen("scroll", () => this.align(), true);
    listen("selectionchange", this.onSelection, true);
    document.addEventListener("selectionchange", this.onSelection, { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.listening?.abort();
    this.resized.disconnect();
  }

  protected override willUpdate(changes: PropertyValues): void {
    if (!changes.has("draft")) return;
    const { text, tags } = this.draft;
    if (text === "") this.past.clear();
    if (tags.length > 0) this.past.set(text, tags);
    if (this.past.size > MOST_REMEMBERED) this.past.delete([...this.past.keys()][0] ?? "");
  }

  protected override render() {
    const { text, tags } = this.draft;
    if (tags.length === 0) return nothing;
    let at = 0;
    const parts = tags.map((placed) => {
      const words = text.slice(at, placed.start);
      at = tagEnd(placed);
      const isSelected = placed.tag === this.selected?.tag && placed.start === this.selected.start;
      // On one line: white space counts here.
      return html`${words}<mark ?data-selected=${isSelected}>${text.slice(placed.start, at)}</mark>`;
    });
    // A last line without letters has a height in the field, too.
    return html`<div dir="auto">${parts}${text.slice(at)}&#8203;</div>`;
  }

  protected override updated(): void {
    if (this.field) this.resized.observe(this.field);
    this.align();
  }

  private get field(): HTMLTextAreaElement | null {
    return this.composer?.field;
  }

  /** Letter under letter: as wide as the field inside its scroll bar, and scrolled as far. */
  private align(): void {
    const { field } = this;
    if (!field || this.draft.tags.length === 0) return;
    this.style.width = `${field.clientWidth}px`;
    this.scrollTop = field.scrollTop;
  }

  private readonly onKeydown = (event: KeyboardEvent): void => {
    const { field } = this;
    if (event.target !== field || event.isComposing || !field) return;
    if (event.key !== "Backspace" && event.key !== "Delete") return;
    const { selectionStart, selectionEnd } = field;
    if (selectionStart !== selectionEnd) return;
    const placed = this.draft.tags.find((candidate) =>
      event.key === "Delete"
        ? candidate.start === selectionStart
        : tagEnd(candidate) === selectionStart,
    );
    if (!placed) return;
    event.preventDefault();
    this.composer.write({ text: "", tags: [] }, placed.start, tagEnd(placed));
  };

  private readonly onInput = (event: InputEvent): void => {
    const { field, earlier, composer } = this;
    if (event.target !== field || !field) return;
    const { text, tags } = composer.draft;
    const kind = event.inputType ?? "";
    const remembered = kind.startsWith("history") ? this.past.get(text) : undefined;
    if (remembered) composer.draft = { ...composer.draft, tags: remembered };
    else if (kind.startsWith("delete") && tags.length < earlier.tags.length) this.sweep(text);
  };

  /** Takes the rest of a tag away that a deletion went through, word by word for instance. */
  private sweep(text: string): void {
    const { earlier, field } = this;
    if (!field) return;
    const edit = editOf(earlier.text, text, field.selectionEnd);
    const cutFrom = edit.before;
    const cutTo = earlier.text.length - edit.after;
    const cut = earlier.tags.filter((placed) => placed.start < cutTo && tagEnd(placed) > cutFrom);
    const start = Math.min(cutFrom, ...cut.map((placed) => placed.start));
    const end = Math.max(cutTo, ...cut.map(tagEnd)) + edit.shift;
    if (end > start) this.composer.write({ text: "", tags: [] }, start, end);
  }

  /** The caret stands beside a tag, never in it. */
  private readonly onSelection = (): void => {
    const { field, composer } = this;
    if (!field?.matches(":focus")) return;
    const { selectionStart, selectionEnd, selectionDirection } = field;
    const [lastStart, lastEnd] = this.selection;
    if (selectionStart === lastStart && selectionEnd === lastEnd) return;
    const { draft } = composer;
    let [start, end] = [selectionStart, selectionEnd];
    const isBackward = selectionDirection === "backward";
    const aroundStart = tagAround(draft, start);
    const aroundEnd = tagAround(draft, end);
    if (start === end && aroundStart) {
      const from = tagEnd(aroundStart);
      const isPast = lastEnd <= aroundStart.start || (lastEnd < from && start * 2 > aroundStart.start + from);
      start = end = isPast ? from : aroundStart.start;
    } else {
      if (aroundStart) start = isBackward && start > lastStart ? tagEnd(aroundStart) : aroundStart.start;
      if (aroundEnd) end = !isBackward && end < lastEnd ? aroundEnd.start : tagEnd(aroundEnd);
    }
    this.selection = [start, end];
    if (start !== selectionStart || end !== selectionEnd) {
      field.setSelectionRange(start, Math.max(start, end), selectionDirection);
    }
    const selected = draft.tags.find((placed) => placed.start === start && tagEnd(placed) === end);
    if (selected?.start === this.selected?.start && selected?.tag === this.selected?.tag) return;
    this.selected = selected;
    void this.updateComplete.then(() => this.light(this.querySelector("mark[data-selected]"), 0));
  };

  /** A click on a chip selects it, which also shows its card: so does a finger. */
  private readonly onClick = (event: MouseEvent): void => {
    const { field } = this;
    if (event.target !== field || !field || field.selectionStart !== field.selectionEnd) return;
    const placed = this.draft.tags[this.marks.indexOf(this.markAt(event) as HTMLElement)];
    if (placed) field.setSelectionRange(placed.start, tagEnd(placed));
  };

  private readonly onPointer = (event: PointerEvent): void => {
    if (event.pointerType === "touch" || this.draft.tags.length === 0) return;
    const isOver = event.type === "pointermove" && event.target === this.field;
    const mark = isOver ? this.markAt(event) : null;
    this.field?.classList.toggle("over-tag", mark !== null);
    this.light(mark ?? this.querySelector("mark[data-selected]"), mark ? PATIENCE : 0);
  };

  private get marks(): HTMLElement[] {
    return [...this.querySelectorAll("mark")];
  }

  private markAt({ clientX, clientY }: MouseEvent): HTMLElement | null {
    const isIn = ({ left, right, top, bottom }: DOMRect) =>
      clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
    return this.marks.find((mark) => [...mark.getClientRects()].some(isIn)) ?? null;
  }

  /** The chip that is pointed at or selected; the letters above it catch the pointer. */
  private light(mark: HTMLElement | null, patience: number): void {
    if (mark === this.lit) return;
    this.lit?.removeAttribute("data-lit");
    this.lit?.dispatchEvent(new PointerEvent("pointerleave"));
    this.lit = mark;
    if (!mark) return;
    mark.setAttribute("data-lit", "");
    mark.dispatchEvent(new PointerEvent("pointerenter"));
    const placed = this.draft.tags[this.marks.indexOf(mark)];
    if (placed?.tag.interactive) {
      void showPreview(mark, { entity: entityOf(placed.tag) }, this.context, patience);
    }
  }

  private readonly onCopy = (event: ClipboardEvent): void => {
    const { field } = this;
    if (event.target !== field || !field) return;
    const { selectionStart, selectionEnd } = field;
    if (!onCopy(event, this.draft, selectionStart, selectionEnd) || event.type === "copy") return;
    this.composer.write({ text: "", tags: [] }, selectionStart, selectionEnd);
  };

  private readonly onPaste = (event: ClipboardEvent): void => {
    const { field } = this;
    const tagged = event.target === field ? pasted(event) : null;
    if (!tagged || !field) return;
    event.preventDefault();
    this.composer.write(tagged, field.selectionStart, field.selectionEnd);
  };
}
