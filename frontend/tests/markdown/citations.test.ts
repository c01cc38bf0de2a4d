import { describe, expect, it, vi } from "vitest";
import type { Source } from "../../src/protocol/types";
import { createMarkdownView, type Citation } from "../../src/markdown";

const lamp: Source = { type: "url", title: "Lamp", url: "https://example.com/lamp" };

function citation(index: number, number = 1, source: Source = lamp): Citation {
  return { index, number, source };
}

function view() {
  return createMarkdownView({
    allowedImageDomains: [],
    onDeepLink: () => undefined,
    copyLabel: "Copy",
    copiedLabel: "Copied",
    loadHighlighter: () => Promise.reject(new Error("none")),
    citations: {
      sourceLabel: (number) => `Source ${number}`,
      icon: (name) => document.createTextNode(`(${name})`),
      onSource: vi.fn(),
    },
  });
}

/** The text with each marker as `[number]`, a line per block. */
function shown(text: string, citations: Citation[], streaming = false): string {
  const made = view();
  made.update(text, streaming, citations);
  return read(made.element);
}

function read(element: HTMLElement): string {
  const copy = element.cloneNode(true) as HTMLElement;
  for (const marker of copy.querySelectorAll(".ck-md-cite")) {
    marker.replaceWith(`[${marker.textContent}]`);
  }
  return [...copy.children].map((block) => block.textContent).join("\n");
}

/** Where `here` stands in a text is where its marker belongs. */
function at(text: string, here = "^"): [string, number] {
  return [text.replace(here, ""), [...text.slice(0, text.indexOf(here))].length];
}

describe("the marker of a source", () => {
  it.each([
    ["in a sentence", "One^ two.", "One[1] two."],
    ["at the end", "One two.^", "One two.[1]"],
    ["at the beginning", "^One two.", "[1]One two."],
    ["behind what is bold", "**One.**^ Two.", "One.[1] Two."],
    ["before the end of what is bold", "**One^** two", "One[1] two"],
    ["inside the mark of what is bold", "**One*^* two", "One[1] two"],
    ["in an item of a list", "- One^\n- Two", "One[1]Two"],
    ["in a nested item", "- One\n  - Two^ more\n- Three", "OneTwo[1] moreThree"],
    ["in a task", "- [x] One^\n- [ ] Two", "One[1]Two"],
    ["in a quote", "> One^\n> two", "One[1]two"],
    ["in a heading", "# One^\n\nTwo", "One[1]\nTwo"],
    ["in a cell", "|A|B|\n|-|-|\n|1^|2|", "AB1[1]2"],
    ["behind a row", "|A|B|\n|-|-|\n|1|2|^", "AB12[1]"],
    ["behind inline code", "Use `lamp`^ now", "Use lamp[1] now"],
    ["in inline code", "Use `la^mp` now", "Use lamp[1] now"],
    ["in the words of a link", "See [the la^mp](https://a.example/) now", "See the lamp[1] now"],
    ["in the address of a link", "See [it](https://a.ex^ample/) now", "See it[1] now"],
    ["behind an address", "See https://a.example/b^ now", "See https://a.example/b[1] now"],
    ["behind a link in parentheses", "One ([a](https://a.example/)).^", "One (a).[1]"],
    ["between paragraphs", "One\n\n^Two", "One[1]\nTwo"],
    ["in the empty line", "One\n^\nTwo", "One[1]\nTwo"],
    ["behind a formula", "It is $a+b$^ then", "It is a+b[1] then"],
    ["behind emoji", "👩‍👧 🎉^ Party", "👩‍👧 🎉[1] Party"],
    ["behind Windows line ends", "One\r\nTwo^ three", "OneTwo[1] three"],
    ["in a definition's neighbour", "[One]^ two\n\n[One]: https://a.example/", "One[1] two"],
  ])("stands %s", (_name, text, expected) => {
    const [plain, index] = at(text);
    expect(shown(plain, [citation(index)])).toBe(expected);
  });

  it.each([
    ["behind the fence", "```py\nprint()\n```^\n\nEnd"],
    ["in the code", "```py\npri^nt()\n```\n\nEnd"],
  ])("stands in the head of code, when it belongs %s", (_name, text) => {
    const [plain, index] = at(text);
    const made = view();
    made.update(plain, false, [citation(index)]);
    expect(made.element.querySelector(".ck-md-language .ck-md-cite")).not.toBeNull();
    expect(made.element.querySelector("pre")?.textContent).toBe("print()");
  });

  it("stands at the end when its place is behind the text", () => {
    expect(shown("One", [citation(99)])).toBe("One[1]");
    expect(shown("One", [citation(99)], true)).toBe("One");
  });

  it("is one of several at the same place, each once", () => {
    const other: Source = { type: "file", title: "Log", filename: "log.pdf" };
    const both = [citation(3), citation(3), citation(3, 2, other)];
    expect(shown("One two", both)).toBe("One[1][2] two");
  });

  it("is an entity's label or icon", () => {
    const entity: Source = { type: "entity", id: "lamp", title: "Lamp" };
    expect(shown("One", [citation(3, 1, { ...entity, inline_label: "Lamp 4" })])).toBe("One[Lamp 4]");
    expect(shown("One", [citation(3, 1, { ...entity, icon: "cube" })])).toBe("One[(cube)]");
    expect(shown("One", [citation(3, 1, entity)])).toBe("One[1]");
  });

  it("is no link for an address that may not be followed", () => {
    const made = view();
    made.update("One", false, [citation(3, 1, { ...lamp, url: "javascript:alert(1)" })]);
    expect(made.element.querySelector("a")).toBeNull();
    expect(made.element.querySelector("button")?.getAttribute("aria-label")).toBe("Source 1: Lamp");
  });

  it("comes into a finished block without touching the others", () => {
    const made = view();
    made.update("One\n\nTwo\n\nThr", true);
    const blocks = [...made.element.children];
    made.update("One\n\nTwo\n\nThree", true, [citation(8)]);
    expect(read(made.element)).toBe("One\nTwo[1]\nThree");
    expect([...made.element.children]).toEqual(blocks);
    const marker = made.element.querySelector(".ck-md-cite");
    made.update("One\n\nTwo\n\nThree more", false, [citation(8)]);
    expect(made.element.querySelector(".ck-md-cite")).toBe(marker);
  });

  it("stays while its paragraph grows", () => {
    const made = view();
    made.update("One **two", true, [citation(3)]);
    const marker = made.element.querySelector(".ck-md-cite");
    made.update("One **two** three", true, [citation(3)]);
    expect(made.element.querySelector(".ck-md-cite")).toBe(marker);
    expect(read(made.element)).toBe("One[1] two three");
  });

  it("goes when its citation does", () => {
    const made = view();
    made.update("One", true, [citation(3)]);
    made.update("One", true, []);
    expect(read(made.element)).toBe("One");
  });
});
