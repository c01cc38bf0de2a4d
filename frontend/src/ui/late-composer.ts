/** What the composer can do besides text comes in assets of its own. */

import { loadAsset } from "../assets";
import type * as ComposerModule from "../composer";
import { icon } from "../icons";
import type * as SuggestionsModule from "../suggestions";
import { entityIcons, showPreview } from "./entity-preview";
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

/** Loads what shows tags in the text as chips, and the menus of `@` and `/`. */
export async function loadSuggestions(piece: HTMLElement): Promise<void> {
  const module = await loadAsset<typeof SuggestionsModule>("suggestions");
  module.install({ icon, showPreview, entityIcons });
  adoptStyles(piece, module.suggestionStyles);
}
