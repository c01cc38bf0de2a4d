/**
 * The lazily loaded asset `composer`: attachments, the menus of tools and models, dictation, and
 * replying to a passage.
 *
 * Its pieces are custom elements. The composer has them in its template from the start; they draw
 * themselves once this asset has defined them.
 */

import { definePart } from "../ui/part";
import { AttachmentTray } from "./attachment-tray";
import { ComposerMenu } from "./composer-menu";
import { Dictation } from "./dictation";
import { receive, type Kit } from "./kit";
import { ModelPicker } from "./model-picker";
import { QuoteReply } from "./quote-reply";
import { Thumbnail } from "./thumbnail";

export { attachFiles } from "./attach-files";
export { composerStyles } from "./styles";

/** Defines the pieces, once; `kit` is what they use of the element's own bundle. */
export function install(kit: Kit): void {
  receive(kit);
  definePart("chatkit-thumbnail", Thumbnail);
  definePart("chatkit-attachments", AttachmentTray);
  definePart("chatkit-composer-menu", ComposerMenu);
  definePart("chatkit-model-picker", ModelPicker);
  definePart("chatkit-dictation", Dictation);
  definePart("chatkit-quote-reply", QuoteReply);
}
