/**
 * Server-sent events from a fetch body.
 *
 * Follows the parsing rules of the HTML standard (section 9.2.6) for `data` and comments; lines
 * end at LF, CRLF or CR only, never at U+2028, which JSON may hold unescaped.
 */

import { withoutSilence } from "./silence";

/** A CR at the very end may be the first half of a CRLF that is still on its way. */
const LINE_END = /\n|\r\n|\r(?!$)/g;

/** Takes text as it arrives and gives back the data of every event that is complete. */
export class EventStreamParser {
  private buffer = "";
  private data: string[] = [];
  /** Of the newest event that had one. */
  lastId: string | null = null;

  push(text: string): string[] {
    this.buffer += text;
    const events: string[] = [];
    let start = 0;
    for (const { 0: end, index } of this.buffer.matchAll(LINE_END)) {
      this.takeLine(this.buffer.slice(start, index), events);
      start = index + end.length;
    }
    this.buffer = this.buffer.slice(start);
    return events;
  }

  /** Whether the text so far stops in the middle of an event. */
  get incomplete(): boolean {
    return this.data.length > 0 || (this.buffer !== "" && !this.buffer.startsWith(":"));
  }

  private takeLine(line: string, events: string[]): void {
    if (line === "") {
      if (this.data.length > 0) events.push(this.data.join("\n"));
      this.data = [];
      return;
    }
    if (line.startsWith("id: ")) this.lastId = line.slice(4);
    if (!line.startsWith("data")) return;
    if (line.length === 4) this.data.push("");
    else if (line[4] === ":") this.data.push(line.slice(line[5] === " " ? 6 : 5));
  }
}

/** The stream ended in the middle of an event. */
export class TruncatedEventError extends Error {
  override name = "TruncatedEventError";
}

export interface ReadingOptions {
  /** Silence after which the connection counts as lost, in ms; `null` waits for ever. */
  patience?: number | null;
  /** Told the newest event's id once the events up to it have been taken. */
  onTaken?: (id: string) => void;
}

/**
 * The data of each event of a response body, as soon as it is complete.
 *
 * @throws TruncatedEventError when the body ends inside an event; SilenceError; whatever the body
 * itself throws.
 */
export async function* readEventData(
  body: ReadableStream<Uint8Array>,
  { patience = null, onTaken }: ReadingOptions = {},
): AsyncGenerator<string[]> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const parser = new EventStreamParser();
  try {
    for (;;) {
      const { done, value } = await withoutSilence(() => reader.read(), patience);
      const events = parser.push(done ? decoder.decode() : decoder.decode(value, { stream: true }));
      if (events.length > 0) yield events;
      if (parser.lastId !== null) onTaken?.(parser.lastId);
      if (done) break;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
  if (parser.incomplete) throw new TruncatedEventError("The answer stopped in the middle.");
}
