/** One chat on the page: its element, its options, its memory. */

import type { ChatKitOptions, OpenAIChatKit } from "@openai/chatkit";
import type { PageConfig } from "./config";
import { entityFunctions } from "./entities";
import { hideNotice, showNotice, showSessionEnded } from "./messages";
import { pageFetch } from "./page-fetch";
import { onConfigured, withPageFunctions } from "./page-functions";
import { Readiness } from "./readiness";
import { Reports } from "./reports";
import { isBlocked, loadElement, loadHosted, ScriptError } from "./source";
import { ThreadMemory } from "./thread-memory";

/**
 * Brings an `<openai-chatkit>` to life.
 *
 * @param adjust what the layout adds to the options, such as a popup's close button.
 * @throws when the element cannot be loaded or refuses its options; `failureText` says it.
 */
export async function startChat(
  element: OpenAIChatKit,
  config: PageConfig,
  adjust: (options: ChatKitOptions) => ChatKitOptions = (options) => options,
): Promise<void> {
  const memory = new ThreadMemory(config.thread.storageKey);
  const remembered = config.thread.id === null ? memory.get() : null;
  const thread = new OpenThread(element, memory, remembered);
  const reports = new Reports(
    pageFetch({ csrf: config.csrf, context: null }, () => undefined),
    config.eventsUrl,
  );
  const source = await load(config, reports);
  await customElements.whenDefined("openai-chatkit");
  customElements.upgrade(element);
  // OpenAI's element takes no notice of these.
  Object.assign(element, {
    imageDomains: config.imageDomains,
    draftKey: config.draftKey,
    signIn: signInOf(config),
  });
  const readiness = watchReadiness(element, config, reports);
  let api: ChatKitOptions["api"];
  if (config.hosted) {
    const { clientSecretsFor, keepMirror } = await loadHosted(config.assets);
    api = { getClientSecret: clientSecretsFor(element, config, config.hosted, readiness, reports) };
    const opened = keepMirror(element, config, config.hosted, (id) => thread.forget(id));
    opened(config.thread.id ?? remembered);
  } else {
    api = apiOf(element, config, source);
  }
  const entities = entityFunctions(
    config,
    pageFetch({ csrf: config.csrf, context: null }, () => undefined),
  );
  const options = withoutNulls(config.options);
  if (entities) options.entities = { ...entities, ...options.entities };
  const apply = (): void => {
    element.setOptions(
      adjust({
        ...withPageFunctions(options, [config.assistant, element.id]),
        initialThread: config.thread.id ?? remembered,
        api,
      }),
    );
  };
  if (source === "cdn") readiness.expect();
  apply();
  onConfigured(apply);
}

/** What to say of an error of `startChat`. */
export function failureText(error: unknown, { messages }: PageConfig): string {
  if (!(error instanceof ScriptError)) return messages.loadFailed;
  const text = error.blocked ? messages.scriptBlocked : messages.scriptFailed;
  return text.replace("{host}", hostOf(error.url));
}

async function load(config: PageConfig, reports: Reports): Promise<PageConfig["source"]> {
  try {
    return await loadElement(config, (error) =>
      reports.tell("element.fallback", error.message, "warning"),
    );
  } catch (error) {
    const blocked = error instanceof ScriptError && error.blocked;
    reports.tell(blocked ? "script.blocked" : "script.failed", (error as Error).message);
    throw error;
  }
}

function apiOf(
  element: OpenAIChatKit,
  config: PageConfig,
  source: PageConfig["source"],
): ChatKitOptions["api"] {
  if (!config.api) throw new Error("The chat's configuration names no API.");
  const signedOut = (): void => {
    // Our own element says it by itself.
    if (source === "cdn") showSessionEnded(element, config.messages);
  };
  return { ...config.api, fetch: pageFetch(config, signedOut) };
}

/** The log-in page, which leads back here. */
function signInOf({ loginUrl, messages }: PageConfig): { url: string; label: string } {
  const url = new URL(loginUrl, document.baseURI);
  url.searchParams.set("next", location.pathname + location.search);
  return { url: url.href, label: messages.signIn };
}

/** OpenAI's element says nothing where its domain is not listed: the page does. */
function watchReadiness(element: OpenAIChatKit, config: PageConfig, reports: Reports): Readiness {
  const url = config.script.url ?? "";
  if (config.source === "cdn") {
    element.addEventListener("chatkit.error", ({ detail: { error } }) =>
      reports.tell("element.error", error.name.slice(0, 80)),
    );
  }
  return new Readiness(
    element,
    () => {
      const text = isBlocked(url) ? config.messages.scriptBlocked : config.messages.notReady;
      showNotice(element, config.messages, {
        kind: "not-ready",
        text: text.replace("{host}", hostOf(url)).replace("{domain}", location.hostname),
        reload: true,
      });
      reports.tell(isBlocked(url) ? "script.blocked" : "element.not_ready", location.hostname);
    },
    () => hideNotice(element, "not-ready"),
  );
}

function hostOf(url: string): string {
  return new URL(url, document.baseURI).host;
}

/** Keeps the open thread in mind, and forgets one that is gone without a word about it. */
class OpenThread {
  private loading = true;

  /** @param restored the remembered thread, until another one is opened. */
  constructor(
    private readonly element: OpenAIChatKit,
    private readonly memory: ThreadMemory,
    private restored: string | null,
  ) {
    element.addEventListener("chatkit.thread.change", (event) => {
      if (event.detail.threadId !== this.restored) this.restored = null;
      memory.set(event.detail.threadId);
    });
    element.addEventListener("chatkit.thread.load.end", () => (this.loading = false));
    element.addEventListener("chatkit.error", ({ detail: { error } }) => {
      if (this.loading && (error as { status?: number }).status === 404) this.forget(this.restored);
    });
  }

  /** Opens the start screen in the place of the remembered thread, which is gone. */
  forget(threadId: string | null): void {
    if (threadId === null || threadId !== this.restored) return;
    this.restored = null;
    this.memory.set(null);
    void this.element.setThreadId(null);
  }
}

/** JSON has no `undefined`: an option that was left out may arrive as `null`. */
function withoutNulls(options: PageConfig["options"]): PageConfig["options"] {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== null));
}
