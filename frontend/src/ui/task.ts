/** The five kinds of task, alone or inside a workflow. */

import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../icons";
import type { Task } from "../protocol/types";
import type { ChatContext } from "./part";
import { sourceChips } from "./sources";

const TASK_ICONS = {
  custom: "dot",
  web_search: "search",
  thought: "lightbulb",
  file: "document",
  image: "image",
} as const;

export function taskView(task: Task, context: ChatContext): TemplateResult {
  const status = task.status_indicator ?? "none";
  return html`<div class="task" data-status=${status}>
    <span class="task-mark">${mark(task, context)}</span>
    <div class="task-body">
      <div class="task-title">${title(task, context)}</div>
      ${details(task, context)}
    </div>
  </div>`;
}

function mark(task: Task, { t }: ChatContext): TemplateResult {
  const name = (task.type === "custom" && task.icon) || TASK_ICONS[task.type] || "dot";
  if (task.status_indicator === "loading") {
    return html`<span class="spinner" role="img" aria-label=${t("workflow.running")}></span>`;
  }
  if (task.status_indicator === "complete") {
    return html`<span class="task-complete" role="img" aria-label=${t("workflow.done")}
      >${icon("check")}</span
    >`;
  }
  return html`${icon(name)}`;
}

function title(task: Task, { t }: ChatContext): string {
  if (task.type === "web_search") {
    if (task.title) return task.title;
    if (task.title_query) return t("task.searchFor", { query: task.title_query });
    return t(task.status_indicator === "complete" ? "task.webSearched" : "task.webSearch");
  }
  if (task.title) return task.title;
  const keys = { custom: "task.custom", thought: "task.thought", file: "task.file" } as const;
  return task.type === "image" ? t("task.image") : t(keys[task.type] ?? "task.custom");
}

function details(task: Task, context: ChatContext): TemplateResult | typeof nothing {
  if (task.type === "custom" || task.type === "thought") {
    if (!task.content) return nothing;
    return html`<chatkit-markdown
      class="task-text"
      .context=${context}
      .text=${task.content}
      .streaming=${task.status_indicator === "loading"}
    ></chatkit-markdown>`;
  }
  if (task.type === "web_search") {
    const queries = task.queries ?? [];
    return html`${
      queries.length > 0
        ? html`<ul class="queries">
            ${queries.map((query) => html`<li>${icon("search")}<span>${query}</span></li>`)}
          </ul>`
        : nothing
    }${sources(task.sources, context)}`;
  }
  return task.type === "file" ? sources(task.sources, context) : nothing;
}

function sources(list: Parameters<typeof sourceChips>[0] | undefined, context: ChatContext) {
  return list && list.length > 0 ? sourceChips(list, context) : nothing;
}
