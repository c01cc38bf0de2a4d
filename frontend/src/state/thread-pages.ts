/**
 * Reading a thread, newest part first.
 *
 * `threads.get_by_id` holds the oldest 20 items, so a longer thread is read from its end with
 * `items.list`. A page may be empty and still have a next one: hidden items count as entries.
 */

import type { ChatKitClient } from "../protocol/client";
import type { TurnInfo } from "../protocol/turn-info";
import type { Thread, ThreadItem } from "../protocol/types";
import { shownItems, type ReportUnknown } from "./thread-state";

const PAGE_SIZE = 50;

export interface ItemWindow {
  /** Oldest first. */
  items: ThreadItem[];
  /** Where the next older page starts; `null` when there is none. */
  olderCursor: string | null;
}

export interface LoadedThread extends ItemWindow {
  thread: Thread;
  turn: TurnInfo;
  /** Whether the last answer broke off. */
  incomplete: boolean;
}

/** A thread and its newest items. */
export async function loadThread(
  client: ChatKitClient,
  threadId: string,
  reportUnknown: ReportUnknown,
): Promise<LoadedThread> {
  let turn: TurnInfo = { state: null, streamUrl: null, stopUrl: null };
  const { items: first, ...thread } = await client.request(
    "threads.get_by_id",
    { thread_id: threadId },
    undefined,
    (said) => (turn = said),
  );
  const window = await newestItems(client, threadId, first, reportUnknown);
  return { ...window, thread, turn, incomplete: isIncomplete(window.items, turn) };
}

async function newestItems(
  client: ChatKitClient,
  threadId: string,
  first: Thread["items"],
  reportUnknown: ReportUnknown,
): Promise<ItemWindow> {
  const oldest = shownItems(first?.data ?? [], reportUnknown);
  if (!first?.has_more) return { items: oldest, olderCursor: null };
  const newest = await loadOlderItems(client, threadId, null, reportUnknown);
  const overlap = oldest.findIndex((item) => item.id === newest.items[0]?.id);
  if (overlap < 0) return newest;
  return { items: [...oldest.slice(0, overlap), ...newest.items], olderCursor: null };
}

/**
 * Whether the last answer broke off. A Django site knows; of another server's threads only one
 * sign is sure enough: the visitor has the last word.
 */
function isIncomplete(items: readonly ThreadItem[], { state }: TurnInfo): boolean {
  return state === null ? items.at(-1)?.type === "user_message" : state === "interrupted";
}

/** The page of items before a cursor; `null` asks for the newest one. */
export async function loadOlderItems(
  client: ChatKitClient,
  threadId: string,
  cursor: string | null,
  reportUnknown: ReportUnknown,
): Promise<ItemWindow> {
  let after = cursor;
  for (;;) {
    const page = await client.request("items.list", {
      thread_id: threadId,
      limit: PAGE_SIZE,
      order: "desc",
      ...(after === null ? {} : { after }),
    });
    const next = page.has_more ? (page.after ?? page.data.at(-1)?.id ?? null) : null;
    const items = shownItems(page.data, reportUnknown).reverse();
    // A server that repeats its cursor would be asked for ever.
    if (items.length > 0 || next === null || next === after) {
      return { items, olderCursor: next === after ? null : next };
    }
    after = next;
  }
}

/** A fresh window joined to the older items that were already read. */
export function joinWindow(
  items: readonly ThreadItem[],
  olderCursor: string | null,
  fresh: ItemWindow,
): { items: readonly ThreadItem[]; olderCursor: string | null } {
  const start = items.findIndex((item) => item.id === fresh.items[0]?.id);
  if (start <= 0 || fresh.olderCursor === null) return fresh;
  return { items: [...items.slice(0, start), ...fresh.items], olderCursor };
}
