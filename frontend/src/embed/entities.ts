/** What people may mention, as the site registered it: searched and shown by the site itself. */

import type { ChatKitOptions, Entity } from "@openai/chatkit";
import type { PageConfig } from "./config";

type EntityFunctions = NonNullable<ChatKitOptions["entities"]>;

/**
 * The functions of `entities` that ask the site; a page's own replace them.
 *
 * @param request `fetch`, as the page does it.
 */
export function entityFunctions(
  { entities }: Pick<PageConfig, "entities">,
  request: typeof fetch,
): EntityFunctions | undefined {
  if (!entities) return undefined;
  return {
    async onTagSearch(query) {
      const url = new URL(entities.searchUrl, document.baseURI);
      url.searchParams.set("q", query);
      const { data } = (await answer(await request(url.href))) as { data: Entity[] };
      return data;
    },
    async onRequestPreview(entity) {
      const url = entities.previewUrl.replace("{id}", encodeURIComponent(entity.id));
      const response = await request(new URL(url, document.baseURI).href);
      // Gone since it was mentioned, or not for this visitor: there is nothing to show.
      if (response.status === 404) return { preview: null };
      return (await answer(response)) as Awaited<
        ReturnType<NonNullable<EntityFunctions["onRequestPreview"]>>
      >;
    },
    onClick(entity) {
      const target = entity.data?.url;
      if (target && isWebAddress(target)) location.assign(target);
    },
  };
}

async function answer(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`The site answered ${String(response.status)}.`);
  return response.json();
}

function isWebAddress(text: string): boolean {
  return ["http:", "https:"].includes(new URL(text, document.baseURI).protocol);
}
