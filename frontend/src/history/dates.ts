/** Days as people count them, in the browser's time zone. */

import type { MessageKey } from "../i18n";
import type { Thread } from "../protocol/types";

const DAY = 86_400_000;

/** The heading a thread stands under in the history. */
export function ageGroup(createdAt: string, now: Date): MessageKey {
  const then = new Date(createdAt);
  if (Number.isNaN(then.getTime())) return "time.older";
  const days = Math.round((startOfDay(now) - startOfDay(then)) / DAY);
  if (days <= 0) return "time.today";
  if (days === 1) return "time.yesterday";
  if (days <= 7) return "time.thisWeek";
  return days <= 30 ? "time.thisMonth" : "time.older";
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** Threads under their headings, in the order they came. */
export function groupByAge(
  threads: readonly Thread[],
  now: Date,
): { heading: MessageKey; threads: Thread[] }[] {
  const groups: { heading: MessageKey; threads: Thread[] }[] = [];
  for (const thread of threads) {
    const heading = ageGroup(thread.created_at, now);
    const last = groups.at(-1);
    if (last?.heading === heading) last.threads.push(thread);
    else groups.push({ heading, threads: [thread] });
  }
  return groups;
}
