/**
 * The files of the draft, above its text, and the ways they come by themselves: dropped anywhere on
 * the chat, or pasted.
 *
 * `fetch` tells nothing about the bytes it has sent, so a file on its way shows that it is, and no
 * share that would be made up.
 */

import { html, nothing, type PropertyValues } from "lit";
import { property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Upload } from "../state/draft";
import { ChatPart, type ChatContext } from "../ui/part";
import type { Uploads } from "../ui/uploads";
import { formatSize, removeUpload, retryUpload } from "./attach-files";
import { DropZone } from "./drop-zone";
import { fileIcon, fileKind } from "./file-kind";
import { icon } from "./kit";

export class AttachmentTray extends ChatPart {
  @property({ attribute: false }) context!: ChatContext;
  @property({ attribute: false }) uploads!: Uploads;
  @property({ attribute: false }) list: readonly Upload[] = [];
  /** Whether files may be dropped and pasted. */
  @property({ attribute: false }) takesFiles = false;
  @property({ attribute: false }) onFiles!: (files: readonly File[]) => void;
  @property({ attribute: false }) onProblems!: (problems: readonly string[]) => void;
  private readonly dropZone = new DropZone(this);

  override connectedCallback(): void {
    super.connectedCallback();
    this.dropZone.connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.dropZone.disconnect();
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has("takesFiles") && !this.takesFiles) this.dropZone.active = false;
  }

  protected override render() {
    const { t } = this.context;
    return html`${
      this.list.length === 0
        ? nothing
        : html`<ul class="tray" aria-label=${t("composer.attachments")}>
            ${repeat(
              this.list,
              (upload) => upload.key,
              (upload) => this.tile(upload),
            )}
          </ul>`
    }
    ${
      this.dropZone.active
        ? html`<div class="drop-zone">
            <div class="drop-zone-hint">${icon("attach")}<span>${t("composer.dropFiles")}</span></div>
          </div>`
        : nothing
    }`;
  }

  /** The drop zone covers the whole chat, from inside the composer. */
  protected override updated(): void {
    const zone = this.querySelector<HTMLElement>(".drop-zone");
    const root = this.closest(".root")?.getBoundingClientRect();
    const form = this.closest("form");
    if (!zone || !root || !form) return;
    // Absolute positions count from inside the border.
    const { top, left } = form.getBoundingClientRect();
    zone.style.top = `${root.top - top - form.clientTop}px`;
    zone.style.left = `${root.left - left - form.clientLeft}px`;
    zone.style.width = `${root.width}px`;
    zone.style.height = `${root.height}px`;
  }

  private tile(upload: Upload) {
    const { t } = this.context;
    const { name, attachment, failed } = upload;
    const picture = this.picture(upload);
    const state = failed ? "failed" : attachment === null ? "sending" : "ready";
    return html`<li
      class="tile"
      data-state=${state}
      ?data-picture=${picture !== null}
      title=${failed ? t("composer.uploadFailed", { name }) : name}
    >
      ${picture ?? html`<span class="file-icon">${icon(fileIcon(upload.mimeType))}</span>`}
      ${state === "sending" ? this.progress(name) : nothing}
      ${failed ? this.retryButton(upload) : nothing}
      ${
        picture === null || failed
          ? html`<span class="tile-text">
              <span class="truncate" dir="auto">${name}</span>
              <span class="tile-note truncate">${this.note(upload)}</span>
            </span>`
          : nothing
      }
      <button
        type="button"
        class="tile-remove"
        aria-label=${t("composer.removeAttachment", { name })}
        title=${t("composer.removeAttachment", { name })}
        @click=${() => this.takeOff(upload)}
      >
        ${icon("close")}
      </button>
    </li>`;
  }

  private picture({ file, attachment, mimeType, name }: Upload) {
    const label = this.context.t("message.attachment", { name });
    if (file && mimeType.startsWith("image/") && mimeType !== "image/svg+xml") {
      return html`<chatkit-thumbnail .file=${file} .label=${label}></chatkit-thumbnail>`;
    }
    if (attachment?.type !== "image" || !attachment.preview_url) return null;
    return html`<chatkit-picture
      .src=${attachment.preview_url}
      .alt=${label}
      .imageDomains=${this.context.imageDomains}
    ></chatkit-picture>`;
  }

  private note({ name, mimeType, file }: Upload): string {
    const size = file ? formatSize(file.size, this.context.locale) : "";
    return [fileKind(name, mimeType), size].filter((part) => part !== "").join(" · ");
  }

  private progress(name: string) {
    return html`<span class="tile-progress">
      <span
        class="spinner"
        role="progressbar"
        aria-label=${this.context.t("composer.uploading", { name })}
      ></span>
    </span>`;
  }

  private retryButton(upload: Upload) {
    const label = `${this.context.t("action.retry")}: ${upload.name}`;
    return html`<button
      type="button"
      class="icon-button small tile-retry"
      aria-label=${label}
      title=${label}
      @click=${() => {
        const { uploads, context, onProblems } = this;
        // The button goes: what can be done with the file next is to take it off.
        this.removeButtons[this.list.indexOf(upload)]?.focus();
        void retryUpload(uploads, upload, context, onProblems);
      }}
    >
      ${icon("retry")}
    </button>`;
  }

  private get removeButtons(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(".tile-remove")];
  }

  /** The focus goes on to the next file, and after the last one to the text. */
  private takeOff(upload: Upload): void {
    const index = this.list.indexOf(upload);
    this.onProblems([]);
    removeUpload(this.uploads, upload, this.context);
    void this.updateComplete.then(async () => {
      await this.updateComplete;
      const field = this.closest("form")?.querySelector<HTMLElement>("textarea");
      (this.removeButtons[Math.min(index, this.removeButtons.length - 1)] ?? field)?.focus();
    });
  }
}
