/**
 * The lazily loaded asset `history`: the panel of earlier conversations.
 *
 * The element has it in its template while it is open; it draws itself once this asset has defined
 * it.
 */

import { definePart } from "../ui/part";
import { HistoryPanel } from "./history-panel";
import { receive, type Kit } from "./kit";

export { historyStyles } from "./styles";

/** Defines the panel, once; `kit` is what it uses of the element's own bundle. */
export function install(kit: Kit): void {
  receive(kit);
  definePart("chatkit-history", HistoryPanel);
}
