/** Opening the stream of an answer: by an operation, or by joining one that is running. */

import type { ChatKitClient } from "../protocol/client";
import { HttpError, isConnectionLost } from "../protocol/errors";
import type { TurnInfo } from "../protocol/turn-info";
import type { StreamEvent, StreamingOperations } from "../protocol/types";

/** One of the six streaming operations with its parameters, and the key of a message. */
export type Operation = {
  [Type in keyof StreamingOperations]: {
    type: Type;
    params: StreamingOperations[Type];
    key?: string;
  };
}[keyof StreamingOperations];

type Events = AsyncGenerator<StreamEvent[], void, undefined>;

/** Waits before a turn is offered again to a thread that is still busy, in milliseconds. */
export const BUSY_DELAYS = [250, 500, 1000, 2000];

/** Waits for what may take longer: a dead server's lease, or the network. */
const LEASE_DELAYS = [...BUSY_DELAYS, 4000, 8000, 8000, 8000];

/**
 * Streams the events of an operation. A thread that still ends its last turn, after a stop for
 * instance, is asked again a few times.
 *
 * @param wasLost whether the connection of the last turn was.
 * @param onTaken told the number of the newest event, of an answer whose events are numbered.
 * @throws what the client throws.
 */
export async function* openStream(
  client: ChatKitClient,
  operation: Operation,
  signal: AbortSignal,
  wasLost: boolean,
  onTurn: (turn: TurnInfo) => void,
  onTaken: (count: number) => void,
): Events {
  for (const delay of [...(wasLost ? LEASE_DELAYS : BUSY_DELAYS), null]) {
    try {
      yield* client.stream(operation, signal, onTurn, onTaken);
      return;
    } catch (error) {
      const isBusy = error instanceof HttpError && error.status === 409;
      if (!isBusy || delay === null) throw error;
    }
    await pause(delay, signal);
    if (signal.aborted) return;
  }
}

/**
 * Streams the events of a running answer, again and again as long as only the connection fails.
 *
 * @param taken how many events of it are known; kept up to date.
 * @throws TurnOverError when it has ended; what the client throws.
 */
export async function* joinStream(
  client: ChatKitClient,
  url: string,
  taken: { count: number },
  signal: AbortSignal,
  onTurn: (turn: TurnInfo) => void,
): Events {
  let attempt = 0;
  for (;;) {
    await pause(attempt === 0 ? 0 : LEASE_DELAYS[attempt - 1]!, signal);
    await whenOnline(signal);
    if (signal.aborted) return;
    attempt += 1;
    try {
      const events = client.join(
        url,
        taken.count,
        signal,
        (count) => (taken.count = count),
        onTurn,
      );
      for await (const chunk of events) {
        attempt = 0;
        yield chunk;
      }
      return;
    } catch (error) {
      if (!isConnectionLost(error) || attempt > LEASE_DELAYS.length) throw error;
    }
  }
}

/** What tells a message from any other, so that the site knows it when it comes again. */
export function newKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join("-");
}

export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener("abort", end);
  });
}

function whenOnline(signal: AbortSignal): Promise<void> {
  if (navigator.onLine) return Promise.resolve();
  return new Promise((resolve) => {
    window.addEventListener("online", () => resolve(), { once: true, signal });
    signal.addEventListener("abort", () => resolve());
  });
}
