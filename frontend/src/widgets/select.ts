/** Select: a list to choose from, with a search where it is long. */
import { html, nothing } from "lit";
import type { Context, Drawn } from "./context";
import { entry, field } from "./entry";
import { objects, text, type Json } from "./json";
import { Picker, pickerSettings, type PickerSettings } from "./picker";

interface Option {
  readonly value: string;
  readonly label: string;
  readonly description: string | undefined;
  readonly disabled: boolean;
}

interface SelectSettings extends PickerSettings {
  readonly choices: readonly Option[];
  readonly searchable: boolean;
}

/** Lists longer than this are searchable unless they say otherwise. */
const SEARCHABLE_FROM = 15;

/** Without case and accents, as people type when they look for something. */
const plain = (words: string): string =>
  words.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** The options that contain the words, in label or description. */
export function search<Found extends { label: string; description?: string | undefined }>(
  options: readonly Found[],
  words: string,
): Found[] {
  const wanted = plain(words.trim());
  return options.filter(({ label, description = "" }) =>
    plain(`${label} ${description}`).includes(wanted),
  );
}

/** How far one press of Page Up or Page Down goes. */
const PAGE = 8;

/** Letters that follow each other faster, in milliseconds, are one word. */
const TYPING_PAUSE = 700;

class SelectPicker extends Picker<SelectSettings> {
  protected readonly icon = "chevron-down";
  protected readonly popupRole = "listbox";
  private query = "";
  private active = -1;
  /** What was typed into a list without a search, while it is one word. */
  private typed = { words: "", at: -TYPING_PAUSE };

  private get found(): Option[] {
    return search(this.settings.choices, this.query);
  }

  protected valueText(): string {
    const { choices } = this.settings;
    return choices.find(({ value }) => value === this.value)?.label ?? this.value;
  }

  protected prepare(): void {
    this.query = "";
    const chosen = this.found.findIndex(({ value }) => value === this.value);
    this.active = chosen < 0 ? this.found.findIndex(({ disabled }) => !disabled) : chosen;
  }

  protected focusPopup(): void {
    this.querySelector<HTMLElement>("dialog :is(input, [role=listbox])")?.focus();
    this.showActive();
  }

  protected popup(): Drawn {
    const { id, label, searchable, options } = this.settings;
    const { found } = this;
    const active = found[this.active] ? `${id}-option-${this.active}` : nothing;
    const list = html`<div
      class="ck-w-options"
      id=${`${id}-popup`}
      role="listbox"
      aria-label=${label}
      tabindex=${searchable ? -1 : 0}
      aria-activedescendant=${searchable ? nothing : active}
      @keydown=${searchable ? nothing : this.onKey}
    >
      ${found.map((option, index) => this.option(option, index))}
    </div>`;
    const empty = html`<p class="ck-w-no-options" role="status">
      ${found.length === 0 ? options.t("composer.noResults") : ""}
    </p>`;
    if (!searchable) return list;
    return html`<div class="ck-w-search">
        ${options.icon("search")}<input
          type="text"
          role="combobox"
          aria-label=${label}
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls=${`${id}-popup`}
          aria-activedescendant=${active}
          autocomplete="off"
          spellcheck="false"
          .value=${this.query}
          @input=${this.onSearch}
          @keydown=${this.onKey}
        />
      </div>
      ${list}${empty}`;
  }

  private option(option: Option, index: number): Drawn {
    const { id, options } = this.settings;
    const chosen = option.value === this.value;
    return html`<div
      class=${`ck-w-option${index === this.active ? " ck-w-active" : ""}`}
      id=${`${id}-option-${index}`}
      role="option"
      aria-selected=${String(chosen)}
      aria-disabled=${option.disabled ? "true" : nothing}
      @click=${() => this.pick(option)}
      @pointermove=${() => this.activate(index)}
    >
      <span class="ck-w-option-words"
        ><span>${option.label}</span>${
          option.description
            ? html`<span class="ck-w-option-description">${option.description}</span>`
            : ""
        }</span
      >${chosen ? options.icon("check") : ""}
    </div>`;
  }

  private pick(option: Option | undefined): void {
    if (option && !option.disabled) this.choose(option.value);
  }

  private activate(index: number): void {
    if (index === this.active) return;
    this.active = index;
    this.draw();
  }

  private showActive(): void {
    this.querySelector(".ck-w-active")?.scrollIntoView({ block: "nearest" });
  }

  private readonly onSearch = (event: Event): void => {
    this.query = (event.target as HTMLInputElement).value;
    this.active = this.found.findIndex(({ disabled }) => !disabled);
    this.draw();
    this.showActive();
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    const { found, active } = this;
    const last = found.length - 1;
    const isTyping = event.timeStamp - this.typed.at < TYPING_PAUSE;
    const isSpace = event.key === " " && !this.settings.searchable && !isTyping;
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: Math.min(last, active + PAGE),
      PageUp: Math.max(0, active - PAGE),
      ...(this.settings.searchable ? {} : { Home: 0, End: last }),
    };
    const next = steps[event.key];
    if (event.isComposing) return;
    if (event.key === "Enter" || event.key === "Tab" || isSpace) {
      event.preventDefault();
      if (event.key === "Tab") this.close();
      else this.pick(found[active]);
    } else if (next !== undefined) {
      event.preventDefault();
      // Round and round, as in menus.
      this.activate(last < 0 ? -1 : (next + last + 1) % (last + 1));
      this.showActive();
    } else if (!this.settings.searchable && event.key.length === 1 && !event.ctrlKey) {
      event.preventDefault();
      this.typeAhead(event.key, event.timeStamp);
    }
  };

  /** Goes to the option that begins with what is typed without a pause. */
  private typeAhead(key: string, at: number): void {
    const words = at - this.typed.at < TYPING_PAUSE ? this.typed.words + key : key;
    this.typed = { words, at };
    const begins = (option: Option): boolean => plain(option.label).startsWith(plain(words));
    // The same letter again goes to the next option with it.
    const from = words.length === 1 ? this.active + 1 : Math.max(0, this.active);
    const { found } = this;
    const order = [...found.slice(from), ...found.slice(0, from)];
    const match = order.find(begins);
    if (match) this.activate(found.indexOf(match));
    this.showActive();
  }
}

if (!customElements.get("chatkit-select")) customElements.define("chatkit-select", SelectPicker);

export function select(json: Json, path: string, context: Context): Drawn {
  const look = field(json, path, context, json.block === true);
  const { t } = context.options;
  const choices = objects(json.options).map((option): Option => {
    const value = text(option.value) ?? "";
    return {
      value,
      label: text(option.label) ?? value,
      description: text(option.description),
      disabled: option.disabled === true,
    };
  });
  const isLong = choices.length > SEARCHABLE_FROM;
  const settings: SelectSettings = {
    ...pickerSettings(json, look, context),
    placeholder: text(json.placeholder) ?? t("widget.choose"),
    defaultValue: text(json.defaultValue) ?? "",
    choices,
    searchable: typeof json.searchable === "boolean" ? json.searchable : isLong,
  };
  const control = html`<chatkit-select
    class="ck-w-picker"
    .settings=${settings}
    @change=${(event: Event) => context.change(json, path, event)}
  ></chatkit-select>`;
  return entry(control, look, path, context);
}
