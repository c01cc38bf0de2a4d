/** HTML character references in text, which Markdown allows: `&copy;`, `&#8364;`. */

const known = new Map<string, string>();

/** One reference, read by the browser's own table in a document that runs nothing. */
function decode(reference: string): string {
  let text = known.get(reference);
  if (text === undefined) {
    const inert = new DOMParser().parseFromString(reference, "text/html");
    text = inert.body.textContent;
    known.set(reference, text);
  }
  return text;
}

export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi, decode);
}
