/** Transition: what changes in it grows, shrinks and fades instead of jumping. */
import { html, noChange } from "lit";
import { Directive, directive, type ElementPart } from "lit/directive.js";
import type { Context, Drawn } from "./context";
import { objects, type Json } from "./json";

class SettleDirective extends Directive {
  private child: string | undefined;
  private moving: Animation | undefined;
  /** The height that it moves to. */
  private target = 0;

  override render(_child: string): unknown {
    return noChange;
  }

  /** Called while the element still has its content of before. */
  override update(part: ElementPart, [child]: [string]): unknown {
    const element = part.element as HTMLElement;
    const before = element.offsetHeight;
    const isFirst = this.child === undefined;
    const isOther = this.child !== child;
    this.child = child;
    // What nobody has seen yet has nothing to move from.
    const isSeen = element.getClientRects().length > 0;
    if (!isFirst && isSeen) queueMicrotask(() => this.settle(element, before, isOther));
    return noChange;
  }

  private settle(element: HTMLElement, before: number, isOther: boolean): void {
    const style = getComputedStyle(element);
    const duration = parseFloat(style.getPropertyValue("--ck-motion-medium"));
    const { moving } = this;
    const reached = moving?.playState === "running" ? moving.currentTime : null;
    moving?.cancel();
    const after = element.offsetHeight;
    const isSame = !isOther && after === this.target;
    // What is on its way there goes on; its content alone may have changed.
    if (moving && isSame && reached !== null) {
      moving.play();
      moving.currentTime = reached;
      return;
    }
    this.target = after;
    if (!duration || (before === after && !isOther)) return;
    const easing = style.getPropertyValue("--ck-ease") || "ease";
    const from = { height: `${before}px`, overflow: "clip", opacity: isOther ? 0 : 1 };
    const to = { height: `${after}px`, overflow: "clip", opacity: 1 };
    this.moving = element.animate([from, to], { duration, easing });
  }
}

const settle = directive(SettleDirective);

export function transition(json: Json, path: string, context: Context): Drawn {
  const child = context.placed(objects(json.children).slice(0, 1), path)[0];
  return html`<div class="ck-w-transition" ${settle(child?.path ?? "")}>
    ${child ? context.children(json, path) : ""}
  </div>`;
}
