import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DraftMemory, type KeptDraft } from "../../src/state/draft-memory";

const KEY = "drafts-of-ann";
const ann = { type: "input_tag" as const, id: "a", text: "Ann", data: {} };

function draft(text: string, more: Partial<KeptDraft> = {}): KeptDraft {
  return { text, tags: [], quote: "", attachments: [], toolId: null, modelId: null, ...more };
}

/** What is there after a reload. */
function reloaded(threadId: string | null = null): string | undefined {
  return new DraftMemory(KEY).get(threadId)?.text;
}

beforeEach(() => {
  sessionStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test("each thread has its draft, and so has the one that is yet to be", () => {
  const memory = new DraftMemory(KEY);
  memory.set("thr_1", draft("one"));
  memory.set(null, draft("new"));
  vi.runAllTimers();
  expect([reloaded("thr_1"), reloaded(), reloaded("thr_2")]).toEqual(["one", "new", undefined]);
});

test("a draft is stored when writing rests, and at once when it must be", () => {
  const memory = new DraftMemory(KEY);
  memory.set(null, draft("a"));
  expect(reloaded()).toBeUndefined();
  memory.store();
  expect(reloaded()).toBe("a");
});

test("nothing written is nothing stored", () => {
  const memory = new DraftMemory(KEY);
  memory.set(null, draft("a"));
  memory.store();
  memory.set(null, draft(""));
  memory.store();
  expect(sessionStorage).toHaveLength(0);
});

test("a chosen model is worth keeping, and a tag with its place", () => {
  const memory = new DraftMemory(KEY);
  memory.set("thr_1", draft("", { modelId: "large" }));
  memory.set("thr_2", draft("Hi @Ann", { tags: [{ tag: ann, start: 3 }] }));
  memory.store();
  const again = new DraftMemory(KEY);
  expect(again.get("thr_1")?.modelId).toBe("large");
  expect(again.get("thr_2")?.tags).toEqual([{ tag: ann, start: 3 }]);
});

test("a new thread takes its draft along to its id", () => {
  const memory = new DraftMemory(KEY);
  memory.set(null, draft("first"));
  memory.move(null, "thr_1");
  memory.store();
  expect([reloaded(), reloaded("thr_1")]).toEqual([undefined, "first"]);
});

test("nobody sees what another person wrote", () => {
  const memory = new DraftMemory(KEY);
  memory.set(null, draft("mine"));
  memory.store();
  expect(new DraftMemory("drafts-of-bob").get(null)).toBeNull();
  expect(new DraftMemory(null).get(null)).toBeNull();
});

test("two chats of one page keep each other's drafts", () => {
  const [one, other] = [new DraftMemory(KEY), new DraftMemory(KEY)];
  one.set("thr_1", draft("one"));
  one.store();
  other.set("thr_2", draft("two"));
  other.store();
  expect([reloaded("thr_1"), reloaded("thr_2")]).toEqual(["one", "two"]);
});

test("a day later it is forgotten", () => {
  const memory = new DraftMemory(KEY);
  memory.set(null, draft("old"));
  memory.store();
  vi.setSystemTime(Date.now() + 24 * 3600 * 1000);
  expect(reloaded()).toBeUndefined();
});

test("of many the newest are kept, and of very long ones those that fit", () => {
  const memory = new DraftMemory(KEY);
  for (let number = 1; number <= 25; number += 1) {
    vi.setSystemTime(number * 1000);
    memory.set(`thr_${number}`, draft(`${number}`));
    memory.store();
  }
  expect([reloaded("thr_5"), reloaded("thr_6"), reloaded("thr_25")]).toEqual([undefined, "6", "25"]);
  vi.setSystemTime(100_000);
  memory.set("thr_long", draft("x".repeat(499_000)));
  memory.store();
  expect(reloaded("thr_long")).toHaveLength(499_000);
  expect(reloaded("thr_6")).toBeUndefined();
});

test.each(["{", "[1]", '{"": null}', '{"": {"text": 1}}', '{"": {"text":"a","tags":[{}]}}'])(
  "what others put there, such as %j, is no draft",
  (stored) => {
    sessionStorage.setItem(KEY, stored);
    expect(reloaded()).toBeUndefined();
  },
);

test("where the browser stores nothing, the page itself remembers", () => {
  for (const method of ["getItem", "setItem", "removeItem"] as const) {
    vi.spyOn(Storage.prototype, method).mockImplementation(() => {
      throw new DOMException("Denied", "SecurityError");
    });
  }
  const memory = new DraftMemory(KEY);
  memory.set("thr_1", draft("one"));
  memory.store();
  expect(memory.get("thr_1")?.text).toBe("one");
});
