import * as highlightModule from "../../src/highlight/index";
import { createMarkdownView, type MarkdownViewOptions } from "../../src/markdown/index";

/** A view in the document, without the highlighter unless a test asks for it. */
export function view(options: Partial<MarkdownViewOptions> = {}) {
  const created = createMarkdownView({
    allowedImageDomains: [],
    onDeepLink: () => undefined,
    copyLabel: "Copy code",
    copiedLabel: "Copied",
    loadHighlighter: () => Promise.reject(new Error("not wanted here")),
    ...options,
  });
  document.body.replaceChildren(created.element);
  return created;
}

/** The finished rendering of `text`. */
export function rendered(text: string, options: Partial<MarkdownViewOptions> = {}): HTMLElement {
  const { element, update } = bound(options);
  update(text, false);
  return element;
}

export function html(text: string, options: Partial<MarkdownViewOptions> = {}): string {
  return rendered(text, options).innerHTML;
}

function bound(options: Partial<MarkdownViewOptions>) {
  const created = view(options);
  return {
    element: created.element,
    update: (text: string, streaming: boolean) => created.update(text, streaming),
  };
}

export const loadHighlighter = () => Promise.resolve(highlightModule);
