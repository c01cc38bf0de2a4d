import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { MirrorSync } from "../../src/embed/mirror-sync";

let asked: string[];
let answers: ((response: Response) => void)[];

const send = ((url: string) => {
  asked.push(url);
  return new Promise<Response>((resolve) => answers.push(resolve));
}) as typeof fetch;

const answer = async (status: number, headers: Record<string, string> = {}): Promise<void> => {
  answers.shift()?.(new Response("{}", { status, headers }));
  await vi.advanceTimersByTimeAsync(0);
};

let gone: string[];
let sync: MirrorSync;

beforeEach(() => {
  vi.useFakeTimers();
  [asked, answers, gone] = [[], [], []];
  sync = new MirrorSync(send, "/chatkit/threads/{id}/sync?assistant=a", (id) => gone.push(id));
});

afterEach(() => {
  vi.useRealTimers();
});

test("a change is told at once", () => {
  sync.changed("cthr/1");
  expect(asked).toEqual(["/chatkit/threads/cthr%2F1/sync?assistant=a"]);
});

test("what changes meanwhile is told once, when the answer is there", async () => {
  sync.changed("cthr_1");
  sync.changed("cthr_1");
  sync.changed("cthr_1");
  expect(asked).toHaveLength(1);
  await answer(200);
  expect(asked).toHaveLength(2);
  await answer(200);
  expect(asked).toHaveLength(2);
  sync.changed("cthr_1");
  expect(asked).toHaveLength(3);
});

test("another thread does not wait", () => {
  sync.changed("cthr_1");
  sync.changed("cthr_2");
  expect(asked).toHaveLength(2);
});

test("a busy site is asked once more, when it said", async () => {
  sync.changed("cthr_1");
  await answer(503, { "Retry-After": "4" });
  await vi.advanceTimersByTimeAsync(3999);
  expect(asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toHaveLength(2);
  await answer(503, { "Retry-After": "4" });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(2);
});

test("a thread that the site does not know is told of", async () => {
  sync.changed("cthr_1");
  await answer(404);
  expect(gone).toEqual(["cthr_1"]);
});
