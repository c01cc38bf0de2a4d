/**
 * One conversation: a thread that exists, or one that its first message will make.
 *
 * It owns the turn. Leaving a conversation does not end it: the element keeps it until the answer
 * is complete, because the protocol knows no other way to stop than to hang up.
 */

import {
  HttpError,
  IntegrationError,
  isConnectionLost,
  StreamError,
  toError,
  TruncatedStreamError,
  TurnOverError,
} from "../protocol/errors";
import type { TurnInfo } from "../protocol/turn-info";
import type { StreamEvent, StreamingOperations } from "../protocol/types";
import { claimCall, runClientTool } from "./client-tools";
import type { ConversationHost } from "./conversation-host";
import { toInput, unconfirmedItem, type OutgoingMessage } from "./message";
import { BUSY_DELAYS, joinStream, newKey, openStream, pause, type Operation } from "./operations";
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

/** Refusals from which this page learns that the thread is not as it thinks. */
const OUTDATED = new Set(["thread_locked", "structured_input_answered", "no_pending_tool_call"]);

type Phase = "idle" | "loading" | "responding";

interface Turn {
  abort: AbortController;
  /** What "try again" does once the server has taken the turn. */
  again: () => void;
  accepted: boolean;
  message: OutgoingMessage | null;
  /** What the site says of it, and where it is to be found when its connection is lost. */
  place: TurnInfo;
  /** How many events of the running answer have been taken. */
  taken: { count: number };
  /** Whether another page has asked for the answer, or this one before a reload. */
  joined: boolean;
  /** Gives the client tool call free that this page has run. */
  release: (() => void) | null;
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
  /** Whether the connection of the last turn was lost: before or after the site had answered. */
  private lost: "early" | "late" | null = null;
  /** The last message, as long as nobody knows whether it has arrived, and its key. */
  private unheard: { input: string; key: string } | null = null;

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
      const loaded = await loadThread(this.host.client, threadId, this.reportUnknown);
      const { thread, items, olderCursor, incomplete } = loaded;
      await until;
      const state = { ...emptyThread, thread, items, incomplete };
      this.update({ phase: "idle", olderCursor, state });
      this.follow(loaded.turn);
    } catch (error) {
      this.update({ phase: "idle", loadFailed: true });
      this.fail(toError(error), () => void this.load());
    }
    this.host.emit("chatkit.thread.load.end", { threadId });
  }

  /** Reads again what the server has, without emptying the screen. */
  async refresh(): Promise<void> {
    this.assertIdle();
    const turn = await this.readAnew();
    if (turn !== null) this.follow(turn);
  }

  /** The network is back, or the page: shows what has happened since. */
  async catchUp(): Promise<void> {
    if (this.busy) return;
    const { failure } = this;
    if (this.loadFailed) {
      if (failure && isConnectionLost(failure.error)) await this.load();
      return;
    }
    const turn = await this.readAnew().catch(() => null);
    if (turn === null) return;
    // What the server has kept of the answer says more than that the connection was lost.
    if (failure !== null && failure === this.failure && this.lost === "late") this.dismissFailure();
    this.follow(turn);
  }

  /** @returns what the server says of the turn; `null` when something began in the meantime. */
  private async readAnew(): Promise<TurnInfo | null> {
    if (this.threadId === null) return null;
    const { phase, state: before } = this;
    const fresh = await loadThread(this.host.client, this.threadId, this.reportUnknown);
    // Whatever began in the meantime knows better.
    if (this.phase !== phase || this.state !== before) return null;
    // Whether it has arrived can be seen now: the same words again are another message.
    this.unheard = null;
    const { thread, turn } = fresh;
    const { items, olderCursor } = joinWindow(before.items, this.olderCursor, fresh);
    const incomplete = fresh.incomplete || (turn.state === null && before.incomplete);
    this.update({ olderCursor, state: { ...before, thread, items, incomplete } });
    return turn;
  }

  /** Goes on with an answer that is running without this page. */
  private follow(place: TurnInfo): void {
    if (place.state !== "running" || this.busy) return;
    if (place.streamUrl === null) void this.awaitEnd();
    else void this.runTurn(null, { before: beginTurn(this.state), message: null, place });
  }

  /** Waits a while for an answer that cannot be joined: one that is just being stopped. */
  private async awaitEnd(): Promise<void> {
    for (const delay of BUSY_DELAYS) {
      await pause(delay);
      const turn = this.busy ? null : await this.readAnew().catch(() => null);
      if (turn?.state !== "running") return;
    }
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
   * @param again the key of one that is sent again: the site takes it once.
   * @throws IntegrationError when busy, or when the thread takes no messages.
   */
  async send(message: OutgoingMessage, again?: string): Promise<void> {
    this.assertIdle();
    const status = this.state.thread?.status?.type ?? "active";
    if (status !== "active") throw new IntegrationError(`This thread is ${status}.`);
    const before = this.state;
    const item = unconfirmedItem(message, `unconfirmed-${Date.now()}`, this.threadId ?? "");
    const input = toInput(message);
    const text = JSON.stringify(input);
    const key = again ?? (this.unheard?.input === text ? this.unheard.key : newKey());
    this.unheard = { input: text, key };
    this.state = {
      ...beginTurn(before),
      items: [...before.items, item],
      unconfirmed: item.id,
    };
    this.focus = { messageId: item.id };
    await this.runTurn(
      () =>
        this.threadId === null
          ? { type: "threads.create", params: { input }, key }
          : { type: "threads.add_user_message", params: { thread_id: this.threadId, input }, key },
      { before, message, offerAgain: () => void this.send(message, key).catch(() => undefined) },
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

  /** What was said so far stays. */
  stop(): void {
    const { turn } = this;
    if (turn === null) return;
    turn.abort.abort();
    // Hanging up alone does not end an answer that outlives its connection.
    if (turn.place.stopUrl === null) return;
    this.host.client.stop(turn.place.stopUrl).catch((error: unknown) => this.fail(toError(error), null));
  }

  /** Asks for another answer in the place of one that broke off. */
  get tryAgain(): (() => void) | null {
    const message = this.state.items.findLast((item) => item.type === "user_message");
    return message ? () => this.retryQuietly(message.id) : null;
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
    first: (() => Operation) | null,
    options: {
      before: ThreadState;
      message: OutgoingMessage | null;
      /** "Try again" for a turn that the server did not take. */
      offerAgain?: () => void;
      /** "Try again" for one it took; without it, the last message is answered anew. */
      again?: () => void;
      /** Of a turn that is running already. */
      place?: TurnInfo;
    },
  ): Promise<void> {
    const offerAgain = options.offerAgain ?? (() => void this.catchUp());
    const turn: Turn = {
      abort: new AbortController(),
      again: options.again ?? (() => (this.tryAgain ?? offerAgain)()),
      accepted: first === null,
      message: options.message,
      place: options.place ?? { state: null, streamUrl: null, stopUrl: null },
      taken: { count: 0 },
      joined: first === null,
      release: null,
    };
    this.turn = turn;
    this.update({ phase: "responding", failure: null });
    if (turn.accepted) this.host.emit("chatkit.response.start");
    return new Promise((resolve, reject) => {
      const ended = (error: Error | null): void => {
        const stopped = turn.abort.signal.aborted;
        this.turn = null;
        turn.release?.();
        if (!turn.accepted) this.state = { ...options.before, notices: [], failure: null };
        this.returnUnconfirmed(turn);
        const brokeOff = turn.place.state === "interrupted";
        if (
          turn.accepted &&
          (stopped || error !== null || brokeOff || this.state.failure?.allowRetry)
        ) {
          this.state = { ...this.state, incomplete: true };
        }
        this.lost = isConnectionLost(error) ? (turn.accepted ? "late" : "early") : null;
        this.update({ phase: "idle", state: settleThread(this.state) });
        if (error && !stopped) this.fail(error, turn.accepted ? turn.again : offerAgain);
        if (error instanceof HttpError && OUTDATED.has(error.code ?? "")) this.refreshQuietly();
        if (turn.accepted) this.host.emit("chatkit.response.end");
        else if (error && !stopped) reject(error);
        else resolve();
        // Sent again, it turned out to have arrived, and its answer to have been given up.
        const last = this.state.items.at(-1);
        if (brokeOff && last?.type === "user_message") this.retryQuietly(last.id);
      };
      this.turnEnd = this.drive(turn, first?.() ?? null, resolve).then(
        () => ended(null),
        (error: unknown) => ended(toError(error)),
      );
    });
  }

  /** Takes events until the turn is complete, client tools included. */
  private async drive(turn: Turn, first: Operation | null, accepted: () => void): Promise<void> {
    let next: Operation | "join" | null = first ?? "join";
    while (next !== null) {
      const toolCall = await this.takeAnswer(turn, next === "join" ? null : next, accepted);
      if (toolCall === null || turn.abort.signal.aborted) return;
      next = await this.answerToolCall(toolCall, turn);
    }
  }

  /**
   * Takes the events of one answer, however often it has to be joined anew.
   *
   * @param operation what asks for it; `null` for one that is running.
   * @returns the id of the client tool call that it waits for.
   */
  private async takeAnswer(
    turn: Turn,
    operation: Operation | null,
    accepted: () => void,
  ): Promise<string | null> {
    const { client } = this.host;
    const { signal } = turn.abort;
    const onTurn = (place: TurnInfo): void => void (turn.place = place);
    const onTaken = (count: number): void => void (turn.taken.count = count);
    let asked = operation;
    if (asked !== null) turn.taken.count = 0;
    for (;;) {
      const source: AsyncIterable<StreamEvent[]> =
        asked === null
          ? joinStream(client, turn.place.streamUrl ?? "", turn.taken, signal, onTurn)
          : openStream(client, asked, signal, this.lost !== null, onTurn, onTaken);
      try {
        for await (const events of source) {
          if (signal.aborted) return null;
          for (const event of events) {
            if (asked !== null) turn.taken.count += 1;
            this.take(event, turn, accepted);
          }
          this.host.changed(this);
        }
        if (signal.aborted) return null;
        this.assertComplete(turn);
        return this.pendingToolCall();
      } catch (error) {
        if (error instanceof TurnOverError) {
          // It ended while nobody listened.
          this.state = settleThread(this.state);
          await this.readAnew();
          return this.pendingToolCall();
        }
        if (signal.aborted || turn.place.streamUrl === null || !isConnectionLost(error)) throw error;
        asked = null;
      }
    }
  }

  private take(event: StreamEvent, turn: Turn, accepted: () => void): void {
    turn.release?.();
    turn.release = null;
    if (!turn.accepted) {
      turn.accepted = true;
      this.unheard = null;
      this.host.emit("chatkit.response.start");
      accepted();
    }
    this.apply(event, turn);
  }

  /** The last item, if it is a call of a client tool that waits. */
  private pendingToolCall(): string | null {
    const last = this.state.items.at(-1);
    return last?.type === "client_tool_call" && last.status === "pending" ? last.id : null;
  }

  private assertComplete(turn: Turn): void {
    const { unfinished, unconfirmed, failure } = this.state;
    if (failure !== null) return;
    // A workflow stays open while it waits for the page's client tool.
    const waits = this.pendingToolCall() !== null;
    const broken = unconfirmed !== null || (unfinished.size > 0 && !waits);
    if (turn.taken.count === 0 || broken) {
      throw new TruncatedStreamError("The answer ended before it was complete.");
    }
  }

  /** @returns how the turn goes on: with the tool's output, or as another tab has let it. */
  private async answerToolCall(itemId: string, turn: Turn): Promise<Operation | "join" | null> {
    const { signal } = turn.abort;
    const call = this.state.items.find((item) => item.id === itemId);
    if (call?.type !== "client_tool_call") return null;
    turn.release = await claimCall(`${this.threadId} ${itemId}`, turn.joined, signal);
    if (signal.aborted || turn.release === null) return null;
    if (turn.joined) {
      const now = await this.readAnew();
      if (this.pendingToolCall() !== itemId) {
        if (now?.state !== "running" || now.streamUrl === null) return null;
        turn.place = now;
        turn.taken.count = 0;
        return "join";
      }
      turn.joined = false;
    }
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
      // Whoever can ask for a stop need not hang up to stop the answer.
      if (turn?.place.stopUrl) this.state = { ...this.state, allowCancel: true };
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

  private retryQuietly(messageId: string): void {
    // The failure is shown again; nobody waits for this promise.
    this.retry(messageId).catch(() => undefined);
  }

  /** The server knows of what this page has not heard of. */
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
