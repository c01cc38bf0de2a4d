import { expect, test, vi } from "vitest";
import { entityFunctions } from "../../src/embed/entities";

const urls = { searchUrl: "/chatkit/entities?assistant=sales", previewUrl: "/chatkit/entities/{id}" };
const order = { id: "order:1/2", title: "Order", interactive: true, data: {} };

function answering(status: number, body: unknown): ReturnType<typeof vi.fn<typeof fetch>> {
  return vi.fn<typeof fetch>(() => Promise.resolve(Response.json(body, { status })));
}

test("a site without entities adds no functions", () => {
  expect(entityFunctions({}, answering(200, {}))).toBeUndefined();
});

test("a search asks the site for what was typed", async () => {
  const request = answering(200, { data: [order] });
  const found = await entityFunctions({ entities: urls }, request)?.onTagSearch?.("a & b");

  expect(found).toEqual([order]);
  expect(request.mock.calls[0]?.[0]).toBe(
    `${location.origin}/chatkit/entities?assistant=sales&q=a+%26+b`,
  );
});

test("a search that the site refuses fails, so that the menu can say so", async () => {
  const functions = entityFunctions({ entities: urls }, answering(429, {}));

  await expect(functions?.onTagSearch?.("a")).rejects.toThrow("429");
});

test("a preview is asked for by the entity's id, whatever is in it", async () => {
  const widget = { type: "Basic", children: [] };
  const request = answering(200, { preview: widget });
  const shown = await entityFunctions({ entities: urls }, request)?.onRequestPreview?.(order);

  expect(shown).toEqual({ preview: widget });
  expect(request.mock.calls[0]?.[0]).toBe(`${location.origin}/chatkit/entities/order%3A1%2F2`);
});

test("what is gone has no preview", async () => {
  const shown = await entityFunctions({ entities: urls }, answering(404, {}))?.onRequestPreview?.(
    order,
  );

  expect(shown).toEqual({ preview: null });
});
