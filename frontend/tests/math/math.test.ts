import { describe, expect, it } from "vitest";
import { renderMath } from "../../src/math/index";

const names = (source: string, block = false): string[] =>
  [...(renderMath(source, block)?.querySelectorAll("*") ?? [])].map((node) => node.localName);

describe("renderMath()", () => {
  it("draws LaTeX as MathML", () => {
    const formula = renderMath("\\frac{a_1}{b}", false);
    expect(formula?.namespaceURI).toBe("http://www.w3.org/1998/Math/MathML");
    expect(formula?.localName).toBe("math");
    expect(names("\\frac{a_1}{b}")).toEqual(["mfrac", "msub", "mi", "mn", "mi"]);
  });

  it("tells a block from a piece of a line", () => {
    expect(renderMath("x", true)?.getAttribute("display")).toBe("block");
    expect(renderMath("x", false)?.hasAttribute("display")).toBe(false);
  });

  it.each(["\\frac{a", "\\nosuchcommand", "}", "a".repeat(6000)])(
    "leaves %j to its source",
    (source) => {
      expect(renderMath(source, false)).toBeUndefined();
    },
  );

  it.each([
    "\\href{javascript:alert(1)}{x}",
    "\\url{javascript:alert(1)}",
    "\\includegraphics{https://evil.example/x.png}",
    "\\class{a}{x}",
    "\\id{body}{x}",
    "\\style{background:url(//evil.example)}{x}",
    "\\data{onclick=alert(1)}{x}",
    "\\text{<img src=x onerror=alert(1)>}",
    '\\color{red" onload="alert(1)}x',
    "\\colorbox{url(//evil.example)}{x}",
    "\\def\\a{\\a\\a}\\a",
    "\\begin{align} a \\label{body} \\end{align}",
  ])("does no harm with %s", (source) => {
    const formula = renderMath(source, true);
    const nodes = formula ? [formula, ...formula.querySelectorAll("*")] : [];
    for (const node of nodes) {
      expect(node.namespaceURI).toBe("http://www.w3.org/1998/Math/MathML");
      for (const { name, value } of node.attributes) {
        expect(name).not.toMatch(/^(on.*|href|src|id)$/);
        expect(value).not.toMatch(/url\(|javascript:/);
      }
    }
  });

  it("never sets a style attribute by name, which a strict policy would refuse", () => {
    const set = Element.prototype.setAttribute;
    const names: string[] = [];
    Element.prototype.setAttribute = function (name, value) {
      names.push(name);
      set.call(this, name, value);
    };
    try {
      renderMath(
        "\\boldsymbol{x} \\textbf{y} \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix} \\prescript{a}{b}{C}",
        true,
      );
    } finally {
      Element.prototype.setAttribute = set;
    }
    expect(names).not.toContain("style");
  });
});
