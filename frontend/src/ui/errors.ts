/** What to tell the user about an error, in their language. */

import {
  HttpError,
  IntegrationError,
  isSignedOut,
  NetworkError,
  ProtocolError,
  StreamError,
  TruncatedStreamError,
} from "../protocol/errors";
import type { MessageKey } from "../i18n";
import type { Translate } from "./part";

/** @param otherwise what to say of an error that says nothing to a visitor. */
export function describeError(
  error: Error,
  t: Translate,
  otherwise: MessageKey = "error.generic",
): string {
  if (isSignedOut(error)) return t("error.unauthorized");
  if (error instanceof HttpError) return describeStatus(error, t);
  if (error instanceof StreamError)
    return error.code === "custom" ? error.message : t("error.stream");
  if (error instanceof TruncatedStreamError) return t("error.truncated");
  if (error instanceof ProtocolError) return t("error.invalid");
  if (error instanceof NetworkError) return t(navigator.onLine ? "error.network" : "error.offline");
  return t(otherwise);
}

function describeStatus(error: HttpError, t: Translate): string {
  switch (error.status) {
    case 403:
      if (error.code === "thread_locked") return t("thread.locked");
      // The site's own words know better what is not allowed.
      return error.detail ?? t("error.forbidden");
    case 404:
      return t("error.notFound");
    case 409:
      return t("error.conflict");
    case 413:
      return t("error.tooLarge");
    case 429:
      return error.retryAfter
        ? t("error.rateLimitedFor", { n: error.retryAfter })
        : t("error.rateLimited");
    case 503:
      return t("error.unavailable");
    default:
      if (error.status >= 500) return t("error.server");
      // The server wrote this one for people: it says which field is wrong.
      return error.detail ?? t("error.badRequest");
  }
}

/** Whether the same again may succeed: not what the page or the visitor has to put right first. */
export function canRetry(error: Error): boolean {
  if (error instanceof IntegrationError) return false;
  if (!(error instanceof HttpError)) return true;
  return error.status >= 500 || [408, 409, 429].includes(error.status);
}
