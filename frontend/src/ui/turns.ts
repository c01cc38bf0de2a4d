/** How a thread's items read as turns: who said what, and where the answer's buttons go. */

import type { ThreadItem } from "../protocol/types";

/** Kinds that leave no trace on the screen by themselves. */
const INVISIBLE: ReadonlySet<ThreadItem["type"]> = new Set(["client_tool_call", "end_of_turn"]);

export interface AnswerEnd {
  /** All items of the answer, the invisible ones too: feedback is about the whole turn. */
  itemIds: string[];
  /** What the copy button copies. */
  text: string;
  /** The message it answers, which a retry names; `null` when the assistant began. */
  messageId: string | null;
  createdAt: string;
}

export type Entry = { item: ThreadItem; end: AnswerEnd | null };

/** A message of the user with its answer, or an answer that nothing was asked for. */
export interface Turn {
  /** Stays the same while the turn grows at either end. */
  key: string;
  /** Its visible items; the last one knows the answer's end. */
  entries: readonly Entry[];
  items: readonly ThreadItem[];
}

/**
 * The turns of a thread in order.
 *
 * @param before the turns it had: one that did not change is the same object again, so that only
 * what changed is drawn.
 * @param keyOf the name under which an item is drawn.
 */
export function turnsOf(
  items: readonly ThreadItem[],
  before: readonly Turn[] = [],
  keyOf: (item: ThreadItem) => string = (item) => item.id,
): Turn[] {
  const known = new Map(before.flatMap((turn) => turn.items[0] ? [[turn.items[0].id, turn]] : []));
  const turns: Turn[] = [];
  let start = 0;
  for (let index = 1; index <= items.length; index += 1) {
    const next = items[index];
    if (next && next.type !== "user_message") continue;
    const turn = turnOf(items.slice(start, index), known, keyOf);
    if (turn.entries.length > 0) turns.push(turn);
    start = index;
  }
  return turns;
}

function turnOf(
  items: readonly ThreadItem[],
  known: ReadonlyMap<string, Turn>,
  keyOf: (item: ThreadItem) => string,
): Turn {
  const first = items[0]!;
  const same = known.get(first.id);
  if (same?.items.length === items.length && same.items.every((item, at) => item === items[at])) {
    return same;
  }
  // An earlier page may begin the turn that the thread began with so far.
  const grown = same ?? known.get(items.find((item) => known.has(item.id))?.id ?? "");
  return { key: grown?.key ?? keyOf(first), entries: entriesOf(items), items };
}

function entriesOf(items: readonly ThreadItem[]): Entry[] {
  const entries = items
    .filter((item) => !INVISIBLE.has(item.type))
    .map((item): Entry => ({ item, end: null }));
  const asked = items[0]?.type === "user_message" ? items[0] : null;
  const answer = asked === null ? items : items.slice(1);
  const last = entries.at(-1);
  if (last && last.item !== asked) {
    last.end = {
      itemIds: answer.map((item) => item.id),
      text: copyText(answer),
      messageId: asked?.id ?? null,
      createdAt: last.item.created_at,
    };
  }
  return entries;
}

/** The answer as text: messages as their Markdown, widgets as the text they offer for it. */
export function copyText(items: readonly ThreadItem[]): string {
  const texts = items.flatMap((item) => {
    if (item.type === "assistant_message") return item.content.map((part) => part.text ?? "");
    return item.type === "widget" ? [item.copy_text ?? ""] : [];
  });
  return texts.filter((text) => text.trim() !== "").join("\n\n");
}
