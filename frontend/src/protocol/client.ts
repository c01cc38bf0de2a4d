/** One POST per operation to the ChatKit endpoint; answers are JSON or an event stream. */

import type { CustomApiConfig, HostedApiConfig } from "@openai/chatkit";
import {
  HttpError,
  httpErrorFrom,
  isAbort,
  isRecord,
  NetworkError,
  ProtocolError,
  toError,
  TruncatedStreamError,
  TurnOverError,
} from "./errors";
import { readEventData, TruncatedEventError } from "./sse";
import { patienceOf, turnInfo, type TurnInfo } from "./turn-info";
import type { JsonOperations, StreamEvent, StreamingOperations } from "./types";

const EVENT_STREAM = "text/event-stream";

export interface ClientOptions {
  api: CustomApiConfig | HostedApiConfig;
  /** Where a page that authenticates with client secrets has its conversation endpoint. */
  hostedUrl: string;
  /** The language of the interface; the server answers in it. */
  locale: string;
}

/** Headers as a plain object, which an overridden fetch can spread into its own. */
export type PlainRequest = Omit<RequestInit, "headers"> & { headers?: Record<string, string> };

export class ChatKitClient {
  private clientSecret: string | null = null;

  constructor(private readonly options: ClientOptions) {}

  /**
   * Runs an operation that answers with JSON.
   *
   * @param onTurn told what the site says of the thread's turn.
   * @throws NetworkError, HttpError, ProtocolError; an AbortError when `signal` fires.
   */
  async request<Type extends keyof JsonOperations>(
    type: Type,
    params: JsonOperations[Type]["params"],
    signal?: AbortSignal,
    onTurn?: (turn: TurnInfo) => void,
  ): Promise<JsonOperations[Type]["answer"]> {
    const response = await this.post(type, params, "application/json", signal);
    onTurn?.(turnInfo(response, this.url));
    let body: unknown;
    try {
      body = await response.json();
    } catch (error) {
      if (isAbort(error)) throw error;
      throw new ProtocolError(`${type} was not answered with JSON.`, { cause: error });
    }
    if (!isRecord(body)) throw new ProtocolError(`${type} was not answered with a JSON object.`);
    return body;
  }

  /**
   * Runs an operation that answers with events; yields what each network chunk completed.
   *
   * @param key what tells the site that a message which comes again is the same.
   * @param onTurn told where the answer can be joined and stopped, if it outlives the connection.
   * @param onTaken told the number of the newest event, of an answer whose events are numbered.
   * @throws NetworkError, HttpError, ProtocolError, TruncatedStreamError; an AbortError.
   */
  async *stream<Type extends keyof StreamingOperations>(
    { type, params, key }: { type: Type; params: StreamingOperations[Type]; key?: string },
    signal: AbortSignal,
    onTurn?: (turn: TurnInfo) => void,
    onTaken?: (count: number) => void,
  ): AsyncGenerator<StreamEvent[]> {
    const response = await this.post(type, params, EVENT_STREAM, signal, key);
    onTurn?.(turnInfo(response, this.url));
    yield* this.eventsOf(response, type, signal, onTaken);
  }

  /**
   * Joins a running answer; yields events as {@link stream} does.
   *
   * @param after how many events of the answer have been taken already.
   * @param onTaken told how many that makes, as they are taken.
   * @throws TurnOverError when no answer is running; what `stream` throws.
   */
  async *join(
    url: string,
    after: number,
    signal: AbortSignal,
    onTaken: (count: number) => void,
    onTurn: (turn: TurnInfo) => void,
  ): AsyncGenerator<StreamEvent[]> {
    const address = new URL(url);
    if (after > 0) address.searchParams.set("after", String(after));
    const response = await this.fetch(address.href, { headers: { Accept: EVENT_STREAM }, signal });
    if (response.status === 204) throw new TurnOverError("It is over.");
    onTurn(turnInfo(response, this.url));
    yield* this.eventsOf(response, "The running answer", signal, onTaken);
  }

  /** Stops a running answer that outlives its connection. */
  async stop(url: string): Promise<void> {
    const headers = { Accept: "application/json" };
    await this.fetch(url, { method: "POST", headers, keepalive: true });
  }

  private async *eventsOf(
    response: Response,
    type: string,
    signal: AbortSignal,
    onTaken?: (count: number) => void,
  ): AsyncGenerator<StreamEvent[]> {
    const contentType = response.headers.get("Content-Type") ?? "";
    if (response.body === null || !contentType.startsWith(EVENT_STREAM)) {
      throw new ProtocolError(`${type} was not answered with an event stream.`);
    }
    try {
      const patience = patienceOf(response);
      const taken = (id: string) => onTaken?.(Number(id));
      for await (const chunk of readEventData(response.body, { patience, onTaken: taken })) {
        yield chunk.map(parseEvent);
      }
    } catch (error) {
      if (isAbort(error) || signal.aborted || error instanceof ProtocolError) throw error;
      const reason = error instanceof TruncatedEventError ? error.message : "The connection broke.";
      throw new TruncatedStreamError(reason, { cause: error });
    }
  }

  /** Sends a request that is no operation, such as an upload, the way operations are sent. */
  async fetch(url: string, init: PlainRequest): Promise<Response> {
    const headers = { ...init.headers, "Accept-Language": this.options.locale };
    const response = await this.send(url, { ...init, headers });
    if (!response.ok) throw await httpErrorFrom(response);
    return response;
  }

  private get url(): string {
    const { api, hostedUrl } = this.options;
    return "url" in api ? api.url : hostedUrl;
  }

  private post(type: string, params: object, accept: string, signal?: AbortSignal, key?: string) {
    const metadata = key && { django_chatkit: { request: key } };
    return this.fetch(this.url, {
      method: "POST",
      headers: { Accept: accept, "Content-Type": "application/json" },
      body: JSON.stringify({ type, params, metadata }),
      signal,
    });
  }

  private async send(url: string, init: PlainRequest): Promise<Response> {
    const { api } = this.options;
    try {
      if (!("getClientSecret" in api)) {
        // Called as a plain function: a fetch that is a method of the page's object stays theirs.
        const customFetch = api.fetch;
        return await (customFetch ? customFetch(url, init) : fetch(url, init));
      }
      this.clientSecret ??= await api.getClientSecret(null);
      const response = await fetch(url, withSecret(init, this.clientSecret));
      if (response.status !== 401) return response;
      this.clientSecret = await api.getClientSecret(this.clientSecret);
      return await fetch(url, withSecret(init, this.clientSecret));
    } catch (error) {
      if (isAbort(error) || error instanceof HttpError) throw error;
      throw new NetworkError(toError(error).message, { cause: error });
    }
  }
}

function withSecret(init: PlainRequest, secret: string): PlainRequest {
  const headers = { ...init.headers, Authorization: `Bearer ${secret}` };
  return { ...init, credentials: "omit", headers };
}

function parseEvent(data: string): StreamEvent {
  let event: unknown;
  try {
    event = JSON.parse(data);
  } catch (error) {
    throw new ProtocolError("An event of the answer was not JSON.", { cause: error });
  }
  if (!isRecord(event) || typeof event.type !== "string") {
    throw new ProtocolError("An event of the answer has no type.");
  }
  return event as StreamEvent;
}
