import { expect, test } from "vitest";
import type { StreamEvent, ThreadItem } from "../../src/protocol/types";
import {
  beginTurn,
  dropItemsAfter,
  emptyThread,
  reduceThread,
  settleThread,
  shownItems,
  type ThreadState,
} from "../../src/state/thread-state";
import { added, assistantMessage, created, done, options, thread, userMessage } from "../samples";

function after(events: StreamEvent[], start: ThreadState = emptyThread) {
  const unknown: string[] = [];
  const state = events.reduce(
    (current, event) =>
      reduceThread(current, event, (what, type) => unknown.push(`${what} ${type}`)),
    start,
  );
  return { state, unknown };
}

test("a turn: created, message, options, answer", () => {
  const { state } = after([
    created,
    done(userMessage("msg_1")),
    options,
    added(assistantMessage("msg_2")),
    {
      type: "thread.item.updated",
      item_id: "msg_2",
      update: { type: "assistant_message.content_part.text_delta", content_index: 0, delta: "Yes" },
    },
  ]);
  expect(state.thread?.id).toBe("thr_1");
  expect(state.items).toEqual([userMessage("msg_1"), assistantMessage("msg_2", "Yes")]);
  expect([...state.unfinished]).toEqual(["msg_2"]);
  const end = after([done(assistantMessage("msg_2", "Yes."))], state).state;
  expect(end.items[1]).toEqual(assistantMessage("msg_2", "Yes."));
  expect(end.unfinished.size).toBe(0);
});

test("a thread's empty items in events do not empty the thread", () => {
  const { state } = after([done(userMessage("msg_1")), { type: "thread.updated", thread }]);
  expect(state.items).toHaveLength(1);
  expect(state.thread?.items).toBeUndefined();
});

test("the confirmed message takes the place of the one that was shown first", () => {
  const start = { ...emptyThread, items: [userMessage("local")], unconfirmed: "local" };
  const { state } = after([done(userMessage("msg_1"))], start);
  expect(state.items).toEqual([userMessage("msg_1")]);
  expect(state.unconfirmed).toBeNull();
  expect(state.drawnAs.get("msg_1")).toBe("local");
});

test("items are removed and replaced", () => {
  const { state } = after([
    done(userMessage("msg_1")),
    done(assistantMessage("msg_2", "a")),
    { type: "thread.item.replaced", item: assistantMessage("msg_2", "b") },
    { type: "thread.item.removed", item_id: "msg_1" },
  ]);
  expect(state.items).toEqual([assistantMessage("msg_2", "b")]);
});

test("progress is one line, replaced by the next and gone at the end", () => {
  const { state } = after([
    { type: "progress_update", text: "One" },
    { type: "progress_update", text: "Two", icon: "search" },
  ]);
  expect(state.progress).toEqual({ text: "Two", icon: "search" });
  expect(settleThread(state).progress).toBeNull();
});

test("notices stand after the item they came with until the next turn", () => {
  const { state } = after([
    done(userMessage("msg_1")),
    { type: "notice", level: "warning", message: "Careful", title: "Hm" },
    { type: "notice", level: "shouting" as "info", message: "Hey" },
  ]);
  expect(state.notices).toEqual([
    { key: 1, level: "warning", message: "Careful", title: "Hm", afterItem: "msg_1" },
    { key: 2, level: "info", message: "Hey", title: null, afterItem: "msg_1" },
  ]);
  expect(beginTurn(state).notices).toEqual([]);
});

test("an error does not end what follows it", () => {
  const { state } = after([
    { type: "error", code: "stream.error", allow_retry: true },
    done(assistantMessage("msg_2", "still here")),
  ]);
  expect(state.failure).toEqual({ code: "stream.error", message: null, allowRetry: true });
  expect(state.items).toHaveLength(1);
});

test("allow_cancel holds for its turn only", () => {
  const { state } = after([{ type: "stream_options", stream_options: { allow_cancel: false } }]);
  expect(state.allowCancel).toBe(false);
  expect(settleThread(state).allowCancel).toBe(true);
});

test("hidden context never gets into the thread", () => {
  const hidden = [
    { ...userMessage("a"), type: "hidden_context_item", content: "secret" },
    { ...userMessage("b"), type: "sdk_hidden_context", content: "secret" },
  ] as unknown as ThreadItem[];
  const { state, unknown } = after([added(hidden[0]!), done(hidden[1]!)]);
  expect(state.items).toEqual([]);
  expect(shownItems(hidden, () => undefined)).toEqual([]);
  expect(unknown).toEqual([]);
});

test("what a newer server sends is left alone and reported", () => {
  const { state, unknown } = after([
    { type: "thread.sung" } as unknown as StreamEvent,
    done({ ...userMessage("x"), type: "hologram" } as unknown as ThreadItem),
    {
      type: "thread.item.updated",
      item_id: "nope",
      update: { type: "x" },
    } as unknown as StreamEvent,
  ]);
  expect(state).toEqual(emptyThread);
  expect(unknown).toEqual(["event thread.sung", "item hologram", "update x"]);
});

test("a retry drops what came after the message", () => {
  const { state } = after([
    done(userMessage("a")),
    done(assistantMessage("b")),
    done(userMessage("c")),
  ]);
  expect(dropItemsAfter(state, "a").items).toEqual([userMessage("a")]);
  expect(dropItemsAfter(state, "zz")).toBe(state);
});
