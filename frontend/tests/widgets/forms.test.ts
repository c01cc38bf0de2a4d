import { describe, expect, it } from "vitest";
import { setNested } from "../../src/widgets/forms";
import { card, deferred, widget } from "./view";

const FIELDS = [
  { type: "Label", value: "Your name", fieldName: "guest.name" },
  { type: "Input", name: "guest.name", defaultValue: "Ada", required: true },
  { type: "Input", name: "count", inputType: "number", defaultValue: 2 },
  { type: "Textarea", name: "note", defaultValue: "Hi" },
  {
    type: "Select",
    name: "room",
    options: [
      { value: "a", label: "A" },
      { value: "b", label: "B" },
    ],
    defaultValue: "b",
  },
  { type: "DatePicker", name: "day", defaultValue: "2026-05-04T10:00:00Z" },
  { type: "Checkbox", name: "mail", label: "Mail me", defaultChecked: true },
  {
    type: "RadioGroup",
    name: "seat",
    options: [
      { value: "in", label: "In" },
      { value: "out", label: "Out" },
    ],
    defaultValue: "out",
  },
  { type: "Text", value: "Edit me", editable: { name: "remark" } },
];

const VALUES = {
  guest: { name: "Ada" },
  count: 2,
  note: "Hi",
  room: "b",
  day: "2026-05-04",
  mail: true,
  seat: "out",
  remark: "Edit me",
};

describe("a form", () => {
  const form = {
    type: "Form",
    onSubmitAction: { type: "save" },
    children: [...FIELDS, { type: "Button", label: "Save", submit: true }],
  };

  it("submits the values of its fields, dotted names nested", () => {
    const { find, onAction } = widget(card(form));
    find<HTMLButtonElement>("[type=submit]").click();
    expect(onAction.mock.calls).toEqual([[{ type: "save" }, VALUES]]);
  });

  it("submits what the visitor entered, even after the widget was drawn again", () => {
    const { find, update, onAction } = widget(card(form));
    find<HTMLInputElement>('[data-name="guest.name"]').value = "Grace";
    find<HTMLInputElement>('[data-name="mail"]').checked = false;
    update(card({ ...form, gap: 2 }));
    find<HTMLButtonElement>("[type=submit]").click();
    expect(onAction.mock.calls[0]?.[1]).toEqual({
      ...VALUES,
      guest: { name: "Grace" },
      mail: false,
    });
  });

  it("is not submitted while a required field is empty", () => {
    const { find, onAction } = widget(card(form));
    find<HTMLInputElement>('[data-name="guest.name"]').value = "";
    find<HTMLButtonElement>("[type=submit]").click();
    expect(onAction).not.toHaveBeenCalled();
  });

  it("gives its values to every action inside it", () => {
    const { find, onAction } = widget(
      card({
        type: "Form",
        children: [
          { type: "Checkbox", name: "ok", label: "OK", onChangeAction: { type: "changed" } },
        ],
      }),
    );
    find<HTMLInputElement>("input").click();
    expect(onAction.mock.calls).toEqual([[{ type: "changed" }, { ok: true }]]);
  });

  it("can be a card, whose confirmation submits it and whose cancellation does not check it", () => {
    const { element, onAction } = widget({
      type: "Card",
      asForm: true,
      children: [{ type: "Input", name: "a", required: true }],
      confirm: { label: "OK", action: { type: "ok" } },
      cancel: { label: "No", action: { type: "no" } },
    });
    const [no, ok] = element.querySelectorAll("button");
    ok?.click();
    expect(onAction).not.toHaveBeenCalled();
    no?.click();
    expect(onAction.mock.calls).toEqual([[{ type: "no" }, { a: "" }]]);
  });

  it("runs one action at a time when it covers the whole widget", () => {
    const calls: unknown[] = [];
    const { find, element } = widget(card(form), {
      onAction: (...call) => {
        calls.push(call);
        return deferred().promise;
      },
    });
    find<HTMLButtonElement>("[type=submit]").click();
    find<HTMLButtonElement>("[type=submit]").click();
    expect(calls).toHaveLength(1);
    expect(element.inert).toBe(true);
  });
});

describe("a field", () => {
  it("outside a form has its own value in its action", () => {
    const { find, onAction } = widget(
      card({ type: "Checkbox", name: "a", onChangeAction: { type: "pick" } }),
    );
    find<HTMLInputElement>("input").click();
    expect(onAction.mock.calls).toEqual([[{ type: "pick" }, { a: true }]]);
  });

  it("keeps what was typed when the server puts another before it", () => {
    const name = { type: "Input", name: "name" };
    const { find, update } = widget(card(name));
    find<HTMLInputElement>("[data-name=name]").value = "Ada";
    update(card({ type: "Input", name: "mail" }, name));
    expect(find<HTMLInputElement>("[data-name=name]").value).toBe("Ada");
    expect(find<HTMLInputElement>("[data-name=mail]").value).toBe("");
  });

  it("is named by its Label, else by its placeholder or name", () => {
    const { find } = widget(
      card(
        ...FIELDS,
        { type: "Input", name: "plain" },
        { type: "Input", name: "b", placeholder: "City" },
      ),
    );
    const labelled = find('[data-name="guest.name"]');
    expect(labelled.getAttribute("aria-label")).toBeNull();
    expect(find<HTMLLabelElement>("label").htmlFor).toBe(labelled.id);
    expect(find('[data-name="plain"]').getAttribute("aria-label")).toBe("plain");
    expect(find('[data-name="b"]').getAttribute("aria-label")).toBe("City");
  });

  it("never takes an id or name of the page", () => {
    const { element } = widget(
      card({ type: "Input", name: "body" }, { type: "Input", name: "<x>" }),
    );
    for (const input of element.querySelectorAll("input")) {
      expect(input.id).toMatch(/^ck-w\d+-[\w%]+$/);
      expect(input.hasAttribute("name")).toBe(false);
    }
  });

  it("that can be cleared has a button for it", () => {
    const options = [{ value: "x", label: "X" }];
    const { find, onAction } = widget(
      card({
        type: "Select",
        name: "a",
        options,
        defaultValue: "x",
        clearable: true,
        onChangeAction: { type: "pick" },
      }),
    );
    find<HTMLButtonElement>('[aria-label="Clear: a"]').click();
    expect(onAction.mock.calls).toEqual([[{ type: "pick" }, { a: "" }]]);
    expect(find("[role=combobox]").textContent?.trim()).toBe("Choose…");
  });
});

describe("setNested()", () => {
  it.each(["__proto__.polluted", "constructor.prototype.polluted", "a.__proto__", ""])(
    "refuses the name %j",
    (name) => {
      const target = {};
      setNested(target, name, "x");
      expect(target).toEqual({});
      expect(({} as { polluted?: string }).polluted).toBeUndefined();
    },
  );
});
