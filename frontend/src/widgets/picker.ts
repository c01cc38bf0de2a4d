/** A field with a button that opens a popup to choose in: what Select and DatePicker share. */
import { html, nothing, render } from "lit";
import { css, type Css } from "./css";
import type { Context, Drawn, WidgetViewOptions } from "./context";
import type { FieldLook } from "./entry";
import { text, type Json } from "./json";
import { place, type Align, type Side } from "./popup-place";

export interface PickerSettings {
  readonly name: string;
  readonly id: string;
  readonly className: string;
  readonly style: Css;
  /** The name for assistive technology, and the id of the `Label` that it comes from. */
  readonly label: string;
  readonly labelledBy: string | typeof nothing;
  readonly placeholder: string;
  readonly defaultValue: string;
  readonly clearable: boolean;
  readonly disabled: boolean;
  readonly invalid: string | typeof nothing;
  readonly describedBy: string | typeof nothing;
  readonly options: WidgetViewOptions;
}

/** The settings that both pickers read from their JSON. */
export function pickerSettings(
  json: Json,
  look: FieldLook,
  context: Context,
): Omit<PickerSettings, "placeholder" | "defaultValue"> {
  const given = context.labelOf(look.name);
  return {
    ...look,
    label: given ?? text(json.placeholder) ?? look.name,
    labelledBy: given !== undefined ? `${look.id}-label` : nothing,
    clearable: json.clearable === true,
    disabled: json.disabled === true,
    options: context.options,
  };
}

/**
 * It draws into itself, and keeps its value in a hidden input, where forms find it. The popup is a
 * modal dialog: that alone leaves the card, which clips what is in it, in every supported browser.
 */
export abstract class Picker<Settings extends PickerSettings> extends HTMLElement {
  private current: Settings | undefined;
  private chosen: string | undefined;
  protected isOpen = false;

  /** What to show; set again whenever the widget is drawn. */
  set settings(settings: Settings) {
    this.current = settings;
    this.draw();
  }

  get settings(): Settings {
    if (!this.current) throw new Error("A picker needs settings.");
    return this.current;
  }

  /** What was chosen; what the widget proposes until then. */
  get value(): string {
    return this.chosen ?? this.settings.defaultValue;
  }

  /** The icon in the button. */
  protected abstract readonly icon: string;
  /** What kind of popup the button announces. */
  protected abstract readonly popupRole: "listbox" | "dialog";
  /** Where the popup stands by preference. */
  protected get standing(): { side: Side; align: Align } {
    return { side: "bottom", align: "start" };
  }
  /** The value as the button shows it. */
  protected abstract valueText(): string;
  protected abstract popup(): Drawn;
  /** Called before the popup opens, and once it is there. */
  protected abstract prepare(): void;
  protected abstract focusPopup(): void;

  protected draw(): void {
    const { settings } = this;
    const { name, id, label, labelledBy, options } = settings;
    const words = this.value === "" ? "" : this.valueText();
    const valueId = `${id}-value`;
    // A combobox has its value beside its name; a button's name has to contain both.
    const isList = this.popupRole === "listbox";
    const ownName = isList || words === "" ? label : `${label}, ${words}`;
    const names = isList ? labelledBy : `${String(labelledBy)} ${valueId}`;
    const canClear = settings.clearable && words !== "" && !settings.disabled;
    const template = html`<button
        class=${`${settings.className} ck-w-picker-button`}
        id=${id}
        type="button"
        ?data-clearable=${canClear}
        role=${isList ? "combobox" : nothing}
        aria-haspopup=${this.popupRole}
        aria-expanded=${String(this.isOpen)}
        aria-controls=${isList && this.isOpen ? `${id}-popup` : nothing}
        aria-label=${labelledBy === nothing ? ownName : nothing}
        aria-labelledby=${labelledBy === nothing ? nothing : names}
        aria-invalid=${isList ? settings.invalid : nothing}
        aria-describedby=${settings.describedBy}
        ?disabled=${settings.disabled}
        @click=${() => this.open()}
        @keydown=${this.onButtonKey}
        ${css(settings.style)}
      >
        <span class=${words === "" ? "ck-w-placeholder" : "ck-w-picker-value"} id=${valueId}
          >${words || settings.placeholder}</span
        >${options.icon(this.icon)}
      </button>
      ${
        canClear
          ? html`<button
              class="ck-w-picker-clear"
              type="button"
              aria-label=${`${options.t("widget.clear")}: ${label}`}
              title=${options.t("widget.clear")}
              @click=${() => this.clear()}
            >
              ${options.icon("close")}
            </button>`
          : ""
      }
      <input type="hidden" data-name=${name} ?disabled=${settings.disabled} .value=${this.value} />
      ${
        this.isOpen
          ? html`<dialog
              class="ck-w-popup"
              aria-label=${label}
              @close=${this.onClose}
              @pointerdown=${this.onPointerDown}
              @keydown=${(event: Event) => event.stopPropagation()}
            >
              ${this.popup()}
            </dialog>`
          : ""
      }`;
    render(template, this);
  }

  protected open(): void {
    if (this.isOpen || this.settings.disabled) return;
    this.isOpen = true;
    this.prepare();
    this.draw();
    const dialog = this.querySelector("dialog");
    const button = this.querySelector("button");
    if (!dialog || !button) return;
    dialog.showModal();
    place(dialog, button, this.standing);
    this.focusPopup();
    // What it stands by moves; a native menu closes then too.
    window.addEventListener("resize", this.close);
  }

  protected readonly close = (): void => {
    this.querySelector("dialog")?.close();
  };

  /** Takes a value of the visitor's and closes. */
  protected choose(value: string): void {
    this.close();
    const changed = value !== this.value;
    this.chosen = value;
    this.draw();
    const field = this.querySelector("input[type=hidden]");
    if (changed) field?.dispatchEvent(new Event("change", { bubbles: true }));
  }

  private clear(): void {
    this.choose("");
    this.querySelector("button")?.focus();
  }

  private readonly onClose = (): void => {
    window.removeEventListener("resize", this.close);
    this.isOpen = false;
    this.draw();
    this.querySelector("button")?.focus({ preventScroll: true });
  };

  /** A press beside the popup is one on the dialog's backdrop. */
  private readonly onPointerDown = (event: PointerEvent): void => {
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    this.close();
  };

  private readonly onButtonKey = (event: KeyboardEvent): void => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    this.open();
  };
}
