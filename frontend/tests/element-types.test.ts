import type { OpenAIChatKit } from "@openai/chatkit";
import { expect, it } from "vitest";
import { memberNames } from "../scripts/chatkit-types.mjs";
import { OpenAIChatKitElement } from "../src/element";

it("the element has every method of OpenAIChatKit", () => {
  // What they take and return is proved by `tsc`.
  const proof: new () => OpenAIChatKit = OpenAIChatKitElement;
  const methods = memberNames("OpenAIChatKit");
  expect(methods).toHaveLength(11);
  expect(methods.filter((name) => !(name in proof.prototype))).toEqual([]);
});
