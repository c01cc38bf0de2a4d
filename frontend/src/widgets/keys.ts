/** Which component of a widget is which, from one state of it to the next. */
import { text, type Json } from "./json";

/** A component with its path, which is unique in the widget. */
export interface Placed {
  readonly json: Json;
  readonly path: string;
}

/**
 * Gives each of `children` a path below `path`. It follows a component's `key`, `id` or field name,
 * so that what a visitor typed stays with its field when the server puts another before it.
 */
export function keyed(children: readonly Json[], path: string): Placed[] {
  const seen = new Map<string, number>();
  return children.map((json) => {
    const given = text(json.key) ?? text(json.id) ?? text(json.name) ?? "";
    const type = text(json.type) ?? "";
    // A dot separates the levels of a path.
    const key = `${type}-${given}`.replace(/[.\s]/g, "_");
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return { json, path: `${path}.${key}-${count}` };
  });
}
