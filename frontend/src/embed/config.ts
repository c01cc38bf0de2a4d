/** What `{% chatkit %}` hands to the page, as JSON in a script element. */

import type { ChatKitOptions } from "@openai/chatkit";

export interface PageConfig {
  assistant: string;
  backend: "self-hosted" | "hosted";
  source: "bundled" | "cdn";
  layout: "inline" | "popup" | "page";
  /** A CSS length, or `null` for the style sheet's. */
  height: string | null;
  /** ChatKit.js options without `api`. */
  options: Omit<ChatKitOptions, "api">;
  /** Where the site answers itself; absent when OpenAI hosts the assistant. */
  api?: {
    url: string;
    domainKey: string;
    uploadStrategy?: { type: "direct"; uploadUrl: string } | { type: "two_phase" };
  };
  /** Where to get client secrets when OpenAI hosts the assistant; absent otherwise. */
  hosted?: {
    sessionsUrl: string;
    /** `{id}` stands for the thread's id. */
    syncUrl: string;
    /** Where this browser tab keeps the client secret; `null`: in memory only. */
    storageKey: string | null;
  };
  /** Where the site's own entities are found; absent without any. `{id}` stands for the id. */
  entities?: { searchUrl: string; previewUrl: string };
  /** Where failures of the page are told. */
  eventsUrl: string;
  csrf: {
    header: string;
    /** The cookie to read the current token from; `null` when scripts cannot read it. */
    cookie: string | null;
    token: string;
  };
  /** Where people log in. */
  loginUrl: string;
  thread: {
    /** The thread to open, whatever was open before. */
    id: string | null;
    /** Where this browser remembers the last thread. */
    storageKey: string | null;
  };
  /** Whose drafts a tab keeps through a reload: told apart by person. */
  draftKey: string;
  /** The signed page context. */
  context: string | null;
  /** Hosts that images in answers may load from. */
  imageDomains: string[];
  /** Asset name → URL. */
  assets: Record<string, string>;
  script: { url: string | null };
  messages: {
    open: string;
    close: string;
    loadFailed: string;
    sessionExpired: string;
    signIn: string;
    reload: string;
    /** `{host}` is where OpenAI's script comes from. */
    scriptFailed: string;
    scriptBlocked: string;
    /** `{domain}` is this site's. */
    notReady: string;
    sessionRefused: string;
    sessionUnavailable: string;
    /** `{seconds}` is when it is tried again. */
    waiting: string;
    offline: string;
  };
}

/** The configuration that an element's `data-chatkit-config` names. */
export function readConfig(element: HTMLElement): PageConfig {
  const id = element.dataset.chatkitConfig ?? "";
  const text = document.getElementById(id)?.textContent;
  if (!text) throw new Error(`There is no chat configuration with the id "${id}".`);
  return JSON.parse(text) as PageConfig;
}
