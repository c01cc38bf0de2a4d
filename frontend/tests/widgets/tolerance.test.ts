/** Rows C34, C49 and D12: any JSON is a widget, and no widget does harm. */
import { describe, expect, it, vi } from "vitest";
import { safeCss } from "../../src/widgets/css";
import { card, widget, words } from "./view";

const COMPONENTS =
  "Card ListView ListViewItem Basic Box Row Col Form Spacer Divider Transition Title Caption Text " +
  "Markdown Label Badge Icon Image Button Input Textarea Select DatePicker Checkbox RadioGroup Table " +
  "Table.Row Table.Cell Chart Unknown";

const PROPERTIES =
  "children value label name options src alt action onClickAction onSubmitAction onChangeAction " +
  "border padding margin background color size width height radius gap align justify flex theme " +
  "status confirm cancel limit collapsed asForm defaultValue defaultChecked placeholder editable " +
  "maxLines minLines fieldName data series xAxis colSpan header direction iconStart submit";

const ODD: unknown[] = [
  null,
  0,
  -1,
  NaN,
  "",
  "x",
  true,
  [],
  {},
  [null, 1, "x", []],
  { toString: 1 },
];

describe.each(COMPONENTS.split(" "))("%s", (type) => {
  it("is drawn without any property", () => {
    expect(() => widget({ type })).not.toThrow();
  });

  it("is drawn whatever its properties are", () => {
    for (const value of ODD) {
      const json = Object.fromEntries(PROPERTIES.split(" ").map((name) => [name, value]));
      expect(() => widget(card({ ...json, type }, { type: "Text", value: "after" }))).not.toThrow();
      expect(words(document.body)).toContain("after");
    }
  });
});

describe("what is no widget", () => {
  it.each([undefined, null, "text", 5, [], {}, { type: 5 }, { type: "__proto__" }])(
    "%j shows nothing",
    (root) => {
      expect(words(widget(root).element)).toBe("");
    },
  );
});

describe("an unknown component", () => {
  it("shows its words and draws the children it has", () => {
    const { element, find } = widget(
      card({
        type: "Hologram",
        label: "Label",
        value: "Value",
        secret: "not this",
        children: [{ type: "Button", label: "Known" }],
      }),
    );
    expect(words(element)).toBe("Label Value Known");
    find("button");
  });
});

describe("a chart", () => {
  it("is a table of its numbers", () => {
    const { find } = widget(
      card({
        type: "Chart",
        data: [
          { month: "Jan", visits: 1200 },
          { month: "Feb", visits: 1300 },
        ],
        series: [{ type: "bar", dataKey: "visits", label: "Visits" }],
        xAxis: { dataKey: "month", labels: { Jan: "January" } },
      }),
    );
    expect(words(find("table"))).toBe("Visits January 1,200 Feb 1,300");
  });
});

describe("hostile widgets", () => {
  const alert = vi.fn();
  vi.stubGlobal("alert", alert);

  it.each([
    "url(https://evil.example/x)",
    "URL('//evil.example')",
    "u\\72l(//evil.example)",
    "image-set('//evil.example' 1x)",
    "red;} *{background:url(//evil.example)",
    "var(--x, url(//evil.example))",
    "expression(alert(1))",
    "/**/url(//evil.example)",
    "element(#x)",
    "x".repeat(400),
  ])("cannot fetch by CSS: %j", (value) => {
    expect(safeCss(value)).toBeUndefined();
    const { find } = widget(
      card({
        type: "Box",
        background: value,
        color: { light: value, dark: value },
        width: value,
        border: { size: 1, color: value },
      }),
    );
    expect(find(".ck-w-col").getAttribute("style") ?? "").not.toMatch(/evil|expression|element/);
  });

  it.each([
    "#ff0000",
    "rgb(1 2 3 / 50%)",
    "linear-gradient(90deg, red, oklch(0.5 0.1 20))",
    "calc(100% - 4px)",
  ])("may use plain CSS: %s", (value) => expect(safeCss(value)).toBe(value));

  it("run nothing", () => {
    const evil = '"><img src=x onerror=alert(1)><script>alert(1)</script>';
    const js = "javascript:alert(1)";
    const { element } = widget({
      type: "Card",
      status: { text: evil, favicon: js },
      confirm: { label: evil, action: { type: evil } },
      children: COMPONENTS.split(" ").map((type) => ({
        type,
        id: evil,
        key: evil,
        value: evil,
        label: evil,
        name: evil,
        src: js,
        alt: evil,
        href: js,
        placeholder: evil,
        pattern: evil,
        options: [{ value: evil, label: evil }],
        onclick: js,
        style: evil,
      })),
    });
    expect(element.querySelector("script, img, [onerror], [onclick]")).toBeNull();
    for (const link of element.querySelectorAll("a")) expect(link.href).not.toContain("javascript");
    expect(alert).not.toHaveBeenCalled();
  });

  it("are cut off when they are bottomless or endless", () => {
    let deep: unknown = { type: "Text", value: "bottom" };
    for (let depth = 0; depth < 3_000; depth += 1) deep = { type: "Box", children: [deep] };
    expect(words(widget(card(deep)).element)).toBe("");
    const wide = Array.from({ length: 5_000 }, () => ({ type: "Text", value: "x" }));
    expect(widget(card(...wide)).element.querySelectorAll("p").length).toBeLessThan(2_001);
  });
});

it("no component writes a style attribute into markup", () => {
  const sources = import.meta.glob<string>("../../src/widgets/**/*.ts", {
    eager: true,
    query: "?raw",
    import: "default",
  });
  expect(Object.keys(sources).length).toBeGreaterThan(8);
  for (const source of Object.values(sources)) {
    expect(source).not.toMatch(/\sstyle=|styleMap|unsafeHTML|innerHTML|unsafeSVG/);
  }
});
