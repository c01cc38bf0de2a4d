import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { loadHighlighter, view } from "./view";

const PYTHON = "```python\ndef add(a, b):\n    return a + b\n```";

describe("highlighting", () => {
  it("arrives later and changes no character", async () => {
    const created = view({ loadHighlighter });
    created.update(PYTHON, false);
    const code = created.element.querySelector("code")!;
    expect(code.childElementCount).toBe(0);
    await vi.waitFor(() => expect(code.querySelector(".hljs-keyword")?.textContent).toBe("def"));
    expect(code.textContent).toBe("def add(a, b):\n    return a + b");
  });

  it("colours complete lines while the code is written", async () => {
    const created = view({ loadHighlighter });
    created.update("```python\ndef a", true);
    const code = created.element.querySelector("code")!;
    await Promise.resolve();
    created.update("```python\ndef add(a, b):\n    ret", true);
    await vi.waitFor(() => expect(code.querySelector(".hljs-keyword")?.textContent).toBe("def"));
    const first = code.firstChild;
    created.update("```python\ndef add(a, b):\n    return", true);
    expect(code.firstChild).toBe(first);
    expect(code.textContent).toBe("def add(a, b):\n    return");
    created.update(PYTHON, false);
    expect([...code.querySelectorAll(".hljs-keyword")].map((node) => node.textContent)).toEqual([
      "def",
      "return",
    ]);
  });

  it("is not loaded for text without code", () => {
    const load = vi.fn(loadHighlighter);
    const created = view({ loadHighlighter: load });
    created.update("Plain `code` and\n\n```\nno language\n```", false);
    expect(load).not.toHaveBeenCalled();
  });

  it("leaves an unknown language plain", async () => {
    const created = view({ loadHighlighter });
    created.update("```klingon\nqapla'\n```", false);
    await Promise.resolve();
    expect(created.element.querySelector("code")?.innerHTML).toBe("qapla'");
  });

  it("tries again after it could not be loaded", async () => {
    const load = vi.fn(loadHighlighter).mockRejectedValueOnce(new TypeError("offline"));
    const created = view({ loadHighlighter: load });
    created.update(PYTHON, true);
    await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(1));
    await new Promise((resolve) => setTimeout(resolve));
    created.update(PYTHON, false);
    await vi.waitFor(() => expect(created.element.querySelector(".hljs-keyword")).not.toBeNull());
  });
});

describe("the copy button", () => {
  const writeText = vi.fn<(text: string) => Promise<void>>();

  beforeEach(() => {
    vi.useFakeTimers();
    writeText.mockReset().mockResolvedValue();
    vi.stubGlobal("navigator", { ...navigator, clipboard: { writeText } });
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  const press = async (element: Element): Promise<HTMLButtonElement> => {
    const button = element.querySelector<HTMLButtonElement>("button")!;
    button.click();
    await vi.advanceTimersByTimeAsync(0);
    return button;
  };

  it("copies the code as it was written, says so, and stops saying so", async () => {
    const created = view();
    created.update(PYTHON, false);
    const button = await press(created.element);
    expect(writeText.mock.calls).toEqual([["def add(a, b):\n    return a + b"]]);
    expect(button.getAttribute("aria-label")).toBe("Copied");
    expect(created.element.querySelector('[role="status"]')?.textContent).toBe("Copied");
    await vi.advanceTimersByTimeAsync(2000);
    expect(button.getAttribute("aria-label")).toBe("Copy code");
    expect(created.element.querySelector('[role="status"]')?.textContent).toBe("");
  });

  it("goes on saying so while more text arrives", async () => {
    const created = view();
    created.update(PYTHON, true);
    const button = await press(created.element);
    created.update(`${PYTHON}\n\nMore`, true);
    expect(button.isConnected).toBe(true);
    expect(button.getAttribute("aria-label")).toBe("Copied");
    expect(created.element.lastElementChild?.getAttribute("role")).toBe("status");
  });

  it("says nothing when the clipboard refuses", async () => {
    writeText.mockRejectedValue(new DOMException("denied", "NotAllowedError"));
    document.execCommand = () => false;
    const created = view();
    created.update(PYTHON, false);
    const button = await press(created.element);
    expect(button.getAttribute("aria-label")).toBe("Copy code");
  });
});
