import { expect, test } from "vitest";
import { ChatKitClient } from "../../src/protocol/client";
import type { Thread } from "../../src/protocol/types";
import { ThreadHistory } from "../../src/state/history";
import { FakeServer } from "../fake-server";
import { thread } from "../samples";

function threads(first: number, last: number): Thread[] {
  const count = last - first + 1;
  return Array.from({ length: count }, (_, index) => ({ ...thread, id: `thr_${first + index}` }));
}

function open(server: FakeServer): ThreadHistory {
  const client = new ChatKitClient({ api: server.api, hostedUrl: "", locale: "en" });
  return new ThreadHistory(
    () => client,
    () => undefined,
  );
}

const ids = (history: ThreadHistory) => history.threads.map(({ id }) => id);

test("reads page after page, newest first, until there is no more", async () => {
  const server = new FakeServer()
    .json({ data: threads(1, 3), has_more: true, after: "thr_3" })
    .json({ data: threads(3, 5), has_more: false });
  const history = open(server);
  await history.reload();
  expect(history.hasMore).toBe(true);
  await history.loadMore();
  await history.loadMore();
  expect(ids(history)).toEqual(["thr_1", "thr_2", "thr_3", "thr_4", "thr_5"]);
  expect(server.asked.map(({ params }) => params)).toEqual([
    { limit: 30, order: "desc" },
    { limit: 30, order: "desc", after: "thr_3" },
  ]);
});

test("a failure is kept for the list to show, and reloading clears it", async () => {
  const server = new FakeServer().error(500, "server_error").json({ data: [], has_more: false });
  const history = open(server);
  await history.reload();
  expect(history.error).toMatchObject({ status: 500 });
  await history.loadMore();
  expect(server.asked).toHaveLength(1);
  await history.reload();
  expect(history.error).toBeNull();
});

test("renames and deletes on the server, then in the list", async () => {
  const server = new FakeServer()
    .json({ data: threads(1, 2), has_more: false })
    .json({ ...thread, title: "New" })
    .json({});
  const history = open(server);
  await history.reload();
  await history.rename("thr_1", "New");
  expect(history.threads[0]?.title).toBe("New");
  await history.remove("thr_1");
  expect(ids(history)).toEqual(["thr_2"]);
  expect(server.asked.slice(1).map(({ type, params }) => [type, params])).toEqual([
    ["threads.update", { thread_id: "thr_1", title: "New" }],
    ["threads.delete", { thread_id: "thr_1" }],
  ]);
});

test("a rename that fails leaves the list alone", async () => {
  const server = new FakeServer().json({ data: threads(1, 1), has_more: false }).error(403, "x");
  const history = open(server);
  await history.reload();
  await expect(history.rename("thr_1", "New")).rejects.toMatchObject({ status: 403 });
  expect(history.threads).toEqual(threads(1, 1));
});
