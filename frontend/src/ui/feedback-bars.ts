/** What the element says about the conversation: notices, failures, progress. */

import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../icons";
import { HttpError, isSignedOut } from "../protocol/errors";
import type { Failure } from "../state/conversation";
import type { Notice, ThreadState } from "../state/thread-state";
import { describeError } from "./errors";
import type { ChatContext } from "./part";

const NOTICE_ICONS = { info: "info", warning: "warning", danger: "error" } as const;

export function noticeBar(
  notice: Notice,
  context: ChatContext,
  onDismiss: () => void,
): TemplateResult {
  const { t } = context;
  return html`<div
    class="bar"
    data-level=${notice.level}
    role=${notice.level === "danger" ? "alert" : nothing}
  >
    <span class="bar-icon">${icon(NOTICE_ICONS[notice.level])}</span>
    <div class="bar-body">
      ${notice.title ? html`<div class="bar-title" dir="auto">${notice.title}</div>` : nothing}
      <chatkit-markdown .context=${context} .text=${notice.message}></chatkit-markdown>
    </div>
    <button
      type="button"
      class="icon-button small"
      aria-label=${t("action.dismiss")}
      title=${t("action.dismiss")}
      @click=${onDismiss}
    >
      ${icon("close")}
    </button>
  </div>`;
}

export function failureBar(
  failure: Failure,
  context: ChatContext,
  onRetry: () => void,
  onDismiss: () => void,
): TemplateResult {
  const { t } = context;
  return html`<div class="bar" data-level="danger" role="alert">
    <span class="bar-icon">${icon("error")}</span>
    <div class="bar-body bar-offer">
      <bdi>${describeError(failure.error, t)}</bdi>
      ${wayOn(failure, context, onRetry)}
    </div>
    <button
      type="button"
      class="icon-button small"
      aria-label=${t("action.dismiss")}
      title=${t("action.dismiss")}
      @click=${onDismiss}
    >
      ${icon("close")}
    </button>
  </div>`;
}

/** The one thing to do about a failure: log in where that is what lacks, else try again. */
export function wayOn(failure: Failure, context: ChatContext, onRetry: () => void) {
  const { signIn, t } = context;
  if (signIn !== null && isSignedOut(failure.error)) {
    // In another tab, so that nothing that was written here is lost.
    return html`<a class="button small" href=${signIn.url} target="_blank" @click=${signIn.begin}
      >${signIn.label}</a
    >`;
  }
  if (failure.retry === null) return nothing;
  return html`<button type="button" class="button small" @click=${onRetry}>
    ${icon("retry")}<span>${t("action.retry")}</span>
  </button>`;
}

/** Under an answer that broke off: that it did, and another try where one is possible. */
export function brokenOff({ t }: ChatContext, onRetry: (() => void) | null): TemplateResult {
  return html`<div class="broken-off">
    <span>${t("thread.stopped")}</span>
    ${
      onRetry === null
        ? nothing
        : html`<button type="button" class="button small" @click=${onRetry}>
            ${icon("retry")}<span>${t("action.retry")}</span>
          </button>`
    }
  </div>`;
}

/** In the place of a conversation that cannot be read: why, and where to go from here. */
export function loadFailure(
  failure: Failure,
  context: ChatContext,
  onRetry: () => void,
): TemplateResult {
  const { t, actions } = context;
  const gone = failure.error instanceof HttpError && failure.error.status === 404;
  return html`<div class="load-failure" role="alert">
    ${icon("error")}
    <p><bdi>${describeError(failure.error, t)}</bdi></p>
    <div class="load-failure-buttons">
      ${
        gone
          ? nothing
          : wayOn({ ...failure, retry: onRetry }, context, onRetry)
      }
      <button type="button" class="button small" @click=${() => actions.newChat()}>
        ${icon("compose")}<span>${t("header.newChat")}</span>
      </button>
    </div>
  </div>`;
}

/** One quiet line while the assistant works and has nothing to show for it yet. */
export function progressLine(progress: ThreadState["progress"], context: ChatContext) {
  if (progress === null) {
    return html`<div class="working">
      <span class="sr-only">${context.t("thread.responding")}</span>
      <span class="working-dot"></span>
    </div>`;
  }
  return html`<div class="progress">
    <span class="progress-icon">${icon(progress.icon ?? "sparkle")}</span>
    <bdi class="shimmer">${progress.text}</bdi>
  </div>`;
}
