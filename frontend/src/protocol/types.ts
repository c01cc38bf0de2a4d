/**
 * The ChatKit protocol as `openai-chatkit` 1.6 puts it on the wire.
 *
 * Every union ends in a shape for what a newer server may send, so that code which handles the
 * known kinds is forced to leave the others alone.
 */

export interface Page<Entry> {
  data: Entry[];
  has_more: boolean;
  after?: string | null;
}

export type ThreadStatus =
  | { type: "active" }
  | { type: "locked"; reason?: string | null }
  | { type: "closed"; reason?: string | null };

export interface Thread {
  id: string;
  title?: string | null;
  created_at: string;
  status?: ThreadStatus;
  allowed_image_domains?: string[] | null;
  /** Filled by `threads.get_by_id` only; always empty in stream events. */
  items?: Page<ThreadItem>;
}

export interface TextContent {
  type: "input_text";
  text: string;
}

export interface TagContent {
  type: "input_tag";
  id: string;
  text: string;
  data: Record<string, unknown>;
  group?: string | null;
  interactive?: boolean;
}

export type UserContent = TextContent | TagContent;

export interface InferenceOptions {
  tool_choice?: { id: string } | null;
  model?: string | null;
}

export interface UploadDescriptor {
  url: string;
  method: "POST" | "PUT";
  headers?: Record<string, string>;
}

export interface WireAttachment {
  id: string;
  type: "file" | "image";
  name: string;
  mime_type: string;
  preview_url?: string;
  upload_descriptor?: UploadDescriptor | null;
}

/** What the composer sends; `attachments` and `inference_options` may not be left out. */
export interface UserMessageInput {
  content: UserContent[];
  attachments: string[];
  quoted_text: string;
  inference_options: InferenceOptions;
}

export type Source = {
  title: string;
  description?: string | null;
  timestamp?: string | null;
  group?: string | null;
} & (
  | { type: "url"; url: string; attribution?: string | null }
  | { type: "file"; filename: string }
  | {
      type: "entity";
      id: string;
      icon?: string | null;
      label?: string | null;
      inline_label?: string | null;
      interactive?: boolean;
      data?: Record<string, string>;
    }
);

export interface Annotation {
  type: "annotation";
  source: Source;
  /** How many characters of the text stand before it, as Python counts them: code points. */
  index?: number | null;
}

export interface AssistantContent {
  type: "output_text";
  text: string;
  annotations: Annotation[];
}

export type TaskStatus = "none" | "loading" | "complete";

export interface CustomTask {
  type: "custom";
  title?: string | null;
  icon?: string | null;
  content?: string | null;
}

export interface WebSearchTask {
  type: "web_search";
  title?: string | null;
  title_query?: string | null;
  queries?: string[];
  sources?: Source[];
}

export interface ThoughtTask {
  type: "thought";
  title?: string | null;
  content: string;
}

export interface FileTask {
  type: "file";
  title?: string | null;
  sources?: Source[];
}

export interface ImageTask {
  type: "image";
  title?: string | null;
}

export type Task = (CustomTask | WebSearchTask | ThoughtTask | FileTask | ImageTask) & {
  status_indicator?: TaskStatus;
};

export type WorkflowSummary = { title: string; icon?: string | null } | { duration: number };

export interface Workflow {
  type: "custom" | "reasoning";
  tasks: Task[];
  summary?: WorkflowSummary | null;
  expanded?: boolean;
}

export interface StructuredInput {
  id: string;
  type: "multiple_choice" | "freeform";
  question: string;
  description?: string | null;
  multiple?: boolean;
  options?: { value: string }[];
  answer?: { values: string[]; skipped: boolean } | null;
}

export type WidgetNode = { type: string } & Record<string, unknown>;

interface ItemBase {
  id: string;
  thread_id: string;
  created_at: string;
}

export interface UserMessageItem extends ItemBase {
  type: "user_message";
  content: UserContent[];
  attachments: WireAttachment[];
  quoted_text?: string | null;
  inference_options?: InferenceOptions;
}

export interface AssistantMessageItem extends ItemBase {
  type: "assistant_message";
  content: AssistantContent[];
}

export interface ClientToolCallItem extends ItemBase {
  type: "client_tool_call";
  status: "pending" | "completed";
  call_id: string;
  name: string;
  arguments: Record<string, unknown>;
  output?: unknown;
}

export interface WidgetItem extends ItemBase {
  type: "widget";
  widget: WidgetNode;
  copy_text?: string | null;
}

export interface GeneratedImageItem extends ItemBase {
  type: "generated_image";
  image?: { id: string; url: string } | null;
  /** 0 to 1; kept from `generated_image.updated`, absent on the wire of an item. */
  progress?: number;
}

export interface StructuredInputItem extends ItemBase {
  type: "structured_input";
  status: "pending" | "answered" | "skipped";
  inputs: StructuredInput[];
}

export interface WorkflowItem extends ItemBase {
  type: "workflow";
  workflow: Workflow;
}

export interface TaskItem extends ItemBase {
  type: "task";
  task: Task;
}

export interface EndOfTurnItem extends ItemBase {
  type: "end_of_turn";
}

export type ThreadItem =
  | UserMessageItem
  | AssistantMessageItem
  | ClientToolCallItem
  | WidgetItem
  | GeneratedImageItem
  | StructuredInputItem
  | WorkflowItem
  | TaskItem
  | EndOfTurnItem;

export type ItemUpdate =
  | {
      type: "assistant_message.content_part.added";
      content_index: number;
      content: AssistantContent;
    }
  | { type: "assistant_message.content_part.text_delta"; content_index: number; delta: string }
  | {
      type: "assistant_message.content_part.annotation_added";
      content_index: number;
      annotation_index: number;
      annotation: Annotation;
    }
  | {
      type: "assistant_message.content_part.done";
      content_index: number;
      content: AssistantContent;
    }
  | {
      type: "widget.streaming_text.value_delta";
      component_id: string;
      delta: string;
      done: boolean;
    }
  | { type: "widget.component.updated"; component_id: string; component: WidgetNode }
  | { type: "widget.root.updated"; widget: WidgetNode }
  | { type: "workflow.task.added"; task_index: number; task: Task }
  | { type: "workflow.task.updated"; task_index: number; task: Task }
  | {
      type: "generated_image.updated";
      image: { id: string; url: string };
      progress?: number | null;
    };

export type NoticeLevel = "info" | "warning" | "danger";

export type StreamEvent =
  | { type: "thread.created"; thread: Thread }
  | { type: "thread.updated"; thread: Thread }
  | { type: "thread.item.added"; item: ThreadItem }
  | { type: "thread.item.updated"; item_id: string; update: ItemUpdate }
  | { type: "thread.item.done"; item: ThreadItem }
  | { type: "thread.item.removed"; item_id: string }
  | { type: "thread.item.replaced"; item: ThreadItem }
  | { type: "stream_options"; stream_options: { allow_cancel: boolean } }
  | { type: "progress_update"; icon?: string | null; text: string }
  | { type: "client_effect"; name: string; data?: Record<string, unknown> }
  | { type: "error"; code?: string; message?: string | null; allow_retry?: boolean }
  | { type: "notice"; level: NoticeLevel; message: string; title?: string | null };

/** The six operations answered with an event stream, and their parameters. */
export interface StreamingOperations {
  "threads.create": { input: UserMessageInput };
  "threads.add_user_message": { thread_id: string; input: UserMessageInput };
  "threads.add_client_tool_output": { thread_id: string; result: unknown };
  "threads.retry_after_item": { thread_id: string; item_id: string };
  "threads.custom_action": {
    thread_id: string;
    item_id?: string | null;
    action: { type: string; payload?: unknown };
  };
  "threads.add_structured_input": {
    thread_id: string;
    item_id: string;
    input: {
      status: "answered" | "skipped";
      answers: Record<string, { values: string[]; skipped: boolean }>;
    };
  };
}

/** The operations answered with JSON: parameters and answer. */
export interface JsonOperations {
  "threads.get_by_id": { params: { thread_id: string }; answer: Thread };
  "threads.list": {
    params: { limit?: number; order?: "asc" | "desc"; after?: string | null };
    answer: Page<Thread>;
  };
  "threads.update": { params: { thread_id: string; title: string }; answer: Thread };
  "threads.delete": { params: { thread_id: string }; answer: object };
  "threads.sync_custom_action": {
    params: StreamingOperations["threads.custom_action"];
    answer: { updated_item?: ThreadItem };
  };
  "items.list": {
    params: { thread_id: string; limit?: number; order?: "asc" | "desc"; after?: string | null };
    answer: Page<ThreadItem>;
  };
  "items.feedback": {
    params: { thread_id: string; item_ids: string[]; kind: "positive" | "negative" };
    answer: object;
  };
  "attachments.create": {
    params: { name: string; size: number; mime_type: string };
    answer: WireAttachment;
  };
  "attachments.delete": { params: { attachment_id: string }; answer: object };
  "input.transcribe": {
    params: { audio_base64: string; mime_type: string };
    answer: { text: string };
  };
}
