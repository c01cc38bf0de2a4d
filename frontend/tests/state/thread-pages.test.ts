import { expect, test } from "vitest";
import { ChatKitClient } from "../../src/protocol/client";
import type { ThreadItem } from "../../src/protocol/types";
import { joinWindow, loadOlderItems, loadThread } from "../../src/state/thread-pages";
import { FakeServer } from "../fake-server";
import { thread, userMessage } from "../samples";

const ignore = (): void => undefined;

/** Messages `first` to `last`, in that order, which may be falling. */
function messages(first: number, last: number): ThreadItem[] {
  const step = first <= last ? 1 : -1;
  const count = Math.abs(last - first) + 1;
  return Array.from({ length: count }, (_, index) => userMessage(`msg_${first + index * step}`));
}

function clientOf(server: FakeServer): ChatKitClient {
  return new ChatKitClient({ api: server.api, hostedUrl: "", locale: "en" });
}

test("a short thread takes one request", async () => {
  const server = new FakeServer().json({
    ...thread,
    items: { data: messages(1, 3), has_more: false },
  });
  const window = await loadThread(clientOf(server), "thr_1", ignore);
  expect(window.items).toEqual(messages(1, 3));
  expect(window.olderCursor).toBeNull();
  expect(server.asked).toHaveLength(1);
});

test("a long thread is read from its end", async () => {
  const server = new FakeServer()
    .json({ ...thread, items: { data: messages(1, 20), has_more: true, after: "msg_20" } })
    .json({ data: messages(2000, 1951), has_more: true, after: "msg_1951" });
  const window = await loadThread(clientOf(server), "thr_1", ignore);
  expect(window.items).toEqual(messages(1951, 2000));
  expect(window.olderCursor).toBe("msg_1951");
  expect(server.asked[1]).toMatchObject({
    type: "items.list",
    params: { thread_id: "thr_1", order: "desc", limit: 50 },
  });
});

test("a thread whose two ends meet is whole", async () => {
  const server = new FakeServer()
    .json({ ...thread, items: { data: messages(1, 20), has_more: true, after: "msg_20" } })
    .json({ data: messages(30, 11), has_more: true, after: "msg_11" });
  const window = await loadThread(clientOf(server), "thr_1", ignore);
  expect(window.items).toEqual(messages(1, 30));
  expect(window.olderCursor).toBeNull();
});

test("empty pages that have a next one are passed over", async () => {
  const server = new FakeServer()
    .json({ data: [], has_more: true, after: "hidden_1" })
    .json({ data: [], has_more: true, after: "hidden_2" })
    .json({ data: messages(2, 1), has_more: false });
  const page = await loadOlderItems(clientOf(server), "thr_1", "msg_3", ignore);
  expect(page).toEqual({ items: messages(1, 2), olderCursor: null });
  expect(server.asked.map(({ params }) => params.after)).toEqual(["msg_3", "hidden_1", "hidden_2"]);
});

test("a server that repeats its cursor is not asked for ever", async () => {
  const server = new FakeServer().json({ data: [], has_more: true, after: "msg_3" });
  expect(await loadOlderItems(clientOf(server), "thr_1", "msg_3", ignore)).toEqual({
    items: [],
    olderCursor: null,
  });
});

test("a fresh window keeps the older items that were read before it", () => {
  const fresh = { items: messages(5, 7), olderCursor: "msg_5" };
  expect(joinWindow(messages(1, 6), "msg_1", fresh)).toEqual({
    items: messages(1, 7),
    olderCursor: "msg_1",
  });
  expect(joinWindow(messages(1, 3), "msg_1", fresh)).toEqual(fresh);
});
