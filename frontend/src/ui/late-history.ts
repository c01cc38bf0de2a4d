/** The panel of earlier conversations comes in an asset of its own. */

import { loadAsset } from "../assets";
import type * as HistoryModule from "../history";
import { icon } from "../icons";
import { toError } from "../protocol/errors";
import { describeError } from "./errors";
import { wayOn } from "./feedback-bars";
import { iconButton } from "./header";
import { adoptStyles } from "./styles";

/**
 * Loads the panel, which then draws itself where it stands.
 *
 * @param root the shadow root that is to have its styles, or anything in it.
 */
export async function loadHistory(root: Node): Promise<void> {
  const module = await loadAsset<typeof HistoryModule>("history");
  module.install({ icon, iconButton, describeError, toError, wayOn });
  adoptStyles(root, module.historyStyles);
}
