import { describe, expect, it, vi } from "vitest";
import * as math from "../../src/math/index";
import { view } from "./view";

const loadMath = () => Promise.resolve(math);

describe("formulas", () => {
  it("are drawn when the module is there", async () => {
    const created = view({ loadMath });
    created.update("Let $x^2$ be.\n\n$$\n\\frac{1}{2}\n$$", false);
    expect(created.element.querySelector("math")).toBeNull();
    await vi.waitFor(() => expect(created.element.querySelectorAll("math")).toHaveLength(2));
    expect(created.element.querySelector("msup")?.textContent).toBe("x2");
    expect(created.element.querySelector("pre math")?.getAttribute("display")).toBe("block");
  });

  it("that are no LaTeX keep their source", async () => {
    const created = view({ loadMath });
    created.update("$\\frac{a$ and $y$", false);
    await vi.waitFor(() => expect(created.element.querySelectorAll("math")).toHaveLength(1));
    expect(created.element.querySelector("code")?.textContent).toBe("\\frac{a");
  });

  it("stay as drawn while the text around them grows", async () => {
    const created = view({ loadMath });
    created.update("Let $x^2$ be", true);
    await vi.waitFor(() => expect(created.element.querySelector("math")).not.toBeNull());
    const drawn = created.element.querySelector("math");
    created.update("Let $x^2$ be given", true);
    created.update("Let $x^2$ be given.", false);
    expect(created.element.querySelector("math")).toBe(drawn);
  });

  it.each([
    ["So \\(a + ", "a +", "b\\) holds"],
    ["$$\n\\frac{1}{", "\\frac{1}{", "2}\n$$"],
    ["\\[\nx + ", "x +", "y\n\\]"],
  ])("are drawn when they are complete: %j", async (start, source, rest) => {
    const created = view({ loadMath });
    created.update("$z$\n\n", true);
    await vi.waitFor(() => expect(created.element.querySelector("math")).not.toBeNull());
    created.update(`$z$\n\n${start}`, true);
    expect(created.element.querySelectorAll("math")).toHaveLength(1);
    expect(created.element.lastElementChild?.querySelector("code")?.textContent).toBe(source);
    created.update(`$z$\n\n${start}${rest}`, true);
    expect(created.element.querySelectorAll("math")).toHaveLength(2);
  });

  it("are not loaded for text without any", () => {
    const load = vi.fn(loadMath);
    view({ loadMath: load }).update("It costs $5, or `$x$`.", false);
    expect(load).not.toHaveBeenCalled();
  });
});
