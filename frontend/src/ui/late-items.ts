/** What few items of a thread need comes in an asset of its own. */

import { loadAsset } from "../assets";
import { icon } from "../icons";
import type * as ItemsModule from "../items";
import { entityButton } from "./entity-preview";
import { adoptStyles } from "./styles";

/**
 * Loads the pieces; those that are custom elements then draw themselves where they stand.
 *
 * @param piece anything in the shadow root that is to have their styles.
 */
export async function loadItems(piece: HTMLElement): Promise<typeof ItemsModule> {
  const module = await loadAsset<typeof ItemsModule>("items");
  module.install({ icon, entityButton });
  adoptStyles(piece, module.itemsStyles);
  return module;
}
