/**
 * Sees to it that nothing that was written is lost: not by turning to another thread, not by a
 * reload, and not by a message that the server did not take.
 */

import type { Conversation } from "../state/conversation";
import { draftOf, emptyDraft, joinText, type Draft } from "../state/draft";
import { DraftMemory, type KeptDraft } from "../state/draft-memory";
import type { OutgoingMessage } from "../state/message";
import type { Uploads } from "./uploads";

/** The composer, as far as its draft goes. */
interface Desk {
  draft: Draft;
  readonly toolId: string | null;
  readonly modelId: string | null;
  readonly uploads: Uploads;
  choose(toolId: string | null, modelId: string | null): void;
}

/** Between a message that came back and what was begun since. */
const APART = "\n\n";

export class DraftKeeper {
  private memory = new DraftMemory(null);
  private key: string | null = null;
  private shown: { conversation: Conversation; threadId: string | null } | null = null;
  /** Whether a message is on its way: until the server has it, its draft stays in the memory. */
  private sending = false;
  /** Whether the next turn to another thread takes the draft along. */
  private carries = false;
  private last: readonly unknown[] = [];
  /** A message that came back; trying it again must not leave it here as well. */
  private returned: { text: string; files: readonly number[]; rest: Draft } | null = null;

  constructor(private readonly desk: Desk) {}

  /** The composer is in the page: a phone may end that without a word once it is out of sight. */
  connect(): void {
    document.addEventListener("visibilitychange", this.store);
    addEventListener("pagehide", this.store);
  }

  disconnect(): void {
    document.removeEventListener("visibilitychange", this.store);
    removeEventListener("pagehide", this.store);
    this.store();
  }

  /** Whose drafts these are; `null` for nobody's, which the browser does not store. */
  use(key: string | null): void {
    if (key === this.key) return;
    this.memory.store();
    this.key = key;
    this.memory = new DraftMemory(key);
    this.shown = null;
  }

  /** The page is about to turn to another thread while the visitor writes. */
  carry(): void {
    this.carries = true;
  }

  /** Takes out what was written in this conversation before. */
  turnTo(conversation: Conversation): void {
    const { shown, desk } = this;
    const { threadId } = conversation;
    if (shown?.conversation === conversation) {
      if (shown.threadId !== threadId) this.memory.move(shown.threadId, threadId);
      shown.threadId = threadId;
      if (conversation.state.unconfirmed === null) this.sending = false;
      return;
    }
    this.shown = { conversation, threadId };
    const { draft } = desk;
    // What the page has put there before the first thread was open belongs to that thread.
    if (shown === null && draft.text + draft.quote !== "") return;
    const { carries } = this;
    this.carries = false;
    if (shown !== null) {
      this.sending = false;
      this.memory.set(shown.threadId, this.current());
      if (carries && !this.memory.get(threadId)) {
        this.memory.move(shown.threadId, threadId);
        return;
      }
      desk.uploads.turn(shown.threadId, threadId);
    }
    this.returned = null;
    const kept = this.memory.get(threadId);
    desk.draft = { ...emptyDraft, ...kept };
    if (kept && desk.uploads.list.length === 0) desk.uploads.replace(kept.attachments);
    if (kept || shown) desk.choose(kept?.toolId ?? null, kept?.modelId ?? desk.modelId);
    this.last = this.marks();
  }

  /** Remembers what changed since it was last asked. */
  keep(): void {
    const { shown } = this;
    const marks = this.marks();
    if (!shown || this.sending || marks.every((mark, index) => mark === this.last[index])) return;
    this.last = marks;
    this.memory.set(shown.threadId, this.current());
  }

  /** A message leaves. */
  send(): void {
    this.sending = true;
    this.returned = null;
  }

  private readonly store = (): void => this.memory.store();

  /** Puts a message back that the server did not take, before whatever was begun since. */
  restore(conversation: Conversation, message: OutgoingMessage): void {
    const { desk } = this;
    const { inferenceOptions: chosen, quotedText } = message;
    const toolId = chosen.tool_choice?.id ?? null;
    const modelId = chosen.model ?? null;
    const said = draftOf(message.content);
    this.sending = false;
    if (this.shown?.conversation !== conversation) {
      const since = this.memory.get(conversation.threadId);
      this.memory.set(conversation.threadId, {
        ...(since?.text ? joinText(said, APART, since) : said),
        quote: quotedText || (since?.quote ?? ""),
        attachments: [...message.attachments, ...(since?.attachments ?? [])],
        toolId: toolId ?? since?.toolId ?? null,
        modelId: modelId ?? since?.modelId ?? null,
      });
      return;
    }
    const rest = desk.draft;
    const both = rest.text.trim() === "" ? said : joinText(said, APART, rest);
    desk.draft = { ...both, quote: quotedText || rest.quote };
    const files = message.attachments.map(
      (attachment) => desk.uploads.add(attachment.name, attachment.mime_type, { attachment }).key,
    );
    if (toolId !== null) desk.choose(toolId, desk.modelId);
    this.returned = { text: both.text, files, rest };
  }

  /** The message that came back is being tried again: here stays what was begun since. */
  takeReturned(): void {
    const { desk, returned } = this;
    this.returned = null;
    if (returned?.text.trim() !== desk.draft.text.trim()) return;
    desk.draft = returned.rest;
    for (const key of returned.files) desk.uploads.drop(key);
    this.send();
  }

  private current(): KeptDraft {
    const { draft, toolId, modelId, uploads } = this.desk;
    const { text, tags, quote } = draft;
    const attachments = uploads.attachments.map((attachment) => ({
      ...attachment,
      upload_descriptor: null,
    }));
    return { text, tags, quote, attachments, toolId, modelId };
  }

  private marks(): readonly unknown[] {
    const { draft, toolId, modelId, uploads } = this.desk;
    return [draft, toolId, modelId, uploads.list];
  }
}
