/** What the composer can do besides text comes in an asset of its own. */

import { loadAsset } from "../assets";
import type * as ComposerModule from "../composer";
import { icon } from "../icons";
import { describeError } from "./errors";
import { adoptStyles } from "./styles";

/**
 * Loads the pieces of the composer, which then draw themselves where they stand.
 *
 * @param piece anything in the shadow root that is to have their styles.
 */
export async function loadComposer(piece: HTMLElement): Promise<typeof ComposerModule> {
  const module = await loadAsset<typeof ComposerModule>("composer");
  module.install({ icon, describeError });
  adoptStyles(piece, module.composerStyles);
  return module;
}
