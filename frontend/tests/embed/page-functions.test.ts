import { beforeEach, expect, test, vi } from "vitest";
import {
  installPageFunctions,
  onConfigured,
  withPageFunctions,
} from "../../src/embed/page-functions";

beforeEach(() => {
  delete window.djangoChatKit;
});

test("takes what the page said before the loader came, and what it says later", () => {
  const onClick = () => undefined;
  window.djangoChatKit = { assistants: { default: { locale: "fr" } } };
  const { configure } = installPageFunctions();
  configure("default", { header: { leftAction: { icon: "home", onClick } } });
  expect(withPageFunctions({ header: { enabled: true } }, ["default"])).toEqual({
    locale: "fr",
    header: { enabled: true, leftAction: { icon: "home", onClick } },
  });
});

test("what is said of one element wins over what is said of its assistant", () => {
  const { configure } = installPageFunctions();
  configure("default", { frameTitle: "All" });
  configure("chatkit-2", { frameTitle: "Second" });
  expect(withPageFunctions({}, ["default", "chatkit-1"])).toEqual({ frameTitle: "All" });
  expect(withPageFunctions({}, ["default", "chatkit-2"])).toEqual({ frameTitle: "Second" });
});

test("client tools can be given by name, beside one for all", async () => {
  const { configure } = installPageFunctions();
  const all = vi.fn(() => ({ from: "all" }));
  configure("default", {
    onClientTool: all,
    clientTools: { add: ({ a }) => ({ sum: Number(a) + 1 }) },
  });
  const { onClientTool } = withPageFunctions({}, ["default"]);
  expect(await onClientTool?.({ name: "add", params: { a: 1 } })).toEqual({ sum: 2 });
  expect(await onClientTool?.({ name: "other", params: {} })).toEqual({ from: "all" });
  configure("other", { clientTools: {} });
  const lone = withPageFunctions({}, ["other"]).onClientTool;
  await expect(lone?.({ name: "toString", params: {} })).rejects.toThrow(
    'This page has no client tool "toString".',
  );
});

test("tells running chats that something was configured", () => {
  const { configure } = installPageFunctions();
  const listener = vi.fn();
  onConfigured(listener);
  configure("default", {});
  expect(listener).toHaveBeenCalledOnce();
});
