/** What an assistant that OpenAI hosts needs of the page: client secrets, and a mirror that follows. */

import type { OpenAIChatKit } from "@openai/chatkit";
import { ClientSecrets } from "./client-secrets";
import type { PageConfig } from "./config";
import { hideNotice, showNotice, showSessionEnded } from "./messages";
import { mint, MintError } from "./minting";
import { MirrorSync } from "./mirror-sync";
import { pageFetch } from "./page-fetch";
import type { Readiness } from "./readiness";
import type { Reports } from "./reports";

type Hosted = NonNullable<PageConfig["hosted"]>;

/** The elements of one assistant share its secret. */
const keepers = new Map<string, { secrets: ClientSecrets; waiting: Set<(s: number) => void> }>();

/**
 * `getClientSecret` of an element, with messages above it when there is none to be had.
 *
 * @param readiness is paused while the element waits for a secret.
 */
export function clientSecretsFor(
  element: OpenAIChatKit,
  config: PageConfig,
  hosted: Hosted,
  readiness: Readiness,
  reports: Reports,
): (current: string | null) => Promise<string> {
  const { messages } = config;
  const { secrets, waiting } = keeperOf(config, hosted);
  let asked = 0;
  waiting.add((seconds) => {
    if (asked > 0) {
      const text = messages.waiting.replace("{seconds}", String(seconds));
      showNotice(element, messages, { kind: "waiting", text });
    }
  });
  return async (current) => {
    asked += 1;
    readiness.pause();
    try {
      const secret = await secrets.get(current);
      hideNotice(element, "waiting", "session");
      readiness.expect();
      return secret;
    } catch (error) {
      hideNotice(element, "waiting");
      tell(error);
      throw error;
    } finally {
      asked -= 1;
    }
  };

  function tell(error: unknown): void {
    const kind = error instanceof MintError ? error.kind : "unavailable";
    const status = error instanceof MintError ? error.status : null;
    if (kind !== "offline") {
      const name = kind === "signed-out" ? "session.signed_out" : `session.${kind}`;
      reports.tell(
        name as "session.refused",
        status === null ? "No answer." : `Status ${status}.`,
        kind === "signed-out" ? "warning" : "error",
      );
    }
    if (kind === "signed-out" || kind === "refused") secrets.drop();
    if (kind === "signed-out") {
      showSessionEnded(element, messages);
      return;
    }
    const text = {
      refused: messages.sessionRefused,
      unavailable: messages.sessionUnavailable,
      offline: messages.offline,
    }[kind];
    showNotice(element, messages, { kind: "session", text, reload: true });
  }
}

function keeperOf(
  config: PageConfig,
  hosted: Hosted,
): { secrets: ClientSecrets; waiting: Set<(seconds: number) => void> } {
  const name = `${hosted.sessionsUrl} ${hosted.storageKey ?? ""}`;
  let keeper = keepers.get(name);
  if (keeper === undefined) {
    const waiting = new Set<(seconds: number) => void>();
    const send = pageFetch({ csrf: config.csrf, context: null }, () => undefined);
    const secrets = new ClientSecrets({
      storageKey: hosted.storageKey,
      mint: (onWait) => mint(send, hosted.sessionsUrl, onWait),
      onWait: (seconds) => waiting.forEach((listener) => listener(seconds)),
    });
    keeper = { secrets, waiting };
    keepers.set(name, keeper);
  }
  return keeper;
}

/**
 * Pings the site whenever a thread of the element may have changed.
 *
 * @param onGone called with the id of a thread that the site does not know.
 * @returns what to call with the thread that the element opens by itself.
 */
export function keepMirror(
  element: OpenAIChatKit,
  config: PageConfig,
  hosted: Hosted,
  onGone: (threadId: string) => void,
): (threadId: string | null) => void {
  const signedOut = (): void => {
    keeperOf(config, hosted).secrets.drop();
    showSessionEnded(element, config.messages);
  };
  const send = pageFetch({ csrf: config.csrf, context: null }, signedOut);
  const sync = new MirrorSync(send, hosted.syncUrl, onGone);
  let current: string | null = null;
  const opened = (threadId: string | null): void => {
    current = threadId;
    if (threadId !== null) sync.changed(threadId);
  };
  element.addEventListener("chatkit.thread.change", (event) => opened(event.detail.threadId));
  element.addEventListener("chatkit.response.end", () => opened(current));
  return opened;
}
