import { beforeEach, expect, test, vi, type MockInstance } from "vitest";
import type { ChatKitOptions } from "@openai/chatkit";
import { emptyThread } from "../../src/state/thread-state";
import type { Conversation } from "../../src/state/conversation";
import { runWidgetAction } from "../../src/ui/widget-actions";
import { widget } from "../samples";

const conversation = {
  failure: null as { error: Error } | null,
  state: { ...emptyThread, items: [widget("wdg_1")] },
  sendAction: vi.fn(() => Promise.resolve()),
  sendSyncAction: vi.fn(() => Promise.resolve()),
};
const emit = vi.fn();
let warn: MockInstance;


beforeEach(() => {
  vi.clearAllMocks();
  warn = vi.spyOn(console, "warn").mockReturnValue();
  conversation.failure = null;
});

function run(action: unknown, formData: Record<string, unknown> = {}, options?: ChatKitOptions) {
  return runWidgetAction({
    conversation: conversation as unknown as Conversation,
    itemId: "wdg_1",
    action,
    formData,
    options: options ?? null,
    emit,
  });
}

test("an action without a handler goes to the server and may stream", async () => {
  await run({ type: "pay", payload: { id: 1 }, loadingBehavior: "self" });
  expect(conversation.sendAction).toHaveBeenCalledWith(
    { type: "pay", payload: { id: 1 } },
    "wdg_1",
  );
});

test("one that does not stream has its own operation", async () => {
  await run({ type: "like", streaming: false });
  expect(conversation.sendSyncAction).toHaveBeenCalledWith({ type: "like", payload: {} }, "wdg_1");
});

test("a client action goes to the page with the widget it came from, and nowhere else", async () => {
  const onAction = vi.fn(() => Promise.resolve());
  const options = { api: { url: "/", domainKey: "x" }, widgets: { onAction } };
  await run({ type: "open", payload: { a: 1 }, handler: "client" }, {}, options);
  expect(onAction).toHaveBeenCalledWith(
    { type: "open", payload: { a: 1 } },
    { id: "wdg_1", widget: widget("wdg_1").widget },
  );
  expect(conversation.sendAction).not.toHaveBeenCalled();
});

test("a client action that the page does not take fails, and the developer is told why", async () => {
  await expect(run({ type: "open", handler: "client" })).rejects.toThrow(
    'The action "open" is for the page (handler: "client"), but the option widgets.onAction is not set.',
  );
  expect(emit.mock.calls.map(([name]) => name as string)).toEqual(["chatkit.error"]);
  expect(warn).toHaveBeenCalledOnce();
});

test("the form's fields join the payload; one that is taken is left out and reported", async () => {
  await run({ type: "save", payload: { id: 1 } }, { id: "2", name: "Ann" });
  expect(conversation.sendAction).toHaveBeenCalledWith(
    { type: "save", payload: { id: 1, name: "Ann" } },
    "wdg_1",
  );
  expect(emit.mock.calls.map(([name]) => name as string)).toEqual(["chatkit.error"]);
});

test("fields join an object of the payload, name by name", async () => {
  await run({ type: "save", payload: { guest: { id: 1 } } }, { guest: { id: 2, name: "Ann" } });
  expect(conversation.sendAction).toHaveBeenCalledWith(
    { type: "save", payload: { guest: { id: 1, name: "Ann" } } },
    "wdg_1",
  );
  expect(emit.mock.calls.map(([, detail]) => (detail as { error: Error }).error.message)).toEqual([
    'The field "guest.id" is left out: the payload of the action "save" has that name already.',
  ]);
});

test("a payload that is no object is sent as it is", async () => {
  await run({ type: "pick", payload: [1, 2] });
  expect(conversation.sendAction).toHaveBeenCalledWith({ type: "pick", payload: [1, 2] }, "wdg_1");
});

test("a failure that the conversation shows is not reported twice", async () => {
  const error = new Error("refused");
  conversation.sendAction.mockRejectedValueOnce(error);
  conversation.failure = { error };
  await run({ type: "pay" });
  expect(emit).not.toHaveBeenCalled();
});

test("an action without a type, and one that fails, become an error event", async () => {
  await expect(run({ payload: {} })).rejects.toThrow();
  conversation.sendAction.mockRejectedValueOnce(new Error("refused"));
  await expect(run({ type: "pay" })).rejects.toThrow();
  expect(emit.mock.calls.map(([, detail]) => (detail as { error: Error }).error.message)).toEqual([
    "A widget's action needs a type.",
    "refused",
  ]);
});
