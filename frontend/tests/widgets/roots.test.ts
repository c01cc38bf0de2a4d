import { describe, expect, it } from "vitest";
import { card, deferred, settled, widget, words } from "./view";

describe("Card", () => {
  it("shows its status, its children and its actions", () => {
    const { element, find } = widget({
      ...card({ type: "Text", value: "Body" }),
      status: { text: "Done", icon: "check" },
      confirm: { label: "Yes", action: { type: "yes" } },
      cancel: { label: "No", action: { type: "no" } },
    });
    expect(words(element)).toBe("Done Body No Yes");
    expect(find(".ck-w-status [data-icon]").getAttribute("data-icon")).toBe("check");
  });

  it.each(["sm", "md", "lg", "full"])("has the size %s", (size) => {
    widget({ ...card(), size }).find(`.ck-w-card-${size}`);
  });

  it("confirms: everything is inert until the action has ended", async () => {
    const running = deferred();
    const { element, find, onAction } = widget(
      { ...card(), confirm: { label: "Yes", action: { type: "yes", payload: { id: 5 } } } },
      { onAction: () => running.promise },
    );
    expect(onAction).not.toHaveBeenCalled();
    find<HTMLButtonElement>("button").click();
    expect([element.inert, element.getAttribute("aria-busy")]).toEqual([true, "true"]);
    running.finish();
    await settled();
    expect([element.inert, element.getAttribute("aria-busy")]).toEqual([false, "false"]);
  });

  it("gives the focus back to the button that was pressed", async () => {
    const running = deferred();
    const { element, find } = widget(
      { ...card(), confirm: { label: "Yes", action: { type: "yes" } } },
      { onAction: () => running.promise },
    );
    const button = find<HTMLButtonElement>("button");
    button.focus();
    button.click();
    // What a browser does to the focus inside an inert element.
    button.blur();
    running.finish();
    await settled();
    expect(element.contains(document.activeElement)).toBe(true);
  });

  it("collapsed, it is a summary that opens", () => {
    const { find } = widget({
      ...card({ type: "Text", value: "Body" }),
      collapsed: true,
      status: { text: "3 files changed" },
    });
    expect(words(find("summary"))).toBe("3 files changed");
    expect(find<HTMLDetailsElement>("details").open).toBe(false);
    expect(words(find(".ck-w-card-body"))).toBe("Body");
  });

  it("takes borders, padding and background without a style attribute in its markup", () => {
    const { find } = widget({
      ...card(),
      border: { size: 2, color: "strong", style: "dashed" },
      background: "surface-secondary",
      padding: { x: 2, top: 0 },
    });
    const { style } = find(".ck-w-card");
    expect(style.border).toBe("2px dashed var(--ck-border-strong)");
    expect(style.background).toBe("var(--ck-surface-muted)");
    const body = find(".ck-w-card-body").style;
    expect(body.getPropertyValue("padding-left")).toBe("calc(var(--ck-unit) * 2)");
    expect(body.getPropertyValue("padding-block-start")).toBe("calc(var(--ck-unit) * 0)");
  });

  it("forced to a colour scheme, it brings that scheme's colours", () => {
    const { style } = widget({ ...card(), theme: "dark" }).find(".ck-w-card");
    expect(style.getPropertyValue("color-scheme")).toBe("dark");
    expect(style.getPropertyValue("--ck-surface")).toMatch(/^#[0-3]/);
    expect(style.getPropertyValue("--ck-radius-lg")).toBe("");
  });
});

describe("ListView", () => {
  const items = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      type: "ListViewItem",
      children: [{ type: "Text", value: `Item ${index + 1}` }],
    }));

  it("shows as many items as its limit, and the others on request", () => {
    const { element, find } = widget({ type: "ListView", limit: 2, children: items(5) });
    expect(words(element)).toBe("Item 1 Item 2 Show 3 more");
    find<HTMLButtonElement>(".ck-w-more").click();
    expect(words(element)).toBe("Item 1 Item 2 Item 3 Item 4 Item 5");
  });

  it.each([
    ["auto", 5],
    [null, 9],
    [-3, 1],
    ["many", 9],
  ])("limit %j shows %d of 9", (limit, shown) => {
    const { element } = widget({ type: "ListView", limit, children: items(9) });
    expect(element.querySelectorAll("li")).toHaveLength(shown);
  });

  describe("an item with an action", () => {
    const action = { type: "open", payload: { id: 1 } };
    const list = {
      type: "ListView",
      children: [
        {
          type: "ListViewItem",
          onClickAction: action,
          children: [{ type: "Button", label: "Inner", onClickAction: { type: "inner" } }],
        },
      ],
    };

    it("is a button, named by what is in it", () => {
      const { find, onAction } = widget(list);
      const item = find<HTMLButtonElement>(".ck-w-item-button");
      const content = find(".ck-w-item-content");
      expect(item.getAttribute("aria-labelledby")).toBe(content.id);
      item.click();
      expect(onAction.mock.calls).toEqual([[action, {}]]);
    });

    it("leaves a control inside to itself", () => {
      const { find, onAction } = widget(list);
      find<HTMLButtonElement>(".ck-w-button").click();
      expect(onAction.mock.calls).toEqual([[{ type: "inner" }, {}]]);
    });
  });
});

describe("Basic", () => {
  it("holds components and other roots", () => {
    const { element } = widget({
      type: "Basic",
      direction: "row",
      children: [
        { type: "Text", value: "One" },
        card({ type: "Text", value: "Two" }),
        { type: "ListView", children: [] },
      ],
    });
    expect(words(element)).toBe("One Two");
    expect(element.querySelectorAll(".ck-w-card")).toHaveLength(2);
  });
});
