/** Days as ISO dates (`2026-05-04`), and the weeks of a month. All sums are in UTC. */

const DAY = 86_400_000;

/** The day of an ISO date and time; `undefined` for what is none. */
export function isoDay(value: unknown): string | undefined {
  const day = typeof value === "string" ? /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0] : undefined;
  return day !== undefined && toIso(toDate(day)) === day ? day : undefined;
}

export const toDate = (day: string): Date => new Date(`${day}T00:00:00Z`);

function toIso(date: Date): string {
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}

/** Today, where the visitor is. */
export function today(): string {
  const now = new Date();
  return toIso(new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())));
}

export const addDays = (day: string, days: number): string =>
  toIso(new Date(toDate(day).getTime() + days * DAY));

/** The same day of another month; its last, when it has fewer. */
export function addMonths(day: string, months: number): string {
  const date = toDate(day);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return toIso(new Date(Date.UTC(year, month, Math.min(date.getUTCDate(), last))));
}

/** `day` where it is between `min` and `max`, else the nearer of them. */
export function clampDay(day: string, min: string | undefined, max: string | undefined): string {
  if (min !== undefined && day < min) return min;
  return max !== undefined && day > max ? max : day;
}

/** How many days `day` comes after the first of its week; weeks start at `first` (0 is Sunday). */
export const dayOfWeek = (day: string, first: number): number =>
  (toDate(day).getUTCDay() - first + 7) % 7;

/** The weeks that the month of `day` touches, whole. */
export function monthWeeks(day: string, first: number): string[][] {
  const start = `${day.slice(0, 7)}-01`;
  const end = addDays(addMonths(start, 1), -1);
  const weeks: string[][] = [];
  for (let at = addDays(start, -dayOfWeek(start, first)); at <= end; at = addDays(at, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(at, index)));
  }
  return weeks;
}

/** Where weeks start on a Sunday or a Saturday, for browsers that do not know (CLDR 46). */
const SUNDAY =
  "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW";
const SATURDAY = "AE AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY";

/** The first day of the week in a locale; 0 is Sunday. */
export function firstDayOfWeek(locale: string): number {
  const { region = "" } = new Intl.Locale(locale).maximize();
  if (SUNDAY.includes(region)) return 0;
  return SATURDAY.includes(region) ? 6 : 1;
}
