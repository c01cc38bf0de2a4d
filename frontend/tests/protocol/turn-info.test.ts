import { expect, test } from "vitest";
import { patienceOf, turnInfo } from "../../src/protocol/turn-info";

const answer = (headers: Record<string, string>): Response => new Response("", { headers });
const API = "https://chat.example/chatkit/conversation";

test("a server that says nothing of the turn leaves it unknown", () => {
  expect(turnInfo(answer({}), API)).toEqual({ state: null, streamUrl: null, stopUrl: null });
});

test("addresses are found from the endpoint", () => {
  const said = {
    "X-ChatKit-Turn": "running",
    "X-ChatKit-Stream": "/chatkit/threads/thr_1/stream?assistant=b",
    "X-ChatKit-Stop": "https://chat.example/chatkit/threads/thr_1/stop",
  };
  expect(turnInfo(answer(said), API)).toEqual({
    state: "running",
    streamUrl: "https://chat.example/chatkit/threads/thr_1/stream?assistant=b",
    stopUrl: "https://chat.example/chatkit/threads/thr_1/stop",
  });
});

test.each(["https://elsewhere.example/stream", "//elsewhere.example/stream", "javascript:alert(1)"])(
  "the address of another origin is none: %s",
  (address) => {
    const said = { "X-ChatKit-Stream": address, "X-ChatKit-Stop": address };
    expect(turnInfo(answer(said), API)).toEqual({ state: null, streamUrl: null, stopUrl: null });
  },
);

test.each([
  ["15", 45_000],
  ["0.5", 1500],
  ["0", null],
  ["-1", null],
  ["soon", null],
])("a heartbeat of %s seconds means a patience of %s ms", (seconds, patience) => {
  expect(patienceOf(answer({ "X-ChatKit-Heartbeat": seconds }))).toBe(patience);
});

test("without a promised heartbeat silence means nothing", () => {
  expect(patienceOf(answer({}))).toBeNull();
});
