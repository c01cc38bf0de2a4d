/**
 * The lazily loaded asset `items`: the list of sources, the questions of the assistant and the view
 * of an image in full.
 */

import { definePart } from "../ui/part";
import { receive, type Kit } from "./kit";
import { QuestionForm } from "./question-form";

export { showImage } from "./image-viewer";
export { sourceList } from "./source-list";
export { itemsStyles } from "./styles";

/** Defines the pieces, once; `kit` is what they use of the element's own bundle. */
export function install(kit: Kit): void {
  receive(kit);
  definePart("chatkit-questions", QuestionForm);
}
