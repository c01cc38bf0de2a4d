/** Which addresses in a message may be followed, and what a deep link says. */

/** A link the page handles itself: `chatkit-link://name?key=value`. */
export interface DeepLink {
  name: string;
  data: Record<string, string>;
}

const SCHEMES = ["http:", "https:", "mailto:", "tel:"];

/**
 * The address to put into `href`, or `undefined` for what must stay text.
 *
 * Full addresses of four schemes and absolute paths of this site are links. A relative one is most
 * likely a host the author forgot the scheme of, and would lead astray.
 */
export function linkAddress(href: string): string | undefined {
  try {
    if (href.startsWith("/") && !/^\/[/\\]/.test(href)) return new URL(href, document.baseURI).href;
    const url = new URL(href);
    return SCHEMES.includes(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** Reads a `chatkit-link://` address; `undefined` for any other. */
export function parseDeepLink(href: string): DeepLink | undefined {
  const [, path, query] = /^chatkit-link:\/\/([^?#]+)(?:\?([^#]*))?/i.exec(href) ?? [];
  if (path === undefined) return undefined;
  const plain = path.replace(/\/$/, "");
  let name = plain;
  try {
    name = decodeURIComponent(plain);
  } catch {
    // A stray % is part of the name.
  }
  return { name, data: Object.fromEntries(new URLSearchParams(query ?? "")) };
}
