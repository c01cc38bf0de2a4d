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
  /** Tells the visitor to wait for the answer that is on its way. */
  onBusy: () => void;
}

/**
 * Hands an action to the page or to the server, as it asks for. Failures become `chatkit.error`;
 * those of the server are shown in the conversation too.
 */
export async function runWidgetAction({
  conversation,
  itemId,
  action,
  formData,
  options,
  emit,
  onBusy,
}: WidgetAction): Promise<void> {
  try {
    if (!isRecord(action) || typeof action.type !== "string") {
      throw new IntegrationError("A widget's action needs a type.");
    }
    const given = isRecord(action.payload) ? action.payload : {};
    const payload = { ...formData, ...given };
    for (const name of Object.keys(formData)) {
      if (name in given) {
        const error = new IntegrationError(
          `The field "${name}" is already in the action's payload.`,
        );
        emit("chatkit.error", { error });
      }
    }
    const sent = { type: action.type, payload };
    if (action.handler === "client") {
      const item = conversation.state.items.find((entry) => entry.id === itemId);
      const widget = item?.type === "widget" ? item.widget : { type: "Card" };
      await options?.widgets?.onAction?.(sent, {
        id: itemId,
        widget: widget as unknown as Widgets.Card,
      });
    } else if (action.streaming === false) await conversation.sendSyncAction(sent, itemId);
    else {
      if (conversation.busy) onBusy();
      await conversation.sendAction(sent, itemId);
    }
  } catch (error) {
    emit("chatkit.error", { error: toError(error) });
  }
}
