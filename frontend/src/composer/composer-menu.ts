/** The plus button with its menu, and the tools that are outside of it. */

import type { ToolOption } from "@openai/chatkit";
import { html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { icon } from "./kit";
import { acceptAttribute } from "./limits";
import { PopupPart } from "./popup";

const ATTACH = "attach";

export class ComposerMenu extends PopupPart {
  @property({ attribute: false }) toolId: string | null = null;
  @property({ attribute: false }) onFiles!: (files: readonly File[]) => void;
  @property({ attribute: false }) onTool!: (id: string | null) => void;

  protected override render() {
    const { attachments, tools = [] } = this.context.options.composer ?? {};
    const { t } = this.context;
    const takesFiles = attachments?.enabled ?? false;
    const inMenu = tools.filter((tool) => !tool.pinned);
    const pinned = tools.filter((tool) => tool.pinned);
    const chosen = inMenu.find((tool) => tool.id === this.toolId);
    return html`${inMenu.length > 0 ? this.menuButton() : takesFiles ? this.attachButton() : nothing}
    ${
      takesFiles
        ? html`<input
            type="file"
            hidden
            ?multiple=${attachments?.maxCount !== 1}
            accept=${(attachments && acceptAttribute(attachments)) || nothing}
            ?disabled=${this.disabled}
            @change=${this.onPicked}
          />`
        : nothing
    }
    ${
      pinned.length > 0 || chosen
        ? html`<div class="composer-tools" role="group" aria-label=${t("composer.tools")}>
            ${pinned.map((tool) => this.pinnedTool(tool))}
            ${chosen ? this.chosenTool(chosen) : nothing}
          </div>`
        : nothing
    }
    ${this.open ? this.menu(inMenu, takesFiles) : nothing}`;
  }

  private menuButton() {
    const label = this.context.t("composer.more");
    return html`<button
      type="button"
      class="icon-button composer-button"
      aria-haspopup="menu"
      aria-expanded=${this.open}
      aria-label=${label}
      title=${label}
      ?disabled=${this.disabled}
      @click=${this.onButtonClick}
      @keydown=${this.onButtonKeydown}
    >
      ${icon("plus")}
    </button>`;
  }

  private attachButton() {
    const label = this.context.t("composer.attach");
    return html`<button
      type="button"
      class="icon-button composer-button"
      aria-label=${label}
      title=${label}
      ?disabled=${this.disabled}
      @click=${this.pickFiles}
    >
      ${icon("plus")}
    </button>`;
  }

  private menu(tools: readonly ToolOption[], takesFiles: boolean) {
    const { t } = this.context;
    return html`<div
      class="menu"
      role="menu"
      aria-label=${t("composer.more")}
      @click=${this.onPanelClick}
      @keydown=${this.onPanelKeydown}
    >
      ${
        takesFiles
          ? html`<div class="menu-row" role="menuitem" tabindex="-1" data-choice=${ATTACH}>
                ${icon("attach")}<span class="menu-label">${t("composer.attach")}</span>
              </div>
              <div class="menu-separator" role="separator"></div>`
          : nothing
      }
      <div role="group" aria-label=${t("composer.tools")}>
        ${tools.map(
          (tool) =>
            html`<div
              class="menu-row"
              role="menuitemradio"
              tabindex="-1"
              aria-checked=${tool.id === this.toolId}
              data-choice="tool"
              data-tool=${tool.id}
            >
              ${icon(tool.icon)}<span class="menu-label">${tool.label}</span>
              ${tool.id === this.toolId ? html`<span class="menu-check">${icon("check")}</span>` : nothing}
            </div>`,
        )}
      </div>
    </div>`;
  }

  private pinnedTool(tool: ToolOption) {
    const selected = tool.id === this.toolId;
    return html`<button
      type="button"
      class="chip"
      aria-pressed=${selected}
      title=${tool.label}
      ?disabled=${this.disabled}
      @click=${() => this.select(selected ? null : tool.id)}
    >
      ${icon(tool.icon)}<span class="truncate"
        >${selected ? (tool.shortLabel ?? tool.label) : tool.label}</span
      >
    </button>`;
  }

  private chosenTool(tool: ToolOption) {
    const name = tool.shortLabel ?? tool.label;
    const label = this.context.t("composer.clearTool", { name });
    return html`<button
      type="button"
      class="chip"
      data-chosen
      aria-label=${label}
      title=${label}
      ?disabled=${this.disabled}
      @click=${() => this.select(null)}
    >
      ${icon(tool.icon)}<span class="truncate">${name}</span>${icon("close")}
    </button>`;
  }

  protected override choose(choice: HTMLElement): void {
    const { tool } = choice.dataset;
    if (tool === undefined) this.pickFiles();
    else this.select(tool === this.toolId ? null : tool);
  }

  /** What comes next is writing what the tool is for. */
  private select(id: string | null): void {
    this.onTool(id);
    this.closest("form")?.querySelector("textarea")?.focus();
  }

  private readonly pickFiles = (): void => {
    this.querySelector<HTMLInputElement>("input[type=file]")?.click();
  };

  private readonly onPicked = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    input.value = "";
    if (files.length > 0) this.onFiles(files);
    this.closest("form")?.querySelector("textarea")?.focus();
  };
}
