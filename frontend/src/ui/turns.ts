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

/** The visible items in order; the last one of each answer knows the answer's end. */
export function entriesOf(items: readonly ThreadItem[]): Entry[] {
  const entries: Entry[] = [];
  let answer: ThreadItem[] = [];
  let messageId: string | null = null;
  const close = (): void => {
    const last = entries.at(-1);
    if (answer.length > 0 && last && last.item.type !== "user_message") {
      last.end = {
        itemIds: answer.map((item) => item.id),
        text: copyText(answer),
        messageId,
        createdAt: last.item.created_at,
      };
    }
    answer = [];
  };
  for (const item of items) {
    if (item.type === "user_message") {
      close();
      messageId = item.id;
    } else answer.push(item);
    if (!INVISIBLE.has(item.type)) entries.push({ item, end: null });
  }
  close();
  return entries;
}

/** The answer as text: messages as their Markdown, widgets as the text they offer for it. */
export function copyText(items: readonly ThreadItem[]): string {
  const texts = items.flatMap((item) => {
    if (item.type === "assistant_message") return item.content.map((part) => part.text);
    return item.type === "widget" ? [item.copy_text ?? ""] : [];
  });
  return texts.filter((text) => text.trim() !== "").join("\n\n");
}
