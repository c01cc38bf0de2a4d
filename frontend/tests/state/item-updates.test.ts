import { expect, test } from "vitest";
import type { Annotation, ItemUpdate, ThreadItem } from "../../src/protocol/types";
import { applyItemUpdate } from "../../src/state/item-updates";
import { assistantMessage, userMessage, widget, workflow } from "../samples";

const url: Annotation = {
  type: "annotation",
  source: { type: "url", title: "A", url: "https://example.com/" },
  index: 5,
};

function after(item: ThreadItem, ...updates: ItemUpdate[]): ThreadItem | undefined {
  return updates.reduce<ThreadItem | undefined>(
    (current, update) => current && applyItemUpdate(current, update),
    item,
  );
}

test("text deltas append, and make the parts that were never announced", () => {
  const item = after(
    assistantMessage("msg_1"),
    { type: "assistant_message.content_part.text_delta", content_index: 1, delta: "Hel" },
    { type: "assistant_message.content_part.text_delta", content_index: 1, delta: "lo" },
  );
  expect(item).toEqual(assistantMessage("msg_1", "", "Hello"));
});

test("an added part begins anew", () => {
  const content = { type: "output_text", text: "New", annotations: [] } as const;
  const item = after(assistantMessage("msg_1", "Old"), {
    type: "assistant_message.content_part.added",
    content_index: 0,
    content: { ...content, annotations: [] },
  });
  expect(item).toEqual(assistantMessage("msg_1", "New"));
});

test("a part that is done keeps the annotations that its end leaves out", () => {
  const item = after(
    assistantMessage("msg_1", "Hello"),
    {
      type: "assistant_message.content_part.annotation_added",
      content_index: 0,
      annotation_index: 0,
      annotation: url,
    },
    {
      type: "assistant_message.content_part.done",
      content_index: 0,
      content: { type: "output_text", text: "Hello!", annotations: [] },
    },
  );
  expect(item).toMatchObject({ content: [{ text: "Hello!", annotations: [url] }] });
});

test("a widget's text grows where its component is, in a lone child too", () => {
  const item = after(
    widget("w"),
    { type: "widget.streaming_text.value_delta", component_id: "t", delta: "lo", done: true },
    { type: "widget.streaming_text.value_delta", component_id: "m", delta: "**Hi", done: false },
  );
  expect(item).toMatchObject({
    widget: {
      children: [
        { id: "t", value: "Hello", streaming: false },
        { children: { id: "m", value: "**Hi", streaming: true } },
      ],
    },
  });
});

test("a widget's component or its whole root can be replaced", () => {
  const component = { type: "Badge", id: "t", label: "New" };
  expect(
    after(widget("w"), { type: "widget.component.updated", component_id: "t", component }),
  ).toMatchObject({ widget: { children: [component, {}] } });
  const root = { type: "Card", children: [] };
  expect(after(widget("w"), { type: "widget.root.updated", widget: root })).toEqual({
    ...widget("w"),
    widget: root,
  });
});

test("tasks are added and updated at their index", () => {
  const item = after(
    workflow("wf"),
    { type: "workflow.task.added", task_index: 0, task: { type: "custom", title: "One" } },
    { type: "workflow.task.added", task_index: 1, task: { type: "image" } },
    {
      type: "workflow.task.updated",
      task_index: 0,
      task: { type: "custom", title: "One", status_indicator: "complete" },
    },
  );
  expect(item).toMatchObject({
    workflow: { tasks: [{ title: "One", status_indicator: "complete" }, { type: "image" }] },
  });
});

test("an image in the making keeps its progress", () => {
  const item: ThreadItem = {
    id: "ig_1",
    thread_id: "thr_1",
    created_at: "2026-11-20T11:09:31Z",
    type: "generated_image",
  };
  const image = { id: "img", url: "https://example.com/a.png" };
  expect(after(item, { type: "generated_image.updated", image, progress: 0.5 })).toEqual({
    ...item,
    image,
    progress: 0.5,
  });
});

test("an update that does not fit its item, or that nobody knows, changes nothing", () => {
  const delta: ItemUpdate = {
    type: "assistant_message.content_part.text_delta",
    content_index: 0,
    delta: "x",
  };
  expect(after(userMessage("msg_1"), delta)).toBeUndefined();
  const unknown = { type: "assistant_message.sung" } as unknown as ItemUpdate;
  expect(after(assistantMessage("msg_1"), unknown)).toBeUndefined();
  const missing: ItemUpdate = {
    type: "widget.component.updated",
    component_id: "zz",
    component: { type: "Text" },
  };
  expect(after(widget("w"), missing)).toBeUndefined();
});
