import { describe, expect, it } from "vitest";
import { highlight } from "../../src/highlight/index";

const markup = (code: string, language: string): string | undefined => {
  const nodes = highlight(code, language);
  if (!nodes) return undefined;
  const host = document.createElement("code");
  host.append(nodes);
  return host.innerHTML;
};

describe("highlight()", () => {
  it("marks syntax by class", () => {
    expect(markup("let a = 1;", "js")).toBe(
      '<span class="hljs-keyword">let</span> a = <span class="hljs-number">1</span>;',
    );
  });

  it("keeps the code's own angle brackets, quotes and ampersands as text", () => {
    const code = `<a href="x">&amp; 'y' &lt;</a>`;
    const host = document.createElement("code");
    host.append(highlight(code, "html")!);
    expect(host.textContent).toBe(code);
  });

  it.each(
    "bash c cpp csharp css diff django dockerfile go graphql toml java jsx json kotlin makefile md php powershell py r rb rs sh sql swift tsx html yml".split(
      " ",
    ),
  )("knows %s", (language) => {
    expect(highlight("x", language)).toBeInstanceOf(DocumentFragment);
  });

  it("does not know what does not exist", () => {
    expect(highlight("x", "klingon")).toBeUndefined();
    expect(highlight("x", "constructor")).toBeUndefined();
  });
});
