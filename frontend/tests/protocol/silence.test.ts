import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SilenceError, withoutSilence } from "../../src/protocol/silence";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = () => new Promise<string>(() => undefined);

/** What became of a promise so far. */
function outcomeOf(promise: Promise<unknown>): { value: unknown } {
  const outcome: { value: unknown } = { value: "pending" };
  promise.then(
    (value) => (outcome.value = value),
    (error: unknown) => (outcome.value = error),
  );
  return outcome;
}

test("what comes in time is handed on, and nothing is watched any more", async () => {
  await expect(withoutSilence(() => Promise.resolve("chunk"), 3000)).resolves.toBe("chunk");
  expect(vi.getTimerCount()).toBe(0);
});

test("a failure of the connection is handed on", async () => {
  const broken = withoutSilence(() => Promise.reject(new TypeError("network error")), 3000);
  await expect(broken).rejects.toThrow("network error");
  expect(vi.getTimerCount()).toBe(0);
});

test("silence beyond the patience counts as a lost connection", async () => {
  const outcome = outcomeOf(withoutSilence(never, 3000));
  await vi.advanceTimersByTimeAsync(3000);
  expect(outcome.value).toBe("pending");
  await vi.advanceTimersByTimeAsync(1000);
  expect(outcome.value).toBeInstanceOf(SilenceError);
});

test("without patience silence is waited out", async () => {
  const outcome = outcomeOf(withoutSilence(never, null));
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(outcome.value).toBe("pending");
  expect(vi.getTimerCount()).toBe(0);
});

test("who slept gets a moment to hear that the connection is alive", async () => {
  const outcome = outcomeOf(withoutSilence(never, 3000));
  await vi.advanceTimersByTimeAsync(1000);
  // The clock went on, the timers did not.
  vi.setSystemTime(Date.now() + 3_600_000);
  await vi.advanceTimersByTimeAsync(3000);
  expect(outcome.value).toBe("pending");
  await vi.advanceTimersByTimeAsync(2000);
  expect(outcome.value).toBeInstanceOf(SilenceError);
});
