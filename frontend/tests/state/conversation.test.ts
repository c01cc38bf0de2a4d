import { beforeEach, describe, expect, test, vi } from "vitest";
import { ChatKitClient } from "../../src/protocol/client";
import type { ClientToolCallItem } from "../../src/protocol/types";
import { Conversation } from "../../src/state/conversation";
import type { ConversationHost } from "../../src/state/conversation-host";
import type { OutgoingMessage } from "../../src/state/message";
import { FakeServer, type OpenStream } from "../fake-server";
import {
  added,
  assistantMessage,
  created,
  done,
  options,
  thread,
  toolCall,
  userMessage,
} from "../samples";

const hello: OutgoingMessage = {
  content: [{ type: "input_text", text: "Hi" }],
  attachments: [],
  quotedText: "",
  inferenceOptions: {},
};

const input = {
  content: [{ type: "input_text", text: "Hi" }],
  attachments: [],
  quoted_text: "",
  inference_options: {},
};

let server: FakeServer;
let emitted: [string, unknown][];
let returned: OutgoingMessage[];
let tool: ConversationHost["onClientTool"];
let waiting: (() => void)[];

beforeEach(() => {
  server = new FakeServer();
  emitted = [];
  returned = [];
  waiting = [];
  tool = undefined;
});

function start(threadId: string | null = null): Conversation {
  const client = new ChatKitClient({ api: server.api, hostedUrl: "", locale: "en" });
  return new Conversation(
    {
      client,
      get onClientTool() {
        return tool;
      },
      emit: (name, detail) => emitted.push([name.replace("chatkit.", ""), detail]),
      changed: () => waiting.splice(0).forEach((check) => check()),
      threadCreated: (_, id) => emitted.push(["created", id]),
      returnMessage: (_, message) => returned.push(message),
    },
    threadId,
  );
}

/** Settles at the first change after which `condition` holds. */
function until(condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = (): void => {
      if (condition()) resolve();
      else waiting.push(check);
    };
    check();
  });
}

const idle = (conversation: Conversation) => until(() => !conversation.busy);
const names = () => emitted.map(([name]) => name);
const errors = () =>
  emitted
    .filter(([name]) => name === "error")
    .map(([, detail]) => (detail as { error: Error }).error.name);

async function open(): Promise<Conversation> {
  server.json({
    ...thread,
    items: { data: [userMessage("msg_1"), assistantMessage("msg_2", "A")], has_more: false },
  });
  const conversation = start("thr_1");
  await conversation.load();
  emitted.length = server.asked.length = 0;
  return conversation;
}

describe("sending", () => {
  test("a first message makes the thread, and each event of the turn is announced once", async () => {
    server.events(
      created,
      done(userMessage("msg_1")),
      options,
      done(assistantMessage("msg_2", "Hello")),
    );
    const conversation = start();
    await conversation.send(hello);
    await idle(conversation);
    expect(server.asked.map(({ type, params }) => [type, params])).toEqual([
      ["threads.create", { input }],
    ]);
    expect(emitted).toEqual([
      ["response.start", undefined],
      ["created", "thr_1"],
      ["response.end", undefined],
    ]);
    expect(conversation.threadId).toBe("thr_1");
    expect(conversation.state.items.map((item) => item.id)).toEqual(["msg_1", "msg_2"]);
  });

  test("the message is in the thread before the server has it", async () => {
    const stream = server.stream();
    const conversation = start();
    const sent = conversation.send(hello);
    expect(conversation.state.items).toMatchObject([
      { type: "user_message", content: input.content },
    ]);
    stream.send(created, done(userMessage("msg_1")));
    await sent;
    await until(() => conversation.state.unconfirmed === null);
    stream.end();
    await idle(conversation);
    expect(conversation.state.items).toEqual([userMessage("msg_1")]);
  });

  test("a second message goes to the same thread", async () => {
    const conversation = await open();
    server.events(done(userMessage("msg_3")), options);
    await conversation.send(hello);
    await idle(conversation);
    expect(server.asked[0]).toMatchObject({
      type: "threads.add_user_message",
      params: { thread_id: "thr_1", input },
    });
  });

  test("everything else waits while an answer is on its way", async () => {
    const conversation = await open();
    const stream = server.stream();
    void conversation.send(hello);
    for (const call of [
      () => conversation.send(hello),
      () => conversation.retry("msg_1"),
      () => conversation.sendAction({ type: "x" }),
      () => conversation.refresh(),
    ]) {
      await expect(call()).rejects.toMatchObject({ name: "IntegrationError" });
    }
    stream.send(done(userMessage("msg_3")), options);
    stream.end();
    await idle(conversation);
    expect(server.asked).toHaveLength(1);
  });

  test("a locked thread takes no message", async () => {
    const conversation = await open();
    conversation.state = {
      ...conversation.state,
      thread: { ...thread, status: { type: "locked", reason: "Audit" } },
    };
    await expect(conversation.send(hello)).rejects.toMatchObject({ name: "IntegrationError" });
    expect(server.asked).toEqual([]);
  });
});

describe("failing and trying again", () => {
  test("a message that was refused goes back to the composer; trying again sends it", async () => {
    const conversation = await open();
    server.error(500, "server_error");
    await expect(conversation.send(hello)).rejects.toMatchObject({ status: 500 });
    expect(returned).toEqual([hello]);
    expect(conversation.state.items).toHaveLength(2);
    expect(names()).toEqual(["error"]);
    server.events(done(userMessage("msg_3")), options, done(assistantMessage("msg_4", "B")));
    conversation.failure?.retry?.();
    await idle(conversation);
    expect(server.asked.map(({ type }) => type)).toEqual([
      "threads.add_user_message",
      "threads.add_user_message",
    ]);
    expect(conversation.failure).toBeNull();
    expect(conversation.state.items).toHaveLength(4);
  });

  test("a message that was cut off before it was confirmed goes back too, into its new thread", async () => {
    server.events(created);
    const conversation = start();
    await conversation.send(hello);
    await idle(conversation);
    expect(errors()).toEqual(["TruncatedStreamError"]);
    expect(returned).toEqual([hello]);
    expect(conversation.state.items).toEqual([]);
    expect(conversation.threadId).toBe("thr_1");
  });

  test("an answer that was cut off stays, and trying again answers the same message anew", async () => {
    const conversation = await open();
    server.events(done(userMessage("msg_3")), options, added(assistantMessage("msg_4", "Part")));
    await conversation.send(hello);
    await idle(conversation);
    expect(errors()).toEqual(["TruncatedStreamError"]);
    expect(names()).toEqual(["response.start", "error", "response.end"]);
    expect(conversation.state.items.at(-1)).toEqual(assistantMessage("msg_4", "Part"));
    server.events(options, done(assistantMessage("msg_5", "Whole")));
    conversation.failure?.retry?.();
    await idle(conversation);
    expect(server.asked[1]).toMatchObject({
      type: "threads.retry_after_item",
      params: { thread_id: "thr_1", item_id: "msg_3" },
    });
    expect(conversation.state.items.map((item) => item.id)).toEqual([
      "msg_1",
      "msg_2",
      "msg_3",
      "msg_5",
    ]);
  });

  test("a connection that breaks is told from one that was stopped", async () => {
    const conversation = await open();
    const stream = server.stream();
    const sent = conversation.send(hello);
    stream.send(done(userMessage("msg_3")), options);
    await sent;
    stream.breakOff();
    await idle(conversation);
    expect(errors()).toEqual(["TruncatedStreamError"]);
  });

  test("an error of the server offers a retry only when it allows one", async () => {
    const conversation = await open();
    const turn = (allow_retry: boolean) =>
      server.events(done(userMessage("msg_3")), options, {
        type: "error",
        code: "custom",
        message: "Fire",
        allow_retry,
      });
    turn(false);
    await conversation.send(hello);
    await idle(conversation);
    expect(conversation.failure).toMatchObject({
      error: { message: "Fire", code: "custom" },
      retry: null,
    });
    turn(true);
    await conversation.send(hello);
    await idle(conversation);
    expect(conversation.failure?.retry).not.toBeNull();
  });

  test("a retry that is refused leaves the thread as it was", async () => {
    const conversation = await open();
    server.error(500, "server_error");
    await expect(conversation.retry("msg_1")).rejects.toMatchObject({ status: 500 });
    expect(conversation.state.items.map((item) => item.id)).toEqual(["msg_1", "msg_2"]);
  });

  test("a thread that still ends its last turn is asked again", async () => {
    vi.useFakeTimers();
    const conversation = await open();
    server.error(409, "thread_busy").events(done(userMessage("msg_3")), options);
    const sent = conversation.send(hello);
    await vi.advanceTimersByTimeAsync(300);
    await sent;
    await idle(conversation);
    vi.useRealTimers();
    expect(server.asked).toHaveLength(2);
    expect(errors()).toEqual([]);
  });

  test("a lock that is learnt of from a refusal is shown", async () => {
    const conversation = await open();
    server
      .error(403, "thread_locked")
      .json({ ...thread, status: { type: "locked" }, items: { data: [], has_more: false } });
    await expect(conversation.send(hello)).rejects.toMatchObject({ code: "thread_locked" });
    await until(() => conversation.state.thread?.status?.type === "locked");
  });

  test("answers that turn out to have arrived are shown", async () => {
    const asked = { ...userMessage("si_1"), type: "structured_input", inputs: [] };
    const questions = { ...asked, status: "pending" };
    server.json({ ...thread, items: { data: [questions], has_more: false } });
    const conversation = start("thr_1");
    await conversation.load();
    server.error(400, "structured_input_answered").json({
      ...thread,
      items: { data: [{ ...questions, status: "answered" }], has_more: false },
    });
    const answering = conversation.answerInput("si_1", { status: "answered", answers: {} });
    await expect(answering).rejects.toMatchObject({ code: "structured_input_answered" });
    await until(() => JSON.stringify(conversation.state.items).includes('"answered"'));
  });

  test("an event that breaks its promise does not end the answer", async () => {
    const conversation = await open();
    server.events(
      done(userMessage("msg_3")),
      options,
      { type: "thread.item.updated", item_id: "msg_3" },
      done(assistantMessage("msg_4", "B")),
    );
    await conversation.send(hello);
    await idle(conversation);
    expect(errors()).toEqual(["TypeError"]);
    expect(conversation.state.items).toHaveLength(4);
  });
});

describe("stopping", () => {
  async function answering(): Promise<[Conversation, OpenStream]> {
    const conversation = await open();
    const stream = server.stream();
    const sent = conversation.send(hello);
    stream.send(done(userMessage("msg_3")), options, added(assistantMessage("msg_4", "Part")));
    await sent;
    await until(() => conversation.state.items.length === 4);
    return [conversation, stream];
  }

  test("keeps what was said and reports no error", async () => {
    const [conversation] = await answering();
    conversation.stop();
    await idle(conversation);
    expect(conversation.state.items.at(-1)).toEqual(assistantMessage("msg_4", "Part"));
    expect(conversation.state.unfinished.size).toBe(0);
    expect(names()).toEqual(["response.start", "response.end"]);
  });

  test("before the first event takes the message back", async () => {
    const conversation = await open();
    server.stream();
    const sent = conversation.send(hello);
    conversation.stop();
    await sent;
    expect(returned).toEqual([hello]);
    expect(names()).toEqual([]);
    expect(conversation.state.items).toHaveLength(2);
  });
});

describe("client tools", () => {
  async function answerTo(handler: ConversationHost["onClientTool"]): Promise<unknown> {
    tool = handler;
    server
      .events(created, done(userMessage("msg_1")), options, done(toolCall("tc_1")))
      .events(options, done(assistantMessage("msg_2", "Done")));
    const conversation = start();
    await conversation.send(hello);
    await idle(conversation);
    expect(conversation.state.items.at(-1)).toEqual(assistantMessage("msg_2", "Done"));
    expect(names().filter((name) => name.startsWith("response"))).toEqual([
      "response.start",
      "response.end",
    ]);
    expect(server.asked[1]?.type).toBe("threads.add_client_tool_output");
    expect((conversation.state.items[1] as ClientToolCallItem).status).toBe("completed");
    return server.asked[1]?.params.result;
  }

  test("run with their arguments, and the answer goes on in the same turn", async () => {
    const handler = vi.fn(() => ({ title: "Home" }));
    expect(await answerTo(handler)).toEqual({ title: "Home" });
    expect(handler).toHaveBeenCalledExactlyOnceWith({ name: "get_page", params: { a: 1 } });
  });

  test("may take their time", async () => {
    expect(await answerTo(() => Promise.resolve({ ok: true }))).toEqual({ ok: true });
  });

  test("that throw answer with their error", async () => {
    const handler = () => {
      throw new Error("No permission");
    };
    expect(await answerTo(handler)).toEqual({ error: "No permission" });
    expect(errors()).toEqual(["Error"]);
  });

  test("that nobody wrote answer with an error", async () => {
    expect(await answerTo(undefined)).toEqual({
      error: 'No handler for the client tool "get_page".',
    });
    expect(errors()).toEqual(["IntegrationError"]);
  });

  test("that answer with nothing, or with what JSON cannot hold, still let the thread go on", async () => {
    expect(await answerTo(() => undefined as never)).toEqual({});
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    emitted.length = server.asked.length = 0;
    expect(await answerTo(() => circular)).toMatchObject({
      error: expect.stringContaining("circular") as string,
    });
  });
});

test("effects and unknown events are announced", async () => {
  const conversation = await open();
  server.events(
    done(userMessage("msg_3")),
    options,
    { type: "client_effect", name: "flash", data: { a: 1 } },
    { type: "thread.sung" },
  );
  await conversation.send(hello);
  await idle(conversation);
  expect(emitted).toContainEqual(["effect", { name: "flash", data: { a: 1 } }]);
  expect(emitted).toContainEqual(["log", { name: "unknown.event", data: { type: "thread.sung" } }]);
});

test("an action may start a response of its own", async () => {
  const conversation = await open();
  server.events(options, done(assistantMessage("msg_3", "Paid")));
  await conversation.sendAction({ type: "pay", payload: { id: 1 } }, "wdg_1");
  await idle(conversation);
  expect(server.asked[0]).toMatchObject({
    type: "threads.custom_action",
    params: { thread_id: "thr_1", item_id: "wdg_1", action: { type: "pay", payload: { id: 1 } } },
  });
  expect(conversation.state.items).toHaveLength(3);
});

describe("loading", () => {
  test("announces its start and its end", async () => {
    server.json({ ...thread, items: { data: [userMessage("msg_1")], has_more: false } });
    const conversation = start("thr_1");
    await conversation.load();
    expect(emitted).toEqual([
      ["thread.load.start", { threadId: "thr_1" }],
      ["thread.load.end", { threadId: "thr_1" }],
    ]);
    expect(conversation.state.items).toEqual([userMessage("msg_1")]);
  });

  test("that fails is shown and can be tried again", async () => {
    server.error(500, "server_error").json({ ...thread, items: { data: [], has_more: false } });
    const conversation = start("thr_1");
    await conversation.load();
    expect([conversation.loadFailed, conversation.busy]).toEqual([true, false]);
    conversation.failure?.retry?.();
    await until(() => conversation.state.thread !== null);
    expect(conversation.loadFailed).toBe(false);
  });

  test("a refresh brings in what the server has and forgets what it has not", async () => {
    const conversation = await open();
    const items = [userMessage("msg_1"), assistantMessage("msg_9", "New")];
    server.json({ ...thread, title: "Renamed", items: { data: items, has_more: false } });
    await conversation.refresh();
    expect(conversation.state.items).toEqual(items);
    expect(conversation.state.thread?.title).toBe("Renamed");
  });
});

test("answers to the assistant's questions replace them and go on", async () => {
  const conversation = await open();
  const questions = {
    ...userMessage("si_1"),
    type: "structured_input" as const,
    status: "answered" as const,
    inputs: [],
  };
  server.events(
    options,
    { type: "thread.item.replaced", item: questions },
    done(assistantMessage("msg_3", "Thanks")),
  );
  const input = {
    status: "answered" as const,
    answers: { q: { values: ["Tea"], skipped: false } },
  };
  await conversation.answerInput("si_1", input);
  await idle(conversation);
  expect(server.asked[0]).toMatchObject({
    type: "threads.add_structured_input",
    params: { thread_id: "thr_1", item_id: "si_1", input },
  });
  expect(conversation.state.items.at(-2)).toMatchObject({ id: "si_1", status: "answered" });
});
