/** What happens when something in a widget is used. */

import type { ChatKitOptions, Widgets } from "@openai/chatkit";
import { isRecord, IntegrationError, toError } from "../protocol/errors";
import type { Conversation } from "../state/conversation";
import type { EmitEvent } from "../state/conversation-host";

interface WidgetAction {
  conversation: Conversation;
  itemId: string;
  action: unknown;
  formData: Record<string, unknown>;
  options: ChatKitOptions | null;
  emit: EmitEvent;
}

/**
 * Hands an action to the page or to the server, as it asks for. Failures become `chatkit.error`;
 * those of an answer are shown in the conversation, the others reject and are told in the widget.
 */
export async function runWidgetAction({
  conversation,
  itemId,
  action,
  formData,
  options,
  emit,
}: WidgetAction): Promise<void> {
  try {
    if (!isRecord(action) || typeof action.type !== "string") {
      throw new IntegrationError("A widget's action needs a type.");
    }
    const { type } = action;
    const collide = (name: string): void => {
      const error = new IntegrationError(
        `The field "${name}" is left out: the payload of the action "${type}" has that name already.`,
      );
      emit("chatkit.error", { error });
      warn(error);
    };
    const payload = joinPayload(action.payload ?? {}, formData, collide);
    const sent = { type, payload };
    if (action.handler === "client") {
      const onAction = options?.widgets?.onAction;
      if (!onAction) throw unhandled(type);
      const item = conversation.state.items.find((entry) => entry.id === itemId);
      const widget = item?.type === "widget" ? item.widget : { type: "Card" };
      await onAction(sent as { type: string }, {
        id: itemId,
        widget: widget as unknown as Widgets.Card,
      });
    } else if (action.streaming === false) await conversation.sendSyncAction(sent, itemId);
    else await conversation.sendAction(sent, itemId);
  } catch (error) {
    // A failure that the conversation shows has been reported by it.
    if (conversation.failure?.error === error) return;
    emit("chatkit.error", { error: toError(error) });
    throw error;
  }
}

/** For the page's developer: nothing else would ever tell them. */
function unhandled(type: string): IntegrationError {
  const error = new IntegrationError(
    `The action "${type}" is for the page (handler: "client"), but the option widgets.onAction is not set.`,
  );
  warn(error);
  return error;
}

/** Tells whoever works on the page and does not listen to `chatkit.error`. */
function warn(error: Error): void {
  // eslint-disable-next-line no-console -- the visitor cannot put it right
  console.warn(`<openai-chatkit> ${error.message}`);
}

/** The payload with the form's values: what the payload has already stays, and is reported. */
function joinPayload(
  given: unknown,
  formData: Record<string, unknown>,
  collide: (name: string) => void,
  prefix = "",
): unknown {
  if (!isRecord(given)) {
    Object.keys(formData).forEach((name) => collide(prefix + name));
    return given;
  }
  const joined: Record<string, unknown> = { ...formData, ...given };
  for (const [name, value] of Object.entries(formData)) {
    const own = given[name];
    if (!(name in given)) continue;
    if (isRecord(own) && isRecord(value)) {
      joined[name] = joinPayload(own, value, collide, `${prefix}${name}.`);
    } else collide(prefix + name);
  }
  return joined;
}
