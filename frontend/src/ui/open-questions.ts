/** The questions that the conversation waits for, which stand in the place of the composer. */

import type { StructuredInputItem } from "../protocol/types";
import type { Conversation } from "../state/conversation";

/** Kinds that leave the questions the last thing that was said. */
const SILENT = new Set(["client_tool_call", "end_of_turn"]);

/** The item that takes answers now, or `null`: a conversation that went on has no use for them. */
export function openQuestions(conversation: Conversation): StructuredInputItem | null {
  const { state, phase, answering } = conversation;
  const { items, thread } = state;
  if ((thread?.status?.type ?? "active") !== "active") return null;
  const last = items.findLast(({ type }) => !SILENT.has(type));
  if (last?.type !== "structured_input" || last.status !== "pending") return null;
  return phase === "idle" || answering === last.id ? last : null;
}
