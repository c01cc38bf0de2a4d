import type { SVGTemplateResult } from "lit";
import { render } from "lit";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { unionOf } from "../../scripts/chatkit-types.mjs";
import { paths as core } from "../../src/icons/core";
import { paths as more } from "../../src/icons/more";

const loadAsset = vi.fn<(name: string) => Promise<unknown>>();
vi.mock("../../src/assets", () => ({ loadAsset }));

const NAMES = new Set([...unionOf("HeaderIcon"), ...unionOf("ChatKitIcon"), "dot"]);

async function drawn(name: string): Promise<SVGSVGElement> {
  const { icon } = await import("../../src/icons/index");
  const host = document.createElement("span");
  render(icon(name), host);
  return host.querySelector("svg")!;
}

const outline = (element: SVGSVGElement): string | null | undefined =>
  element.querySelector("path")?.getAttribute("d");

beforeEach(() => {
  vi.resetModules();
  loadAsset.mockReset().mockResolvedValue({ paths: more });
});

it.each([...NAMES])("ChatKit's icon %s has an outline", (name) => {
  expect(core[name] ?? more[name]).toMatch(/^[!+]?[Mm]/);
});

it("each of the header's 46 icons looks different", () => {
  const outlines = unionOf("HeaderIcon").map((name) => core[name] ?? more[name]);
  expect(new Set(outlines).size).toBe(46);
});

describe("icon()", () => {
  it("draws an icon of the first load at once, hidden from screen readers", async () => {
    const element = await drawn("send");
    expect(outline(element)).toBe(core.send);
    expect(element.getAttribute("aria-hidden")).toBe("true");
    expect(loadAsset).not.toHaveBeenCalled();
  });

  it("draws the others when their outlines have arrived", async () => {
    const element = await drawn("atom");
    expect(outline(element)).toBeUndefined();
    await vi.waitFor(() => expect(outline(element)).toBe(more.atom));
    expect(loadAsset.mock.calls).toEqual([["icons"]]);
    expect(outline(await drawn("compass"))).toBe(more.compass);
  });

  it("takes what is no icon of ChatKit's for a dot, though Lucide has one", async () => {
    const element = await drawn("rocket");
    await vi.waitFor(() => expect(`!${outline(element)}`).toBe(core.dot));
    expect(loadAsset.mock.calls).toEqual([["icons"]]);
  });

  it.each(["no-such-icon", "constructor", "vendor:acme", ""])(
    "draws a dot for %j",
    async (name) => {
      const element = await drawn(name);
      await vi.waitFor(() => expect(`!${outline(element)}`).toBe(core.dot));
    },
  );

  it("draws a dot when the outlines do not load", async () => {
    loadAsset.mockRejectedValue(new TypeError("offline"));
    const element = await drawn("atom");
    await vi.waitFor(() => expect(`!${outline(element)}`).toBe(core.dot));
  });

  it("fills a filled icon", async () => {
    const element = await drawn("thumbs-up-filled");
    expect(element.querySelector("path")?.getAttribute("fill")).toBe("currentColor");
  });

  it("turns arrows around in right-to-left text, and nothing else", async () => {
    expect((await drawn("chevron-right")).classList).toContain("ck-icon-directional");
    expect((await drawn("lucide:arrow-big-left")).classList).toContain("ck-icon-directional");
    for (const name of ["copy", "lucide:copyright", "lucide:brightness"]) {
      expect((await drawn(name)).classList).not.toContain("ck-icon-directional");
    }
  });

  it("takes what is no string for an unknown name", async () => {
    const { icon } = await import("../../src/icons/index");
    expect((icon(undefined as unknown as string) satisfies SVGTemplateResult).values).toBeDefined();
  });
});
