import { svg } from "lit";
import { vi } from "vitest";
import { en } from "../../src/i18n/en";
import { formatMessage } from "../../src/i18n/message";
import { createMarkdownView } from "../../src/markdown/index";
import { createWidgetView, type WidgetViewOptions } from "../../src/widgets/index";

// jsdom lays nothing out.
Element.prototype.scrollIntoView = () => undefined;

export type OnAction = WidgetViewOptions["onAction"];

/** A widget in the document, with what its actions were called with. */
export function widget(root: unknown, options: Partial<WidgetViewOptions> = {}) {
  const onAction = vi.fn<OnAction>(() => Promise.resolve());
  const view = createWidgetView({
    onAction,
    markdown: () =>
      createMarkdownView({
        allowedImageDomains: [],
        onDeepLink: () => undefined,
        copyLabel: "Copy code",
        copiedLabel: "Copied",
        loadHighlighter: () => Promise.reject(new Error("not wanted here")),
      }),
    icon: (name) => svg`<svg data-icon=${name}></svg>`,
    t: (key, values = {}) => formatMessage(en[key], values, "en"),
    allowedImageDomains: ["img.example.com"],
    ...options,
  });
  document.body.replaceChildren(view.element);
  view.update(root);
  const find = <Found extends Element = HTMLElement>(selector: string): Found => {
    const found = view.element.querySelector<Found>(selector);
    if (!found) throw new Error(`${selector} is not in ${view.element.innerHTML}`);
    return found;
  };
  return { element: view.element, update: (next: unknown) => view.update(next), find, onAction };
}

/** A card around `children`. */
export const card = (...children: unknown[]) => ({ type: "Card", children });

/** The words of a widget, as they follow each other. */
export function words(element: Element): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walker.nextNode()) found.push((walker.currentNode as Text).data);
  return found.join(" ").replace(/\s+/g, " ").trim();
}

/** A promise and its end, to hold an action while it runs. */
export function deferred() {
  let finish = (): void => undefined;
  let fail = (_error: Error): void => undefined;
  const promise = new Promise<void>((resolve, reject) => {
    finish = resolve;
    fail = reject;
  });
  return { promise, finish, fail };
}

/** Waits until everything that has settled has been drawn. */
export const settled = () => new Promise((resolve) => setTimeout(resolve));
