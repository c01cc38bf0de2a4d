import { expect, test } from "vitest";
import { translator } from "../../src/i18n";
import {
  HttpError,
  NetworkError,
  ProtocolError,
  StreamError,
  TruncatedStreamError,
} from "../../src/protocol/errors";
import { describeError } from "../../src/ui/errors";

const words = translator("en");
const describe = (error: Error) => describeError(error, (key, values) => words.t(key, values));
const http = (
  status: number,
  code: string | null = null,
  detail: string | null = null,
  retryAfter: number | null = null,
) => new HttpError("x", status, code, detail, retryAfter);

test.each<[Error, string]>([
  [http(400, null, "title: too long"), "title: too long"],
  [http(400), "The request was not accepted."],
  [http(401), "Your session has ended. Log in and try again."],
  [http(403), "You do not have permission to do this."],
  [http(403, "thread_locked"), "This conversation is locked."],
  [http(404), "This conversation no longer exists."],
  [http(409), "A response is already being written. Wait for it to finish."],
  [http(413), "The message is too large."],
  [http(429), "Too many messages at once. Please wait a moment."],
  [http(429, null, null, 1), "Too many messages at once. Try again in 1 second."],
  [http(500, null, "Traceback"), "The server has a problem. Please try again."],
  [http(503), "The chat is not available right now. Please try again later."],
  [new StreamError("The kitchen is on fire.", "custom", true), "The kitchen is on fire."],
  [new StreamError("internal", "stream.error", true), "The response ended with an error."],
  [new TruncatedStreamError("x"), "The connection was lost before the response was complete."],
  [new ProtocolError("x"), "The server sent an answer that could not be read."],
  [new NetworkError("x"), "The server could not be reached. Please try again."],
  [new TypeError("x"), "Something went wrong. Please try again."],
])("%o", (error, text) => {
  expect(describe(error)).toBe(text);
});
