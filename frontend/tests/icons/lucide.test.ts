import { render } from "lit";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { lucideNames, lucideShards } from "../../scripts/lucide.mjs";
import { paths as core } from "../../src/icons/core";

const loadAsset = vi.fn<(name: string) => Promise<unknown>>();
vi.mock("../../src/assets", () => ({ loadAsset }));

const shards = lucideShards();

beforeEach(() => {
  vi.resetModules();
  loadAsset.mockReset().mockImplementation((name) => {
    const [, index] = /^icons\/lucide-(\d)$/.exec(name) ?? [];
    return Promise.resolve({ paths: shards[Number(index)] });
  });
});

async function drawn(name: string): Promise<SVGPathElement> {
  const { icon } = await import("../../src/icons/index");
  const host = document.createElement("span");
  render(icon(name), host);
  await vi.waitFor(() => expect(host.querySelector("path")).not.toBeNull());
  return host.querySelector("path")!;
}

const outline = async (name: string) => (await drawn(name)).getAttribute("d");

describe("an icon of Lucide's", () => {
  it("is found by every name that Lucide has or had", async () => {
    const { findLucide, loadLucide } = await import("../../src/icons/lucide");
    const lost: string[] = [];
    for (const name of lucideNames()) {
      await loadLucide(name);
      if (!/^M[\dMmAaCcHhLlQqSsTtVvZz .,-]+$/.test(findLucide(name) ?? "")) lost.push(name);
    }
    expect(lucideNames().length).toBeGreaterThan(2_000);
    expect(lost).toEqual([]);
  });

  it("is Lucide's own, also where ChatKit has another of that name", async () => {
    expect(await outline("lucide:check")).toBe(core.check);
    expect(await outline("lucide:user")).not.toBe(core.user);
  });

  it("is loaded with its neighbours, once", async () => {
    await drawn("lucide:rocket");
    await drawn("lucide:rocket");
    expect(loadAsset).toHaveBeenCalledTimes(1);
  });

  it("is drawn under its former name too", async () => {
    expect(await outline("lucide:home")).toBe(await outline("lucide:house"));
  });

  it.each(["lucide:no-such-icon", "lucide:", "lucide:constructor", "lucide:__proto__"])(
    "is a dot when there is none: %s",
    async (name) => expect(`!${await outline(name)}`).toBe(core.dot),
  );

  it("is a dot when its file does not load", async () => {
    loadAsset.mockRejectedValue(new TypeError("offline"));
    expect(`!${await outline("lucide:rocket")}`).toBe(core.dot);
  });
});
