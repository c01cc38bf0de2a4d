import { afterEach, expect, test, vi } from "vitest";
import { ThreadMemory } from "../../src/embed/thread-memory";

afterEach(() => localStorage.clear());

test("remembers a thread under its key and forgets it", () => {
  const memory = new ThreadMemory("django-chatkit:default:1");
  expect(memory.get()).toBeNull();
  memory.set("thr_1");
  expect(new ThreadMemory("django-chatkit:default:1").get()).toBe("thr_1");
  expect(new ThreadMemory("django-chatkit:default:2").get()).toBeNull();
  memory.set(null);
  expect(localStorage).toHaveLength(0);
});

test("works without a key, and in a browser that keeps nothing", () => {
  const keyless = new ThreadMemory(null);
  keyless.set("thr_1");
  expect(keyless.get()).toBeNull();
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("Full", "QuotaExceededError");
  });
  new ThreadMemory("key").set("thr_1");
});
