/** The list of earlier conversations, over the chat. */

import { html, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Thread } from "../protocol/types";
import type { ThreadHistory } from "../state/history";
import { ChatPart, type ChatContext } from "../ui/part";
import { groupByAge } from "./dates";
import { describeError, icon, iconButton, toError, wayOn } from "./kit";

/** How near the end of the list the next page is asked for, in px. */
const NEAR_END = 200;

export class HistoryPanel extends ChatPart {
  @property({ attribute: false }) context!: ChatContext;
  @property({ attribute: false }) history!: ThreadHistory;
  @property({ attribute: false }) revision = 0;
  @property({ attribute: false }) currentId: string | null = null;
  @property({ attribute: false }) onRenamed!: (threadId: string, title: string) => void;
  @property({ attribute: false }) onDeleted!: (threadId: string) => void;
  @state() private editing: string | null = null;
  @state() private deleting: Thread | null = null;
  /** The thread whose new title is on its way. */
  @state() private saving: string | null = null;
  @state() private problem: { text: string; error: Error } | null = null;
  @query("dialog") private dialog!: HTMLDialogElement | null;

  override focus(): void {
    this.querySelector<HTMLElement>('[data-action="close-history"]')?.focus();
  }

  protected override render() {
    const { context, history } = this;
    const { t, actions } = context;
    return html`<div class="scrim" @click=${() => actions.closeHistory()}></div>
      <section
        class="history"
        role="dialog"
        aria-modal="true"
        aria-label=${t("history.title")}
        @keydown=${this.onKeydown}
      >
        <div class="header">
          ${iconButton("arrow-left", t("header.back"), () => actions.closeHistory(), "close-history")}
          <h2 class="header-title truncate">${t("history.title")}</h2>
          ${iconButton("compose", t("header.newChat"), () => actions.newChat(), "new-chat")}
        </div>
        ${
          this.problem === null
            ? nothing
            : html`<div class="bar" data-level="danger" role="alert">
                <span class="bar-icon">${icon("error")}</span>
                <div class="bar-body bar-offer">
                  <bdi>${this.problem.text}</bdi>
                  ${wayOn({ error: this.problem.error, retry: null }, context, () => undefined)}
                </div>
              </div>`
        }
        <div class="history-list" tabindex="-1" @scroll=${this.askForMore}>
          ${groupByAge(history.threads, new Date()).map(
            (group) =>
              html`<h3>${t(group.heading)}</h3>
                <ul>
                  ${repeat(
                    group.threads,
                    (thread) => thread.id,
                    (thread) => html`<li>${this.row(thread)}</li>`,
                  )}
                </ul>`,
          )}
          ${this.footer()}
        </div>
        ${this.confirmation()}
      </section>`;
  }

  private row(thread: Thread) {
    const { t, options, actions } = this.context;
    if (this.editing === thread.id) return this.editor(thread);
    const title = thread.title || t("thread.untitled");
    const status = thread.status?.type;
    const current = thread.id === this.currentId;
    const { showRename = true, showDelete = true } = options.history ?? {};
    return html`<div class="history-row" ?data-current=${current}>
      <button
        type="button"
        class="history-open"
        aria-current=${current ? "true" : nothing}
        @click=${() => actions.openThread(thread.id)}
      >
        <span class="truncate" dir="auto">${title}</span>
        ${
          status === "locked" || status === "closed"
            ? html`<span class="history-status" title=${t(`history.${status}`)}
                >${icon("lock")}<span class="sr-only">${t(`history.${status}`)}</span></span
              >`
            : nothing
        }
      </button>
      <span class="history-actions">
        ${
          showRename
            ? iconButton(
                "edit",
                `${t("history.rename")}: ${title}`,
                () => void this.edit(thread.id),
              )
            : nothing
        }
        ${
          showDelete
            ? iconButton("trash", `${t("history.delete")}: ${title}`, () => void this.ask(thread))
            : nothing
        }
      </span>
    </div>`;
  }

  private editor(thread: Thread) {
    const { t } = this.context;
    return html`<form
      class="history-editor"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        void this.rename(thread, new FormData(event.target as HTMLFormElement));
      }}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        this.stopEditing(thread.id);
      }}
    >
      <input
        name="title"
        maxlength="255"
        autocomplete="off"
        aria-label=${t("history.renameLabel")}
        ?readonly=${this.saving === thread.id}
        .value=${thread.title ?? ""}
      />
      <button
        type="submit"
        class="icon-button"
        aria-label=${t("action.save")}
        title=${t("action.save")}
      >
        ${icon("check")}
      </button>
      ${iconButton("close", t("action.cancel"), () => this.stopEditing(thread.id))}
    </form>`;
  }

  private footer() {
    const { context, history } = this;
    const { t } = context;
    if (history.loading && history.threads.length === 0) {
      return html`<div class="history-note" role="status">
        <span class="spinner"></span><span>${t("history.loading")}</span>
      </div>`;
    }
    if (history.error) {
      const retry = (): void => void history.reload();
      return html`<div class="history-note" role="alert">
        <span>${t("history.loadFailed")} ${describeError(history.error, t)}</span>
        ${wayOn({ error: history.error, retry }, context, retry)}
      </div>`;
    }
    if (history.threads.length === 0 && !history.hasMore) {
      return html`<div class="history-note">
        ${icon("chat")}<span>${t("history.empty")}</span>
      </div>`;
    }
    if (!history.hasMore) return nothing;
    return html`<div class="history-note">
      <button
        type="button"
        class="button small"
        ?disabled=${history.loading}
        @click=${() => void history.loadMore()}
      >
        ${t("history.more")}
      </button>
    </div>`;
  }

  private confirmation() {
    const { t } = this.context;
    const thread = this.deleting;
    return html`<dialog
      class="confirm"
      aria-labelledby="confirm-title"
      aria-describedby="confirm-text"
      @close=${() => (this.deleting = null)}
      @cancel=${(event: Event) => event.stopPropagation()}
    >
      <h2 id="confirm-title">${t("history.deleteTitle")}</h2>
      <p id="confirm-text">
        ${t("history.deleteText", { title: thread?.title || t("thread.untitled") })}
      </p>
      <div class="confirm-buttons">
        <button type="button" class="button" @click=${() => this.dialog?.close()}>
          ${t("action.cancel")}
        </button>
        <button type="button" class="button danger" @click=${() => void this.removeThread()}>
          ${t("action.delete")}
        </button>
      </div>
    </dialog>`;
  }

  protected override updated(): void {
    this.askForMore();
  }

  private readonly askForMore = (): void => {
    const list = this.renderRoot.querySelector(".history-list");
    if (!list || list.clientHeight === 0) return;
    const left = list.scrollHeight - list.scrollTop - list.clientHeight;
    if (left < NEAR_END) void this.history.loadMore();
  };

  private readonly onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || this.dialog?.open) return;
    event.stopPropagation();
    this.context.actions.closeHistory();
  };

  private async edit(threadId: string): Promise<void> {
    this.editing = threadId;
    this.problem = null;
    await this.focusEditor();
  }

  private async focusEditor(): Promise<void> {
    await this.updateComplete;
    const input = this.querySelector<HTMLInputElement>(".history-editor input");
    input?.focus();
    input?.select();
  }

  private stopEditing(threadId: string): void {
    this.editing = null;
    this.problem = null;
    void this.updateComplete.then(() => this.focusRow(threadId));
  }

  private focusRow(threadId: string): void {
    const index = this.history.threads.findIndex((thread) => thread.id === threadId);
    this.querySelectorAll<HTMLElement>(".history-open")[index]?.focus();
  }

  private async rename(thread: Thread, form: FormData): Promise<void> {
    const value = form.get("title");
    const title = typeof value === "string" ? value.trim() : "";
    if (this.saving !== null) return;
    if (title === "" || title === thread.title) {
      this.stopEditing(thread.id);
      return;
    }
    this.saving = thread.id;
    await this.attempt("error.rename", async () => {
      await this.history.rename(thread.id, title);
      if (this.editing === thread.id) this.stopEditing(thread.id);
      this.onRenamed(thread.id, title);
      this.context.actions.announce(this.context.t("history.renamed"));
    });
    this.saving = null;
    // What was refused is still in its field.
    if (this.editing === thread.id) await this.focusEditor();
  }

  private async ask(thread: Thread): Promise<void> {
    this.deleting = thread;
    await this.updateComplete;
    this.dialog?.showModal();
  }

  private async removeThread(): Promise<void> {
    const thread = this.deleting;
    this.dialog?.close();
    if (!thread) return;
    await this.attempt("error.delete", async () => {
      await this.history.remove(thread.id);
      this.onDeleted(thread.id);
      this.context.actions.announce(this.context.t("history.deleted"));
      this.focus();
    });
  }

  private async attempt(key: "error.rename" | "error.delete", work: () => Promise<void>) {
    this.problem = null;
    const { t, actions } = this.context;
    try {
      await work();
    } catch (error) {
      const failure = toError(error);
      this.problem = { text: `${t(key)} ${describeError(failure, t)}`, error: failure };
      actions.fail(failure);
    }
  }
}
