/** Which model answers: a button that says it, and a list to choose from. */

import { html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { icon } from "./kit";
import { PopupPart } from "./popup";

export class ModelPicker extends PopupPart {
  /** `null` while the server chooses. */
  @property({ attribute: false }) modelId: string | null = null;
  @property({ attribute: false }) onModel!: (id: string) => void;

  protected override render() {
    const { t, options } = this.context;
    const models = options.composer?.models ?? [];
    const name = models.find((model) => model.id === this.modelId)?.label;
    return html`<button
        type="button"
        class="chip model-button"
        aria-haspopup="listbox"
        aria-expanded=${this.open}
        aria-label=${name === undefined ? t("composer.model") : `${t("composer.model")}: ${name}`}
        ?disabled=${this.disabled}
        @click=${this.onButtonClick}
        @keydown=${this.onButtonKeydown}
      >
        <span class="truncate">${name ?? t("composer.model")}</span>${icon("chevron-down")}
      </button>
      ${
        this.open
          ? html`<div
              class="menu model-list"
              role="listbox"
              aria-label=${t("composer.model")}
              @click=${this.onPanelClick}
              @keydown=${this.onPanelKeydown}
            >
              ${models.map(
                (model) =>
                  html`<div
                    class="menu-row"
                    role="option"
                    tabindex="-1"
                    aria-selected=${model.id === this.modelId}
                    aria-disabled=${model.disabled ?? false}
                    data-choice=${model.id}
                  >
                    <span class="menu-label">
                      <span>${model.label}</span>
                      ${
                        model.description
                          ? html`<span class="menu-description">${model.description}</span>`
                          : nothing
                      }
                    </span>
                    <span class="menu-check">${model.id === this.modelId ? icon("check") : nothing}</span>
                  </div>`,
              )}
            </div>`
          : nothing
      }`;
  }

  protected override choose(choice: HTMLElement): void {
    const { choice: id } = choice.dataset;
    if (id !== undefined) this.onModel(id);
  }
}
