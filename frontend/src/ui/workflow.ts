/** A workflow: what the assistant did or thought on its way to the answer, folded away. */

import { html, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { icon } from "../icons";
import type { Workflow, WorkflowItem } from "../protocol/types";
import { ChatPart, definePart, type ChatContext, type Translate } from "./part";
import { taskView } from "./task";

export class WorkflowView extends ChatPart {
  @property({ attribute: false }) context!: ChatContext;
  @property({ attribute: false }) item!: WorkflowItem;
  @property({ attribute: false }) streaming = false;
  /** What the visitor chose; until then the server's `expanded` decides. */
  @state() private chosen: boolean | null = null;

  protected override willUpdate(changes: PropertyValues<this>): void {
    const before = changes.get("item");
    if (before && before.workflow.expanded !== this.item.workflow.expanded) this.chosen = null;
  }

  protected override render() {
    const { t } = this.context;
    const { workflow, id } = this.item;
    const { tasks = [] } = workflow;
    const summary = html`<span class="workflow-icon">${icon(summaryIcon(workflow))}</span>
      <span class="workflow-title ${this.streaming ? "shimmer" : ""}"
        ><bdi>${summaryTitle(workflow, this.streaming, t)}</bdi></span
      >`;
    // What holds nothing cannot be opened.
    if (tasks.length === 0) return html`<div class="workflow workflow-toggle">${summary}</div>`;
    const open = this.chosen ?? workflow.expanded ?? false;
    const panel = `workflow-${id}`;
    return html`<section class="workflow" data-type=${workflow.type}>
      <button
        type="button"
        class="workflow-toggle"
        aria-expanded=${open}
        aria-controls=${panel}
        @click=${() => (this.chosen = !open)}
      >
        ${summary}
        <span class="chevron">${icon("chevron-down")}</span>
      </button>
      <ol id=${panel} class="workflow-tasks" ?hidden=${!open}>
        ${open ? tasks.map((task) => html`<li>${taskView(task, this.context)}</li>`) : nothing}
      </ol>
    </section>`;
  }
}

function summaryIcon({ type, summary }: Workflow): string {
  if (summary && "title" in summary && summary.icon) return summary.icon;
  return type === "reasoning" ? "sparkle" : "tool";
}

/** The summary when there is one; before that, what is going on right now. */
function summaryTitle(workflow: Workflow, streaming: boolean, t: Translate): string {
  const { type, summary, tasks = [] } = workflow;
  if (summary && "title" in summary) return summary.title;
  if (summary && "duration" in summary) {
    const seconds = Math.max(1, Math.round(summary.duration));
    return seconds < 120
      ? t("workflow.thought", { n: seconds })
      : t("workflow.thoughtMinutes", { n: Math.round(seconds / 60) });
  }
  const titled = tasks.filter((task) => task.title);
  const current = titled.findLast((task) => task.status_indicator === "loading") ?? titled.at(-1);
  if (streaming && type === "reasoning") return t("workflow.thinking");
  if (streaming) return current?.title ?? t("workflow.working");
  return type === "reasoning" ? t("workflow.reasoning") : t("workflow.steps", { n: tasks.length });
}

definePart("chatkit-workflow", WorkflowView);
