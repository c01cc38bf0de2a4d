/** `api.fetch` of a Django page: its CSRF token, its cookies, its signed context. */

import type { PageConfig } from "./config";

/**
 * Adds to requests to this site what Django asks for. A request to another host, such as an upload
 * to an object store, goes out as it is: the token is nobody else's business.
 *
 * @param onSignedOut called when the site no longer knows the visitor.
 */
export function pageFetch(
  config: Pick<PageConfig, "csrf" | "context">,
  onSignedOut: () => void,
): typeof fetch {
  return async (input, init = {}) => {
    const address = input instanceof Request ? input.url : input;
    if (new URL(address, document.baseURI).origin !== location.origin) return fetch(input, init);
    const headers = new Headers(init.headers);
    headers.set(config.csrf.header, csrfToken(config.csrf));
    const response = await fetch(input, {
      ...init,
      headers,
      body: withContext(init.body, config.context),
      credentials: "same-origin",
    });
    if (await isSignedOut(response)) onSignedOut();
    return response;
  };
}

/** The cookie's token is the current one: logging in, in another tab too, changes it. */
export function csrfToken({ cookie, token }: PageConfig["csrf"]): string {
  if (cookie === null) return token;
  const prefix = `${cookie}=`;
  const entry = document.cookie.split("; ").find((part) => part.startsWith(prefix));
  return entry === undefined ? token : decodeURIComponent(entry.slice(prefix.length));
}

/** The request body with the page's context in its `metadata`, if it is a JSON object. */
export function withContext<Body>(body: Body, context: string | null): Body | string {
  if (context === null || typeof body !== "string") return body;
  const request: unknown = JSON.parse(body);
  if (typeof request !== "object" || request === null) return body;
  const { metadata } = request as { metadata?: { django_chatkit?: object } };
  const ours = { ...metadata?.django_chatkit, page_context: context };
  return JSON.stringify({ ...request, metadata: { ...metadata, django_chatkit: ours } });
}

async function isSignedOut(response: Response): Promise<boolean> {
  if (response.status === 401) return true;
  if (response.status !== 403) return false;
  try {
    const body = (await response.clone().json()) as { error?: { code?: string } };
    return body.error?.code === "csrf_failed";
  } catch {
    return false;
  }
}
