/** What an answer leans on: numbers for the markers in it, and a list at its end. */

import { html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { icon } from "../icons";
import type * as ItemsModule from "../items";
import type { Citation } from "../markdown";
import { isRecord, toError } from "../protocol/errors";
import type { AssistantContent, Source } from "../protocol/types";
import { loadItems } from "./late-items";
import { ChatPart, definePart, type ChatContext } from "./part";
import { safeUrl } from "./safe-url";
import { sourceIcon } from "./source-details";

export interface CitedSources {
  /** Each source once; its number is its place, from 1. */
  sources: readonly Source[];
  /** The markers of each part of the message. */
  citations: readonly (readonly Citation[])[];
}

/** Numbers the sources of a message in the order in which they were named. */
export function citedSources(content: readonly AssistantContent[]): CitedSources {
  const numbers = new Map<string, number>();
  const sources: Source[] = [];
  const citations = content.map(({ annotations = [] }) =>
    annotations.flatMap(({ source, index }): Citation[] => {
      if (!isRecord(source)) return [];
      const key = sourceKey(source);
      const number = numbers.get(key) ?? sources.push(source);
      numbers.set(key, number);
      return index == null ? [] : [{ index, number, source }];
    }),
  );
  return { sources, citations };
}

function sourceKey(source: Source): string {
  if (source.type === "url") return source.url;
  return `${source.type}:${source.type === "file" ? source.filename : source.id}`;
}

/** Sources as quiet chips; the same one is shown once. */
export function sourceChips(sources: readonly Source[], context: ChatContext): TemplateResult {
  const unique = [...new Map(sources.map((source) => [sourceKey(source), source])).values()];
  return html`<ul class="sources" aria-label=${context.t("message.sources")}>
    ${unique.map((source) => html`<li>${sourceChip(source)}</li>`)}
  </ul>`;
}

function sourceChip(source: Source): TemplateResult {
  const address = source.type === "url" ? safeUrl(source.url) : null;
  const label = source.type === "file" ? source.filename : source.title;
  const words = html`${icon(sourceIcon(source))}<span class="truncate" dir="auto"
      >${label || address}</span
    >`;
  if (address === null) return html`<span class="source" title=${label}>${words}</span>`;
  return html`<a
    class="source"
    href=${address}
    title=${label}
    target="_blank"
    rel="noopener noreferrer nofollow"
    >${words}</a
  >`;
}

let lists = 0;

/** The button that opens the list of all sources. */
export class SourcesView extends ChatPart {
  @property({ attribute: false }) context!: ChatContext;
  @property({ attribute: false }) sources: readonly Source[] = [];
  @state() private list: typeof ItemsModule.sourceList | null = null;
  private readonly listId = `ck-sources-${(lists += 1)}`;

  protected override render() {
    const { t } = this.context;
    const open = this.list !== null;
    return html`<button
        type="button"
        class="cited-toggle"
        aria-expanded=${open}
        aria-controls=${this.listId}
        @click=${this.toggle}
      >
        ${icon("document")}<span>${t("message.sources")}</span>
        <span class="cited-count" aria-hidden="true">${this.sources.length}</span>
        <span class="chevron">${icon("chevron-down")}</span>
      </button>
      <div id=${this.listId} class="cited" ?hidden=${!open}>
        ${this.list?.(this.sources, this.context) ?? nothing}
      </div>`;
  }

  private readonly toggle = (): void => {
    if (this.list !== null) {
      this.list = null;
      return;
    }
    loadItems(this).then(
      ({ sourceList }) => (this.list = sourceList),
      (error: unknown) => this.context.actions.fail(toError(error)),
    );
  };
}

definePart("chatkit-sources", SourcesView);
