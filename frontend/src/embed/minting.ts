/** Gets a client secret from the site: one POST, and patience when the site asks for some. */

/** A client secret and until when, by this browser's clock in ms, it opens anything. */
export interface ClientSecret {
  value: string;
  expiresAt: number;
  /** How long it was to live when it was minted, in ms. */
  lifetime: number;
}

export type MintFailure = "signed-out" | "refused" | "unavailable" | "offline";

/** Why there is no secret; its message names no secret and nothing of the visitor. */
export class MintError extends Error {
  constructor(
    readonly kind: MintFailure,
    readonly status: number | null,
  ) {
    super(`No chat session: ${kind}${status === null ? "" : ` (${status})`}.`);
    this.name = "MintError";
  }
}

/** How often one secret is asked for before it is given up. */
const ATTEMPTS = 3;

/** The longest wait that is kept, in s; a site that asks for more is told of as unavailable. */
const LONGEST_WAIT = 60;

/** What a 429 or 503 without `Retry-After` means, in s. */
const DEFAULT_WAIT = 5;

/** How long one request may take, in ms. */
const PATIENCE = 20_000;

/**
 * Mints a session.
 *
 * @param send `fetch` with the site's cookies and CSRF token.
 * @param onWait called with the seconds until the next attempt when the site asked for a pause.
 * @throws {MintError} there is no secret to be had now.
 */
export async function mint(
  send: typeof fetch,
  sessionsUrl: string,
  onWait: (seconds: number) => void,
): Promise<ClientSecret> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await post(send, sessionsUrl);
    if (response.ok) return readSecret(response);
    const { status } = response;
    if (status === 401) throw new MintError("signed-out", status);
    if (status !== 429 && status < 500) {
      throw new MintError((await isCsrfFailure(response)) ? "signed-out" : "refused", status);
    }
    const seconds = retryAfter(response);
    if (attempt === ATTEMPTS || seconds > LONGEST_WAIT) throw new MintError("unavailable", status);
    onWait(seconds);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}

async function post(send: typeof fetch, url: string): Promise<Response> {
  try {
    return await send(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: "{}",
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE),
    });
  } catch {
    throw new MintError("offline", null);
  }
}

async function readSecret(response: Response): Promise<ClientSecret> {
  try {
    const session = (await response.json()) as { client_secret: string; expires_at: number };
    if (typeof session.client_secret !== "string" || typeof session.expires_at !== "number") {
      throw new TypeError("not a session");
    }
    const lifetime = session.expires_at * 1000 - serverNow(response);
    return { value: session.client_secret, expiresAt: Date.now() + lifetime, lifetime };
  } catch {
    throw new MintError("unavailable", response.status);
  }
}

/** The server's clock, since the browser's may be wrong. */
function serverNow(response: Response): number {
  const date = Date.parse(response.headers.get("Date") ?? "");
  return Number.isNaN(date) ? Date.now() : date;
}

/** The seconds that a response asks to wait, as a number or as a date (RFC 9110, 10.2.3). */
export function retryAfter(response: Response): number {
  const value = response.headers.get("Retry-After");
  if (value === null) return DEFAULT_WAIT;
  const seconds = /^\d+$/.test(value)
    ? Number(value)
    : Math.ceil((Date.parse(value) - serverNow(response)) / 1000);
  return Number.isNaN(seconds) ? DEFAULT_WAIT : Math.max(1, seconds);
}

async function isCsrfFailure(response: Response): Promise<boolean> {
  try {
    const body = (await response.json()) as { error?: { code?: string } };
    return body.error?.code === "csrf_failed";
  } catch {
    return false;
  }
}
