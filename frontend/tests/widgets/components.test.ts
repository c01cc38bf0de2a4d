import { describe, expect, it } from "vitest";
import { card, deferred, settled, widget, words } from "./view";

describe("text", () => {
  it("is shown as it is, markup and all", () => {
    const { element } = widget(
      card(
        { type: "Title", value: "<b>T</b>" },
        { type: "Caption", value: "&amp;" },
        { type: "Text", value: "**x**" },
        { type: "Badge", label: "<i>B</i>" },
      ),
    );
    expect(words(element)).toBe("<b>T</b> &amp; **x** <i>B</i>");
    expect(element.querySelector("b, i, strong")).toBeNull();
  });

  it.each([
    ["secondary", "var(--ck-text-secondary)"],
    ["danger", "var(--ck-danger-text)"],
    ["alpha-70", "color-mix(in srgb, var(--ck-text) 70%, transparent)"],
    [
      { light: "primary", dark: "tertiary" },
      "var(--ck-light, var(--ck-text)) var(--ck-dark, var(--ck-text-tertiary))",
    ],
    ["var(--ck-link)", "var(--ck-link)"],
  ])("takes the colour %j", (color, expected) => {
    const { find } = widget(card({ type: "Text", value: "x", color }));
    expect(find(".ck-w-text").style.color).toBe(expected);
  });

  it("is clamped, styled and aligned", () => {
    const { find } = widget(
      card({
        type: "Text",
        value: "x",
        maxLines: 2,
        weight: "bold",
        italic: true,
        textAlign: "end",
      }),
    );
    const text = find(".ck-w-text");
    expect(text.classList).toContain("ck-w-clamp");
    expect(text.classList).toContain("ck-w-at-end");
    expect([text.style.fontWeight, text.style.fontStyle]).toEqual(["700", "italic"]);
  });

  it("of Markdown is rendered, and grows while it streams", () => {
    const root = (value: string, streaming: boolean) =>
      card({ type: "Markdown", id: "m", value, streaming });
    const { find, update } = widget(root("A **bo", true));
    const paragraph = find(".ck-md p");
    expect(paragraph.innerHTML).toBe("A <strong>bo</strong>");
    update(root("A **bold** word", false));
    expect(find(".ck-md p")).toBe(paragraph);
    expect(paragraph.innerHTML).toBe("A <strong>bold</strong> word");
  });

  it("of Markdown is plain without a renderer", () => {
    const { element } = widget(card({ type: "Markdown", value: "**x**" }), {
      markdown: () => undefined,
    });
    expect(words(element)).toBe("**x**");
  });
});

describe("layout", () => {
  it("is flex, with units, pixels and CSS", () => {
    const { find } = widget(
      card({
        type: "Row",
        gap: 3,
        align: "end",
        justify: "between",
        wrap: "wrap",
        width: 120,
        height: "50%",
        radius: "2xl",
        margin: { y: 1 },
        aspectRatio: "16 / 9",
        border: { bottom: 1 },
        children: [{ type: "Spacer", minSize: 4 }],
      }),
    );
    const { style } = find(".ck-w-row");
    expect(style.gap).toBe("calc(var(--ck-unit) * 3)");
    expect([style.alignItems, style.justifyContent, style.flexWrap]).toEqual([
      "flex-end",
      "space-between",
      "wrap",
    ]);
    expect([style.width, style.height, style.borderRadius]).toEqual(["120px", "50%", "16px"]);
    expect(style.getPropertyValue("margin-block-start")).toBe("calc(var(--ck-unit) * 1)");
    expect(find(".ck-w-spacer").style.flexBasis).toBe("calc(var(--ck-unit) * 4)");
  });

  it("loses a property that the next version of the widget lacks", () => {
    const { find, update } = widget(card({ type: "Box", width: 120, background: "red" }));
    update(card({ type: "Box", background: "blue" }));
    expect([find(".ck-w-col").style.width, find(".ck-w-col").style.background]).toEqual([
      "",
      "blue",
    ]);
  });

  it("of a table has headers, spans and alignment", () => {
    const { find, element } = widget(
      card({
        type: "Table",
        children: [
          {
            type: "Table.Row",
            header: true,
            children: [
              { type: "Table.Cell", colSpan: 2, children: [{ type: "Text", value: "H" }] },
            ],
          },
          {
            type: "Table.Row",
            children: [
              { type: "Table.Cell", align: "end", children: [{ type: "Text", value: "1" }] },
              { type: "Table.Cell", vAlign: "start", children: [{ type: "Text", value: "2" }] },
            ],
          },
        ],
      }),
    );
    expect(find("th").getAttribute("colspan")).toBe("2");
    expect(
      [...element.querySelectorAll("td")].map(({ style }) => [
        style.textAlign,
        style.verticalAlign,
      ]),
    ).toEqual([
      ["end", "middle"],
      ["", "top"],
    ]);
  });
});

describe("Image", () => {
  it("of an allowed host is shown", async () => {
    const { find } = widget(
      card({
        type: "Image",
        src: "https://img.example.com/a.png",
        alt: "A",
        fit: "contain",
        position: "top left",
      }),
    );
    const image = find<HTMLImageElement>("img");
    expect([image.alt, image.style.objectFit]).toEqual(["A", "contain"]);
    image.dispatchEvent(new Event("error"));
    expect(image.hidden).toBe(true);
    await settled();
    expect(words(find(".ck-w-broken:not([hidden])"))).toBe("A");
  });

  it("of another host is a link", () => {
    const { find, element } = widget(
      card({ type: "Image", src: "https://evil.example/a.png", alt: "A" }),
    );
    expect(element.querySelector("img")).toBeNull();
    expect(find("a").getAttribute("href")).toBe("https://evil.example/a.png");
  });

  it("of no web address is its description", () => {
    const { element } = widget(card({ type: "Image", src: "javascript:alert(1)", alt: "A" }));
    expect(element.querySelector("img, a")).toBeNull();
    expect(words(element)).toBe("A");
  });
});

describe("Button", () => {
  const action = { type: "go", payload: { id: 1 }, handler: "client", streaming: false };

  it("hands its action on untouched", () => {
    const { find, onAction } = widget(card({ type: "Button", label: "Go", onClickAction: action }));
    find<HTMLButtonElement>("button").click();
    expect(onAction.mock.calls).toEqual([[action, {}]]);
  });

  it("shows that it runs, and does not run twice", async () => {
    const running = deferred();
    const calls: unknown[] = [];
    const { find, element } = widget(card({ type: "Button", label: "Go", onClickAction: action }), {
      onAction: (...call) => {
        calls.push(call);
        return running.promise;
      },
    });
    const button = find<HTMLButtonElement>("button");
    button.focus();
    button.click();
    button.click();
    expect(calls).toHaveLength(1);
    expect([button.getAttribute("aria-disabled"), element.inert]).toEqual(["true", false]);
    expect(document.activeElement).toBe(button);
    running.fail(new Error("no"));
    await settled();
    expect(button.getAttribute("aria-disabled")).toBeNull();
  });

  it.each([
    ["none", false, false],
    ["self", true, false],
    ["container", false, true],
  ])("with loadingBehavior %s", (loadingBehavior, self, container) => {
    const { find, element } = widget(
      card({ type: "Button", label: "Go", onClickAction: { type: "go", loadingBehavior } }),
      { onAction: () => deferred().promise },
    );
    find<HTMLButtonElement>("button").click();
    expect([find("button").classList.contains("ck-w-busy"), element.inert]).toEqual([
      self,
      container,
    ]);
  });

  it("without words is named after its icon", () => {
    const { find } = widget(card({ type: "Button", iconStart: "plus" }));
    expect(find("button").getAttribute("aria-label")).toBe("plus");
  });

  it("without an action does nothing", () => {
    const { find, onAction } = widget(card({ type: "Button", label: "Go", onClickAction: "go" }));
    find<HTMLButtonElement>("button").click();
    expect(onAction).not.toHaveBeenCalled();
  });
});
