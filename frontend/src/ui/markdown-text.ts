/**
 * Markdown from the assistant, a notice or the disclaimer.
 *
 * The renderer is loaded after the first paint. Until it is there the text stands as it is, so
 * that nothing is ever withheld.
 */

import { html, nothing, render, type PropertyValues } from "lit";
import { property } from "lit/decorators.js";
import { loadAsset } from "../assets";
import { icon } from "../icons";
import type * as HighlightModule from "../highlight";
import type * as MarkdownModule from "../markdown";
import type * as MathModule from "../math";
import { lookAtSource } from "./entity-preview";
import { ChatPart, definePart, type ChatContext } from "./part";
import { adoptStyles } from "./styles";

type MarkdownView = ReturnType<typeof MarkdownModule.createMarkdownView>;

let renderer: typeof MarkdownModule | null = null;

/** Loads the renderer; answers whether it is there. Never rejects: plain text is readable too. */
export async function loadMarkdown(): Promise<boolean> {
  try {
    renderer ??= await loadAsset<typeof MarkdownModule>("markdown");
  } catch {
    return false;
  }
  return true;
}

/** The renderer, once it is loaded. */
export function markdownRenderer(): typeof MarkdownModule | null {
  return renderer;
}

export function createMarkdown(context: ChatContext, imageDomains: readonly string[]) {
  const { t, actions } = context;
  return renderer?.createMarkdownView({
    allowedImageDomains: imageDomains,
    onDeepLink: (name, data) => actions.deepLink(name, data),
    copyLabel: t("code.copy"),
    copiedLabel: t("code.copied"),
    tableLabel: t("table.label"),
    loadHighlighter: () => loadAsset<typeof HighlightModule>("highlight"),
    loadMath: () => loadAsset<typeof MathModule>("math"),
    citations: {
      sourceLabel: (n) => t("message.source", { n }),
      icon: (name) => {
        const holder = document.createElement("span");
        render(icon(name), holder);
        return holder;
      },
      onSource: (marker, source, how) => lookAtSource(marker, source, how, context),
    },
  });
}

export class MarkdownText extends ChatPart {
  @property({ attribute: false }) context!: ChatContext;
  @property({ attribute: false }) text = "";
  @property({ attribute: false }) streaming = false;
  @property({ attribute: false }) imageDomains: readonly string[] = [];
  @property({ attribute: false }) citations: readonly MarkdownModule.Citation[] = [];
  private view: MarkdownView | undefined;

  protected override willUpdate(changes: PropertyValues<this>): void {
    const reworded = changes.get("context") && changes.get("context")?.t !== this.context.t;
    if (changes.has("imageDomains") || reworded) this.view = undefined;
    // Only a new text tries again after a failure.
    if (renderer === null && changes.has("text")) {
      void loadMarkdown().then((loaded) => {
        this.toggleAttribute("data-plain", !loaded);
        if (loaded) this.requestUpdate();
      });
    }
    if (renderer) adoptStyles(this, renderer.markdownStyles);
    this.view ??= createMarkdown(this.context, this.imageDomains);
    this.view?.update(this.text, this.streaming, this.citations);
  }

  protected override render() {
    if (this.view) return this.view.element;
    return this.text === "" ? nothing : html`<div class="plain-text">${this.text}</div>`;
  }
}

definePart("chatkit-markdown", MarkdownText);
