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

test("takes Lucide's icons, in the header too", () => {
  const options = {
    api,
    header: { leftAction: { icon: "lucide:anchor", onClick: noop } },
    startScreen: { prompts: [{ label: "Go", prompt: "Go", icon: "lucide:rocket" }] },
  };
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
      { api, header: { leftAction: { icon: "hoem", onClick: noop } } },
      '✖ expected the name of an icon of the header (did you mean "home"?), got "hoem" ' +
        "at header.leftAction.icon",
    ],
    [
      { api, composer: { tools: [{ id: "t", label: "T", icon: "serch" }] } },
      '✖ expected the name of an icon (did you mean "search"?), got "serch" ' +
        "at composer.tools[0].icon",
    ],
    [
      { api, startScreen: { prompts: [{ label: "A", prompt: [{ type: "input_tag", text: "B" }] }] } },
      '✖ missing key "id" at startScreen.prompts[0].prompt[0]',
    ],
    [
      { api, startScreen: { prompts: [{ label: "A", prompt: 5 }] } },
      "✖ expected a string or a list, got 5 at startScreen.prompts[0].prompt",
    ],
    [{ api, theme: 5 }, '✖ expected "light", "dark" or an object, got 5 at theme'],
    [{ api, initialThread: true }, "✖ expected a string or null, got true at initialThread"],
    [{ api, frameTitle: () => "Chat" }, "✖ expected a string, got a function at frameTitle"],
    [
      { api, composer: { attachments: { enabled: false, maxSize: "10 MB" } } },
      '✖ expected a number or an object, got "10 MB" at composer.attachments.maxSize',
    ],
    [
      { api, composer: { attachments: { enabled: false, maxCount: -1 } } },
      "✖ expected a number of at least 0, got -1 at composer.attachments.maxCount",
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
