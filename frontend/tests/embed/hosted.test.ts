import type { ChatKitOptions } from "@openai/chatkit";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { PageConfig } from "../../src/embed/config";
import { startPage } from "../../src/embed/page";

vi.mock("../../src/embed/source", async (original) => {
  const hosted = await import("../../src/embed/hosted");
  return { ...(await original<object>()), loadHosted: () => Promise.resolve(hosted) };
});

/** Stands for OpenAI's element: it keeps what it is given, and is ready when the test says so. */
class FakeElement extends HTMLElement {
  options: ChatKitOptions | null = null;
  readonly opened: (string | null)[] = [];

  setOptions(options: ChatKitOptions): void {
    this.options = options;
  }

  setThreadId(threadId: string | null): Promise<void> {
    this.opened.push(threadId);
    return Promise.resolve();
  }

  tell(name: string, detail?: object): void {
    this.dispatchEvent(new CustomEvent(`chatkit.${name}`, { detail }));
  }

  secret(current: string | null = null): Promise<string> {
    const api = this.options?.api;
    if (!api || !("getClientSecret" in api)) throw new Error("not hosted");
    return api.getClientSecret(current);
  }
}

let number = 0;
let config: PageConfig;
let answers: Record<string, () => Response>;
let asked: [string, unknown][];

function freshConfig(): PageConfig {
  const storageKey = `django-chatkit:hosted:page${(number += 1)}`;
  return {
    assistant: "hosted",
    backend: "hosted",
    source: "cdn",
    layout: "inline",
    height: null,
    options: { locale: "en" },
    hosted: {
      sessionsUrl: "/chatkit/sessions",
      syncUrl: "/chatkit/threads/{id}/sync",
      storageKey,
    },
    eventsUrl: "/chatkit/client-events",
    csrf: { header: "X-CSRFToken", cookie: null, token: "token" },
    loginUrl: "/log-in",
    thread: { id: null, storageKey },
    draftKey: storageKey,
    context: null,
    imageDomains: [],
    assets: {},
    script: { url: "https://cdn.example/chatkit.js" },
    messages: {
      open: "Open",
      close: "Close",
      loadFailed: "Not loaded.",
      sessionExpired: "Ended.",
      signIn: "Log in",
      reload: "Reload",
      scriptFailed: "No script from {host}.",
      scriptBlocked: "Blocked: {host}.",
      notReady: "Add {domain}.",
      sessionRefused: "Not for you.",
      sessionUnavailable: "Not now.",
      waiting: "Again in {seconds} s.",
      offline: "No connection.",
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  config = freshConfig();
  asked = [];
  answers = {
    "/chatkit/sessions": () =>
      Response.json({ client_secret: "ek_1", expires_at: Date.now() / 1000 + 600 }),
  };
  vi.stubGlobal("reportError", () => undefined);
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    asked.push([url, JSON.parse(init.body as string)]);
    return Promise.resolve(answers[url]?.() ?? new Response(null, { status: 204 }));
  });
});

afterEach(() => {
  document.body.replaceChildren();
  document.head.replaceChildren();
  localStorage.clear();
  sessionStorage.clear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Writes what `{% chatkit %}` writes, and starts it. */
async function show(): Promise<void> {
  const place = document.createElement("openai-chatkit");
  place.id = "chatkit-1";
  place.dataset.chatkitConfig = "chatkit-1-config";
  const script = document.createElement("script");
  script.type = "application/json";
  script.id = "chatkit-1-config";
  script.textContent = JSON.stringify(config);
  document.body.append(place, script);
  startPage();
  await passed();
}

/** As {@link show}, and OpenAI's script does its work. */
async function showLoaded(): Promise<FakeElement> {
  if (!customElements.get("openai-chatkit")) customElements.define("openai-chatkit", FakeElement);
  await show();
  return document.querySelector<FakeElement>("openai-chatkit")!;
}

const passed = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
const script = () => document.querySelector<HTMLScriptElement>("script[src]")!;
const notice = () => document.querySelector(".django-chatkit-notice p")?.textContent ?? null;
const failure = () => document.querySelector(".django-chatkit-failure[role=alert] p")?.textContent;
const reports = () =>
  asked.filter(([url]) => url === "/chatkit/client-events").map(([, body]) => body);
const reported = (name: string, message: string, level = "error") => ({
  events: [{ name, level, message }],
});

// These come first: an element, once defined, stays defined.
describe("OpenAI's script", () => {
  test("has the nonce of the page's own scripts", async () => {
    const own = document.createElement("script");
    own.setAttribute("nonce", "r4nd0m");
    document.body.append(own);
    await show();
    expect([script().src, script().nonce]).toEqual(["https://cdn.example/chatkit.js", "r4nd0m"]);
    script().dispatchEvent(new Event("error"));
    await passed(50);
  });

  test("that cannot be loaded leaves a message that names its host, and a report", async () => {
    await show();
    script().dispatchEvent(new Event("error"));
    await passed(50);
    expect(failure()).toBe("No script from cdn.example.");
    expect(reports()).toEqual([
      reported("script.failed", "https://cdn.example/chatkit.js could not be loaded."),
    ]);
  });

  test("that never comes is given up", async () => {
    await show();
    await passed(15_000);
    expect(failure()).toBe("No script from cdn.example.");
  });

  test("that the page's own policy blocks is told apart", async () => {
    config.script.url = "https://blocked.example/chatkit.js";
    await show();
    script().dispatchEvent(new Event("error"));
    const violation = Object.assign(new Event("securitypolicyviolation"), {
      disposition: "enforce",
      blockedURI: "https://blocked.example/chatkit.js",
    });
    document.dispatchEvent(violation);
    await passed(50);
    expect(failure()).toBe("Blocked: blocked.example.");
    expect(reports()).toMatchObject([{ events: [{ name: "script.blocked" }] }]);
  });
});

describe("the session", () => {
  test("is minted when the element asks, with Django's token and nothing chosen by the page", async () => {
    const element = await showLoaded();
    expect(asked).toEqual([]);
    expect(await promised(element.secret())).toBe("ek_1");
    expect(asked).toEqual([["/chatkit/sessions", {}]]);
    expect(localStorage).toHaveLength(0);
  });

  test("is one for all elements of the assistant", async () => {
    const [first, second] = [await showLoaded(), await showLoaded()];
    expect(await promised(Promise.all([first.secret(), second.secret()]))).toEqual([
      "ek_1",
      "ek_1",
    ]);
    expect(asked).toHaveLength(1);
  });

  test.each([
    [401, "Ended.", "session.signed_out", "warning"],
    [403, "Not for you.", "session.refused", "error"],
    [404, "Not for you.", "session.refused", "error"],
  ])("answered with %i says '%s' above the chat", async (status, text, name, level) => {
    answers["/chatkit/sessions"] = () => new Response("{}", { status });
    const element = await showLoaded();
    await expect(promised(element.secret())).rejects.toThrow("No chat session");
    expect(notice()).toBe(text);
    expect(reports()).toEqual([reported(name, `Status ${status}.`, level)]);
  });

  test("that cannot be reached is no reason to report, and is forgotten when it can", async () => {
    answers["/chatkit/sessions"] = () => {
      throw new TypeError("Failed to fetch");
    };
    const element = await showLoaded();
    await expect(promised(element.secret())).rejects.toThrow("offline");
    expect([notice(), reports()]).toEqual(["No connection.", []]);
    delete answers["/chatkit/sessions"];
    answers["/chatkit/sessions"] = () =>
      Response.json({ client_secret: "ek_2", expires_at: Date.now() / 1000 + 600 });
    expect(await promised(element.secret())).toBe("ek_2");
    expect(notice()).toBeNull();
  });

  test("of a busy site is waited for, aloud", async () => {
    const minted = answers["/chatkit/sessions"]!;
    answers["/chatkit/sessions"] = () => {
      answers["/chatkit/sessions"] = minted;
      return new Response("{}", { status: 503, headers: { "Retry-After": "3" } });
    };
    const element = await showLoaded();
    const secret = element.secret();
    await passed(500);
    expect(notice()).toBe("Again in 3 s.");
    expect(document.querySelector(".django-chatkit-notice")?.getAttribute("role")).toBe("status");
    await passed(3000);
    expect([await secret, notice()]).toEqual(["ek_1", null]);
  });

  /** What a promise comes to while time passes. */
  async function promised<Result>(promise: Promise<Result>): Promise<Result> {
    promise.catch(() => undefined);
    await passed(500);
    return promise;
  }
});

describe("an element that never starts", () => {
  test("is a domain that OpenAI does not know", async () => {
    const element = await showLoaded();
    await passed(14_999);
    expect(notice()).toBeNull();
    await passed(1);
    expect(notice()).toBe("Add localhost.");
    expect(reports()).toEqual([reported("element.not_ready", "localhost")]);
    element.tell("ready");
    expect(notice()).toBeNull();
  });

  test("is nobody's fault while the site is asked for a session", async () => {
    answers["/chatkit/sessions"] = () =>
      new Response("{}", { status: 503, headers: { "Retry-After": "40" } });
    const element = await showLoaded();
    element.secret().catch(() => undefined);
    await passed(20_000);
    expect(notice()).toBe("Again in 40 s.");
  });

  test("that is ready says nothing", async () => {
    const element = await showLoaded();
    element.tell("ready");
    await passed(60_000);
    expect(notice()).toBeNull();
  });
});

describe("the mirror", () => {
  const pings = () => asked.map(([url]) => url).filter((url) => url.endsWith("/sync"));

  test("hears of a thread that is opened and of an answer that ended", async () => {
    const element = await showLoaded();
    element.tell("thread.change", { threadId: "cthr_1" });
    await passed();
    element.tell("response.end");
    await passed();
    expect(pings()).toEqual(["/chatkit/threads/cthr_1/sync", "/chatkit/threads/cthr_1/sync"]);
  });

  test("hears nothing of an empty chat", async () => {
    const element = await showLoaded();
    element.tell("thread.change", { threadId: null });
    element.tell("response.end");
    await passed();
    expect(pings()).toEqual([]);
  });

  test("knows when the remembered thread is gone: the start screen opens", async () => {
    localStorage.setItem(config.thread.storageKey!, "cthr_gone");
    answers["/chatkit/threads/cthr_gone/sync"] = () => new Response("{}", { status: 404 });
    const element = await showLoaded();
    await passed();
    expect([element.opened, localStorage.length]).toEqual([[null], 0]);
  });
});

test("an error of the element is reported by its name, never by its text", async () => {
  const element = await showLoaded();
  const error = Object.assign(new Error("Alice wrote: my PIN is 1234"), { name: "FrameError" });
  element.tell("error", { error });
  element.tell("error", { error });
  expect(reports()).toEqual([reported("element.error", "FrameError")]);
});
