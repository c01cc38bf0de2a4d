/**
 * Runs the page's client tools. The assistant always gets an answer, so that it can go on.
 *
 * Several tabs may follow one answer. A call is run in one of them: the one that holds its lock.
 */

import type { ChatKitOptions } from "@openai/chatkit";
import { IntegrationError, toError } from "../protocol/errors";
import type { ClientToolCallItem } from "../protocol/types";
import { pause } from "./operations";

/** How much sooner than any other the tab that asked claims a call, in ms. */
const HEAD_START = 500;

export interface ToolOutcome {
  /** Any JSON value; `{error: message}` when the tool could not do its work. */
  result: unknown;
  error: Error | null;
}

/**
 * Waits until no other tab of this browser is at work on a call.
 *
 * @param joined whether another page has asked for the answer.
 * @returns what gives the call free again; `null` when it is not this tab's to run.
 */
export async function claimCall(
  id: string,
  joined: boolean,
  signal: AbortSignal,
): Promise<(() => void) | null> {
  if (joined) await pause(HEAD_START, signal);
  // Only pages that came over a safe connection have locks.
  if (!("locks" in navigator)) return () => undefined;
  return new Promise((resolve) => {
    navigator.locks
      .request(`openai-chatkit:${id}`, { signal }, () => new Promise<void>(resolve))
      .catch(() => resolve(null));
  });
}

export async function runClientTool(
  handler: ChatKitOptions["onClientTool"],
  call: ClientToolCallItem,
): Promise<ToolOutcome> {
  try {
    if (handler === undefined) {
      throw new IntegrationError(`No handler for the client tool "${call.name}".`);
    }
    const result: unknown = await handler({ name: call.name, params: call.arguments });
    return { result: asJson(result), error: null };
  } catch (thrown) {
    const error = toError(thrown);
    return { result: { error: error.message }, error };
  }
}

/** What JSON makes of a value; nothing at all becomes an empty object. */
function asJson(value: unknown): unknown {
  const text = JSON.stringify(value) as string | undefined;
  return text === undefined ? {} : JSON.parse(text);
}
