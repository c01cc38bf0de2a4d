/**
 * What can go wrong between the element and the server.
 *
 *     ChatKitError
 *     ├── IntegrationError     the page used the element wrongly, or while it was busy
 *     ├── NetworkError         no answer: offline, blocked, refused
 *     ├── HttpError            an answer that is not a success
 *     ├── ProtocolError        a success that is not the ChatKit protocol
 *     ├── TruncatedStreamError an answer that stopped before it was finished
 *     ├── TurnOverError        there is no running answer to join any more
 *     └── StreamError          the server's own `error` event
 */

export class ChatKitError extends Error {
  override name = "ChatKitError";
}

export class IntegrationError extends ChatKitError {
  override name = "IntegrationError";
}

export class NetworkError extends ChatKitError {
  override name = "NetworkError";
}

export class ProtocolError extends ChatKitError {
  override name = "ProtocolError";
}

export class TruncatedStreamError extends ChatKitError {
  override name = "TruncatedStreamError";
}

export class TurnOverError extends ChatKitError {
  override name = "TurnOverError";
}

export class StreamError extends ChatKitError {
  override name = "StreamError";

  constructor(
    message: string,
    /** `custom` when the message is meant for the user. */
    readonly code: string,
    readonly allowRetry: boolean,
  ) {
    super(message);
  }
}

export class HttpError extends ChatKitError {
  override name = "HttpError";

  constructor(
    message: string,
    readonly status: number,
    /** `error.code` of OpenAI's error envelope, such as `thread_locked`. */
    readonly code: string | null,
    /** The message of the envelope, when there was one. */
    readonly detail: string | null,
    /** From the `Retry-After` header, in seconds. */
    readonly retryAfter: number | null,
  ) {
    super(message);
  }
}

/** Reads the error out of an unsuccessful response; a body that is no envelope is left out. */
export async function httpErrorFrom(response: Response): Promise<HttpError> {
  const envelope = await readEnvelope(response);
  const message = envelope.message ?? `The server answered ${response.status}.`;
  return new HttpError(
    message,
    response.status,
    envelope.code,
    envelope.message,
    parseRetryAfter(response.headers.get("Retry-After")),
  );
}

async function readEnvelope(
  response: Response,
): Promise<{ message: string | null; code: string | null }> {
  try {
    const body: unknown = JSON.parse(await response.text());
    if (isRecord(body) && isRecord(body.error)) {
      const { message, code } = body.error;
      return {
        message: typeof message === "string" && message !== "" ? message : null,
        code: typeof code === "string" ? code : null,
      };
    }
  } catch {
    // An HTML error page, or a body that broke off: the status says enough.
  }
  return { message: null, code: null };
}

function parseRetryAfter(value: string | null): number | null {
  if (value === null) return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, Math.ceil(seconds));
  const moment = Date.parse(value);
  return Number.isNaN(moment) ? null : Math.max(0, Math.ceil((moment - Date.now()) / 1000));
}

/** Whether a value is a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether an error says that the connection is gone, and nothing about the request. */
export function isConnectionLost(error: unknown): boolean {
  return error instanceof NetworkError || error instanceof TruncatedStreamError;
}

/** Whether the session that the page was made in is over. */
export function isSignedOut(error: Error): boolean {
  return error instanceof HttpError && (error.status === 401 || error.code === "csrf_failed");
}

/** Whether the page itself stopped the request. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}

/** Any thrown value as an Error. */
export function toError(value: unknown): Error {
  return value instanceof Error ? value : new Error(String(value));
}
