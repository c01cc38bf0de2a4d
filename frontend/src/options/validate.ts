/** What `setOptions` accepts: the keys and values of `ChatKitOptions` of `@openai/chatkit` 1.9. */

import type { ChatKitOptions } from "@openai/chatkit";
import { IntegrationError } from "../protocol/errors";
import { CHATKIT_ICONS, HEADER_ICONS } from "./icon-names";
import {
  anyObject,
  anything,
  callback,
  either,
  flag,
  kinds,
  list,
  number,
  oneOf,
  oneOfMany,
  record,
  shape,
  text,
  type Check,
  type Issue,
} from "./schema";

const api = either((value) => {
  const hosted = typeof value === "object" && value !== null && "getClientSecret" in value;
  return hosted ? hostedApi : customApi;
});

const hostedApi = shape({ getClientSecret: callback }, ["getClientSecret"]);

const customApi = shape(
  {
    url: text,
    domainKey: text,
    fetch: callback,
    uploadStrategy: either((value) =>
      (value as { type?: unknown } | null)?.type === "direct"
        ? shape({ type: oneOf("direct"), uploadUrl: text }, ["type", "uploadUrl"])
        : shape({ type: oneOf("two_phase", "direct") }, ["type"]),
    ),
  },
  ["url", "domainKey"],
);

const themeObject = shape({
  colorScheme: oneOf("light", "dark"),
  radius: oneOf("pill", "round", "soft", "sharp"),
  density: oneOf("compact", "normal", "spacious"),
  typography: shape({
    baseSize: oneOf(14, 15, 16, 17, 18),
    fontFamily: text,
    fontFamilyMono: text,
    fontSources: list(
      shape(
        {
          family: text,
          src: text,
          weight: kinds("a number or a string", { number: number(1, 1000), string: text }),
          style: oneOf("normal", "italic", "oblique"),
          display: oneOf("auto", "block", "swap", "fallback", "optional"),
          unicodeRange: text,
        },
        ["family", "src"],
      ),
    ),
  }),
  color: shape({
    grayscale: shape(
      {
        hue: number(0, 360),
        tint: oneOf(0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
        shade: oneOf(-4, -3, -2, -1, 0, 1, 2, 3, 4),
      },
      ["hue", "tint"],
    ),
    accent: shape({ primary: text, level: oneOf(0, 1, 2, 3) }, ["primary", "level"]),
    surface: shape({ background: text, foreground: text }, ["background", "foreground"]),
  }),
});

const headerAction = shape(
  // Lucide's are our own addition to the header.
  { icon: oneOfMany("the name of an icon of the header", HEADER_ICONS, "lucide:"), onClick: callback },
  ["icon", "onClick"],
);

const icon = oneOfMany("the name of an icon", CHATKIT_ICONS, "lucide:");

const content = either((value) =>
  (value as { type?: unknown } | null)?.type === "input_tag"
    ? shape(
        { type: anything, text, id: text, group: text, data: anyObject, interactive: flag },
        ["text", "id"],
      )
    : shape({ type: oneOf("input_text", "input_tag"), text }, ["type", "text"]),
);

const composer = shape({
  placeholder: text,
  attachments: shape(
    {
      enabled: flag,
      maxSize: kinds("a number or an object", { number: number(0), object: record(number(0)) }),
      maxCount: number(0),
      accept: record(list(text)),
    },
    ["enabled"],
  ),
  tools: list(
    shape(
      {
        id: text,
        label: text,
        icon,
        shortLabel: text,
        placeholderOverride: text,
        pinned: flag,
        persistent: flag,
      },
      ["id", "label", "icon"],
    ),
  ),
  models: list(
    shape({ id: text, label: text, description: text, disabled: flag, default: flag }, [
      "id",
      "label",
    ]),
  ),
  dictation: shape({ enabled: flag }, ["enabled"]),
});

const options: Check = shape(
  {
    api,
    locale: text,
    theme: kinds('"light", "dark" or an object', {
      string: oneOf("light", "dark"),
      object: themeObject,
    }),
    frameTitle: text,
    initialThread: kinds("a string or null", { string: text, null: anything }),
    onClientTool: callback,
    header: shape({
      enabled: flag,
      title: shape({ enabled: flag, text }),
      leftAction: headerAction,
      rightAction: headerAction,
    }),
    history: shape({ enabled: flag, showDelete: flag, showRename: flag }),
    startScreen: shape({
      greeting: text,
      prompts: list(
        shape(
          {
            label: text,
            prompt: kinds("a string or a list", { string: text, list: list(content) }),
            icon,
          },
          ["label", "prompt"],
        ),
      ),
    }),
    composer,
    threadItemActions: shape({ feedback: flag, retry: flag }),
    thread: shape({ autoScroll: flag }),
    disclaimer: shape({ text, highContrast: flag }, ["text"]),
    entities: shape({
      onTagSearch: callback,
      showComposerMenu: flag,
      onClick: callback,
      onRequestPreview: callback,
    }),
    commands: shape({ enabled: flag, onSearch: callback, onSelect: callback }, ["enabled"]),
    widgets: shape({ onAction: callback }),
  },
  ["api"],
);

/**
 * The options, once they are known to be right.
 *
 * @throws IntegrationError that names every wrong option and the nearest known name.
 */
export function validateOptions(value: unknown): ChatKitOptions {
  const issues: Issue[] = [];
  options(value, "", issues);
  if (issues.length === 0) {
    const attachments = (value as ChatKitOptions).composer?.attachments;
    const { api: where } = value as ChatKitOptions;
    if (attachments?.enabled && "url" in where && where.uploadStrategy === undefined) {
      issues.push({
        path: "api",
        message: 'missing key "uploadStrategy", which composer.attachments needs',
      });
    }
  }
  if (issues.length > 0) throw new IntegrationError(messageOf(issues));
  return value as ChatKitOptions;
}

function messageOf(issues: readonly Issue[]): string {
  const lines = issues.map(({ path, message }) => `✖ ${message}${path ? ` at ${path}` : ""}`);
  return `Invalid ChatKit options:\n${lines.join("\n")}`;
}
