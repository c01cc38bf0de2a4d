/** What a component says, for those that are not drawn. */
import { objects, text, type Json } from "./json";

/** The properties that hold words for the reader, in the order they are read. */
const WORDS = ["title", "label", "value", "text", "alt", "placeholder", "question", "description"];

/** The words of a component and all that is in it, a line each. */
export function readableText(json: Json, depth = 0): string {
  if (depth > 24) return "";
  const own = WORDS.map((name) => text(json[name])?.trim()).filter(Boolean);
  const inner = [...objects(json.children), ...objects(json.options)].map((child) =>
    readableText(child, depth + 1),
  );
  return [...new Set([...own, ...inner])].filter(Boolean).join("\n");
}
