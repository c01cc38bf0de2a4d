import { describe, expect, it } from "vitest";
import { createMarkdownView } from "../../src/markdown";
import { html, view } from "./view";

const ANSWER = `# Plan for **today**

Here is a paragraph with *emphasis*, \`code\`, a [link](https://example.com/a_b) and
a second line; also snake_case, 2 * 3 and $a_1$.

1. First item
   with more text
2. Second **bold item**

   a paragraph in it
   - nested [x](https://example.com)
   - [ ] open task
3. Third

> A quote with **bold
> over lines**
>
> - and a list

| Item | Price | Note |
|:-----|------:|:----:|
| Tea  | 3.20  | **hot** |
| \`Cup\` | 12.00 | [buy](https://example.com/cup) |

\`\`\`python
def total(prices):
    """Sum."""
    return sum(p for p in prices if p > 0)
\`\`\`

Then\n\n---\n\nand ~~old~~ text: ![cat](https://img.example.com/cat.png)

$$
\\frac{a_1}{b_2}
$$

- last
- list

See [the docs][docs] and <https://example.com/auto>.

[docs]: https://docs.example.com "Docs"

Bye!`;

const options = { allowedImageDomains: ["img.example.com"] };

const quiet = {
  onDeepLink: () => undefined,
  copyLabel: "Copy code",
  copiedLabel: "Copied",
  loadHighlighter: () => Promise.reject(new Error("not wanted here")),
};

/** What is on screen after each character. */
function frames(text: string): string[] {
  const { element, update } = (() => {
    const created = view(options);
    return { element: created.element, update: created.update.bind(created) };
  })();
  return Array.from(text, (_character, index) => {
    update(text.slice(0, index + 1), true);
    return element.textContent ?? "";
  });
}

describe("the end of a stream", () => {
  it.each([1, 3, 7, 40])("is what the whole text gives at once, in pieces of %d", (size) => {
    const created = view(options);
    for (let end = size; end < ANSWER.length; end += size)
      created.update(ANSWER.slice(0, end), true);
    created.update(ANSWER, false);
    const streamed = created.element.innerHTML;
    expect(streamed).toBe(html(ANSWER, options));
  });

  it("is reached from a text that was cut anywhere", () => {
    for (let end = 0; end < ANSWER.length; end += 5) {
      const cut = ANSWER.slice(0, end);
      const created = view(options);
      created.update(cut.slice(0, end / 2), true);
      created.update(cut, true);
      created.update(cut, false);
      const streamed = created.element.innerHTML;
      expect(streamed).toBe(html(cut, options));
    }
  });

  it.each([/\s*\S{1,6}/g, /\S+\s*/g, /[^]/g])("is at each step as if it had come at once: %s", (pieces) => {
    // Only the end of the text gives meaning to links before their definition.
    const text = `${ANSWER.replace(/\[docs\]:.*/, "")} One &copy two, $three and 15 four,
a_b five www.example.com six **seven eight**, nine

- [ ] ten eleven
- twelve *thirteen fourteen`;
    const trimmed = (element: HTMLElement) => element.innerHTML.replace(/ +(?=<)/g, "");
    const created = view(options);
    let shown = "";
    for (const [piece] of text.matchAll(pieces)) {
      shown += piece;
      created.update(shown, true);
      const fresh = createMarkdownView({ ...quiet, ...options });
      fresh.update(shown, true);
      expect(trimmed(created.element)).toBe(trimmed(fresh.element));
    }
  });

  it("gives meaning to links defined last", () => {
    const created = view();
    created.update("See [docs].\n\nMore.", true);
    expect(created.element.querySelector("a")).toBeNull();
    created.update("See [docs].\n\nMore.\n\n[docs]: https://example.com/", false);
    expect(created.element.querySelector("a")?.href).toBe("https://example.com/");
  });
});

describe("while text arrives", () => {
  it.each([
    "Some **bold text** here.",
    "Some *emphasised text* here.",
    "Some __bold__ and _emphasised_ text.",
    "Very ***strong and emphasised*** text.",
    "Struck ~~out text~~ here.",
    "Call `render()` now.",
    "Call ``a b`` now.",
    "**Bold with `code` and [a link](https://example.com/a_b) inside** it.",
    "A [link](https://example.com/path_with_(brackets)) here.",
    "A [**bold** link](https://example.com) here.",
    "- **Name**: value\n- *Other*: value",
    "1. **Name**: value",
    "> **Quoted** text",
    "## A *heading* here",
    "| **A** | *B* |\n|---|---|\n| `c` | ~~d~~ |",
    "这是**粗体**文字。",
    "An image: ![alt text](https://img.example.com/a.png) follows.",
    "So \\(a + b\\) holds.",
  ])("nobody sees Markdown's own characters: %j", (text) => {
    for (const frame of frames(text)) expect(frame).not.toMatch(/[*_~`[\]|#]|https?:|\\\(/);
  });

  it.each([
    ["Title\n---\ntext", "h2"],
    ["Title\n===\ntext", "h1"],
  ])("a paragraph becomes a heading in one step: %j", (text, heading) => {
    const created = view();
    const seen: string[] = [];
    for (let end = 1; end <= text.length; end += 1) {
      created.update(text.slice(0, end), true);
      seen.push([...created.element.children].map((node) => node.localName).join());
    }
    expect(new Set(seen)).toEqual(new Set(["p", heading, `${heading},p`]));
  });

  it("a list after a paragraph never flashes as a heading", () => {
    const created = view();
    for (const text of ["Items\n-", "Items\n- ", "Items\n- a"]) {
      created.update(text, true);
      expect(created.element.querySelector("h1, h2")).toBeNull();
    }
    expect(created.element.innerHTML).toBe("<p>Items</p><ul><li>a</li></ul>");
  });

  it("a table appears with its complete head, and never as bars", () => {
    const created = view();
    const text = "Prices:\n\n| Item | Price |\n|---|---|\n| Tea | 3 |";
    const shapes = new Set<string>();
    for (let end = 1; end <= text.length; end += 1) {
      created.update(text.slice(0, end), true);
      shapes.add([...created.element.children].map((node) => node.localName).join());
      expect(created.element.textContent).not.toContain("|");
    }
    expect([...shapes]).toEqual(["p", "p,div"]);
  });

  it("an open code block is a code block, without its fences", () => {
    const text = "Run:\n\n```py\nprint(1)\n```\n";
    for (const frame of frames(text)) expect(frame).not.toContain("`");
    const created = view();
    created.update("Run:\n\n```py\nprint(1)", true);
    expect(created.element.querySelector("code")?.textContent).toBe("print(1)");
  });

  it("a code block's language is shown when its line is complete", () => {
    const created = view();
    created.update("```py", true);
    expect(created.element.textContent).toBe("");
    created.update("```python\n", true);
    expect(created.element.querySelector(".ck-md-language")?.textContent).toBe("Python");
  });

  it("prices, products and file names are left alone", () => {
    expect(frames("a 2 * 3 b, 5*3 c, my_file_name d, ~5 e").at(-1)).toBe(
      "a 2 * 3 b, 5*3 c, my_file_name d, ~5 e",
    );
  });
});

describe("nodes", () => {
  it("of finished blocks are never touched again", () => {
    const created = view(options);
    created.update("# Title\n\nFirst paragraph.\n\nSecond", true);
    const [title, first, second] = created.element.children;
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((list) => records.push(...list));
    observer.observe(created.element, { subtree: true, childList: true, characterData: true });
    created.update("# Title\n\nFirst paragraph.\n\nSecond, longer.\n\nThird", true);
    created.update("# Title\n\nFirst paragraph.\n\nSecond, longer.\n\nThird", false);
    records.push(...observer.takeRecords());
    expect([...created.element.children].slice(0, 3)).toEqual([title, first, second]);
    expect(records.some(({ target }) => title!.contains(target) || first!.contains(target))).toBe(
      false,
    );
  });

  it("of the growing block are kept, so a selection survives", () => {
    const created = view();
    created.update("Some **bold** text", true);
    const text = created.element.firstChild!.lastChild!;
    created.update("Some **bold** text goes on", true);
    expect(created.element.firstChild!.lastChild).toBe(text);
    expect(text.textContent).toBe(" text goes on");
  });

  it("follow a text that was replaced", () => {
    const created = view();
    created.update("One\n\nTwo\n\nThree", true);
    created.update("Other", true);
    expect(created.element.innerHTML).toBe("<p>Other</p>");
  });

  it("are not rebuilt for the same text", () => {
    const created = view();
    created.update("One\n\nTwo", false);
    const nodes = [...created.element.children];
    created.update("One\n\nTwo", false);
    expect([...created.element.children]).toEqual(nodes);
  });

  it("do not mind Windows line ends", () => {
    const created = view();
    created.update("a\r\n\r\nb\r", true);
    created.update("a\r\n\r\nb\r\n\r\nc", true);
    expect(created.element.innerHTML).toBe("<p>a</p><p>b</p><p>c</p>");
  });
});
