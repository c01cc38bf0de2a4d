/** A widget in the thread. Its renderer is loaded with the first widget. */

import { html, type PropertyValues } from "lit";
import { property } from "lit/decorators.js";
import { loadAsset } from "../assets";
import { icon } from "../icons";
import { toError } from "../protocol/errors";
import type { WidgetItem } from "../protocol/types";
import type { Conversation } from "../state/conversation";
import type * as WidgetsModule from "../widgets";
import type * as ChartModule from "../widgets/chart";
import { canRetry, describeError } from "./errors";
import { createMarkdown, loadMarkdown, markdownRenderer } from "./markdown-text";
import { ChatPart, definePart, type ChatContext } from "./part";
import { adoptStyles } from "./styles";

type WidgetView = ReturnType<typeof WidgetsModule.createWidgetView>;

export class WidgetItemView extends ChatPart {
  @property({ attribute: false }) context!: ChatContext;
  @property({ attribute: false }) conversation!: Conversation;
  @property({ attribute: false }) item!: WidgetItem;
  @property({ attribute: false }) imageDomains: readonly string[] = [];
  private view: WidgetView | undefined;
  private loading = false;
  private failed = false;

  protected override willUpdate(changes: PropertyValues<this>): void {
    const reworded = changes.get("context") && changes.get("context")?.t !== this.context.t;
    if (changes.has("imageDomains") || reworded) this.view = undefined;
    if (this.view) this.view.update(this.item.widget);
    else if (!this.loading && !this.failed) void this.load();
  }

  protected override render() {
    const { t } = this.context;
    if (this.view) return this.view.element;
    if (!this.failed) {
      return html`<div class="fallback" role="status">
        <span class="spinner"></span><span>${t("widget.loading")}</span>
      </div>`;
    }
    return html`<div class="fallback">${this.item.copy_text ?? t("message.unsupported")}</div>`;
  }

  private async load(): Promise<void> {
    this.loading = true;
    try {
      const [widgets] = await Promise.all([
        loadAsset<typeof WidgetsModule>("widgets"),
        loadMarkdown(),
      ]);
      adoptStyles(this, widgets.widgetStyles);
      const renderer = markdownRenderer();
      if (renderer) adoptStyles(this, renderer.markdownStyles);
      this.view ??= this.createView(widgets);
      this.view.update(this.item.widget);
    } catch (error) {
      this.failed = true;
      this.context.actions.fail(toError(error));
    }
    this.loading = false;
    this.requestUpdate();
  }

  private createView(widgets: typeof WidgetsModule): WidgetView {
    const { context, conversation, imageDomains } = this;
    return widgets.createWidgetView({
      onAction: (action, formData) =>
        context.actions.widgetAction(conversation, this.item.id, action, formData),
      explain: (error) => ({
        text: describeError(toError(error), context.t, "error.action"),
        canRetry: canRetry(toError(error)),
      }),
      whenIdle: () => (conversation.busy ? conversation.turnEnd : undefined),
      markdown: () => createMarkdown(context, imageDomains),
      icon,
      t: context.t,
      locale: context.locale,
      ...(context.options.theme && { theme: context.options.theme }),
      loadChart: () => loadAsset<typeof ChartModule>("chart"),
      allowedImageDomains: imageDomains,
    });
  }
}

definePart("chatkit-widget", WidgetItemView);
