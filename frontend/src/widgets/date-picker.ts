/** DatePicker: a calendar, because browsers' own fields speak their language, not the chat's. */
import { html, nothing } from "lit";
import {
  addDays,
  addMonths,
  clampDay,
  dayOfWeek,
  firstDayOfWeek,
  isoDay,
  monthWeeks,
  toDate,
  today,
} from "./calendar";
import type { Context, Drawn } from "./context";
import { entry, field } from "./entry";
import { oneOf, text, type Json } from "./json";
import { Picker, pickerSettings, type PickerSettings } from "./picker";
import type { Align, Side } from "./popup-place";

interface DateSettings extends PickerSettings {
  readonly min: string | undefined;
  readonly max: string | undefined;
  readonly side: Side;
  readonly align: Align;
}

/** How far the years go, where nothing limits them. */
const YEARS_BACK = 120;
const YEARS_AHEAD = 30;

class DatePickerField extends Picker<DateSettings> {
  protected readonly icon = "calendar";
  protected readonly popupRole = "dialog";
  /** The day that the keys move; its month is the one that is shown. */
  private day = today();
  private locale = "en";

  protected override get standing(): { side: Side; align: Align } {
    return this.settings;
  }

  private format(day: string, options: Intl.DateTimeFormatOptions): string {
    const format = new Intl.DateTimeFormat(this.locale, { ...options, timeZone: "UTC" });
    return format.format(toDate(day));
  }

  protected valueText(): string {
    this.locale = this.closest<HTMLElement>("[lang]")?.lang || "en";
    return this.format(this.value, { dateStyle: "medium" });
  }

  protected prepare(): void {
    this.locale = this.closest<HTMLElement>("[lang]")?.lang || "en";
    this.day = this.clamp(this.value || today());
  }

  protected focusPopup(): void {
    this.querySelector<HTMLElement>('dialog [tabindex="0"]')?.focus();
  }

  private clamp(day: string): string {
    return clampDay(day, this.settings.min, this.settings.max);
  }

  protected popup(): Drawn {
    const { options, min, max } = this.settings;
    const first = firstDayOfWeek(this.locale);
    const weeks = monthWeeks(this.day, first);
    const month = this.format(this.day, { month: "long", year: "numeric" });
    const now = today();
    const offersToday = this.clamp(now) === now;
    return html`<div class="ck-w-calendar">
      <div class="ck-w-calendar-head">
        ${this.turn(-1, "chevron-left")}
        <div class="ck-w-calendar-month">${this.months()}${this.years()}</div>
        ${this.turn(1, "chevron-right")}
      </div>
      <table role="grid" aria-label=${month} @keydown=${this.onKey}>
        <thead>
          <tr>
            ${weeks[0]?.map(
              (day) =>
                html`<th scope="col" abbr=${this.format(day, { weekday: "long" })}>
                  ${this.format(day, { weekday: "narrow" })}
                </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${weeks.map(
            (week) =>
              html`<tr>
                ${week.map((day) => this.cell(day, min, max, now))}
              </tr>`,
          )}
        </tbody>
      </table>
      ${
        offersToday
          ? html`<button class="ck-w-calendar-today" type="button" @click=${() => this.choose(now)}>
              ${options.t("time.today")}
            </button>`
          : ""
      }
    </div>`;
  }

  private cell(day: string, min: string | undefined, max: string | undefined, now: string): Drawn {
    const out = clampDay(day, min, max) !== day;
    const chosen = day === this.value;
    const other = day.slice(0, 7) !== this.day.slice(0, 7);
    return html`<td role="gridcell" aria-selected=${String(chosen)}>
      <button
        class=${`ck-w-day${other ? " ck-w-other-month" : ""}`}
        type="button"
        tabindex=${day === this.day ? 0 : -1}
        data-day=${day}
        aria-label=${this.format(day, { dateStyle: "full" })}
        aria-current=${day === now ? "date" : nothing}
        aria-disabled=${out ? "true" : nothing}
        @click=${() => !out && this.choose(day)}
      >
        ${this.format(day, { day: "numeric" })}
      </button>
    </td>`;
  }

  /** A button to the month before or after, which it names. */
  private turn(months: number, icon: string): Drawn {
    const target = addMonths(this.day, months);
    const reachable = this.clamp(target).slice(0, 7) === target.slice(0, 7);
    return html`<button
      class="ck-w-calendar-turn"
      type="button"
      aria-label=${this.format(target, { month: "long", year: "numeric" })}
      ?disabled=${!reachable}
      @click=${() => this.go(target, false)}
    >
      ${this.settings.options.icon(icon)}
    </button>`;
  }

  private months(): Drawn {
    const year = this.day.slice(0, 4);
    const all = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, "0"));
    return this.jump(
      "month",
      all.map((month) => ({
        value: month,
        label: this.format(`${year}-${month}-01`, { month: "long" }),
        disabled: this.clamp(`${year}-${month}-15`).slice(0, 7) !== `${year}-${month}`,
      })),
      this.day.slice(5, 7),
      (month) => `${year}-${month}-01`,
    );
  }

  private years(): Drawn {
    const { min, max } = this.settings;
    const now = Number(today().slice(0, 4));
    const shown = Number(this.day.slice(0, 4));
    const from = Number(min?.slice(0, 4) ?? Math.min(shown, now - YEARS_BACK));
    const to = Math.max(from, Number(max?.slice(0, 4) ?? Math.max(shown, now + YEARS_AHEAD)));
    const count = Math.min(to - from + 1, 400);
    const all = Array.from({ length: count }, (_, index) => String(from + index).padStart(4, "0"));
    return this.jump(
      "year",
      all.map((year) => ({
        value: year,
        label: this.format(`${year}-06-15`, { year: "numeric" }),
        disabled: false,
      })),
      this.day.slice(0, 4),
      (year) => `${year}${this.day.slice(4, 7)}-01`,
    );
  }

  /** A choice of months or years; the browser knows in every language what they are called. */
  private jump(
    unit: "month" | "year",
    choices: { value: string; label: string; disabled: boolean }[],
    chosen: string,
    target: (value: string) => string,
  ): Drawn {
    const names = new Intl.DisplayNames(this.locale, { type: "dateTimeField" });
    const change = (event: Event): void => {
      event.stopPropagation();
      this.go(target((event.target as HTMLSelectElement).value), false);
    };
    return html`<select class="ck-w-calendar-jump" aria-label=${names.of(unit) ?? unit} @change=${change}>
      ${choices.map(
        ({ value, label, disabled }) =>
          html`<option value=${value} ?disabled=${disabled} .selected=${value === chosen}>
            ${label}
          </option>`,
      )}
    </select>`;
  }

  private go(day: string, focus = true): void {
    this.day = this.clamp(day);
    this.draw();
    if (focus) this.focusPopup();
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const { day } = this;
    const inline = getComputedStyle(this).direction === "rtl" ? -1 : 1;
    const weekday = dayOfWeek(day, firstDayOfWeek(this.locale));
    const months = event.shiftKey ? 12 : 1;
    const steps: Record<string, string> = {
      ArrowLeft: addDays(day, -inline),
      ArrowRight: addDays(day, inline),
      ArrowUp: addDays(day, -7),
      ArrowDown: addDays(day, 7),
      Home: addDays(day, -weekday),
      End: addDays(day, 6 - weekday),
      PageUp: addMonths(day, -months),
      PageDown: addMonths(day, months),
    };
    const target = steps[event.key];
    if (target === undefined) return;
    event.preventDefault();
    this.go(target);
  };
}

if (!customElements.get("chatkit-date")) customElements.define("chatkit-date", DatePickerField);

export function datePicker(json: Json, path: string, context: Context): Drawn {
  const look = field(json, path, context, json.block === true);
  const settings: DateSettings = {
    ...pickerSettings(json, look, context),
    placeholder: text(json.placeholder) ?? context.options.t("widget.choose"),
    defaultValue: isoDay(json.defaultValue) ?? "",
    min: isoDay(json.min),
    max: isoDay(json.max),
    side: oneOf(json.side, ["top", "bottom", "left", "right"]) ?? "bottom",
    align: oneOf(json.align, ["start", "center", "end"]) ?? "start",
  };
  const control = html`<chatkit-date
    class="ck-w-picker"
    .settings=${settings}
    @change=${(event: Event) => context.change(json, path, event)}
  ></chatkit-date>`;
  return entry(control, look, path, context);
}
