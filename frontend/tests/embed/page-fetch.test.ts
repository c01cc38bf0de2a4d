import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { csrfToken, pageFetch, withContext } from "../../src/embed/page-fetch";

const csrf = { header: "X-CSRFToken", cookie: "csrftoken", token: "from-the-page" };
let sent: [string, RequestInit][];
let status: number;
let body: object;

beforeEach(() => {
  sent = [];
  status = 200;
  body = {};
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    sent.push([url, init]);
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  document.cookie = "csrftoken=; max-age=0";
});

test("adds Django's token and cookies to requests to this site, and keeps their headers", async () => {
  await pageFetch({ csrf, context: null }, () => undefined)("/chatkit/conversation", {
    method: "POST",
    headers: { "Accept-Language": "fr" },
    body: "{}",
  });
  const [url, init] = sent[0]!;
  expect(url).toBe("/chatkit/conversation");
  expect(init.credentials).toBe("same-origin");
  expect(Object.fromEntries(new Headers(init.headers))).toEqual({
    "accept-language": "fr",
    "x-csrftoken": "from-the-page",
  });
});

test("tells another host nothing", async () => {
  const init = { method: "PUT", body: "bytes" };
  await pageFetch({ csrf, context: "signed" }, () => undefined)("https://bucket.example/a", init);
  expect(sent).toEqual([["https://bucket.example/a", init]]);
});

test("the cookie's token is the current one", () => {
  expect(csrfToken(csrf)).toBe("from-the-page");
  document.cookie = "csrftoken=from-the-cookie";
  expect(csrfToken(csrf)).toBe("from-the-cookie");
  expect(csrfToken({ ...csrf, cookie: null })).toBe("from-the-page");
});

test("the signed context joins the metadata of JSON requests only", () => {
  expect(
    JSON.parse(
      withContext<string>('{"type":"threads.list","params":{},"metadata":{"a":1}}', "signed"),
    ),
  ).toEqual({
    type: "threads.list",
    params: {},
    metadata: { a: 1, django_chatkit: { page_context: "signed" } },
  });
  expect(withContext('{"a":1}', null)).toBe('{"a":1}');
  const form = new FormData();
  expect(withContext(form, "signed")).toBe(form);
});

test("the signed context leaves a message its key", () => {
  const body = '{"type":"threads.create","metadata":{"django_chatkit":{"request":"key"}}}';
  expect(JSON.parse(withContext<string>(body, "signed"))).toEqual({
    type: "threads.create",
    metadata: { django_chatkit: { request: "key", page_context: "signed" } },
  });
});

test.each([
  [401, {}, 1],
  [403, { error: { code: "csrf_failed" } }, 1],
  [403, { error: { code: "thread_locked" } }, 0],
  [500, {}, 0],
])("a %i with %o means signed out: %i", async (answerStatus, answerBody, times) => {
  status = answerStatus;
  body = answerBody;
  const onSignedOut = vi.fn();
  await pageFetch({ csrf, context: null }, onSignedOut)("/chatkit/conversation");
  expect(onSignedOut).toHaveBeenCalledTimes(times);
});
