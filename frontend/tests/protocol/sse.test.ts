import { describe, expect, test } from "vitest";
import { EventStreamParser, readEventData, TruncatedEventError } from "../../src/protocol/sse";

function bodyOf(...chunks: (string | Uint8Array)[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) {
        controller.enqueue(typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk);
      }
      controller.close();
    },
  });
}

async function read(body: ReadableStream<Uint8Array>): Promise<string[]> {
  const data: string[] = [];
  for await (const events of readEventData(body)) data.push(...events);
  return data;
}

describe("EventStreamParser", () => {
  test("gives an event when its empty line arrives", () => {
    const parser = new EventStreamParser();
    expect(parser.push('data: {"a":1}\n')).toEqual([]);
    expect(parser.push("\n")).toEqual(['{"a":1}']);
  });

  test("takes CRLF and CR as line ends, also when a chunk ends between the two", () => {
    const parser = new EventStreamParser();
    expect(parser.push("data: a\r")).toEqual([]);
    expect(parser.push("\n\r\ndata: b\r\rdata: c")).toEqual(["a", "b"]);
    expect(parser.push("\n\n")).toEqual(["c"]);
  });

  test("does not split at U+2028 and U+2029", () => {
    const text = "one\u2028two\u2029three";
    expect(new EventStreamParser().push(`data: ${text}\n\n`)).toEqual([text]);
  });

  test("joins the data lines of one event and takes away one space", () => {
    expect(new EventStreamParser().push("data: a\ndata:  b\ndata\n\n")).toEqual(["a\n b\n"]);
  });

  test("passes over heartbeats, other fields and events without data", () => {
    const text = ": heartbeat\n\nevent: x\nid: 1\nretry: 5\n\ndatabase: y\n\ndata: z\n\n";
    expect(new EventStreamParser().push(text)).toEqual(["z"]);
  });
});

describe("readEventData", () => {
  test("decodes characters that are cut by a chunk", async () => {
    const bytes = new TextEncoder().encode("data: wörld 🌍\n\n");
    const chunks = [...bytes].map((byte) => Uint8Array.of(byte));
    expect(await read(bodyOf(...chunks))).toEqual(["wörld 🌍"]);
  });

  test("fails when the body ends inside an event", async () => {
    await expect(read(bodyOf("data: a\n\n", 'data: {"hal'))).rejects.toThrow(TruncatedEventError);
  });

  test("ends quietly after a heartbeat", async () => {
    expect(await read(bodyOf("data: a\n\n: heart"))).toEqual(["a"]);
  });
});
