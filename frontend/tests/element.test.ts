import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { StreamEvent, Thread } from "../src/protocol/types";
import { MountedChat } from "./mounted";
import { added, assistantMessage, created, done, options, thread, userMessage } from "./samples";

/** Of what is loaded late there is only the panel of conversations here, unless it is missing. */
const late = vi.hoisted(() => ({ missing: false }));
vi.mock("../src/assets", async (original) => ({
  ...(await original<object>()),
  loadAsset: (name: string) =>
    name === "history" && !late.missing
      ? import("../src/history")
      : Promise.reject(new TypeError(`There is no ${name}.`)),
}));

let chat: MountedChat;

beforeEach(() => {
  chat = new MountedChat();
});

afterEach(() => chat.element.remove());

const answer = (text: string) => [
  created,
  done(userMessage("msg_1")),
  options,
  done(assistantMessage("msg_2", text)),
];

const threadWith = (changes: Partial<Thread> = {}) => ({
  ...thread,
  items: {
    data: [userMessage("msg_1", "Question"), assistantMessage("msg_2", "Answer")],
    has_more: false,
  },
  ...changes,
});

describe("life", () => {
  test("is ready once, whichever of options and page comes first", async () => {
    document.body.append(chat.element);
    await chat.open();
    chat.element.remove();
    document.body.append(chat.element);
    chat.setOptions({ theme: "dark" });
    await chat.drawn();
    expect(chat.names).toEqual(["ready"]);
  });

  test("options are replaced whole", async () => {
    await chat.open({ composer: { placeholder: "Ask me" }, startScreen: { greeting: "Hello" } });
    expect([chat.field.placeholder, chat.textOf(".greeting")]).toEqual(["Ask me", ["Hello"]]);
    chat.setOptions({});
    await chat.drawn();
    expect([chat.field.placeholder, chat.textOf(".greeting")]).toEqual([
      "Message the AI",
      ["What can I help with today?"],
    ]);
  });

  test("wrong options are refused and the ones before them stay", async () => {
    await chat.open({ startScreen: { greeting: "Hello" } });
    expect(() => chat.setOptions({ thme: "dark" } as object)).toThrow('did you mean "theme"?');
    await chat.drawn();
    expect(chat.names).toEqual(["ready", "error"]);
    expect(chat.textOf(".greeting")).toEqual(["Hello"]);
  });

  test("wrong options at the start are explained in the place of the chat", async () => {
    document.body.append(chat.element);
    expect(() => chat.element.setOptions({} as never)).toThrow();
    await chat.drawn();
    expect(chat.textOf("[role=alert]")).toEqual(['Invalid ChatKit options: ✖ missing key "api"']);
  });
});

describe("writing", () => {
  test("Enter sends, Shift+Enter and a composition do not", async () => {
    chat.server.events(...answer("Hello"));
    await chat.open();
    await chat.write("Hi");
    expect((await chat.press("Enter", { shiftKey: true })).defaultPrevented).toBe(false);
    await chat.press("Enter", { isComposing: true });
    expect(chat.server.asked).toEqual([]);
    await chat.press("Enter");
    expect(chat.server.asked).toMatchObject([
      {
        type: "threads.create",
        params: { input: { content: [{ type: "input_text", text: "Hi" }] } },
      },
    ]);
    expect(chat.field.value).toBe("");
  });

  test("white space cannot be sent", async () => {
    await chat.open();
    await chat.write(" \n ");
    expect(chat.button("Send message").disabled).toBe(true);
    await chat.press("Enter");
    expect(chat.server.asked).toEqual([]);
  });

  test("a prompt is sent at once", async () => {
    chat.server.events(...answer("Hello"));
    await chat.open({ startScreen: { prompts: [{ label: "Tour", prompt: "Show me around" }] } });
    await chat.click("Tour");
    expect(chat.server.asked).toMatchObject([
      { params: { input: { content: [{ type: "input_text", text: "Show me around" }] } } },
    ]);
  });

  test("a message that could not be sent is back, and goes out once when tried again", async () => {
    await chat.open();
    await chat.write("Hi");
    await chat.press("Enter");
    await chat.until(() => chat.names.includes("error"));
    await chat.drawn();
    expect(chat.field.value).toBe("Hi");
    expect(chat.textOf("[role=alert]")).toEqual([
      "The server could not be reached. Please try again. Try again",
    ]);
    chat.server.events(...answer("Hello"));
    await chat.click("Try again");
    await chat.until(() => chat.names.includes("response.end"));
    await chat.drawn();
    expect(chat.field.value).toBe("");
    expect(chat.textOf(".bubble")).toEqual(["Hi"]);
    expect(chat.all("[role=alert]")).toEqual([]);
  });
});

describe("a turn", () => {
  test("tells its events in order, each once, and the screen reader what was said", async () => {
    chat.server.events(...answer("Hello **there**"));
    await chat.open();
    await chat.say("Hi");
    expect(chat.events).toEqual([
      ["ready", null],
      ["response.start", null],
      ["thread.change", { threadId: "thr_1" }],
      ["response.end", null],
    ]);
    expect(chat.textOf(".root > [aria-live=polite]")).toEqual(["Assistant said: Hello **there**"]);
  });

  test("shows what the visitor wrote to the letter", async () => {
    chat.server.events(created, done(userMessage("msg_1", " **a**\n\n<b>")), options);
    await chat.open();
    await chat.say("x");
    expect(chat.find(".bubble")?.textContent).toBe(" **a**\n\n<b>");
  });

  test("is drawn as it comes, and can be stopped", async () => {
    const stream = chat.server.stream();
    await chat.open();
    await chat.write("Hi");
    await chat.press("Enter");
    const delta = (text: string): StreamEvent => ({
      type: "thread.item.updated",
      item_id: "msg_2",
      update: { type: "assistant_message.content_part.text_delta", content_index: 0, delta: text },
    });
    stream.send(
      created,
      done(userMessage("msg_1", "Hi")),
      options,
      added(assistantMessage("msg_2")),
      delta("Hel"),
    );
    await chat.until(() => chat.textOf(".plain-text").join() === "Hel");
    stream.send(delta("lo"));
    await chat.until(() => chat.textOf(".plain-text").join() === "Hello");
    await chat.click("Stop responding");
    await chat.until(() => chat.names.includes("response.end"));
    await chat.drawn();
    expect(chat.textOf(".plain-text")).toEqual(["Hello"]);
    expect(chat.hasButton("Stop responding")).toBe(false);
    expect(chat.names).not.toContain("error");
  });

  test("that may not be cancelled has no stop button", async () => {
    const stream = chat.server.stream();
    await chat.open();
    await chat.write("Hi");
    await chat.press("Enter");
    stream.send(created, done(userMessage("msg_1")), {
      type: "stream_options",
      stream_options: { allow_cancel: false },
    });
    await chat.until(() => !chat.hasButton("Stop responding"));
    expect(chat.button("Send message").disabled).toBe(true);
    stream.end();
    await chat.until(() => chat.names.includes("response.end"));
  });

  test("makes the methods that would disturb it reject", async () => {
    const stream = chat.server.stream();
    const { element } = await chat.open();
    const sent = element.sendUserMessage({ text: "Hi" });
    await chat.drawn();
    for (const call of [
      element.sendUserMessage({ text: "x" }),
      element.setThreadId(null),
      element.focusComposer(),
      element.fetchUpdates(),
      element.sendCustomAction({ type: "x" }),
    ]) {
      await expect(call).rejects.toMatchObject({ name: "IntegrationError" });
    }
    stream.send(created, done(userMessage("msg_1")), options);
    stream.end();
    await sent;
    await chat.until(() => chat.names.includes("response.end"));
    expect(chat.textOf(".bubble")).toEqual(["Hi"]);
  });

  test("ends with the buttons that were asked for", async () => {
    chat.server.events(...answer("Hello"));
    await chat.open();
    await chat.say("Hi");
    const labels = () =>
      chat.all(".answer-actions button").map((button) => button.getAttribute("aria-label"));
    expect(labels()).toEqual(["Copy"]);
    chat.setOptions({ threadItemActions: { feedback: true, retry: true } });
    await chat.drawn();
    expect(labels()).toEqual(["Copy", "Good response", "Bad response", "Try again"]);
    chat.server.json({});
    await chat.click("Bad response");
    expect(chat.server.asked.at(-1)).toMatchObject({
      type: "items.feedback",
      params: { thread_id: "thr_1", item_ids: ["msg_2"], kind: "negative" },
    });
    expect(chat.button("Bad response").getAttribute("aria-pressed")).toBe("true");
    chat.server.events(options, done(assistantMessage("msg_3", "Again")));
    await chat.click("Try again");
    await chat.until(() => chat.textOf(".plain-text").join() === "Again");
    expect(chat.server.asked.at(-1)).toMatchObject({
      type: "threads.retry_after_item",
      params: { item_id: "msg_1" },
    });
  });

  test("shows notices by their level until they are dismissed", async () => {
    chat.server.events(...answer("Hello"), {
      type: "notice",
      level: "warning",
      title: "Hm",
      message: "Nearly full",
    });
    await chat.open();
    await chat.say("Hi");
    expect(chat.find(".bar")?.dataset.level).toBe("warning");
    expect(chat.textOf(".bar")).toEqual(["Hm Nearly full"]);
    await chat.click("Dismiss");
    expect(chat.all(".bar")).toEqual([]);
  });
});

describe("threads", () => {
  test("the initial one is opened, with its events", async () => {
    chat.server.json(threadWith({ title: "Old talk" }));
    await chat.open({ initialThread: "thr_1" });
    await chat.until(() => chat.names.includes("thread.load.end"));
    await chat.drawn();
    expect(chat.events.slice(1)).toEqual([
      ["thread.change", { threadId: "thr_1" }],
      ["thread.load.start", { threadId: "thr_1" }],
      ["thread.load.end", { threadId: "thr_1" }],
    ]);
    expect(chat.textOf(".header h2")).toEqual(["Old talk"]);
    expect(chat.textOf(".bubble, .plain-text")).toEqual(["Question", "Answer"]);
  });

  test("one that is gone says so and leads on", async () => {
    chat.server.error(404, "not_found");
    await chat.open({ initialThread: "thr_9" });
    await chat.until(() => chat.names.includes("error"));
    await chat.drawn();
    expect(chat.textOf("[role=alert] p")).toEqual(["This conversation no longer exists."]);
    expect(chat.field.disabled).toBe(true);
    await chat.click("New chat");
    expect(chat.textOf(".greeting")).toEqual(["What can I help with today?"]);
    expect(chat.events.at(-1)).toEqual(["thread.change", { threadId: null }]);
  });

  test("a locked one shows its reason where one would write", async () => {
    chat.server.json(threadWith({ status: { type: "locked", reason: "Under review" } }));
    await chat.open({ threadItemActions: { retry: true, feedback: true } });
    await chat.element.setThreadId("thr_1");
    await chat.drawn();
    expect([chat.field.disabled, chat.field.placeholder]).toEqual([true, "Under review"]);
    expect(chat.hasButton("Try again")).toBe(false);
  });

  test("a closed one has a banner instead of a composer", async () => {
    chat.server.json(threadWith({ status: { type: "closed" } }));
    await chat.open();
    await chat.element.setThreadId("thr_1");
    await chat.drawn();
    expect(chat.find("textarea")).toBeNull();
    expect(chat.textOf(".closed-banner")).toEqual(["This conversation is closed."]);
  });

  test("an answer goes on while its thread is left, and is there on return", async () => {
    const stream = chat.server.stream();
    await chat.open();
    await chat.write("Hi");
    await chat.press("Enter");
    stream.send(
      created,
      done(userMessage("msg_1", "Hi")),
      options,
      added(assistantMessage("msg_2", "Hel")),
    );
    await chat.until(() => chat.textOf(".plain-text").join() === "Hel");
    await chat.click("New chat");
    expect(chat.textOf(".greeting")).toHaveLength(1);
    chat.server.json({ data: [{ ...thread, title: "Talk" }], has_more: false });
    await chat.click("Chat history");
    await chat.until(() => chat.textOf(".history-open").join() === "Talk");
    chat.all(".history-open")[0]?.click();
    await chat.drawn();
    expect(chat.textOf(".plain-text")).toEqual(["Hel"]);
    stream.send(done(assistantMessage("msg_2", "Hello")));
    stream.end();
    await chat.until(() => chat.textOf(".plain-text").join() === "Hello");
  });
});

test("words that follow draw their message again, and nothing else", async () => {
  const stream = chat.server.stream();
  await chat.open();
  await chat.write("Hi");
  await chat.press("Enter");
  stream.send(created, done(userMessage("msg_1", "Hi")), options);
  stream.send(added(assistantMessage("msg_2", "Hel")));
  await chat.until(() => chat.textOf(".plain-text").join() === "Hel");
  await chat.drawn();
  const drawings = ["chatkit-composer", "chatkit-thread"].map((name) =>
    vi.spyOn(chat.find(name) as unknown as { render(): unknown }, "render"),
  );
  stream.send({
    type: "thread.item.updated",
    item_id: "msg_2",
    update: { type: "assistant_message.content_part.text_delta", content_index: 0, delta: "lo" },
  });
  await chat.until(() => chat.textOf(".plain-text").join() === "Hello");
  expect(drawings.map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
  stream.send(done(assistantMessage("msg_2", "Hello!")));
  stream.end();
  await chat.until(() => chat.names.includes("response.end"));
  expect(chat.textOf(".plain-text")).toEqual(["Hello!"]);
});

describe("history", () => {
  const threads: Thread[] = [
    { ...thread, id: "thr_1", title: "First" },
    { ...thread, id: "thr_2", title: null },
  ];

  async function openHistory(): Promise<void> {
    chat.server.json({ data: threads, has_more: false });
    await chat.element.showHistory();
    await chat.until(() => chat.all(".history-row").length === 2);
  }

  test("opens and closes with its events, and names what has no title", async () => {
    await chat.open();
    await openHistory();
    expect(chat.textOf(".history-open")).toEqual(["First", "New chat"]);
    await chat.element.hideHistory();
    expect(chat.names).toEqual(["ready", "history.open", "history.close"]);
    expect(chat.find(".history")).toBeNull();
  });

  test("tells when its panel does not load, and loads it with the next try", async () => {
    late.missing = true;
    await chat.open();
    await chat.click("Chat history");
    await chat.until(() => chat.names.includes("error"));
    expect(chat.names).toEqual(["ready", "error"]);
    late.missing = false;
    await openHistory();
    expect(chat.names).toEqual(["ready", "error", "history.open"]);
  });

  test("renames in place", async () => {
    await chat.open();
    await openHistory();
    await chat.click("Rename: First");
    const input = chat.find<HTMLInputElement>(".history-editor input");
    expect(input?.value).toBe("First");
    input!.value = "  Renamed ";
    chat.server.json({ ...thread, title: "Renamed" });
    await chat.click("Save");
    await chat.until(() => chat.textOf(".history-open")[0] === "Renamed");
    expect(chat.server.asked.at(-1)).toMatchObject({
      type: "threads.update",
      params: { thread_id: "thr_1", title: "Renamed" },
    });
  });

  test("deletes after asking; the open thread gives way to the start screen", async () => {
    chat.server.json(threadWith());
    await chat.open({ initialThread: "thr_1" });
    await chat.until(() => chat.names.includes("thread.load.end"));
    await openHistory();
    await chat.click("Delete: First");
    expect(chat.find<HTMLDialogElement>("dialog")?.open).toBe(true);
    expect(chat.textOf("#confirm-text")).toEqual([
      "“First” will be deleted. This cannot be undone.",
    ]);
    chat.server.json({});
    await chat.click("Delete");
    await chat.until(() => chat.all(".history-row").length === 1);
    expect(chat.server.asked.at(-1)).toMatchObject({
      type: "threads.delete",
      params: { thread_id: "thr_1" },
    });
    expect(chat.events.at(-1)).toEqual(["thread.change", { threadId: null }]);
    expect(chat.textOf(".greeting")).toHaveLength(1);
  });

  test("offers neither where the options say so, and nothing where it is off", async () => {
    await chat.open({ history: { showDelete: false, showRename: false } });
    await openHistory();
    expect(chat.all(".history-actions button")).toEqual([]);
    await chat.element.hideHistory();
    chat.setOptions({ history: { enabled: false } });
    await chat.drawn();
    expect(chat.hasButton("Chat history")).toBe(false);
  });

  test("says what went wrong and tries again", async () => {
    await chat.open();
    chat.server.error(500, "server_error");
    await chat.element.showHistory();
    await chat.until(() => chat.all(".history [role=alert]").length === 1);
    expect(chat.textOf(".history [role=alert] > span")).toEqual([
      "Your conversations could not be loaded. The server has a problem. Please try again.",
    ]);
    chat.server.json({ data: [], has_more: false });
    await chat.click("Try again");
    await chat.until(() => chat.textOf(".history-note").join() === "No conversations yet");
  });
});

describe("the page's part", () => {
  test("header actions call back, and the header can go", async () => {
    const home = vi.fn();
    await chat.open({
      header: { title: { text: "Help" }, leftAction: { icon: "home", onClick: home } },
    });
    expect(chat.textOf(".header h2")).toEqual(["Help"]);
    await chat.click("Home");
    expect(home).toHaveBeenCalledOnce();
    chat.setOptions({ header: { enabled: false } });
    await chat.drawn();
    expect(chat.find(".header")).toBeNull();
  });

  test("setComposerValue writes a draft and sends nothing", async () => {
    const tools = [
      { id: "t", label: "Tool", icon: "search" as const, placeholderOverride: "Search for" },
    ];
    const { element } = await chat.open({ composer: { tools } });
    await element.setComposerValue({
      content: [
        { type: "input_text", text: "Hi " },
        { type: "input_tag", id: "u1", text: "Ann" },
      ],
      reply: "So?",
      selectedToolId: "t",
    });
    await chat.drawn();
    expect(chat.field.value).toBe("Hi @Ann");
    expect(chat.field.placeholder).toBe("Search for");
    expect(chat.textOf(".composer-quote-text")).toEqual(["So?"]);
    expect(chat.server.asked).toEqual([]);
    chat.server.events(...answer("Hello"));
    await chat.press("Enter");
    expect(chat.server.asked[0]?.params).toEqual({
      input: {
        content: [
          { type: "input_text", text: "Hi " },
          { type: "input_tag", id: "u1", text: "Ann", data: {} },
        ],
        attachments: [],
        quoted_text: "So?",
        inference_options: { tool_choice: { id: "t" } },
      },
    });
    expect(chat.events.filter(([name]) => name === "tool.change")).toEqual([
      ["tool.change", { toolId: "t" }],
      ["tool.change", { toolId: null }],
    ]);
  });

  test("a conversation can be begun anew with one message", async () => {
    chat.server.json(threadWith());
    const { element } = await chat.open({ initialThread: "thr_1" });
    await chat.until(() => chat.names.includes("thread.load.end"));
    chat.server.events(...answer("Hello"));
    await element.sendUserMessage({
      text: "Hi",
      newThread: true,
      toolChoice: { id: "t" },
      model: "m",
    });
    expect(chat.server.asked[1]).toMatchObject({
      type: "threads.create",
      params: { input: { inference_options: { tool_choice: { id: "t" }, model: "m" } } },
    });
  });
});
