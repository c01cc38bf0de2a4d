/** What a widget says about an action that did not run, below everything else in it. */
import { html } from "lit";
import type { Drawn, WidgetViewOptions } from "./context";
import { mounted } from "./mounted";

export interface Notice {
  readonly text: string;
  /** The action failed; without it, it only has to wait. */
  readonly failed?: boolean;
  /** Runs it again, where that can help. */
  readonly retry?: (() => void) | undefined;
}

/** In a long widget it may be out of sight. */
const show = mounted((element) => element.scrollIntoView({ block: "nearest" }));

export function drawNotice(
  notice: Notice | undefined,
  { t, icon }: Pick<WidgetViewOptions, "t" | "icon">,
): Drawn {
  const offer = notice?.retry
    ? html`<button class="ck-w-notice-retry" type="button" @click=${notice.retry}>
        ${icon("retry")}<span>${t("action.retry")}</span>
      </button>`
    : "";
  const words = notice
    ? html`<div class=${`ck-w-notice-words${notice.failed ? " ck-w-failed" : ""}`} ${show}>
        ${notice.failed ? icon("error") : ""}<span>${notice.text}</span>${offer}
      </div>`
    : "";
  return html`<div class="ck-w-notice" role="status">${words}</div>`;
}
