import type { ChatKitOptions } from "@openai/chatkit";
import { describe, expect, test } from "vitest";
import { validateOptions } from "../../src/options/validate";

const api = { url: "/chatkit/conversation", domainKey: "local-dev" };
const noop = () => Promise.resolve();

function problemOf(options: unknown): string {
  try {
    validateOptions(options);
  } catch (error) {
    return (error as Error).message;
  }
  return "";
}

const everything: ChatKitOptions = {
  api: { ...api, fetch, uploadStrategy: { type: "direct", uploadUrl: "/files" } },
  locale: "fr",
  theme: {
    colorScheme: "dark",
    radius: "soft",
    density: "compact",
    typography: {
      baseSize: 16,
      fontFamily: "Inter",
      fontFamilyMono: "Mono",
      fontSources: [
        { family: "Inter", src: "/inter.woff2", weight: 400, style: "normal", display: "swap" },
      ],
    },
    color: {
      grayscale: { hue: 220, tint: 6, shade: -1 },
      accent: { primary: "#f00", level: 2 },
      surface: { background: "#fff", foreground: "#000" },
    },
  },
  frameTitle: "Help",
  initialThread: null,
  onClientTool: () => ({}),
  header: {
    enabled: true,
    title: { enabled: true, text: "Help" },
    leftAction: { icon: "home", onClick: () => undefined },
    rightAction: { icon: "close", onClick: () => undefined },
  },
  history: { enabled: true, showDelete: true, showRename: false },
  startScreen: {
    greeting: "Hi",
    prompts: [
      { label: "A", prompt: "a", icon: "bolt" },
      { label: "B", prompt: [{ type: "input_tag", id: "1", text: "B", data: { n: 1 } }] },
    ],
  },
  threadItemActions: { feedback: true, retry: true },
  thread: { autoScroll: true },
  composer: {
    placeholder: "Ask",
    attachments: {
      enabled: true,
      maxSize: { "image/*": 10 },
      maxCount: 3,
      accept: { "image/*": [".png"] },
    },
    tools: [
      { id: "t", label: "T", icon: "search", shortLabel: "T", pinned: true, persistent: true },
    ],
    models: [{ id: "m", label: "M", description: "x", default: true, disabled: false }],
    dictation: { enabled: true },
  },
  disclaimer: { text: "Beware", highContrast: true },
  entities: { onTagSearch: () => Promise.resolve([]), showComposerMenu: true },
  commands: { enabled: true, onSearch: () => Promise.resolve([]), onSelect: noop },
  widgets: { onAction: noop },
};

test("takes every option of ChatKit.js 1.9", () => {
  expect(validateOptions(everything)).toBe(everything);
});

test("takes the hosted form of api", () => {
  const options = { api: { getClientSecret: () => Promise.resolve("ek") } };
  expect(validateOptions(options)).toBe(options);
});

test("takes a key that is undefined for one that was left out", () => {
  const options = { api, theme: undefined };
  expect(validateOptions(options)).toBe(options);
});

describe("says what is wrong", () => {
  test.each([
    [undefined, "✖ expected an object, got undefined"],
    [{}, '✖ missing key "api"'],
    [{ api: { url: "/x" } }, '✖ missing key "domainKey" at api'],
    [{ api, composr: {} }, '✖ unrecognized key "composr" (did you mean "composer"?)'],
    [{ api, zzzzzz: 1 }, '✖ unrecognized key "zzzzzz"'],
    [
      { api: { ...api, uploadstrategy: {} } },
      '✖ unrecognized key "uploadstrategy" (did you mean "uploadStrategy"?) at api',
    ],
    [{ api: { getClientSecret: noop, domainKey: "x" } }, '✖ unrecognized key "domainKey" at api'],
    [
      { api, theme: "drak" },
      '✖ expected one of "light", "dark" (did you mean "dark"?), got "drak" at theme',
    ],
    [
      { api, startScreen: { prompts: [{ label: "A" }] } },
      '✖ missing key "prompt" at startScreen.prompts[0]',
    ],
    [
      { api, history: { enabled: "yes" } },
      '✖ expected true or false, got "yes" at history.enabled',
    ],
    [{ api, onClientTool: {} }, "✖ expected a function, got an object at onClientTool"],
    [
      { api, theme: { color: { grayscale: { hue: 400, tint: 1 } } } },
      "✖ expected a number from 0 to 360, got 400 at theme.color.grayscale.hue",
    ],
    [
      { api, composer: { attachments: { enabled: true } } },
      '✖ missing key "uploadStrategy", which composer.attachments needs at api',
    ],
  ])("%o", (options, problem) => {
    expect(problemOf(options)).toBe(`Invalid ChatKit options:\n${problem}`);
  });

  test("all of it at once", () => {
    expect(problemOf({ thme: 1, locale: 2 }).split("\n")).toHaveLength(4);
  });
});
