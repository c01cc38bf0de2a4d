/**
 * The lazily loaded asset `suggestions`: the menus of `@` and `/`, and tags in the text as chips.
 *
 * Its pieces are custom elements that the composer has in its template from the start.
 */

import { definePart } from "../ui/part";
import { receive, type Kit } from "./kit";
import { MentionButton } from "./mention-button";
import { Suggestions } from "./suggestions";
import { Tags } from "./tags";

export { suggestionStyles } from "./styles";

/** Defines the pieces, once; `kit` is what they use of the element's own bundle. */
export function install(kit: Kit): void {
  receive(kit);
  definePart("chatkit-tags", Tags);
  definePart("chatkit-mention", MentionButton);
  definePart("chatkit-suggestions", Suggestions);
}
