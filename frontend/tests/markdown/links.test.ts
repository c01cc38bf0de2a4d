import { describe, expect, it, vi } from "vitest";
import { html, rendered, view } from "./view";

describe("links", () => {
  it("open in a new tab without a way back", () => {
    expect(html('[site](https://example.com/a?b=1 "Title")')).toBe(
      '<p><a href="https://example.com/a?b=1" target="_blank" rel="noopener noreferrer" title="Title">site</a></p>',
    );
  });

  it.each([
    ["https://example.com/a_b_c", "https://example.com/a_b_c"],
    ["<mailto:me@example.com>", "mailto:me@example.com"],
    ["me@example.com", "mailto:me@example.com"],
    ["[call](tel:+431234)", "tel:+431234"],
    ["[order](/orders/5/)", "http://localhost:3000/orders/5/"],
    ["[a][1]\n\n[1]: http://example.com/x", "http://example.com/x"],
  ])("%j leads to %s", (markdown, address) => {
    expect(rendered(markdown).querySelector("a")?.href).toBe(address);
  });

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java&#10;script:alert(1)",
    "&#106;avascript:alert(1)",
    "<java\tscript:alert(1)>",
    "vbscript:x",
    "data:text/html,<script>alert(1)</script>",
    "blob:http://localhost/x",
    "file:///etc/passwd",
    "//evil.example",
    "/\\evil.example",
    "example.com",
    "#top",
    "",
  ])("%j is shown as text", (address) => {
    const element = rendered(`[label](${address})`);
    expect(element.querySelector("a")).toBeNull();
    expect(element.textContent).toContain("label");
  });
});

describe("deep links", () => {
  const follow = (markdown: string, type = "click") => {
    const onDeepLink = vi.fn<(name: string, data: Record<string, string>) => void>();
    const created = view({ onDeepLink });
    created.update(markdown, false);
    const event = new MouseEvent(type, { bubbles: true, cancelable: true, composed: true });
    created.element.querySelector("a")?.dispatchEvent(event);
    return { onDeepLink, prevented: event.defaultPrevented };
  };

  it("tell the page their name and data instead of navigating", () => {
    const { onDeepLink, prevented } = follow("[open](chatkit-link://order?id=5&note=a%20b)");
    expect(onDeepLink.mock.calls).toEqual([["order", { id: "5", note: "a b" }]]);
    expect(prevented).toBe(true);
  });

  it("do not open a tab for the middle button", () => {
    const { onDeepLink, prevented } = follow("[open](chatkit-link://order)", "auxclick");
    expect(onDeepLink).not.toHaveBeenCalled();
    expect(prevented).toBe(true);
  });

  it("keep a name's case, slashes and stray percent signs", () => {
    expect(follow("[x](chatkit-link://Open/Tab%)").onDeepLink.mock.calls).toEqual([
      ["Open/Tab%", {}],
    ]);
  });
});

describe("images", () => {
  const allowedImageDomains = ["img.example.com", "*.cdn.example"];

  it.each([
    "https://img.example.com/a.png",
    "https://eu.cdn.example/a.png",
    "http://localhost:3000/media/a.png",
    "data:image/png;base64,iVBORw0KGgo=",
  ])("%s is shown, without telling its host where", (src) => {
    const image = rendered(`![A cat](${src})`, { allowedImageDomains }).querySelector("img");
    expect(image?.getAttribute("src")).toBe(src);
    expect([image?.alt, image?.referrerPolicy]).toEqual(["A cat", "no-referrer"]);
  });

  it.each([
    "https://evil.example/a.png",
    "https://img.example.com.evil.example/a.png",
    "https://evil.example/img.example.com",
    "https://img.example.com@evil.example/a.png",
  ])("%s is a link", (src) => {
    const element = rendered(`![A cat](${src})`, { allowedImageDomains });
    expect(element.querySelector("img")).toBeNull();
    expect(element.querySelector("a")?.textContent).toBe("A cat");
  });

  it.each(["data:image/svg+xml;base64,PHN2Zz4=", "javascript:alert(1)"])("%s is text", (src) => {
    const element = rendered(`![A cat](<${src}>)`, { allowedImageDomains });
    expect(element.querySelector("img, a")).toBeNull();
    expect(element.textContent).toBe("A cat");
  });

  it("that does not load is a link", () => {
    const created = view({ allowedImageDomains });
    created.update("See ![A cat](https://img.example.com/gone.png) here", true);
    created.element.querySelector("img")?.dispatchEvent(new Event("error"));
    expect(created.element.querySelector("a")?.textContent).toBe("A cat");
    created.update("See ![A cat](https://img.example.com/gone.png) here.", false);
    expect(created.element.querySelector("img")).toBeNull();
  });

  it("of a data: address that holds none is its description", async () => {
    const created = view();
    created.update("![A cat](data:image/png;base64,AAAA)", false);
    created.element.querySelector("img")?.dispatchEvent(new Event("error"));
    await vi.waitFor(() => expect(created.element.innerHTML).toBe("<p>A cat</p>"));
  });
});
