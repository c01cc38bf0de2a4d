/** Wire objects as the SDK writes them. */

import type {
  AssistantMessageItem,
  ClientToolCallItem,
  Thread,
  UserMessageItem,
  WidgetItem,
  WorkflowItem,
} from "../src/protocol/types";

const base = { thread_id: "thr_1", created_at: "2026-11-20T11:09:31Z" };

export const thread: Thread = {
  id: "thr_1",
  created_at: base.created_at,
  status: { type: "active" },
  items: { data: [], has_more: false },
};

export function userMessage(id: string, text = "Hi"): UserMessageItem {
  return {
    ...base,
    id,
    type: "user_message",
    content: [{ type: "input_text", text }],
    attachments: [],
    quoted_text: "",
    inference_options: {},
  };
}

export function assistantMessage(id: string, ...texts: string[]): AssistantMessageItem {
  return {
    ...base,
    id,
    type: "assistant_message",
    content: texts.map((text) => ({ type: "output_text", text, annotations: [] })),
  };
}

export function toolCall(id: string, name = "get_page"): ClientToolCallItem {
  return {
    ...base,
    id,
    type: "client_tool_call",
    status: "pending",
    call_id: `call_${id}`,
    name,
    arguments: { a: 1 },
  };
}

export function widget(id: string): WidgetItem {
  return {
    ...base,
    id,
    type: "widget",
    copy_text: "Copied",
    widget: {
      type: "Card",
      children: [
        { type: "Text", id: "t", value: "Hel" },
        { type: "Transition", children: { type: "Markdown", id: "m", value: "" } },
      ],
    },
  };
}

export function workflow(id: string): WorkflowItem {
  return { ...base, id, type: "workflow", workflow: { type: "custom", tasks: [] } };
}

export const created = { type: "thread.created", thread } as const;
export const options = { type: "stream_options", stream_options: { allow_cancel: true } } as const;
export const done = <Item>(item: Item) => ({ type: "thread.item.done", item }) as const;
export const added = <Item>(item: Item) => ({ type: "thread.item.added", item }) as const;
