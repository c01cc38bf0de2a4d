/** The address of a link that may be followed, or `null`: `javascript:` and its kind are not. */
export function safeUrl(value: string): string | null {
  try {
    const url = new URL(value, document.baseURI);
    return ["http:", "https:", "mailto:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/**
 * Whether an image may be loaded: from this site, from memory, or from a host that the thread
 * allows (`allowed_image_domains`, where `*.example.com` means its subdomains).
 */
export function imageAllowed(value: string, domains: readonly string[]): boolean {
  let url: URL;
  try {
    url = new URL(value, document.baseURI);
  } catch {
    return false;
  }
  if (url.protocol === "blob:" || /^data:image\/(png|jpeg|gif|webp)[;,]/.test(value)) return true;
  if (url.protocol !== "https:" && url.protocol !== "http:") return false;
  if (url.origin === location.origin) return true;
  return domains.some((domain) =>
    domain.startsWith("*.")
      ? url.hostname.endsWith(domain.slice(1))
      : url.hostname === domain || url.host === domain,
  );
}
