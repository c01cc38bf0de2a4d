/**
 * The menu over the composer while an `@` or a `/` is being written.
 *
 * The focus stays in the text field, which names the active option (`aria-activedescendant`). The
 * field keeps the role of a text field of several lines: a `combobox` is one of a single line.
 */

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { tagMarker } from "../state/draft";
import { ChatPart, type ChatContext } from "../ui/part";
import {
  builtInChoices,
  commandChoice,
  entityChoice,
  inGroups,
  matching,
  type Choice,
  type Outcome,
} from "./choices";
import { icon, type Writing } from "./kit";
import { Search } from "./search";
import { triggerAt, type Trigger } from "./trigger";

const LIST = "ck-suggestions";
const optionId = (index: number) => `ck-suggestion-${index}`;

interface Submenu {
  readonly title: string;
  readonly choices: readonly Choice[];
}

export class Suggestions extends ChatPart {
  @property({ attribute: false }) context!: ChatContext;
  @property({ attribute: false }) composer!: Writing;
  @state() private trigger: Trigger | null = null;
  @state() private active = 0;
  /** Menus that commands led to, the one that is shown last. */
  @state() private submenus: readonly Submenu[] = [];
  /** The choice that the page is at work on. */
  @state() private working: symbol | null = null;
  /** A trigger that was turned down; it stays so while it stands where it is. */
  private dismissed: number | null = null;
  /** The key that came before the answer did. */
  private early: "Enter" | "Tab" | null = null;
  private readonly search = new Search<Choice>(
    () => this.onFound(),
    (error) =>
      this.context.actions.fail(error instanceof Error ? error : new Error(String(error))),
  );
  private listening: AbortController | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    const form = this.closest("form");
    if (!form) return;
    this.listening = new AbortController();
    const { signal } = this.listening;
    form.addEventListener("input", () => this.look(true), { signal });
    form.addEventListener("keydown", this.onKeydown, { capture: true, signal });
    form.addEventListener("focusout", this.onFocusOut, { signal });
    document.addEventListener("selectionchange", () => this.look(false), { signal });
    // Firefox tells the field itself.
    form.addEventListener("selectionchange", () => this.look(false), { capture: true, signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.listening?.abort();
    this.close();
  }

  protected override firstUpdated(): void {
    // What was written while this was loading.
    if (this.field?.matches(":focus")) this.look(true);
  }

  protected override updated(changes: PropertyValues): void {
    this.describe();
    const panel = this.querySelector<HTMLElement>(".suggestions");
    if (panel) this.fit(panel);
    if (changes.has("active")) this.reveal();
  }

  protected override render() {
    if (!this.isOpen) return nothing;
    const { choices, submenu } = this;
    return html`<div class="suggestions" @mousedown=${(event: Event) => event.preventDefault()}>
      ${
        submenu
          ? html`<button type="button" class="suggestions-back" tabindex="-1" @click=${this.back}>
              ${icon("chevron-left")}<span class="truncate">${submenu.title}</span>
            </button>`
          : nothing
      }
      ${choices.length > 0 ? this.list(choices) : this.note()}
    </div>`;
  }

  private list(choices: readonly Choice[]): TemplateResult {
    let index = 0;
    return html`<div
      class="suggestions-list"
      role="listbox"
      id=${LIST}
      aria-label=${this.label}
      aria-busy=${this.working !== null}
    >
      ${inGroups(choices).map(({ group, choices: members }) => {
        const separator =
          index > 0 ? html`<div class="suggestions-separator" role="presentation"></div>` : nothing;
        const rows = members.map((choice) => this.option(choice, index++));
        return group === ""
          ? [separator, ...rows]
          : html`<div role="group" aria-label=${group}>
              <div class="suggestions-group" role="presentation" dir="auto">${group}</div>
              ${rows}
            </div>`;
      })}
    </div>`;
  }

  private option(choice: Choice, index: number): TemplateResult {
    return html`<div
      class="suggestion"
      role="option"
      id=${optionId(index)}
      aria-selected=${index === this.active}
      @pointermove=${() => (this.active = index)}
      @click=${() => this.choose(choice)}
    >
      ${choice.icon ? icon(choice.icon) : nothing}
      <span class="suggestion-words">
        <span dir="auto">${choice.label}</span>
        ${
          choice.description
            ? html`<span class="suggestion-description" dir="auto">${choice.description}</span>`
            : nothing
        }
      </span>
    </div>`;
  }

  private note(): TemplateResult {
    const { t } = this.context;
    const { state: found } = this.search.found;
    if (this.submenu === undefined && found === "waiting") {
      return html`<p class="suggestions-note late">
        <span class="spinner"></span>${t("widget.loading")}
      </p>`;
    }
    if (this.submenu === undefined && found === "failed") {
      return html`<div class="suggestions-note">
        <span>${t("error.generic")}</span>
        <button type="button" class="button small" tabindex="-1" @click=${() => this.ask(true)}>
          ${t("action.retry")}
        </button>
      </div>`;
    }
    return html`<p class="suggestions-note">${t("composer.noResults")}</p>`;
  }

  private get field(): HTMLTextAreaElement | null {
    return this.composer?.field;
  }

  private get submenu(): Submenu | undefined {
    return this.submenus.at(-1);
  }

  private get label(): string {
    const { t } = this.context;
    if (this.submenu) return this.submenu.title;
    return t(this.trigger?.kind === "mention" ? "composer.mention" : "composer.commands");
  }

  /** Whether a menu is there: words after an `@` show one only when something was found. */
  private get isOpen(): boolean {
    if (this.working !== null) return true;
    if (this.trigger === null) return false;
    return !/\s/.test(this.trigger.query) || this.choices.length > 0;
  }

  /** In the order in which they are shown. */
  private get choices(): Choice[] {
    const { submenu, trigger } = this;
    const all = submenu
      ? matching(submenu.choices, trigger?.query ?? "")
      : this.search.found.results;
    return inGroups(all).flatMap(({ choices }) => choices);
  }

  /** What is being written is looked at anew. */
  private look(isEdit: boolean): void {
    const { field, trigger: before } = this;
    if (!field || this.working !== null || (!isEdit && before === null)) return;
    const { selectionStart, selectionEnd, disabled } = field;
    const { entities, commands } = this.context.options;
    const found =
      selectionStart === selectionEnd && !disabled
        ? triggerAt(this.composer.draft, selectionEnd, {
            mention: entities?.onTagSearch !== undefined,
            command: commands?.enabled ?? false,
          })
        : null;
    if (found?.start !== this.dismissed) this.dismissed = null;
    if (found === null || this.dismissed !== null) {
      if (before !== null) this.close();
      return;
    }
    const isSame = before?.start === found.start && before.kind === found.kind;
    if (isSame && before.query === found.query) return;
    if (!isSame) this.close();
    this.trigger = found;
    this.active = 0;
    if (this.submenu) this.announce();
    else this.ask(!isSame && found.query === "");
  }

  private ask(isUrgent: boolean): void {
    const { trigger, context } = this;
    if (!trigger) return;
    const { entities, commands } = context.options;
    const { kind, query } = trigger;
    this.search.begin(async () => {
      if (kind === "mention") return ((await entities?.onTagSearch?.(query)) ?? []).map(entityChoice);
      const own = matching(builtInChoices(context, this.builtIn), query);
      const given = (await commands?.onSearch?.(query)) ?? [];
      return [...given.map((command) => commandChoice(command, context)), ...own];
    }, isUrgent);
  }

  private onFound(): void {
    this.requestUpdate();
    const { state: found, results } = this.search.found;
    if (found === "waiting" || this.trigger === null) return;
    this.active = 0;
    const { early } = this;
    this.early = null;
    const [first] = this.choices;
    if (early && first) this.choose(first);
    else if (early === "Enter" && found === "found") {
      // There is nothing to choose: it was meant to send.
      this.close();
      this.closest("form")?.requestSubmit();
    }
    // A sentence after an `@`, and nothing is called like it: it is no mention.
    else if (results.length === 0 && /\s/.test(this.trigger.query)) this.dismiss();
    else this.announce();
  }

  private announce(): void {
    const { t, actions } = this.context;
    const { length } = this.choices;
    if (this.search.found.state === "failed") actions.announce(t("error.generic"));
    else actions.announce(length === 0 ? t("composer.noResults") : `${this.label}: ${length}`);
  }

  private readonly onKeydown = (event: KeyboardEvent): void => {
    // 229: the key belongs to a composition, as Safari reports it.
    if (event.target !== this.field || event.isComposing || event.keyCode === 229) return;
    if (!this.isOpen || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (!this.take(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Whether the key was meant for the menu. */
  private take(key: string): boolean {
    const { length } = this.choices;
    const steps: Record<string, number> = {
      ArrowDown: (this.active + 1) % length,
      ArrowUp: (this.active - 1 + length) % length,
      Home: 0,
      End: length - 1,
    };
    const step = steps[key];
    if (step !== undefined) {
      if (length > 0) this.active = step;
      return length > 0;
    }
    if (key === "Enter" || key === "Tab") return this.takeActive(key);
    if (key === "Escape") {
      this.dismiss();
      return true;
    }
    if (key !== "Backspace" || !this.submenu || this.trigger?.query !== "") return false;
    this.back();
    return true;
  }

  private takeActive(key: "Enter" | "Tab"): boolean {
    if (this.working !== null) return true;
    const choice = this.choices[this.active];
    const isWaiting = this.submenu === undefined && this.search.found.state === "waiting";
    if (isWaiting) this.early = key;
    else if (choice) this.choose(choice);
    else this.dismiss();
    return isWaiting || choice !== undefined;
  }

  private choose(choice: Choice): void {
    const { trigger, submenus } = this;
    if (!trigger || this.working !== null) return;
    const { start, query } = trigger;
    const end = start + 1 + query.length;
    this.search.cancel();
    const outcome = choice.run();
    if (!(outcome instanceof Promise)) {
      this.settle(outcome, choice, submenus, start, end);
      return;
    }
    const turn = Symbol(choice.label);
    this.working = turn;
    this.composer.write({ text: "", tags: [] }, start, end);
    outcome
      .then((settled) => {
        if (this.working !== turn) return;
        const { selectionStart, selectionEnd } = this.composer.field;
        this.settle(settled, choice, submenus, selectionStart, selectionEnd);
      })
      .catch((error: unknown) => {
        if (this.working === turn) this.close();
        this.context.actions.fail(error instanceof Error ? error : new Error(String(error)));
      });
  }

  /** Writes what a choice led to in the place of a stretch of the text. */
  private settle(
    outcome: Outcome,
    choice: Choice,
    submenus: readonly Submenu[],
    start: number,
    end: number,
  ): void {
    const { composer } = this;
    this.close();
    if (outcome.type === "text") composer.write({ text: outcome.text, tags: [] }, start, end);
    else if (outcome.type === "tag") {
      const { tag } = outcome;
      const isApart = /^\s/.test(composer.draft.text.slice(end));
      const text = tagMarker(tag) + (isApart ? "" : " ");
      composer.write({ text, tags: [{ tag, start: 0 }] }, start, end);
    } else {
      composer.write({ text: "/", tags: [] }, start, end);
      this.search.forget();
      this.trigger = { kind: "command", start, query: "" };
      this.submenus = [...submenus, { title: choice.label, choices: outcome.choices }];
      this.announce();
    }
  }

  private readonly back = (): void => {
    this.submenus = this.submenus.slice(0, -1);
    this.active = 0;
    if (this.submenu) this.announce();
    else this.ask(true);
  };

  /** Closes the menu and leaves the text as it is. */
  private dismiss(): void {
    // The words of a command that works are gone already.
    this.dismissed = this.working === null ? (this.trigger?.start ?? null) : null;
    this.close();
  }

  private close(): void {
    this.search.forget();
    this.trigger = null;
    this.submenus = [];
    this.working = null;
    this.early = null;
    this.active = 0;
  }

  private readonly onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof Node && this.closest("form")?.contains(relatedTarget)) return;
    if (this.working === null) this.close();
  };

  private readonly builtIn = {
    pickFiles: () => this.closest("form")?.querySelector<HTMLElement>("input[type=file]")?.click(),
    selectTool: (id: string) => this.composer.selectTool(id),
    selectModel: (id: string) => this.composer.selectModel(id),
  };

  /** Tells assistive technology, at the field, what the arrows are at. */
  private describe(): void {
    const { field } = this;
    const { entities, commands } = this.context.options;
    if (!field) return;
    const suggests = entities?.onTagSearch !== undefined || (commands?.enabled ?? false);
    const isOpen = this.isOpen && this.choices.length > 0;
    const attributes = {
      "aria-autocomplete": suggests ? "list" : null,
      "aria-haspopup": suggests ? "listbox" : null,
      "aria-controls": isOpen ? LIST : null,
      "aria-activedescendant": isOpen ? optionId(this.active) : null,
    };
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null) field.removeAttribute(name);
      else field.setAttribute(name, value);
    }
  }

  /** As tall as there is room above the composer. */
  private fit(panel: HTMLElement): void {
    const [root, composer] = [this.closest(".root"), this.closest(".composer")];
    if (!root || !composer) return;
    const room = composer.getBoundingClientRect().top - root.getBoundingClientRect().top;
    panel.style.maxHeight = `${Math.max(96, Math.min(room - 16, 380))}px`;
  }

  private reveal(): void {
    const panel = this.querySelector<HTMLElement>(".suggestions");
    const option = this.querySelector<HTMLElement>(`#${optionId(this.active)}`);
    if (!panel || !option) return;
    const [frame, row] = [panel.getBoundingClientRect(), option.getBoundingClientRect()];
    if (this.active === 0) panel.scrollTop = 0;
    else if (row.top < frame.top) panel.scrollTop -= frame.top - row.top + 6;
    else if (row.bottom > frame.bottom) panel.scrollTop += row.bottom - frame.bottom + 6;
  }
}
