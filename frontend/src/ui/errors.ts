/** What to tell the user about an error, in their language. */

import {
  HttpError,
  NetworkError,
  ProtocolError,
  StreamError,
  TruncatedStreamError,
} from "../protocol/errors";
import type { Translate } from "./part";

export function describeError(error: Error, t: Translate): string {
  if (error instanceof HttpError) return describeStatus(error, t);
  if (error instanceof StreamError)
    return error.code === "custom" ? error.message : t("error.stream");
  if (error instanceof TruncatedStreamError) return t("error.truncated");
  if (error instanceof ProtocolError) return t("error.invalid");
  if (error instanceof NetworkError) return t(navigator.onLine ? "error.network" : "error.offline");
  return t("error.generic");
}

function describeStatus(error: HttpError, t: Translate): string {
  switch (error.status) {
    case 401:
      return t("error.unauthorized");
    case 403:
      return t(error.code === "thread_locked" ? "thread.locked" : "error.forbidden");
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
