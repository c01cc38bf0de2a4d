/**
 * Markers of sources in what is drawn.
 *
 * A source says how many characters of the Markdown stand before its marker, and Markdown is not
 * what is drawn. So the block is drawn once more from a source with a sign at that place, and the
 * sign becomes the marker. Where the sign would change anything else, as inside an address or behind
 * a fence, the marker moves to the nearest place where it does not.
 */
import type { Citation } from "./citation-marker";
import { parseBlocks, type Links, type Token } from "./parser";

interface Place {
  citation: Citation;
  /** Where in the text, in UTF-16 units. */
  offset: number;
}

type Draw = (token: Token) => HTMLElement | undefined;

/** Punctuation at both ends, so that emphasis beside it stays emphasis and an address ends. */
const sign = (index: number): string => `<\uE0A3${String.fromCharCode(0xe100 + index)}>`;
const SIGN = /<\uE0A3([\uE100-\uF8FF])>/;
const SIGNS = new RegExp(SIGN.source, "g");

/** How far a marker may go from a place where it cannot be. */
const FORWARD = 12;
const BACKWARD = 8;

export class Citations {
  private places: readonly Place[] = [];
  private key = "";
  /** Where markers stand that cannot stand where they should, by block and citation. */
  private readonly moved = new Map<string, number>();

  constructor(private readonly mark: (citation: Citation) => HTMLElement) {}

  get isEmpty(): boolean {
    return this.places.length === 0;
  }

  /**
   * Takes the citations of a text.
   *
   * @returns the first offset where something is different now, `Infinity` if nothing is.
   */
  set(citations: readonly Citation[], text: string): number {
    if (citations.length === 0 && this.isEmpty) return Infinity;
    const offsets = offsetsIn(text);
    const places = citations
      .map((citation) => ({ citation, offset: offsets(citation.index) }))
      .sort((one, other) => one.offset - other.offset);
    const keys = places.map(keyOf);
    const before = new Set(this.key.split("\n"));
    const now = new Set(keys);
    const changed = [
      ...places.filter((place) => !before.has(keyOf(place))),
      ...this.places.filter((place) => !now.has(keyOf(place))),
    ];
    this.places = places;
    this.key = keys.join("\n");
    return Math.min(Infinity, ...changed.map(({ offset }) => offset));
  }

  /**
   * The citations between two offsets, the first excluded.
   *
   * @param until `Infinity` for the last block of a text that is complete.
   */
  between(from: number, until: number): readonly Place[] {
    return this.places.filter(({ offset }) => offset > from && offset <= until);
  }

  /** Draws a block that begins at `start` with the markers of `places` in it. */
  draw(
    token: Token,
    start: number,
    places: readonly Place[],
    links: Links,
    draw: Draw,
  ): HTMLElement | undefined {
    const plain = draw(token);
    if (!plain || places.length === 0) return plain;
    const known = new Set<string>();
    const wanted = places.filter(({ citation, offset }) => {
      const key = `${offset} ${citation.number}`;
      return !known.has(key) && known.add(key);
    });
    const length = token.raw.trimEnd().length;
    const spots = wanted.map(({ offset }) => Math.min(offset - start, length));
    const attempt = (at: readonly (number | null)[]) => drawWith(token, at, plain, links, draw);
    const drawn = attempt(spots) ?? this.search(token, start, wanted, spots, attempt) ?? plain;
    this.replaceSigns(drawn, wanted);
    return drawn;
  }

  /** Finds a place for each marker by itself; one that has none goes to the end of the block. */
  private search(
    token: Token,
    start: number,
    wanted: readonly Place[],
    spots: readonly number[],
    attempt: (at: readonly (number | null)[]) => HTMLElement | null,
  ): HTMLElement | null {
    const found: (number | null)[] = spots.map(() => null);
    let drawn: HTMLElement | null = null;
    spots.forEach((spot, index) => {
      const key = `${start} ${spot} ${wanted[index]!.citation.number}`;
      const candidates = [this.moved.get(key) ?? spot, ...around(token.raw, spot)];
      for (const candidate of candidates) {
        const tried = attempt(found.with(index, candidate));
        if (!tried) continue;
        found[index] = candidate;
        drawn = tried;
        if (candidate !== spot) this.moved.set(key, candidate);
        return;
      }
    });
    return drawn;
  }

  private replaceSigns(block: HTMLElement, wanted: readonly Place[]): void {
    const missing = new Set(wanted);
    for (const text of textsWithSigns(block)) {
      let rest = text;
      for (let match = SIGN.exec(rest.data); match; match = SIGN.exec(rest.data)) {
        const place = wanted[(match[1] ?? "").charCodeAt(0) - 0xe100];
        const after = rest.splitText(match.index);
        after.deleteData(0, match[0].length);
        if (place) {
          missing.delete(place);
          putMarker(rest, this.mark(place.citation));
        }
        rest = after;
      }
    }
    for (const node of block.querySelectorAll("[aria-label]")) {
      node.setAttribute("aria-label", withoutSigns(node.getAttribute("aria-label") ?? ""));
    }
    block.normalize();
    for (const { citation } of missing) appendMarker(block, this.mark(citation));
  }
}

const keyOf = ({ offset, citation: { number, source } }: Place): string =>
  `${offset} ${number} ${source.type} ${source.title.replaceAll("\n", " ")}`;

const withoutSigns = (text: string): string => text.replace(SIGNS, "");

/** Where code points are in the text as the view has it: UTF-16, one character for a line's end. */
function offsetsIn(text: string): (index: number) => number {
  // Without pairs and two-character line ends the two counts agree.
  if (!/[\uD800-\uDFFF\r]/.test(text)) return (index) => Math.max(0, index);
  const points: number[] = [];
  let offset = 0;
  let before = "";
  for (const point of text) {
    points.push(offset);
    offset += before === "\r" && point === "\n" ? 0 : point.length;
    before = point;
  }
  return (index) => points[Math.max(0, index)] ?? offset + Math.max(0, index - points.length);
}

/** Draws the block with signs at these places; `null` if they change anything else. */
function drawWith(
  token: Token,
  spots: readonly (number | null)[],
  plain: HTMLElement,
  links: Links,
  draw: Draw,
): HTMLElement | null {
  const ordered = spots.flatMap((at, index) => (at === null ? [] : [{ at, index }]));
  ordered.sort((one, other) => one.at - other.at || one.index - other.index);
  let source = "";
  let from = 0;
  for (const { at, index } of ordered) {
    source += token.raw.slice(from, at) + sign(index);
    from = at;
  }
  const [signed, ...more] = parseBlocks(source + token.raw.slice(from), { ...links }).filter(
    ({ type }) => type !== "space",
  );
  if (!signed || more.length > 0 || signed.type !== token.type) return null;
  const drawn = draw(signed);
  if (!drawn) return null;
  const bare = drawn.cloneNode(true) as HTMLElement;
  let found = 0;
  for (const text of textsWithSigns(bare)) {
    found += text.data.match(SIGNS)?.length ?? 0;
    text.data = withoutSigns(text.data);
  }
  for (const node of bare.querySelectorAll("[aria-label]")) {
    node.setAttribute("aria-label", withoutSigns(node.getAttribute("aria-label") ?? ""));
  }
  bare.normalize();
  plain.normalize();
  return found === ordered.length && bare.isEqualNode(plain) ? drawn : null;
}

function textsWithSigns(root: HTMLElement): Text[] {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (SIGN.test(text.data)) texts.push(text);
  }
  return texts;
}

/** Places near `spot` in its line: behind what ends there first, then before it. */
function around(source: string, spot: number): number[] {
  const lineEnd = `${source}\n`.indexOf("\n", spot);
  const lineStart = source.lastIndexOf("\n", spot - 1) + 1;
  const forward: number[] = [];
  for (let at = spot + 1; at <= lineEnd && forward.length < FORWARD; at += 1) {
    if (/[\s)\]*_~`>$]/.test(source[at - 1] ?? "")) forward.push(at);
  }
  const backward: number[] = [];
  for (let at = spot - 1; at > lineStart && backward.length < BACKWARD; at -= 1) {
    if (/[\s|*_~`<[(!]/.test(source[at] ?? "")) backward.push(at);
  }
  return [...forward, lineEnd, ...backward];
}

/** Behind this text, or behind what must have no marker inside. */
function putMarker(text: Text, marker: HTMLElement): void {
  const code = text.parentElement?.closest(".ck-md-code");
  if (code) appendMarker(code, marker);
  else {
    const whole = text.parentElement?.closest("a, code");
    const markers = whole ? followingMarkers(whole) : [];
    (markers.at(-1) ?? whole ?? text).after(marker);
  }
}

/** Several markers behind one link or piece of code stand in their order. */
function followingMarkers(node: Element): Element[] {
  const markers: Element[] = [];
  for (
    let next = node.nextSibling;
    next instanceof HTMLElement && next.dataset.source !== undefined;
    next = next.nextSibling
  ) {
    markers.push(next);
  }
  return markers;
}

/** At the end of a block: in its last line, or in the head of code. */
function appendMarker(block: Element, marker: HTMLElement): void {
  let node = block;
  while (!node.matches(".ck-md-code")) {
    const last = [...node.children].findLast((child) =>
      child.matches("p, li, ul, ol, blockquote, tr, td, th, tbody, thead, table, div, pre"),
    );
    if (!last) break;
    node = last;
  }
  if (node.matches("hr")) return;
  (node.querySelector(".ck-md-language") ?? node).append(marker);
}
