import { expect, test } from "vitest";
import { ageGroup, groupByAge } from "../../src/history/dates";
import { thread } from "../samples";

const now = new Date(2026, 10, 20, 9, 0);
const at = (day: number, hour = 12) => new Date(2026, 10, day, hour).toISOString();

test.each([
  [at(20, 0), "time.today"],
  [at(21), "time.today"],
  [at(19, 23), "time.yesterday"],
  [at(18), "time.thisWeek"],
  [at(13), "time.thisWeek"],
  [at(12), "time.thisMonth"],
  [new Date(2026, 9, 1).toISOString(), "time.older"],
  ["nonsense", "time.older"],
])("%s is %s", (createdAt, heading) => {
  expect(ageGroup(createdAt, now)).toBe(heading);
});

test("threads stand under their day in the order they came", () => {
  const threads = [at(20, 1), at(20, 0), at(19)].map((created_at, index) => ({
    ...thread,
    id: `thr_${index}`,
    created_at,
  }));
  expect(
    groupByAge(threads, now).map(({ heading, threads: group }) => [
      heading,
      group.map(({ id }) => id),
    ]),
  ).toEqual([
    ["time.today", ["thr_0", "thr_1"]],
    ["time.yesterday", ["thr_2"]],
  ]);
});
