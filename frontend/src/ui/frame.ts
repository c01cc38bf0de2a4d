/** How the pieces of the element stand together. */

import { html, nothing, type TemplateResult } from "lit";
import type { Conversation } from "../state/conversation";
import type { ThreadHistory } from "../state/history";
import "./composer";
import { failureBar, loadFailure } from "./feedback-bars";
import { chatHeader } from "./header";
import { openQuestions } from "./open-questions";
import type { ChatContext } from "./part";
import { startScreen } from "./start-screen";
import "./thread-view";
import type { Uploads } from "./uploads";

export interface Frame {
  context: ChatContext;
  conversation: Conversation;
  /** Changes whenever something in the conversation did. */
  revision: number;
  /** Whether a thread is about to be opened. */
  awaitsThread: boolean;
  /** What a screen reader is told, politely. */
  announcement: string;
  onRetry: () => void;
  composer: {
    uploads: Uploads;
    draftKey: string | null;
    onToolChange: (toolId: string | null) => void;
  };
  /** `null` while the history is closed. */
  history: {
    history: ThreadHistory;
    onRenamed: (threadId: string, title: string) => void;
    onDeleted: (threadId: string) => void;
  } | null;
}

export function chatFrame(frame: Frame): TemplateResult {
  const { context, conversation, revision, composer, history } = frame;
  const { options, t } = context;
  const questions = openQuestions(conversation);
  return html`<section
    class="root"
    aria-label=${options.frameTitle ?? t("frame.title")}
    lang=${context.locale}
    dir=${context.dir}
  >
    <div class="main" ?inert=${history !== null}>
      ${(options.header?.enabled ?? true) ? chatHeader(context, conversation) : nothing}
      <div class="body">${body(frame)}</div>
      <div class="dock">
        ${
          questions === null
            ? nothing
            : html`<chatkit-questions
                .context=${context}
                .conversation=${conversation}
                .item=${questions}
                .revision=${revision}
              ></chatkit-questions>`
        }
        <chatkit-composer
          .context=${context}
          .conversation=${conversation}
          .revision=${revision}
          .uploads=${composer.uploads}
          .draftKey=${composer.draftKey}
          .awaitsThread=${frame.awaitsThread}
          .onToolChange=${composer.onToolChange}
        ></chatkit-composer>
        ${disclaimer(context)}
      </div>
      <chatkit-quote-reply .context=${context}></chatkit-quote-reply>
    </div>
    ${
      history === null
        ? nothing
        : html`<chatkit-history
            .context=${context}
            .history=${history.history}
            .revision=${revision}
            .currentId=${conversation.threadId}
            .onRenamed=${history.onRenamed}
            .onDeleted=${history.onDeleted}
          ></chatkit-history>`
    }
    <div class="sr-only" role="status" aria-live="polite">${frame.announcement}</div>
  </section>`;
}

/** In the place of a chat whose page made a mistake: what it is, for its developer. */
export function invalidOptions(error: Error): TemplateResult {
  return html`<div class="root"><pre class="invalid" role="alert">${error.message}</pre></div>`;
}

function body({ context, conversation, revision, awaitsThread, onRetry }: Frame): TemplateResult {
  const { phase, state, failure } = conversation;
  if (phase === "loading" || awaitsThread) {
    return html`<div class="loading" role="status">
      <span class="sr-only">${context.t("thread.loading")}</span>
      <div class="skeleton"></div>
      <div class="skeleton"></div>
      <div class="skeleton"></div>
    </div>`;
  }
  if (conversation.loadFailed && failure) return loadFailure(failure, context, onRetry);
  if (state.items.length === 0 && phase === "idle") {
    return html`${conversation.threadId === null ? startScreen(context) : nothing}
    ${
      failure
        ? html`<div class="body-failure">
            ${failureBar(failure, context, onRetry, () => conversation.dismissFailure())}
          </div>`
        : nothing
    }`;
  }
  return html`<chatkit-thread
    .context=${context}
    .conversation=${conversation}
    .revision=${revision}
    .onRetry=${onRetry}
  ></chatkit-thread>`;
}

function disclaimer(context: ChatContext): TemplateResult | typeof nothing {
  const { disclaimer: option } = context.options;
  if (!option) return nothing;
  return html`<chatkit-markdown
    class="disclaimer"
    ?data-high-contrast=${option.highContrast ?? false}
    .context=${context}
    .text=${option.text}
  ></chatkit-markdown>`;
}
