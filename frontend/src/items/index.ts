/**
 * The lazily loaded asset `items`: the list of sources, the questions of the assistant and the view
 * of an image in full.
 */

import { receive, type Kit } from "./kit";

export { showImage } from "./image-viewer";
export { sourceList } from "./source-list";
export { itemsStyles } from "./styles";

/** Hands over what the pieces use of the element's own bundle. */
export function install(kit: Kit): void {
  receive(kit);
}
