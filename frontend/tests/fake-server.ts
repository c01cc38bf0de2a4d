/** A ChatKit endpoint in the place of `fetch`: answers in order, and remembers what it was asked. */

import type { CustomApiConfig } from "@openai/chatkit";

export interface Asked {
  url: string;
  type: string;
  params: Record<string, unknown>;
  headers: Record<string, string>;
}

/** What a message is told apart by, of the requests that were asked. */
export type Body = { metadata?: { django_chatkit?: { request?: string } } };

type Answer = (signal: AbortSignal | null | undefined) => Response;

export class FakeServer {
  readonly asked: Asked[] = [];
  /** The keys of the requests, `undefined` where there was none. */
  readonly keys: (string | undefined)[] = [];
  private readonly answers: Answer[] = [];

  get api(): CustomApiConfig {
    return { url: "/chatkit/conversation", domainKey: "test", fetch: this.fetch };
  }

  readonly fetch: typeof fetch = (url, init) => {
    const body = typeof init?.body === "string" ? (JSON.parse(init.body) as Asked & Body) : null;
    this.keys.push(body?.metadata?.django_chatkit?.request);
    this.asked.push({
      url: url as string,
      type: body?.type ?? "",
      params: body?.params ?? {},
      headers: (init?.headers ?? {}) as Record<string, string>,
    });
    const answer = this.answers.shift();
    if (!answer) return Promise.reject(new TypeError("Failed to fetch"));
    return Promise.resolve(answer(init?.signal));
  };

  json(body: unknown, init: ResponseInit = {}): this {
    return this.answer(() => new Response(JSON.stringify(body), init));
  }

  error(status: number, code: string, message = "No.", headers: HeadersInit = {}): this {
    const envelope = { error: { message, type: "error", param: null, code } };
    return this.json(envelope, { status, headers });
  }

  /** A whole answer at once, framed as the SDK frames it. */
  events(...events: object[]): this {
    return this.raw(events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(""));
  }

  /** The rest of a running answer, each event under its number. */
  joined(numbered: Record<number, object>, headers: HeadersInit = {}): this {
    const lines = Object.entries(numbered).map(
      ([number, event]) => `id: ${number}\ndata: ${JSON.stringify(event)}\n\n`,
    );
    return this.answer(() => new Response(lines.join(""), { headers: { ...EVENT_STREAM, ...headers } }));
  }

  /** There is no running answer any more. */
  over(): this {
    return this.answer(() => new Response(null, { status: 204 }));
  }

  raw(text: string, headers: HeadersInit = {}): this {
    return this.answer(() => new Response(text, { headers: { ...EVENT_STREAM, ...headers } }));
  }

  /** A stream the test feeds by hand. */
  stream(headers: HeadersInit = {}): OpenStream {
    const open = new OpenStream(headers);
    this.answer((signal) => open.respond(signal));
    return open;
  }

  private answer(answer: Answer): this {
    this.answers.push(answer);
    return this;
  }
}

const EVENT_STREAM = { "Content-Type": "text/event-stream" };

export class OpenStream {
  private controller!: ReadableStreamDefaultController<Uint8Array>;

  constructor(private readonly headers: HeadersInit = {}) {}

  respond(signal: AbortSignal | null | undefined): Response {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.controller = controller;
      },
    });
    signal?.addEventListener("abort", () =>
      this.controller.error(new DOMException("Aborted", "AbortError")),
    );
    return new Response(body, { headers: { ...EVENT_STREAM, ...this.headers } });
  }

  send(...events: object[]): void {
    const text = events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join("");
    this.controller.enqueue(new TextEncoder().encode(text));
  }

  end(): void {
    this.controller.close();
  }

  breakOff(): void {
    this.controller.error(new TypeError("network error"));
  }
}
