import { describe, expect, it } from "vitest";
import { html, rendered } from "./view";

describe("text", () => {
  it.each([
    ["# One\n\n###### Six", '<h1 aria-level="4">One</h1><h6 aria-level="6">Six</h6>'],
    [
      "a **b** *c* ~~d~~ `e`",
      'a <strong>b</strong> <em>c</em> <del>d</del> <code class="ck-md-inline-code">e</code>',
    ],
    ["one\ntwo", "one<br>two"],
    ["> quoted\n> text", "<blockquote><p>quoted<br>text</p></blockquote>"],
    ["---", "<hr>"],
    ["\\*not emphasis\\*", "*not emphasis*"],
    ["&copy; &#8364; &amp;lt; &nosuch;", "© € &amp;lt; &amp;nosuch;"],
    ["a<br>b", "a<br>b"],
    ["5 ~10 to ~20", "5 ~10 to ~20"],
    ["[constructor] [toString][] [valueOf]()", "[constructor] [toString][] valueOf"],
  ])("%j", (markdown, expected) => {
    const paragraph =
      expected.startsWith("<h") || expected.startsWith("<b") ? expected : `<p>${expected}</p>`;
    expect(html(markdown)).toBe(paragraph);
  });

  it("nothing is nothing", () => {
    expect(html("")).toBe("");
    expect(html(" \n\n ")).toBe("");
  });
});

describe("lists", () => {
  it("nest, and keep the number they start with", () => {
    expect(html("3. a\n4. b\n   - c")).toBe(
      '<ol start="3"><li>a</li><li>b<ul><li>c</li></ul></li></ol>',
    );
  });

  it("of tasks show read-only boxes named after their task", () => {
    const boxes = rendered("- [x] Buy milk\n- [ ] Sleep").querySelectorAll("input");
    expect(
      [...boxes].map((box) => [
        box.checked,
        box.disabled,
        box.ariaLabel ?? box.getAttribute("aria-label"),
      ]),
    ).toEqual([
      [true, true, "Buy milk"],
      [false, true, "Sleep"],
    ]);
  });
});

describe("tables", () => {
  const table = rendered("| Item | Price |\n|:--|--:|\n| `Tea` | 3 \\| 4 |\n| Cup |");

  it("align their columns by class, never by a style attribute", () => {
    expect(table.querySelector("td:last-child")?.className).toBe("ck-md-right");
    expect(table.querySelectorAll("[style]")).toHaveLength(0);
  });

  it("have column headers, and a cell for every column", () => {
    expect(table.querySelectorAll('th[scope="col"]')).toHaveLength(2);
    expect([...table.querySelectorAll("td")].map((cell) => cell.textContent)).toEqual([
      "Tea",
      "3 | 4",
      "Cup",
      "",
    ]);
  });

  it("scroll inside a named frame the keyboard reaches", () => {
    const frame = table.firstElementChild as HTMLElement;
    expect([frame.tabIndex, frame.getAttribute("role"), frame.getAttribute("aria-label")]).toEqual([
      0,
      "group",
      "Table",
    ]);
  });
});

describe("formulas", () => {
  it("keep their source, unread as Markdown", () => {
    expect(html("so $a_1 * b_2$ and \\(\\frac{1}{2}\\)")).toBe(
      '<p>so <code class="ck-md-math">a_1 * b_2</code> and <code class="ck-md-math">\\frac{1}{2}</code></p>',
    );
    expect(html("$$\nx_1 \\\\\nx_2\n$$\n\nafter")).toBe(
      '<pre class="ck-md-math-block" tabindex="0"><code class="ck-md-math">x_1 \\\\\nx_2</code></pre><p>after</p>',
    );
  });

  it("are no prices", () => {
    expect(html("$5 and $10, or $5-$10")).toBe("<p>$5 and $10, or $5-$10</p>");
  });
});

describe("code blocks", () => {
  it("name their language and keep every character", () => {
    const block = rendered('```py\nif a < b:\n\tprint("&amp;")\n```');
    expect(block.querySelector(".ck-md-language")?.textContent).toBe("Python");
    expect(block.querySelector("code")?.textContent).toBe('if a < b:\n\tprint("&amp;")');
  });

  it("show an unknown language's name as text", () => {
    const block = rendered('```brainfuck" onclick="x\n+\n```');
    expect(block.querySelector(".ck-md-language")?.textContent).toBe("Brainfuck");
    expect(block.querySelector("[onclick]")).toBeNull();
  });

  it("scroll by keyboard", () => {
    expect(rendered("    indented").querySelector("pre")?.tabIndex).toBe(0);
  });
});
