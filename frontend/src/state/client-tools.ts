/** Runs the page's client tools. The assistant always gets an answer, so that it can go on. */

import type { ChatKitOptions } from "@openai/chatkit";
import { IntegrationError, toError } from "../protocol/errors";
import type { ClientToolCallItem } from "../protocol/types";

export interface ToolOutcome {
  /** Any JSON value; `{error: message}` when the tool could not do its work. */
  result: unknown;
  error: Error | null;
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
