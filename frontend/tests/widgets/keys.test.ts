import { describe, expect, it } from "vitest";
import { card, widget } from "./view";

const input = (name: string) => ({ type: "Input", name });
const col = (...children: unknown[]) => ({ type: "Col", children });
const text = (value: string) => ({ type: "Text", value });

/** Types into the only field named `name`. */
function type(element: Element, name: string, value: string): HTMLInputElement {
  const field = element.querySelector<HTMLInputElement>(`[data-name="${name}"]`);
  if (!field) throw new Error(`There is no field ${name}.`);
  field.value = value;
  return field;
}

describe("what was typed stays with its field", () => {
  it.each<[string, unknown[], unknown[]]>([
    ["when a text comes before it", [input("a")], [text("new"), input("a")]],
    ["when another field comes before it", [input("a")], [input("b"), input("a")]],
    ["when a column comes before its column", [col(input("a"))], [col(text("x")), col(input("a"))]],
    [
      "when a column with fields comes before its column",
      [col(input("a")), col(input("b"))],
      [col(input("b")), col(input("c")), col(input("a"))],
    ],
    ["when its column gets a field in front", [col(input("a"))], [col(input("b"), input("a"))]],
    ["when the component before it goes", [text("x"), text("y"), input("a")], [input("a")]],
  ])("%s", (_name, before, after) => {
    const { element, update } = widget(card(...before));
    const field = type(element, "a", "typed");
    update(card(...after));
    expect(element.querySelector('[data-name="a"]')).toBe(field);
    expect(field.value).toBe("typed");
  });

  it("when it moves into another container", () => {
    const { element, update } = widget(card(input("a"), { type: "Checkbox", name: "b" }));
    type(element, "a", "typed");
    type(element, "b", "on").checked = true;
    update({ type: "Basic", children: [col(input("a"), { type: "Checkbox", name: "b" })] });
    const [a, b] = element.querySelectorAll<HTMLInputElement>("[data-name]");
    expect([a?.value, b?.checked]).toEqual(["typed", true]);
  });

  it("and so does the focus", () => {
    const { element, update } = widget(card(input("a")));
    type(element, "a", "typed").focus();
    update(card({ type: "Row", children: [input("a")] }));
    expect(document.activeElement).toBe(element.querySelector('[data-name="a"]'));
  });
});

it("a field that was left alone takes the server's new proposal", () => {
  const { element, update } = widget(card({ ...input("a"), defaultValue: "one" }));
  update(card(col({ ...input("a"), defaultValue: "two" })));
  expect(element.querySelector<HTMLInputElement>("[data-name]")?.value).toBe("two");
});
