import type { ChatKitOptions } from "@openai/chatkit";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { PageConfig } from "../../src/embed/config";
import { startPage } from "../../src/embed/page";

/** Stands for either element: it keeps what it is given. */
class FakeElement extends HTMLElement {
  options: ChatKitOptions | null = null;
  imageDomains: readonly string[] = [];
  readonly opened: (string | null)[] = [];

  setOptions(options: ChatKitOptions): void {
    this.options = options;
    queueMicrotask(() => this.tell("ready"));
  }

  setThreadId(threadId: string | null): Promise<void> {
    this.opened.push(threadId);
    return Promise.resolve();
  }

  focusComposer(): Promise<void> {
    this.tabIndex = 0;
    this.focus();
    return Promise.resolve();
  }

  tell(name: string, detail?: object): void {
    this.dispatchEvent(new CustomEvent(`chatkit.${name}`, { detail }));
  }
}

const loading = vi.hoisted(() => ({ element: () => Promise.resolve() }));
vi.mock("../../src/embed/source", async (original) => ({
  ...(await original<object>()),
  loadElement: async (page: PageConfig) => {
    await loading.element();
    return page.source;
  },
}));

const messages = {
  open: "Open chat",
  close: "Close chat",
  loadFailed: "The chat could not be loaded.",
  sessionExpired: "Your session has ended.",
  signIn: "Log in",
  reload: "Reload",
  scriptFailed: "No script from {host}.",
  scriptBlocked: "Blocked: {host}.",
  notReady: "Add {domain}.",
  sessionRefused: "Not for you.",
  sessionUnavailable: "Not now.",
  waiting: "Again in {seconds} s.",
  offline: "No connection.",
};

const config: PageConfig = {
  assistant: "default",
  backend: "self-hosted",
  source: "bundled",
  layout: "inline",
  height: null,
  options: { locale: "fr", frameTitle: "Help" },
  api: { url: "/chatkit/conversation?assistant=default", domainKey: "bundled" },
  csrf: { header: "X-CSRFToken", cookie: null, token: "token" },
  loginUrl: "/log-in",
  thread: { id: null, storageKey: "django-chatkit:default:1" },
  draftKey: "django-chatkit:default:2",
  eventsUrl: "/chatkit/client-events",
  context: null,
  imageDomains: ["cdn.example.com"],
  assets: {},
  script: { url: null },
  messages,
};

let loads: number;

beforeEach(() => {
  loads = 0;
  loading.element = () => {
    loads += 1;
    if (!customElements.get("openai-chatkit")) customElements.define("openai-chatkit", FakeElement);
    return Promise.resolve();
  };
});

afterEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
  delete window.djangoChatKit;
  vi.unstubAllGlobals();
});

/** Writes what `{% chatkit %}` writes, and starts it. */
async function show(changes: Partial<PageConfig> = {}): Promise<void> {
  const page = { ...config, ...changes };
  const place = document.createElement(page.layout === "popup" ? "div" : "openai-chatkit");
  if (page.layout === "popup") place.className = "django-chatkit-popup";
  else place.id = "chatkit-1";
  place.dataset.chatkitConfig = "chatkit-1-config";
  const script = document.createElement("script");
  script.type = "application/json";
  script.id = "chatkit-1-config";
  script.textContent = JSON.stringify(page);
  document.body.append(place, script);
  startPage();
  await settled();
}

const settled = () => new Promise((resolve) => setTimeout(resolve));
const element = () => document.querySelector<FakeElement>("openai-chatkit");
const text = (selector: string) => document.querySelector(selector)?.textContent ?? null;

describe("inline and page", () => {
  test("the element gets its options, its endpoint and the site's image hosts", async () => {
    await show();
    expect(element()?.options).toEqual({
      locale: "fr",
      frameTitle: "Help",
      initialThread: null,
      api: { ...config.api, fetch: expect.any(Function) as typeof fetch },
    });
    expect(element()?.imageDomains).toEqual(["cdn.example.com"]);
  });

  test("a height is set without a style attribute in the markup", async () => {
    await show({ height: "480px" });
    expect(element()?.style.height).toBe("480px");
  });

  test("functions that the page adds later reach a chat that runs", async () => {
    await show();
    const onClientTool = () => ({});
    window.djangoChatKit?.configure?.("default", { onClientTool });
    expect(element()?.options).toMatchObject({ locale: "fr", onClientTool });
  });

  test("a chat that cannot be loaded leaves a message with a way out", async () => {
    vi.stubGlobal("reportError", () => undefined);
    loading.element = () => Promise.reject(new Error("404"));
    await show();
    expect(element()).toBeNull();
    expect(text("[role=alert] p")).toBe("The chat could not be loaded.");
    expect(text("[role=alert] button")).toBe("Reload");
  });

  test("starting the page again starts nothing twice", async () => {
    await show();
    startPage();
    await settled();
    expect(loads).toBe(1);
  });
});

describe("the last thread", () => {
  test("is remembered and opened again", async () => {
    await show();
    element()?.tell("thread.change", { threadId: "thr_1" });
    document.body.replaceChildren();
    await show();
    expect(element()?.options?.initialThread).toBe("thr_1");
    element()?.tell("thread.change", { threadId: null });
    expect(localStorage).toHaveLength(0);
  });

  test("gives way to the one that the page names", async () => {
    localStorage.setItem("django-chatkit:default:1", "thr_1");
    await show({ thread: { ...config.thread, id: "thr_2" } });
    expect(element()?.options?.initialThread).toBe("thr_2");
  });

  test("is forgotten without a word when it is gone", async () => {
    localStorage.setItem("django-chatkit:default:1", "thr_1");
    await show();
    element()?.tell("thread.change", { threadId: "thr_1" });
    element()?.tell("error", { error: Object.assign(new Error("Not found"), { status: 404 }) });
    expect(element()?.opened).toEqual([null]);
    expect(localStorage).toHaveLength(0);
  });

  test("outlives a failure of another kind", async () => {
    localStorage.setItem("django-chatkit:default:1", "thr_1");
    await show();
    element()?.tell("error", { error: Object.assign(new Error("Oh"), { status: 500 }) });
    expect(element()?.opened).toEqual([]);
    expect(localStorage).toHaveLength(1);
  });
});

test("a session that has ended is announced once, above the chat of OpenAI's element", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("{}", { status: 401 })));
  await show({ source: "cdn", script: { url: "https://cdn.example/chatkit.js" } });
  const api = element()?.options?.api;
  for (let time = 0; time < 2; time += 1) {
    if (api && "fetch" in api) await api.fetch?.("/chatkit/conversation", { method: "POST" });
  }
  const bars = document.querySelectorAll(".django-chatkit-expired");
  expect([...bars].map((bar) => bar.querySelector("p")?.textContent)).toEqual([
    "Your session has ended.",
  ]);
});

test("a session that has ended is left to our own element, which says it itself", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("{}", { status: 401 })));
  await show();
  const api = element()?.options?.api;
  const body = JSON.stringify({ type: "threads.add_user_message", params: {} });
  if (api && "fetch" in api) await api.fetch?.("/chatkit/conversation", { method: "POST", body });
  expect(document.querySelectorAll(".django-chatkit-expired")).toHaveLength(0);
  expect(element()).toMatchObject({
    signIn: { url: "http://localhost:3000/log-in?next=%2F", label: "Log in" },
  });
});

describe("popup", () => {
  const launcher = () => document.querySelector<HTMLButtonElement>(".django-chatkit-launcher")!;
  const panel = () => document.querySelector<HTMLElement>("[role=dialog]")!;
  const open = async () => {
    launcher().click();
    await settled();
  };

  test("asks for nothing until it is opened", async () => {
    await show({ layout: "popup" });
    expect([loads, element(), panel().hidden]).toEqual([0, null, true]);
    expect(launcher().getAttribute("aria-label")).toBe("Open chat");
    await open();
    expect([loads, panel().hidden, panel().getAttribute("aria-label")]).toEqual([1, false, "Help"]);
    expect(launcher().getAttribute("aria-expanded")).toBe("true");
  });

  test("gives the keyboard to the chat, and back when Escape closes it", async () => {
    await show({ layout: "popup" });
    await open();
    expect(document.activeElement).toBe(element());
    panel().dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    expect([panel().hidden, document.activeElement]).toEqual([true, launcher()]);
  });

  test("keeps its chat while it is closed", async () => {
    await show({ layout: "popup" });
    await open();
    const first = element();
    launcher().click();
    await open();
    expect([element(), loads]).toEqual([first, 1]);
  });

  test("puts its close button into the chat's header, unless the page has one there", async () => {
    await show({ layout: "popup" });
    await open();
    element()?.options?.header?.rightAction?.onClick();
    expect(panel().hidden).toBe(true);
    const rightAction = { icon: "home" as const, onClick: () => undefined };
    window.djangoChatKit?.configure?.("default", { header: { rightAction } });
    expect(element()?.options?.header?.rightAction).toBe(rightAction);
  });

  test("says inside when the chat cannot be loaded, and can be closed", async () => {
    vi.stubGlobal("reportError", () => undefined);
    loading.element = () => Promise.reject(new Error("404"));
    await show({ layout: "popup" });
    await open();
    expect(panel().querySelector("[role=alert] p")?.textContent).toBe(
      "The chat could not be loaded.",
    );
    expect(document.querySelector("[data-ready]")).toBeNull();
    launcher().click();
    expect(panel().hidden).toBe(true);
  });
});
