/** What a component says, for those that are not drawn. */
import { objects, text, type Json } from "./json";

/** The properties that hold words for the reader, in the order they are read. */
const WORDS = ["title", "label", "value", "text", "alt", "placeholder", "question", "description"];

/** The words of a component and all that is in it, a line each, up to about `most` characters. */
export function readableText(json: Json, depth = 0, most = 100_000): string {
  if (depth > 24) return "";
  const found = new Set<string>();
  let length = 0;
  const add = (words: string | undefined): void => {
    const kept = words?.slice(0, most - length).trim();
    if (!kept || found.has(kept)) return;
    found.add(kept);
    length += kept.length;
  };
  WORDS.forEach((name) => add(text(json[name])));
  const inner = [json.children, json.options, json.series].flatMap(objects);
  for (const child of inner) {
    if (length >= most) break;
    add(readableText(child, depth + 1, most - length));
  }
  return [...found].join("\n");
}
