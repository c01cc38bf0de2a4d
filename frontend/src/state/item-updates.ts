/** What the ten `thread.item.updated` payloads do to an item. Nothing here mutates its input. */

import { isRecord } from "../protocol/errors";
import type {
  AssistantContent,
  AssistantMessageItem,
  ItemUpdate,
  ThreadItem,
  WidgetItem,
  WidgetNode,
  WorkflowItem,
} from "../protocol/types";

/** The item after the update, or `undefined` when the update does not fit it or is unknown. */
export function applyItemUpdate(item: ThreadItem, update: ItemUpdate): ThreadItem | undefined {
  if (item.type === "assistant_message") return updateMessage(item, update);
  if (item.type === "widget") return updateWidget(item, update);
  if (item.type === "workflow") return updateWorkflow(item, update);
  if (item.type === "generated_image" && update.type === "generated_image.updated") {
    return { ...item, image: update.image, progress: update.progress ?? undefined };
  }
  return undefined;
}

function updateMessage(
  item: AssistantMessageItem,
  update: ItemUpdate,
): AssistantMessageItem | undefined {
  switch (update.type) {
    case "assistant_message.content_part.added":
      return withPart(item, update.content_index, () => normalPart(update.content));
    case "assistant_message.content_part.text_delta":
      return withPart(item, update.content_index, (part) => ({
        ...part,
        text: part.text + update.delta,
      }));
    case "assistant_message.content_part.annotation_added":
      return withPart(item, update.content_index, (part) => {
        const annotations = [...part.annotations];
        annotations.splice(update.annotation_index, 0, update.annotation);
        return { ...part, annotations };
      });
    case "assistant_message.content_part.done":
      return withPart(item, update.content_index, (part) => {
        const done = normalPart(update.content);
        // The Agents SDK helper leaves out here what it announced before; the item's own end has it.
        return done.annotations.length > 0 ? done : { ...done, annotations: part.annotations };
      });
    default:
      return undefined;
  }
}

function withPart(
  item: AssistantMessageItem,
  index: number,
  change: (part: AssistantContent) => AssistantContent,
): AssistantMessageItem {
  const content = [...item.content];
  while (content.length <= index) content.push({ type: "output_text", text: "", annotations: [] });
  content[index] = change(normalPart(content[index]));
  return { ...item, content };
}

function normalPart(part: Partial<AssistantContent> | undefined): AssistantContent {
  return { type: "output_text", text: part?.text ?? "", annotations: part?.annotations ?? [] };
}

function updateWidget(item: WidgetItem, update: ItemUpdate): WidgetItem | undefined {
  switch (update.type) {
    case "widget.root.updated":
      return { ...item, widget: update.widget };
    case "widget.component.updated":
      return withComponent(item, update.component_id, () => update.component);
    case "widget.streaming_text.value_delta":
      return withComponent(item, update.component_id, (component) => ({
        ...component,
        value: (typeof component.value === "string" ? component.value : "") + update.delta,
        streaming: !update.done,
      }));
    default:
      return undefined;
  }
}

function withComponent(
  item: WidgetItem,
  id: string,
  change: (component: WidgetNode) => WidgetNode,
): WidgetItem | undefined {
  const widget = changeNode(item.widget, id, change);
  return widget === item.widget ? undefined : { ...item, widget };
}

/** Looks for a component by id in the node and in what it holds; copies only the path to it. */
function changeNode(
  node: WidgetNode,
  id: string,
  change: (component: WidgetNode) => WidgetNode,
): WidgetNode {
  if (node.id === id) return change(node);
  const { children } = node;
  if (Array.isArray(children)) {
    const changed = children.map((child: unknown) =>
      isRecord(child) ? changeNode(child as WidgetNode, id, change) : child,
    );
    return changed.some((child, index) => child !== children[index])
      ? { ...node, children: changed }
      : node;
  }
  if (isRecord(children)) {
    const changed = changeNode(children as WidgetNode, id, change);
    return changed === children ? node : { ...node, children: changed };
  }
  return node;
}

function updateWorkflow(item: WorkflowItem, update: ItemUpdate): WorkflowItem | undefined {
  const tasks = [...item.workflow.tasks];
  if (update.type === "workflow.task.added") tasks.splice(update.task_index, 0, update.task);
  else if (update.type === "workflow.task.updated" && update.task_index < tasks.length) {
    tasks[update.task_index] = update.task;
  } else return undefined;
  return { ...item, workflow: { ...item.workflow, tasks } };
}
