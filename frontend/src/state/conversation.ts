/**
 * One conversation: a thread that exists, or one that its first message will make.
 *
 * It owns the turn. Leaving a conversation does not end it: the element keeps it until the answer
 * is complete, because the protocol knows no other way to stop than to hang up.
 */

import {
  HttpError,
  IntegrationError,
  StreamError,
  toError,
  TruncatedStreamError,
} from "../protocol/errors";
import type { StreamEvent, StreamingOperations } from "../protocol/types";
import { runClientTool } from "./client-tools";
import type { ConversationHost } from "./conversation-host";
import { toInput, unconfirmedItem, type OutgoingMessage } from "./message";
import { openStream, type Operation } from "./operations";
import { joinWindow, loadOlderItems, loadThread } from "./thread-pages";
import {
  beginTurn,
  dropItemsAfter,
  emptyThread,
  reduceThread,
  settleThread,
  type ReportUnknown,
  type ThreadState,
} from "./thread-state";

export interface Failure {
  error: Error;
  retry: (() => void) | null;
}

type Phase = "idle" | "loading" | "responding";

interface Turn {
  abort: AbortController;
  /** What "try again" does once the server has taken the turn. */
  again: () => void;
  accepted: boolean;
  events: number;
  message: OutgoingMessage | null;
}

export class Conversation {
  state: ThreadState = emptyThread;
  phase: Phase = "idle";
  failure: Failure | null = null;
  /** Whether the failure is that the thread could not be read at all. */
  loadFailed = false;
  olderCursor: string | null = null;
  loadingOlder = false;
  /** Whether older items could not be read; they are then read only when asked for. */
  olderFailed = false;
  /** The message of the turn that should be in view; a new object for every turn that has one. */
  focus: { messageId: string } | null = null;
  /** The questions whose answers are on their way, or were the last to be. */
  answering: string | null = null;
  /** Settles when the turn that is on its way has ended. */
  turnEnd: Promise<void> = Promise.resolve();
  private turn: Turn | null = null;

  constructor(
    private readonly host: ConversationHost,
    /** `null` until the first message has made the thread. */
    public threadId: string | null,
  ) {}

  get busy(): boolean {
    return this.phase !== "idle";
  }

  /** @throws IntegrationError while a thread is loading or an answer is on its way. */
  assertIdle(): void {
    if (this.phase === "loading") throw new IntegrationError("ChatKit is busy loading a thread.");
    if (this.phase === "responding") {
      throw new IntegrationError("ChatKit is busy: a response is being streamed.");
    }
  }

  /**
   * Reads the thread; a failure is shown, not thrown.
   *
   * @param until what else to wait for before it is shown.
   */
  async load(until?: Promise<unknown>): Promise<void> {
    const threadId = this.threadId;
    if (threadId === null) return;
    this.update({ phase: "loading", failure: null, loadFailed: false });
    this.host.emit("chatkit.thread.load.start", { threadId });
    try {
      const { thread, items, olderCursor } = await loadThread(
        this.host.client,
        threadId,
        this.reportUnknown,
      );
      await until;
      this.update({ phase: "idle", olderCursor, state: { ...emptyThread, thread, items } });
    } catch (error) {
      this.update({ phase: "idle", loadFailed: true });
      this.fail(toError(error), () => void this.load());
    }
    this.host.emit("chatkit.thread.load.end", { threadId });
  }

  /** Reads again what the server has, without emptying the screen. */
  async refresh(): Promise<void> {
    this.assertIdle();
    if (this.threadId === null) return;
    const before = this.state;
    const fresh = await loadThread(this.host.client, this.threadId, this.reportUnknown);
    // Whatever began in the meantime knows better.
    if (this.busy || this.state !== before) return;
    const { items, olderCursor } = joinWindow(before.items, this.olderCursor, fresh);
    this.update({ olderCursor, state: { ...before, thread: fresh.thread, items } });
  }

  /** Puts the page before the oldest item that is shown in front of it. */
  async loadOlder(): Promise<void> {
    if (this.threadId === null || this.olderCursor === null || this.loadingOlder) return;
    this.update({ loadingOlder: true, olderFailed: false });
    try {
      const page = await loadOlderItems(
        this.host.client,
        this.threadId,
        this.olderCursor,
        this.reportUnknown,
      );
      const known = new Set(this.state.items.map((item) => item.id));
      const items = [...page.items.filter((item) => !known.has(item.id)), ...this.state.items];
      this.update({
        loadingOlder: false,
        olderCursor: page.olderCursor,
        state: { ...this.state, items },
      });
    } catch (error) {
      this.update({ loadingOlder: false, olderFailed: true });
      this.host.emit("chatkit.error", { error: toError(error) });
    }
  }

  /**
   * Sends a message. Resolves once the server has taken it, not when it is answered.
   *
   * @throws IntegrationError when busy, or when the thread takes no messages.
   */
  async send(message: OutgoingMessage): Promise<void> {
    this.assertIdle();
    const status = this.state.thread?.status?.type ?? "active";
    if (status !== "active") throw new IntegrationError(`This thread is ${status}.`);
    const before = this.state;
    const item = unconfirmedItem(message, `unconfirmed-${Date.now()}`, this.threadId ?? "");
    const input = toInput(message);
    this.state = {
      ...beginTurn(before),
      items: [...before.items, item],
      unconfirmed: item.id,
    };
    this.focus = { messageId: item.id };
    await this.runTurn(
      () =>
        this.threadId === null
          ? { type: "threads.create", params: { input } }
          : { type: "threads.add_user_message", params: { thread_id: this.threadId, input } },
      { before, message, offerAgain: () => void this.send(message).catch(() => undefined) },
    );
  }

  /** Drops everything after a message of the user and asks for another answer to it. */
  async retry(messageId: string): Promise<void> {
    this.assertIdle();
    const threadId = this.requireThread();
    const before = this.state;
    this.state = dropItemsAfter(beginTurn(before), messageId);
    this.focus = { messageId };
    await this.runTurn(
      () => ({
        type: "threads.retry_after_item",
        params: { thread_id: threadId, item_id: messageId },
      }),
      { before, message: null, offerAgain: () => this.retryQuietly(messageId) },
    );
  }

  /** Sends an action of a widget or of the page; it may start a response. */
  async sendAction(action: { type: string; payload?: unknown }, itemId?: string): Promise<void> {
    this.assertIdle();
    const threadId = this.requireThread();
    const before = this.state;
    this.state = beginTurn(before);
    const again = () => void this.sendAction(action, itemId).catch(() => undefined);
    await this.runTurn(
      () => ({
        type: "threads.custom_action",
        params: { thread_id: threadId, item_id: itemId ?? null, action },
      }),
      { before, message: null, offerAgain: again, again },
    );
  }

  /** Answers the assistant's questions, or skips them. */
  async answerInput(
    itemId: string,
    input: StreamingOperations["threads.add_structured_input"]["input"],
  ): Promise<void> {
    this.assertIdle();
    const threadId = this.requireThread();
    const before = this.state;
    this.state = beginTurn(before);
    this.answering = itemId;
    await this.runTurn(
      () => ({
        type: "threads.add_structured_input",
        params: { thread_id: threadId, item_id: itemId, input },
      }),
      {
        before,
        message: null,
        offerAgain: () => void this.answerInput(itemId, input).catch(() => undefined),
      },
    );
  }

  /** Sends an action that answers with one item at most; works during a response. */
  async sendSyncAction(action: { type: string; payload?: unknown }, itemId: string): Promise<void> {
    const { updated_item: item } = await this.host.client.request("threads.sync_custom_action", {
      thread_id: this.requireThread(),
      item_id: itemId,
      action,
    });
    if (!item) return;
    this.apply({ type: "thread.item.replaced", item });
    this.host.changed(this);
  }

  async sendFeedback(itemIds: string[], kind: "positive" | "negative"): Promise<void> {
    await this.host.client.request("items.feedback", {
      thread_id: this.requireThread(),
      item_ids: itemIds,
      kind,
    });
  }

  /** Hangs up. What was said so far stays. */
  stop(): void {
    this.turn?.abort.abort();
  }

  setTitle(title: string): void {
    const { thread } = this.state;
    if (thread) this.update({ state: { ...this.state, thread: { ...thread, title } } });
  }

  dismissFailure(): void {
    this.update({ failure: null });
  }

  dismissNotice(key: number): void {
    const notices = this.state.notices.filter((notice) => notice.key !== key);
    this.update({ state: { ...this.state, notices } });
  }

  private requireThread(): string {
    if (this.threadId === null) throw new IntegrationError("There is no thread yet.");
    return this.threadId;
  }

  /** Resolves at the first event of the answer; rejects when there is none. */
  private runTurn(
    first: () => Operation,
    options: {
      before: ThreadState;
      message: OutgoingMessage | null;
      /** "Try again" for a turn that the server did not take. */
      offerAgain: () => void;
      /** "Try again" for one it took; without it, the last message is answered anew. */
      again?: () => void;
    },
  ): Promise<void> {
    const turn: Turn = {
      abort: new AbortController(),
      again: options.again ?? (() => this.answerLastMessageAnew(options.offerAgain)),
      accepted: false,
      events: 0,
      message: options.message,
    };
    this.turn = turn;
    this.update({ phase: "responding", failure: null });
    return new Promise((resolve, reject) => {
      const ended = (error: Error | null): void => {
        const stopped = turn.abort.signal.aborted;
        this.turn = null;
        if (!turn.accepted) this.state = { ...options.before, notices: [], failure: null };
        this.returnUnconfirmed(turn);
        this.update({ phase: "idle", state: settleThread(this.state) });
        if (error && !stopped) this.fail(error, turn.accepted ? turn.again : options.offerAgain);
        if (error instanceof HttpError && error.code === "thread_locked") this.refreshQuietly();
        if (turn.accepted) this.host.emit("chatkit.response.end");
        else if (error && !stopped) reject(error);
        else resolve();
      };
      this.turnEnd = this.drive(turn, first(), resolve).then(
        () => ended(null),
        (error: unknown) => ended(toError(error)),
      );
    });
  }

  /** Takes events until the turn is complete, client tools included. */
  private async drive(turn: Turn, first: Operation, accepted: () => void): Promise<void> {
    const { signal } = turn.abort;
    let operation = first as Operation | null;
    while (operation !== null) {
      turn.events = 0;
      let toolCall: string | null = null;
      for await (const events of openStream(this.host.client, operation, signal)) {
        for (const event of events) {
          if (signal.aborted) return;
          turn.events += 1;
          if (!turn.accepted) {
            turn.accepted = true;
            this.host.emit("chatkit.response.start");
            accepted();
          }
          this.apply(event, turn);
          const item = event.type === "thread.item.done" ? event.item : null;
          if (item?.type === "client_tool_call" && item.status === "pending") toolCall = item.id;
        }
        this.host.changed(this);
      }
      if (signal.aborted) return;
      this.assertComplete(turn, toolCall);
      operation = toolCall === null ? null : await this.answerToolCall(toolCall, signal);
    }
  }

  private assertComplete(turn: Turn, toolCall: string | null): void {
    const { unfinished, unconfirmed, failure } = this.state;
    if (failure !== null) return;
    // A workflow stays open while it waits for the page's client tool.
    const broken = unconfirmed !== null || (unfinished.size > 0 && toolCall === null);
    if (turn.events === 0 || broken) {
      throw new TruncatedStreamError("The answer ended before it was complete.");
    }
  }

  private async answerToolCall(itemId: string, signal: AbortSignal): Promise<Operation | null> {
    const call = this.state.items.find((item) => item.id === itemId);
    if (call?.type !== "client_tool_call") return null;
    const { result, error } = await runClientTool(this.host.onClientTool, call);
    if (error) this.host.emit("chatkit.error", { error });
    if (signal.aborted) return null;
    const done = { ...call, status: "completed" as const, output: result };
    this.apply({ type: "thread.item.replaced", item: done });
    return {
      type: "threads.add_client_tool_output",
      params: { thread_id: this.requireThread(), result },
    };
  }

  private apply(event: StreamEvent, turn?: Turn): void {
    try {
      this.state = reduceThread(this.state, event, this.reportUnknown);
    } catch (error) {
      // An event that lacks what its type promises must not end the answer.
      this.host.emit("chatkit.error", { error: toError(error) });
      return;
    }
    if (event.type === "thread.created") {
      this.threadId = event.thread.id;
      this.host.threadCreated(this, event.thread.id);
    } else if (event.type === "client_effect") {
      this.host.emit("chatkit.effect", { name: event.name, data: event.data ?? {} });
    } else if (event.type === "error") {
      const code = event.code ?? "custom";
      const allowRetry = event.allow_retry ?? false;
      const message = event.message ?? "The assistant could not answer.";
      const retry = allowRetry && turn ? turn.again : null;
      this.fail(new StreamError(message, code, allowRetry), retry);
    }
  }

  private fail(error: Error, retry: (() => void) | null): void {
    this.update({ failure: { error, retry } });
    this.host.emit("chatkit.error", { error });
  }

  /** Takes a message that the server never confirmed off the thread and back to the composer. */
  private returnUnconfirmed(turn: Turn): void {
    const { unconfirmed, items } = this.state;
    if (turn.message === null || (turn.accepted && unconfirmed === null)) return;
    this.state = {
      ...this.state,
      items: items.filter((item) => item.id !== unconfirmed),
      unconfirmed: null,
    };
    this.host.returnMessage(this, turn.message);
  }

  private answerLastMessageAnew(offerAgain: () => void): void {
    const message = this.state.items.findLast((item) => item.type === "user_message");
    if (message) this.retryQuietly(message.id);
    else offerAgain();
  }

  private retryQuietly(messageId: string): void {
    // The failure is shown again; nobody waits for this promise.
    this.retry(messageId).catch(() => undefined);
  }

  /** The server knows of a lock that this page has not heard of. */
  private refreshQuietly(): void {
    this.refresh().catch(() => undefined);
  }

  private update(changes: Partial<Conversation>): void {
    Object.assign(this, changes);
    this.host.changed(this);
  }

  private readonly reportUnknown: ReportUnknown = (what, type) => {
    this.host.emit("chatkit.log", { name: `unknown.${what}`, data: { type } });
  };
}
