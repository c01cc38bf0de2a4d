import { expect, test } from "vitest";
import { isSendable, toContent, toInput, type OutgoingMessage } from "../../src/state/message";

const attachment = { id: "atc_1", type: "file" as const, name: "a", mime_type: "text/plain" };

function message(changes: Partial<OutgoingMessage>): OutgoingMessage {
  return { content: [], attachments: [], quotedText: "", inferenceOptions: {}, ...changes };
}

test("a tag always has data, which the server insists on", () => {
  expect(toContent([{ type: "input_tag", id: "u1", text: "Ann", group: "People" }])).toEqual([
    { type: "input_tag", id: "u1", text: "Ann", group: "People", data: {} },
  ]);
  expect(toContent("Hi")).toEqual([{ type: "input_text", text: "Hi" }]);
});

test("white space is nothing to send; a file is", () => {
  expect(isSendable(message({ content: toContent(" \n ") }))).toBe(false);
  expect(isSendable(message({ content: toContent("Hi") }))).toBe(true);
  expect(isSendable(message({ attachments: [attachment] }))).toBe(true);
});

test("every field of the input is there, as the server requires", () => {
  const input = toInput(
    message({ attachments: [attachment], quotedText: "So?", inferenceOptions: { model: "m" } }),
  );
  expect(input).toEqual({
    content: [],
    attachments: ["atc_1"],
    quoted_text: "So?",
    inference_options: { model: "m" },
  });
});
