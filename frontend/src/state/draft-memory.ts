/**
 * The drafts of a chat, one for each thread and one for the thread that is yet to be.
 *
 * They are kept for as long as the page lives, and in `sessionStorage` beyond a reload: in this tab
 * alone, and under a key that says whose they are.
 */

import type { WireAttachment } from "../protocol/types";
import { tagMarker, type Draft } from "./draft";

export interface KeptDraft extends Draft {
  /** Files that are at the server. */
  readonly attachments: readonly WireAttachment[];
  readonly toolId: string | null;
  /** `null` when the visitor chose none. */
  readonly modelId: string | null;
}

type Stored = Record<string, KeptDraft & { at: number }>;

/** In milliseconds: whoever comes back to a tab the next day has moved on. */
const OLDEST = 24 * 3600 * 1000;
const MOST_DRAFTS = 20;
/** Of all drafts together; browsers keep about ten times as much. */
const MOST_LETTERS = 500_000;
/** How long writing rests before it is stored, in milliseconds. */
const REST = 300;

export class DraftMemory {
  private readonly drafts = new Map<string, KeptDraft>();
  /** Threads whose drafts changed since they were stored. */
  private readonly changed = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param key whose drafts these are; `null` keeps them in the page alone. */
  constructor(private readonly key: string | null) {
    for (const [thread, draft] of Object.entries(this.read())) this.drafts.set(thread, draft);
  }

  get(threadId: string | null): KeptDraft | null {
    return this.drafts.get(threadId ?? "") ?? null;
  }

  /** Keeps a draft, or forgets it when nothing is in it. */
  set(threadId: string | null, draft: KeptDraft): void {
    const thread = threadId ?? "";
    if (isBlank(draft)) this.drafts.delete(thread);
    else this.drafts.set(thread, draft);
    this.changed.add(thread);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.store(), REST);
  }

  /** The new thread has got its id. */
  move(from: string | null, to: string | null): void {
    const draft = this.get(from);
    if (!draft) return;
    this.set(from, blank);
    this.set(to, draft);
  }

  /** Stores what changed, now. */
  store(): void {
    clearTimeout(this.timer);
    if (this.key === null || this.changed.size === 0) return;
    // Another chat of this page may have stored something in the meantime.
    const stored = this.read();
    for (const thread of this.changed) {
      const draft = this.drafts.get(thread);
      if (draft) stored[thread] = { ...draft, at: Date.now() };
      else delete stored[thread];
    }
    this.changed.clear();
    try {
      const text = this.fitting(stored);
      if (text === "{}") sessionStorage.removeItem(this.key);
      else sessionStorage.setItem(this.key, text);
    } catch {
      // Storage is blocked or full: the page itself remembers.
    }
  }

  /** As JSON, without the oldest ones where there are too many or too long ones. */
  private fitting(stored: Stored): string {
    const newest = Object.entries(stored).sort(([, one], [, other]) => other.at - one.at);
    for (;;) {
      const text = JSON.stringify(Object.fromEntries(newest));
      if (newest.length <= MOST_DRAFTS && text.length <= MOST_LETTERS) return text;
      newest.pop();
    }
  }

  private read(): Stored {
    if (this.key === null) return {};
    try {
      const found = Object.entries(JSON.parse(sessionStorage.getItem(this.key) ?? "{}") as Stored);
      return Object.fromEntries(found.filter(([, draft]) => isKept(draft)));
    } catch {
      return {};
    }
  }
}

const blank: KeptDraft = {
  text: "",
  tags: [],
  quote: "",
  attachments: [],
  toolId: null,
  modelId: null,
};

function isBlank({ text, quote, attachments, toolId, modelId }: KeptDraft): boolean {
  return text + quote === "" && attachments.length === 0 && (toolId ?? modelId) === null;
}

/** Whether this is a draft of ours, and not too old. */
function isKept(draft: Stored[string]): boolean {
  const { text, tags, attachments, at } = draft;
  return (
    Date.now() - at < OLDEST &&
    Array.isArray(attachments) &&
    tags.every(({ tag, start }) => text.startsWith(tagMarker(tag), start))
  );
}
