import type { SVGTemplateResult } from "lit";
import { render } from "lit";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { paths as core } from "../../src/icons/core";
import { paths as more } from "../../src/icons/more";

const loadAsset = vi.fn<(name: string) => Promise<unknown>>();
vi.mock("../../src/assets", () => ({ loadAsset }));

const HEADER_ICONS =
  "sidebar-left sidebar-right sidebar-open-left sidebar-open-right sidebar-open-left-alt " +
  "sidebar-open-right-alt sidebar-floating-left sidebar-floating-right sidebar-floating-open-left " +
  "sidebar-floating-open-right sidebar-collapse-left sidebar-collapse-right collapse-left " +
  "collapse-right open-left open-right double-chevron-left double-chevron-right home home-alt " +
  "back-small back-large expand-large collapse-large expand-small collapse-small star star-filled " +
  "bug chat-temporary settings-cog grid dots-horizontal dots-vertical dots-horizontal-circle " +
  "dots-vertical-circle menu menu-inverted hamburger history book-open compose share light-mode " +
  "dark-mode close";

const CHATKIT_ICONS =
  "agent analytics atom batch bolt book-open book-closed book-clock bug calendar chart check " +
  "check-circle check-circle-filled chevron-left chevron-right circle-question clock compass " +
  "confetti cube desktop document dot dots-horizontal dots-vertical empty-circle external-link " +
  "globe keys lab images info lifesaver lightbulb mail map-pin maps mobile name notebook " +
  "notebook-pencil page-blank phone play plus profile profile-card reload star star-filled search " +
  "sparkle sparkle-double square-code square-image square-text suitcase settings-slider user " +
  "wreath write write-alt write-alt2";

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

it.each(`${HEADER_ICONS} ${CHATKIT_ICONS}`.split(" "))(
  "ChatKit's icon %s has an outline",
  (name) => {
    expect(core[name] ?? more[name]).toMatch(/^[!+]?[Mm]/);
  },
);

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
