import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as parser from "../../src/markdown/parser";
import { loadHighlighter, view } from "./view";

vi.mock("../../src/markdown/parser", async (original) => {
  const real = await original<typeof parser>();
  return { ...real, parseBlocks: vi.fn(real.parseBlocks) };
});

it("an answer of 10,000 characters is never read again from its beginning while it streams", () => {
  const paragraph = "A sentence with **bold** words and a [link](https://example.com).\n\n";
  const text = paragraph.repeat(160).slice(0, 10_000);
  const created = view();
  for (let end = 4; end <= text.length; end += 4) created.update(text.slice(0, end), true);
  const lengths = vi.mocked(parser.parseBlocks).mock.calls.map(([source]) => source.length);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(2 * paragraph.length);
});

it("words behind words are shown without parsing anything", () => {
  const created = view();
  created.update("One\n\n- The **lamp**\n- It was", true);
  const parses = vi.mocked(parser.parseBlocks).mock.calls.length;
  const records: MutationRecord[] = [];
  const observer = new MutationObserver((list) => records.push(...list));
  observer.observe(created.element, { subtree: true, childList: true, characterData: true });

  created.update("One\n\n- The **lamp**\n- It was clean", true);
  created.update("One\n\n- The **lamp**\n- It was cleaned, and ", true);
  created.update("One\n\n- The **lamp**\n- It was cleaned, and it burned", true);

  records.push(...observer.takeRecords());
  expect(vi.mocked(parser.parseBlocks).mock.calls.length).toBe(parses);
  expect(records.map(({ type }) => type)).toEqual(Array(3).fill("characterData"));
  expect(new Set(records.map(({ target }) => target)).size).toBe(1);
  expect(created.element.innerHTML).toBe(
    "<p>One</p><ul><li>The <strong>lamp</strong></li><li>It was cleaned, and it burned</li></ul>",
  );
});

it.each([
  [
    "a line of code",
    "```python\nfor vent in vents:\n    pr",
    'int("x") # 1 * 2',
    '<code data-language="python">for vent in vents:\n    print("x") # 1 * 2</code>',
  ],
  [
    "words in a cell",
    "| Part | Next |\n| --- | --- |\n| Lens | 7",
    " days from now",
    "<tr><td>Lens</td><td>7 days from now</td></tr>",
  ],
])("%s goes on without parsing anything", (_, begun, more, shown) => {
  const created = view();
  created.update(begun, true);
  const parses = vi.mocked(parser.parseBlocks).mock.calls.length;
  for (let end = 1; end <= more.length; end += 1) {
    created.update(begun + more.slice(0, end), true);
  }
  expect(vi.mocked(parser.parseBlocks).mock.calls.length).toBe(parses);
  expect(created.element.innerHTML).toContain(shown);
});

it("a cell that its table does not have takes no words from the one before it", () => {
  const begun = "| Part | Next |\n| --- | --- |\n| Lens | open x | x";
  const created = view();
  created.update(begun, true);
  created.update(`${begun}yz`, true);
  expect(created.element.innerHTML).toContain("<td>Lens</td><td>open x</td>");
});

it("coloured code keeps what is finished of it", async () => {
  const created = view({ loadHighlighter });
  const begun = "```python\nfirst = 1\nsecond = 2\nth";
  created.update(begun, true);
  await vi.waitFor(() => expect(created.element.querySelector(".hljs-number")).not.toBeNull());
  const numbers = [...created.element.querySelectorAll(".hljs-number")];

  created.update(`${begun}ird = 3\nfo`, true);

  const now = [...created.element.querySelectorAll(".hljs-number")];
  expect(now.map((node) => node.textContent)).toEqual(["1", "2", "3"]);
  expect([now[0], now[1]].map((node, index) => node === numbers[index])).toEqual([true, true]);
});

it("code goes on where it was when its colours come late", async () => {
  let arrive!: () => void;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  const created = view({ loadHighlighter: () => arrived.then(loadHighlighter) });
  const begun = "```python\nfirst = 1\nsec";
  created.update(begun, true);
  arrive();
  await vi.waitFor(() => expect(created.element.querySelector(".hljs-number")).not.toBeNull());

  created.update(`${begun}ond`, true);

  expect(created.element.querySelector("code")?.textContent).toBe("first = 1\nsecond");
});

describe("a long block", () => {
  const long = "word ".repeat(500);

  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it("is drawn once in 50 ms, with everything that has arrived until then", () => {
    const created = view();
    created.update(`${long}one`, true);
    created.update(`${long}one *two*`, true);
    created.update(`${long}one *two* three`, true);
    expect(created.element.textContent).toBe(`${long}one`);
    vi.advanceTimersByTime(50);
    expect(created.element.textContent).toBe(`${long}one two three`);
  });

  it("is complete at once when the text ends", () => {
    const created = view();
    created.update(`${long}one`, true);
    created.update(`${long}one *two*`, true);
    created.update(`${long}one *two*`, false);
    expect(created.element.textContent).toBe(`${long}one two`);
    expect(vi.getTimerCount()).toBe(0);
  });
});
