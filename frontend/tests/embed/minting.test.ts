import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { mint, MintError } from "../../src/embed/minting";

const NOW = Date.parse("2026-01-01T00:00:00Z");

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});

afterEach(() => {
  vi.useRealTimers();
});

function answer(status: number, body: object = {}, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers });
}

const session = { client_secret: "ek_1", expires_at: NOW / 1000 + 600 };

/** `fetch` that gives these answers in turn, and what it was asked. */
function site(...answers: (Response | Error)[]) {
  const asked: RequestInit[] = [];
  const send = (_url: RequestInfo | URL, init: RequestInit = {}) => {
    asked.push(init);
    const next = answers.shift();
    return next instanceof Response ? Promise.resolve(next) : Promise.reject(next ?? new Error("asked too often"));
  };
  return { asked, send: send };
}

const quietly = () => undefined;

test("one POST gets a secret, which ends when the server says", async () => {
  const { asked, send } = site(answer(200, session));
  expect(await mint(send, "/chatkit/sessions", quietly)).toEqual({
    value: "ek_1",
    expiresAt: NOW + 600_000,
    lifetime: 600_000,
  });
  expect(asked.map(({ method, body, cache }) => [method, body, cache])).toEqual([
    ["POST", "{}", "no-store"],
  ]);
});

test("a browser's clock that is an hour late makes no secret live longer", async () => {
  vi.setSystemTime(NOW - 3_600_000);
  const { send } = site(answer(200, session, { Date: new Date(NOW).toUTCString() }));
  expect(await mint(send, "/", quietly)).toMatchObject({ expiresAt: Date.now() + 600_000 });
});

test.each([
  ["7", 7],
  [new Date(NOW + 9000).toUTCString(), 9],
  ["soon", 5],
])("Retry-After %s is waited for, and told", async (header, seconds) => {
  const onWait = vi.fn();
  const { asked, send } = site(
    answer(503, {}, { "Retry-After": header }),
    answer(200, session),
  );
  const minting = mint(send, "/", onWait);
  await vi.advanceTimersByTimeAsync(seconds * 1000 - 1);
  expect([asked.length, onWait.mock.calls]).toEqual([1, [[seconds]]]);
  await vi.advanceTimersByTimeAsync(1);
  expect((await minting).value).toBe("ek_1");
});

test("a site that is busy three times is not asked a fourth time", async () => {
  const busy = () => answer(429, {}, { "Retry-After": "1" });
  const { asked, send } = site(busy(), busy(), busy());
  const minting = mint(send, "/", quietly).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(2000);
  expect(await minting).toMatchObject({ kind: "unavailable", status: 429 });
  expect(asked).toHaveLength(3);
});

test("a site that asks for an hour gets its peace at once", async () => {
  const { asked, send } = site(answer(503, {}, { "Retry-After": "3600" }));
  await expect(mint(send, "/", quietly)).rejects.toMatchObject({ kind: "unavailable" });
  expect(asked).toHaveLength(1);
});

test.each([
  [answer(401), "signed-out"],
  [answer(403, { error: { code: "csrf_failed" } }), "signed-out"],
  [answer(403, { error: { code: "permission_denied" } }), "refused"],
  [answer(404), "refused"],
  [answer(200, { no: "session" }), "unavailable"],
  [new TypeError("Failed to fetch"), "offline"],
])("case %#: what went wrong has a name", async (response, kind) => {
  const error: unknown = await mint(site(response).send, "/", quietly).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(MintError);
  expect((error as MintError).kind).toBe(kind);
});
