/** The small mark in the text that names a source. */
import type { Source } from "../protocol/types";
import { safeUrl } from "../ui/safe-url";
import { element } from "./dom";

export interface Citation {
  /** How many code points of the text stand before the marker. */
  index: number;
  /** The number that all markers of this source share. */
  number: number;
  source: Source;
}

export interface CitationOptions {
  /** What a screen reader calls a marker, before the title of its source. */
  sourceLabel(number: number): string;
  icon(name: string): Node;
  /** Somebody looks at a marker, or uses one that is no link. */
  onSource(marker: HTMLElement, source: Source, how: "hover" | "focus" | "click"): void;
}

export const MARKER = ".ck-md-cite";

const sources = new WeakMap<Element, Source>();

export function citationMarker(citation: Citation, options: CitationOptions): HTMLElement {
  const { source, number } = citation;
  const address = source.type === "url" ? safeUrl(source.url) : null;
  const face = element("span", "ck-md-cite-face", ...faceOf(citation, options));
  const marker = address === null ? element("button", "ck-md-cite", face) : link(address, face);
  if (marker instanceof HTMLButtonElement) marker.type = "button";
  marker.dataset.source = String(number);
  marker.setAttribute("aria-label", `${options.sourceLabel(number)}: ${source.title}`);
  sources.set(marker, source);
  return marker;
}

/** An entity brings its own label or icon; everything else has a number. */
function faceOf({ source, number }: Citation, options: CitationOptions): (Node | string)[] {
  if (source.type !== "entity") return [String(number)];
  if (source.inline_label) return [source.inline_label];
  return [source.icon ? options.icon(source.icon) : String(number)];
}

function link(address: string, face: HTMLElement): HTMLAnchorElement {
  const anchor = element("a", "ck-md-cite", face);
  anchor.href = address;
  anchor.target = "_blank";
  anchor.rel = "noopener noreferrer nofollow";
  return anchor;
}

/** Whether two markers name the same source in the same way. */
export function isSameMarker(shown: HTMLElement, newer: HTMLElement): boolean {
  return (
    shown.matches(MARKER) &&
    shown.dataset.source === newer.dataset.source &&
    shown.getAttribute("aria-label") === newer.getAttribute("aria-label") &&
    shown.getAttribute("href") === newer.getAttribute("href")
  );
}

/** Tells `options` what is done to the markers below `root`. */
export function watchMarkers(root: HTMLElement, options: CitationOptions): void {
  const tell = (event: Event, how: "hover" | "focus" | "click"): void => {
    const marker = event.target instanceof Element && event.target.closest<HTMLElement>(MARKER);
    const source = marker && sources.get(marker);
    if (source) options.onSource(marker, source, how);
  };
  root.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "touch") tell(event, "hover");
  });
  root.addEventListener("focusin", (event) => {
    if (event.target instanceof Element && event.target.matches(":focus-visible")) {
      tell(event, "focus");
    }
  });
  let touched = false;
  root.addEventListener("pointerdown", (event) => (touched = event.pointerType === "touch"));
  root.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target.closest(MARKER) : null;
    const isLink = target instanceof HTMLAnchorElement;
    // A finger cannot hover: its first tap shows what a marker is, the next one follows it.
    const looks = isLink && touched && !target.hasAttribute("aria-describedby");
    touched = false;
    if (looks) event.preventDefault();
    if (looks || target instanceof HTMLButtonElement) tell(event, "click");
  });
}
