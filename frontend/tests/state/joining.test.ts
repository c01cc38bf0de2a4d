import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ChatKitClient } from "../../src/protocol/client";
import type { ClientToolCallItem } from "../../src/protocol/types";
import { Conversation } from "../../src/state/conversation";
import type { ConversationHost } from "../../src/state/conversation-host";
import type { OutgoingMessage } from "../../src/state/message";
import { FakeServer } from "../fake-server";
import {
  added,
  assistantMessage,
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


const STREAM_URL = "/chatkit/threads/thr_1/stream";
const LASTING = { "X-ChatKit-Stream": STREAM_URL, "X-ChatKit-Stop": "/chatkit/threads/thr_1/stop" };

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

/** Lets every pause pass that is begun until the conversation is idle. */
async function passTime(conversation: Conversation): Promise<void> {
  while (conversation.busy) await vi.advanceTimersByTimeAsync(1000);
}

const texts = (conversation: Conversation) =>
  conversation.state.items.flatMap((item) =>
    item.type === "assistant_message" ? [item.content.map(({ text }) => text).join("")] : [],
  );
const paths = () => server.asked.map(({ url }) => url.replace(location.origin, ""));
const part = (delta: string) => ({
  type: "thread.item.updated",
  item_id: "msg_4",
  update: { type: "assistant_message.content_part.text_delta", content_index: 0, delta },
});
const question = done(userMessage("msg_3"));

describe("a message that is sent again", () => {
  test("has the key of the first time, and another message has another", async () => {
    const conversation = await open();
    server.keys.length = 0;
    await expect(conversation.send(hello)).rejects.toThrow("Failed to fetch");
    server.events(question, options, done(assistantMessage("msg_4", "Hello")));
    conversation.failure?.retry?.();
    await idle(conversation);
    server.events(done(userMessage("msg_5")), options, done(assistantMessage("msg_6", "Again")));
    await conversation.send(hello);
    await idle(conversation);
    const [first, again, other] = server.keys;
    expect(first).toMatch(/^\d+-\d+-\d+-\d+$/);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  test("has it from the composer too, as long as it is the same", async () => {
    const conversation = await open();
    server.keys.length = 0;
    const other = { ...hello, quotedText: "Different" };
    for (const message of [hello, hello, other]) {
      await expect(conversation.send(message)).rejects.toThrow("Failed to fetch");
    }
    expect(server.keys[1]).toBe(server.keys[0]);
    expect(server.keys[2]).not.toBe(server.keys[0]);
  });

  test("is another message once the thread was read again", async () => {
    const conversation = await open();
    server.keys.length = 0;
    await expect(conversation.send(hello)).rejects.toThrow("Failed to fetch");
    server.json({ ...thread, items: { data: [userMessage("msg_1")], has_more: false } });
    await conversation.catchUp();
    await expect(conversation.send(hello)).rejects.toThrow("Failed to fetch");
    expect(server.keys[2]).not.toBe(server.keys[0]);
  });

  test("stands in the thread once, where it turns out to be already", async () => {
    const conversation = await open();
    await expect(conversation.send(hello)).rejects.toThrow("Failed to fetch");
    server.json({
      ...thread,
      items: {
        data: [userMessage("msg_1"), assistantMessage("msg_2", "A"), userMessage("msg_3")],
        has_more: false,
      },
    });
    const { retry } = conversation.failure!;
    await conversation.catchUp();
    server.events(question, options, done(assistantMessage("msg_4", "Hello")));
    retry?.();
    await idle(conversation);
    expect(conversation.state.items.map(({ id }) => id)).toEqual([
      "msg_1",
      "msg_2",
      "msg_3",
      "msg_4",
    ]);
  });

  test("is answered after all when its answer was given up", async () => {
    const conversation = await open();
    server.raw(
      [question, options].map((event) => `data: ${JSON.stringify(event)}\n\n`).join(""),
      { "X-ChatKit-Turn": "interrupted" },
    );
    server.events(options, done(assistantMessage("msg_4", "Hello")));
    await conversation.send(hello);
    await idle(conversation);
    await idle(conversation);
    expect(server.asked.map(({ type }) => type)).toEqual([
      "threads.add_user_message",
      "threads.retry_after_item",
    ]);
    expect(texts(conversation)).toEqual(["A", "Hello"]);
    expect(conversation.state.incomplete).toBe(false);
  });

  test("is shown as it was left when a part of its answer was stored", async () => {
    const conversation = await open();
    server.raw(
      [question, options, done(assistantMessage("msg_4", "Half"))]
        .map((event) => `data: ${JSON.stringify(event)}\n\n`)
        .join(""),
      { "X-ChatKit-Turn": "interrupted" },
    );
    await conversation.send(hello);
    await idle(conversation);
    expect(texts(conversation)).toEqual(["A", "Half"]);
    expect(conversation.state.incomplete).toBe(true);
    expect(server.asked).toHaveLength(1);
  });
});

describe("a lost connection", () => {
  test("is joined again where the answer stood", async () => {
    const conversation = await open();
    const stream = server.stream(LASTING);
    await Promise.resolve();
    const sending = conversation.send(hello);
    await vi.advanceTimersByTimeAsync(0);
    stream.send(question, options, added(assistantMessage("msg_4", "")), part("One "));
    await sending;
    server.joined({ 5: part("two."), 6: done(assistantMessage("msg_4", "One two.")) });
    stream.breakOff();
    await passTime(conversation);
    expect(paths()).toEqual(["/chatkit/conversation", `${STREAM_URL}?after=4`]);
    expect(texts(conversation)).toEqual(["A", "One two."]);
    expect(conversation.failure).toBeNull();
  });

  test("is read from the thread when the answer has ended meanwhile", async () => {
    const conversation = await open();
    const stream = server.stream(LASTING);
    const sending = conversation.send(hello);
    await vi.advanceTimersByTimeAsync(0);
    stream.send(question, options, added(assistantMessage("msg_4", "")), part("One "));
    await sending;
    server.over().json({
      ...thread,
      items: { data: [userMessage("msg_3"), assistantMessage("msg_4", "All of it")], has_more: false },
    });
    stream.breakOff();
    await passTime(conversation);
    expect(texts(conversation)).toEqual(["All of it"]);
    expect(names()).toEqual(["response.start", "response.end"]);
  });

  test("of an answer that ends with it is a failure", async () => {
    const conversation = await open();
    const stream = server.stream();
    const sending = conversation.send(hello);
    await vi.advanceTimersByTimeAsync(0);
    stream.send(question, options, added(assistantMessage("msg_4", "")), part("One "));
    await sending;
    stream.breakOff();
    await passTime(conversation);
    expect(errors()).toEqual(["TruncatedStreamError"]);
    expect(server.asked).toHaveLength(1);
    expect(conversation.state.incomplete).toBe(true);
  });

  test("is joined however long the server is away", async () => {
    const conversation = await open();
    const stream = server.stream(LASTING);
    const sending = conversation.send(hello);
    await vi.advanceTimersByTimeAsync(0);
    stream.send(question, options, added(assistantMessage("msg_4", "")), part("One "));
    await sending;
    stream.breakOff();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(conversation.busy).toBe(true);
    expect(server.asked.length).toBeGreaterThan(10);
    server.joined({ 5: part("two."), 6: done(assistantMessage("msg_4", "One two.")) });
    await passTime(conversation);
    expect(texts(conversation)).toEqual(["A", "One two."]);
    expect(conversation.failure).toBeNull();
  });
});

describe("an answer that runs without this page", () => {
  async function openRunning(items: object[]): Promise<Conversation> {
    server.json(
      { ...thread, items: { data: items, has_more: false } },
      { headers: { ...LASTING, "X-ChatKit-Turn": "running" } },
    );
    const conversation = start("thr_1");
    const loading = conversation.load();
    await vi.advanceTimersByTimeAsync(0);
    await loading;
    return conversation;
  }

  test("is joined from its beginning", async () => {
    const opening = openRunning([userMessage("msg_3")]);
    server.joined({ 1: options, 2: done(assistantMessage("msg_4", "Hello")) });
    const conversation = await opening;
    await passTime(conversation);
    expect(paths()).toEqual(["/chatkit/conversation", STREAM_URL]);
    expect(texts(conversation)).toEqual(["Hello"]);
  });

  test("is stopped where the site says", async () => {
    const opening = openRunning([userMessage("msg_3")]);
    const stream = server.stream(LASTING);
    const conversation = await opening;
    await vi.advanceTimersByTimeAsync(0);
    stream.send(options);
    await vi.advanceTimersByTimeAsync(0);
    server.json({});
    conversation.stop();
    await passTime(conversation);
    expect(paths().at(-1)).toBe("/chatkit/threads/thr_1/stop");
    expect(conversation.state.incomplete).toBe(true);
  });

  test("is waited for where it cannot be joined", async () => {
    server.json(
      { ...thread, items: { data: [userMessage("msg_3")], has_more: false } },
      { headers: { "X-ChatKit-Turn": "running" } },
    );
    const conversation = start("thr_1");
    await conversation.load();
    const whole = [userMessage("msg_3"), assistantMessage("msg_4", "Hello")];
    server.json(
      { ...thread, items: { data: whole, has_more: false } },
      { headers: { "X-ChatKit-Turn": "idle" } },
    );
    await vi.advanceTimersByTimeAsync(1000);
    expect(texts(conversation)).toEqual(["Hello"]);
    expect(server.asked).toHaveLength(2);
  });

  test("runs the page's client tool when no other tab does", async () => {
    const call = toolCall("tc_1") satisfies ClientToolCallItem;
    tool = ({ name }) => ({ name });
    const opening = openRunning([userMessage("msg_3")]);
    server.joined({ 1: options, 2: done(call) }, LASTING);
    server.json({ ...thread, items: { data: [userMessage("msg_3"), call], has_more: false } });
    server.events(options, done(assistantMessage("msg_4", "Done.")));
    const conversation = await opening;
    await passTime(conversation);
    expect(server.asked.at(-1)).toMatchObject({
      type: "threads.add_client_tool_output",
      params: { result: { name: "get_page" } },
    });
    expect(texts(conversation)).toEqual(["Done."]);
  });

  test("goes on elsewhere when another tab has run the tool", async () => {
    const call = toolCall("tc_1");
    const ran = vi.fn();
    tool = ran;
    const opening = openRunning([userMessage("msg_3")]);
    server.joined({ 1: options, 2: done(call) }, LASTING);
    server.json(
      {
        ...thread,
        items: { data: [userMessage("msg_3"), { ...call, status: "completed", output: {} }], has_more: false },
      },
      { headers: { ...LASTING, "X-ChatKit-Turn": "running" } },
    );
    server.joined({ 1: options, 2: done(assistantMessage("msg_4", "Done.")) }, LASTING);
    const conversation = await opening;
    await passTime(conversation);
    expect(ran).not.toHaveBeenCalled();
    expect(texts(conversation)).toEqual(["Done."]);
  });
});
