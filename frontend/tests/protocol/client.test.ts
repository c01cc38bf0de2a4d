import { describe, expect, test, vi } from "vitest";
import { ChatKitClient } from "../../src/protocol/client";
import {
  HttpError,
  NetworkError,
  ProtocolError,
  TruncatedStreamError,
} from "../../src/protocol/errors";
import { FakeServer } from "../fake-server";
import { created, options } from "../samples";

function clientOf(server: FakeServer, locale = "fr"): ChatKitClient {
  return new ChatKitClient({ api: server.api, hostedUrl: "/chatkit/conversation", locale });
}

async function collect(client: ChatKitClient): Promise<object[]> {
  const events: object[] = [];
  const params = { thread_id: "thr_1", item_id: "msg_1" };
  const { signal } = new AbortController();
  for await (const chunk of client.stream({ type: "threads.retry_after_item", params }, signal)) {
    events.push(...chunk);
  }
  return events;
}

describe("request", () => {
  test("posts the operation in the language of the interface", async () => {
    const server = new FakeServer().json({ data: [], has_more: false });
    await clientOf(server).request("threads.list", { limit: 5 });
    expect(server.asked).toEqual([
      {
        url: "/chatkit/conversation",
        type: "threads.list",
        params: { limit: 5 },
        headers: {
          Accept: "application/json",
          "Content-Type": "application/json",
          "Accept-Language": "fr",
        },
      },
    ]);
  });

  test("reads OpenAI's error envelope", async () => {
    const server = new FakeServer().error(429, "rate_limit_exceeded", "Slow down.", {
      "Retry-After": "12",
    });
    const error = await clientOf(server)
      .request("threads.list", {})
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(HttpError);
    expect(error).toMatchObject({
      status: 429,
      code: "rate_limit_exceeded",
      detail: "Slow down.",
      retryAfter: 12,
    });
  });

  test("reports an HTML error page by its status", async () => {
    const page = new Response("<h1>Server Error</h1>", { status: 500 });
    vi.stubGlobal("fetch", () => Promise.resolve(page));
    const client = new ChatKitClient({
      api: { url: "/chatkit/conversation", domainKey: "test" },
      hostedUrl: "",
      locale: "en",
    });
    await expect(client.request("threads.list", {})).rejects.toMatchObject({
      status: 500,
      code: null,
      detail: null,
    });
    vi.unstubAllGlobals();
  });

  test("tells a server that cannot be reached from one that answers nonsense", async () => {
    await expect(clientOf(new FakeServer()).request("threads.list", {})).rejects.toThrow(
      NetworkError,
    );
    const server = new FakeServer().raw("oops");
    await expect(clientOf(server).request("threads.list", {})).rejects.toThrow(ProtocolError);
  });
});

describe("stream", () => {
  test("yields the events in order", async () => {
    const server = new FakeServer().events(created, options);
    expect(await collect(clientOf(server))).toEqual([created, options]);
  });

  test("refuses an answer that is no event stream", async () => {
    const server = new FakeServer().json({});
    await expect(collect(clientOf(server))).rejects.toThrow(ProtocolError);
  });

  test("fails on an event that is not JSON", async () => {
    const server = new FakeServer().raw("data: {oops\n\n");
    await expect(collect(clientOf(server))).rejects.toThrow(ProtocolError);
  });

  test("fails on a body that stops in the middle", async () => {
    const server = new FakeServer().raw('data: {"type":"thr');
    await expect(collect(clientOf(server))).rejects.toThrow(TruncatedStreamError);
  });
});

describe("getClientSecret", () => {
  test("is asked with null first and with the old secret once that has expired", async () => {
    const asked: (string | null)[] = [];
    const used: (string | null)[] = [];
    const answers = [200, 401, 200].map((status) => new Response("{}", { status }));
    vi.stubGlobal("fetch", (_url: string, init: RequestInit) => {
      used.push(new Headers(init.headers).get("Authorization"));
      return Promise.resolve(answers.shift());
    });
    const client = new ChatKitClient({
      api: {
        getClientSecret: (current) => {
          asked.push(current);
          return Promise.resolve(`ek_${asked.length}`);
        },
      },
      hostedUrl: "/chatkit/conversation",
      locale: "en",
    });
    await client.request("threads.list", {});
    await client.request("threads.list", {});
    expect(asked).toEqual([null, "ek_1"]);
    expect(used).toEqual(["Bearer ek_1", "Bearer ek_1", "Bearer ek_2"]);
    vi.unstubAllGlobals();
  });
});
