/** highlight.js answers with markup of two forms, `<span class="…">` and text. */

const PIECE = /<span class="([\w -]*)">|<\/span>|&(amp|lt|gt|quot|#x27);|[^<&]+|[<&]/g;

const CHARACTERS: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#x27": "'",
};

/** Builds the nodes piece by piece, so that no markup is ever parsed as HTML. */
export function toNodes(markup: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const parents: ParentNode[] = [fragment];
  let text = "";
  const flush = (): void => {
    if (text) parents.at(-1)?.append(text);
    text = "";
  };
  for (const [piece, className, reference] of markup.matchAll(PIECE)) {
    if (className !== undefined) {
      flush();
      const span = document.createElement("span");
      span.className = className;
      parents.at(-1)?.append(span);
      parents.push(span);
    } else if (piece === "</span>") {
      flush();
      if (parents.length > 1) parents.pop();
    } else text += reference === undefined ? piece : (CHARACTERS[reference] ?? piece);
  }
  flush();
  return fragment;
}
