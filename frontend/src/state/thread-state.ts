/** A thread as the element shows it, and what each of the twelve stream events does to it. */

import { isRecord } from "../protocol/errors";
import type { NoticeLevel, StreamEvent, Thread, ThreadItem } from "../protocol/types";
import { applyItemUpdate } from "./item-updates";

export interface Notice {
  key: number;
  level: NoticeLevel;
  message: string;
  title: string | null;
  /** The item it came after; `null` at the top of the thread. */
  afterItem: string | null;
}

export interface StreamFailure {
  code: string;
  message: string | null;
  allowRetry: boolean;
}

export interface ThreadState {
  /** `null` until the server has made the thread. */
  thread: Thread | null;
  items: readonly ThreadItem[];
  /** Ids of items that were begun and are not finished yet. */
  unfinished: ReadonlySet<string>;
  /** The id of the message that was just sent and that the server has not confirmed. */
  unconfirmed: string | null;
  /** Server id → the id a message had before it was confirmed, under which it is drawn. */
  drawnAs: ReadonlyMap<string, string>;
  progress: { text: string; icon: string | null } | null;
  allowCancel: boolean;
  notices: readonly Notice[];
  /** The last `error` event of the turn. */
  failure: StreamFailure | null;
  /** Whether the last answer broke off before its end. */
  incomplete: boolean;
}

export const emptyThread: ThreadState = {
  thread: null,
  items: [],
  unfinished: new Set(),
  unconfirmed: null,
  drawnAs: new Map(),
  progress: null,
  allowCancel: true,
  notices: [],
  failure: null,
  incomplete: false,
};

/** Reports what was left alone: a newer server may send kinds this element does not know. */
export type ReportUnknown = (what: "event" | "item" | "update", type: string) => void;

const SHOWN_ITEMS: ReadonlySet<string> = new Set([
  "user_message",
  "assistant_message",
  "client_tool_call",
  "widget",
  "generated_image",
  "structured_input",
  "workflow",
  "task",
  "end_of_turn",
]);

const HIDDEN_ITEMS: ReadonlySet<string> = new Set(["hidden_context_item", "sdk_hidden_context"]);

/** The thread after an event; the same object when the event changes nothing. */
export function reduceThread(
  state: ThreadState,
  event: StreamEvent,
  reportUnknown: ReportUnknown,
): ThreadState {
  switch (event.type) {
    case "thread.created":
    case "thread.updated":
      return { ...state, thread: threadOf(event.thread) };
    case "thread.item.added":
      return withItem(state, event.item, false, reportUnknown);
    case "thread.item.done":
    case "thread.item.replaced":
      return withItem(state, event.item, true, reportUnknown);
    case "thread.item.updated": {
      const index = state.items.findLastIndex((item) => item.id === event.item_id);
      const item = state.items[index];
      const updated = item && applyItemUpdate(item, event.update);
      if (updated === undefined) {
        reportUnknown("update", String(event.update.type));
        return state;
      }
      return { ...state, items: state.items.with(index, updated) };
    }
    case "thread.item.removed":
      return {
        ...state,
        items: state.items.filter((item) => item.id !== event.item_id),
        unfinished: without(state.unfinished, event.item_id),
      };
    case "stream_options":
      return { ...state, allowCancel: event.stream_options.allow_cancel };
    case "progress_update":
      return { ...state, progress: { text: event.text, icon: event.icon ?? null } };
    case "notice":
      return { ...state, notices: [...state.notices, noticeOf(state, event)] };
    case "error":
      return {
        ...state,
        failure: {
          code: event.code ?? "custom",
          message: event.message ?? null,
          allowRetry: event.allow_retry ?? false,
        },
      };
    case "client_effect":
      return state;
    default:
      reportUnknown("event", (event as { type: string }).type);
      return state;
  }
}

/** The items of a page that may be shown, in their order. */
export function shownItems(
  items: readonly ThreadItem[],
  reportUnknown: ReportUnknown,
): ThreadItem[] {
  return items.filter((item) => isShown(item, reportUnknown));
}

/** The turn is over, however it ended: nothing is in progress any more. */
export function settleThread(state: ThreadState): ThreadState {
  return { ...state, unfinished: new Set(), progress: null, allowCancel: true };
}

/** A new turn begins: what the last one left on the screen besides its items goes. */
export function beginTurn(state: ThreadState): ThreadState {
  return {
    ...state,
    progress: null,
    failure: null,
    notices: [],
    allowCancel: true,
    incomplete: false,
  };
}

/** Everything after an item, as the server deletes it for a retry. */
export function dropItemsAfter(state: ThreadState, itemId: string): ThreadState {
  const index = state.items.findIndex((item) => item.id === itemId);
  return index < 0 ? state : { ...state, items: state.items.slice(0, index + 1) };
}

function isShown(item: ThreadItem, reportUnknown: ReportUnknown): boolean {
  if (SHOWN_ITEMS.has(item.type)) return true;
  if (!HIDDEN_ITEMS.has(item.type)) reportUnknown("item", item.type);
  return false;
}

function withItem(
  state: ThreadState,
  item: ThreadItem,
  finished: boolean,
  reportUnknown: ReportUnknown,
): ThreadState {
  if (!isRecord(item) || !isShown(item, reportUnknown)) return state;
  const confirms = item.type === "user_message" && state.unconfirmed !== null;
  // A message that was sent again may stand in the thread already.
  const isThere = confirms && state.items.some((other) => other.id === item.id);
  const known = confirms && !isThere ? state.unconfirmed : item.id;
  const items = isThere
    ? state.items.filter((other) => other.id !== state.unconfirmed)
    : state.items;
  const index = items.findLastIndex((other) => other.id === known);
  return {
    ...state,
    items: index < 0 ? [...items, item] : items.with(index, item),
    unfinished: finished
      ? without(state.unfinished, item.id)
      : new Set([...state.unfinished, item.id]),
    unconfirmed: confirms ? null : state.unconfirmed,
    drawnAs:
      confirms && known !== null && !isThere ? new Map([...state.drawnAs, [item.id, known]]) : state.drawnAs,
  };
}

function threadOf(thread: Thread): Thread {
  // Stream events always carry an empty page of items: it says nothing about the thread.
  return { ...thread, items: undefined };
}

function noticeOf(state: ThreadState, event: Extract<StreamEvent, { type: "notice" }>): Notice {
  return {
    key: (state.notices.at(-1)?.key ?? 0) + 1,
    level: ["info", "warning", "danger"].includes(event.level) ? event.level : "info",
    message: event.message,
    title: event.title ?? null,
    afterItem: state.items.at(-1)?.id ?? null,
  };
}

function without(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  if (!set.has(id)) return set;
  const rest = new Set(set);
  rest.delete(id);
  return rest;
}
