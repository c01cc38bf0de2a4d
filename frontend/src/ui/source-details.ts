/** What there is to say about a source, besides its title. */

import type { Entity } from "@openai/chatkit";
import type { Source } from "../protocol/types";

/** Where it is from and when, in short: the parts of one line. */
export function sourceMeta(source: Source, locale: string): string[] {
  const parts = [source.group, origin(source), moment(source.timestamp, locale)];
  return [...new Set(parts.filter((part): part is string => Boolean(part)))];
}

function origin(source: Source): string | null {
  if (source.type === "file") return source.filename === source.title ? null : source.filename;
  if (source.type !== "url") return null;
  if (source.attribution) return source.attribution;
  try {
    return new URL(source.url).hostname.replace(/^www\./, "");
  } catch {
    return null;
  }
}

/** A date as the visitor writes it; whatever is no date stands as it is. */
function moment(timestamp: string | null | undefined, locale: string): string | null {
  if (!timestamp || !/^\d{4}-\d{2}-\d{2}(T|$)/.test(timestamp)) return timestamp ?? null;
  const isDay = timestamp.length === 10;
  const date = new Date(timestamp);
  if (Number.isNaN(date.getTime())) return timestamp;
  const zone = isDay ? { timeZone: "UTC" } : {};
  return date.toLocaleDateString(locale, { dateStyle: "medium", ...zone });
}

export function sourceIcon(source: Source): string {
  if (source.type === "url") return "globe";
  return (source.type === "entity" && source.icon) || "document";
}

/** An entity source as the page's callbacks know entities; `null` for any other. */
export function entityOfSource(source: Source): Entity | null {
  if (source.type !== "entity") return null;
  const { id, title, icon, group, data, interactive = false } = source;
  return {
    id,
    title,
    interactive,
    data: data ?? {},
    ...(icon ? { icon } : {}),
    ...(group ? { group } : {}),
  };
}
