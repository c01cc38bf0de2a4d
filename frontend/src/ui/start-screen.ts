/** The view of a conversation that has not begun: a greeting and prompts to begin with. */

import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../icons";
import { toContent } from "../state/message";
import type { ChatContext } from "./part";

export function startScreen(context: ChatContext): TemplateResult {
  const { options, t, actions } = context;
  const { greeting = t("start.greeting"), prompts = [] } = options.startScreen ?? {};
  return html`<div class="start">
    <h2 class="greeting"><bdi>${greeting}</bdi></h2>
    ${
      prompts.length > 0
        ? html`<ul class="prompts" aria-label=${t("start.prompts")}>
            ${prompts.map(
              ({ label, prompt, icon: name }) =>
                html`<li>
                  <button
                    type="button"
                    class="prompt"
                    @click=${() =>
                      actions.send({
                        content: toContent(prompt),
                        attachments: [],
                        quotedText: "",
                        inferenceOptions: {},
                      })}
                  >
                    ${name ? html`<span class="prompt-icon">${icon(name)}</span>` : nothing}
                    <bdi>${label}</bdi>
                  </button>
                </li>`,
            )}
          </ul>`
        : nothing
    }
  </div>`;
}
