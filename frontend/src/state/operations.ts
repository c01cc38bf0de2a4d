/** Opening the stream of an operation. */

import type { ChatKitClient } from "../protocol/client";
import { HttpError } from "../protocol/errors";
import type { StreamEvent, StreamingOperations } from "../protocol/types";

/** One of the six streaming operations with its parameters. */
export type Operation = {
  [Type in keyof StreamingOperations]: { type: Type; params: StreamingOperations[Type] };
}[keyof StreamingOperations];

/** Waits before a turn is offered again to a thread that is still busy, in milliseconds. */
const BUSY_DELAYS = [250, 500, 1000, 2000];

/**
 * Streams the events of an operation. A thread that still ends its last turn, after a stop for
 * instance, is asked again a few times.
 *
 * @throws what the client throws.
 */
export async function* openStream(
  client: ChatKitClient,
  operation: Operation,
  signal: AbortSignal,
): AsyncGenerator<StreamEvent[], void, undefined> {
  for (const delay of [...BUSY_DELAYS, null]) {
    try {
      yield* client.stream(operation.type, operation.params, signal);
      return;
    } catch (error) {
      const isBusy = error instanceof HttpError && error.status === 409;
      if (!isBusy || delay === null) throw error;
    }
    await pause(delay, signal);
    if (signal.aborted) return;
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
