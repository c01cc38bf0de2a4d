/** What has to wait until an element of a widget is in the page. */
import { noChange } from "lit";
import { Directive, directive, type ElementPart } from "lit/directive.js";

class MountedDirective extends Directive {
  private done = false;

  override render(_then: (element: HTMLElement) => void): unknown {
    return noChange;
  }

  override update(part: ElementPart, [then]: [(element: HTMLElement) => void]): unknown {
    if (!this.done) requestAnimationFrame(() => then(part.element as HTMLElement));
    this.done = true;
    return noChange;
  }
}

/** In an element's tag: calls back once, when it is drawn for the first time. */
export const mounted = directive(MountedDirective);

/** Focuses a field of a widget that has come, unless the visitor is busy elsewhere. */
export function focusUnlessBusy(field: HTMLElement): void {
  const root = field.getRootNode();
  if (!(root instanceof ShadowRoot)) return;
  const { activeElement } = document;
  if (activeElement && activeElement !== document.body && activeElement !== root.host) return;
  const inner = root.activeElement;
  const idle = inner === null || (inner instanceof HTMLTextAreaElement && inner.value === "");
  if (idle) field.focus({ preventScroll: true });
}
