/** Whether all that happened to a conversation is that its answer has more words. */

import type { ThreadItem } from "../protocol/types";
import type { Conversation } from "../state/conversation";

/** What an element shows of a conversation: its fields, the private ones too. */
type Shown = Pick<Conversation, "state">;

/**
 * Whether `now` differs from `before` in the text of its last message alone.
 *
 * Whatever is not known to make no difference counts as one.
 */
export function isGrown(before: Shown, now: Shown): boolean {
  if (!isSame(before, now, "state") || !isSame(before.state, now.state, "items")) return false;
  const [shown, items] = [before.state.items, now.state.items];
  const last = items.length - 1;
  return (
    shown.length === items.length &&
    items.every((item, index) => index === last || item === shown[index]) &&
    hasMoreText(shown[last], items[last])
  );
}

function hasMoreText(before: ThreadItem | undefined, now: ThreadItem | undefined): boolean {
  if (before?.type !== "assistant_message" || now?.type !== "assistant_message") return false;
  return (
    isSame(before, now, "content") &&
    before.content.length === now.content.length &&
    // The first words take the place of the sign that something happens.
    before.content.some((part) => part.text) &&
    now.content.every((part, index) => isSame(before.content[index]!, part, "text"))
  );
}

/** Whether two objects have the same fields, except for one. */
function isSame<Kind extends object>(one: Kind, other: Kind, except: keyof Kind): boolean {
  const names = Object.keys(one) as (keyof Kind)[];
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => name === except || one[name] === other[name])
  );
}
