/** Which component of a widget is which, from one state of it to the next. */
import { isObject, objects, text, type Json } from "./json";

/** A component with its path, which is unique in the widget. */
export interface Placed {
  readonly json: Json;
  readonly path: string;
}

const nameOf = ({ key, id, name, editable }: Json): string | undefined =>
  text(key) ?? text(id) ?? text(name) ?? (isObject(editable) ? text(editable.name) : undefined);

const typeOf = (json: Json): string => text(json.type) ?? "";

const MAX_DEPTH = 40;

const known = new WeakMap<Json, ReadonlySet<string>>();

/** The names of all that is in a component and has one: fields above all. */
function namesIn(json: Json, depth = 0): ReadonlySet<string> {
  const before = known.get(json);
  if (before) return before;
  const found = new Set<string>();
  if (depth > MAX_DEPTH) return found;
  for (const child of objects(json.children)) {
    const name = nameOf(child);
    if (name !== undefined) found.add(name);
    for (const inner of namesIn(child, depth + 1)) found.add(inner);
  }
  known.set(json, found);
  return found;
}

/**
 * Gives components the same path again for as long as they are the same, so that what a visitor
 * typed, opened or focused stays with its component, whatever the server puts around it.
 *
 * A component is known by its `key`, `id` or field name. One without a name is the one that held
 * a component of the same name before, else the next of its type.
 */
export class Places {
  private before = new Map<string, readonly Placed[]>();
  private now = new Map<string, readonly Placed[]>();

  /** A new drawing of the widget begins. */
  begin(): void {
    this.before = this.now;
    this.now = new Map();
  }

  /** Gives each of `children` a path below `path`. */
  place(children: readonly Json[], path: string): Placed[] {
    const nameless = children.filter((json) => nameOf(json) === undefined);
    const recognised = this.recognise(nameless, path);
    this.now.set(path, recognised);
    const counts = new Map<string, number>();
    let next = 0;
    return children.map((json) => {
      const name = nameOf(json);
      if (name === undefined) return recognised[next++] as Placed;
      const key = part(`${typeOf(json)}-${name}`);
      const count = counts.get(key) ?? 0;
      counts.set(key, count + 1);
      return { json, path: `${path}.${key}-${count}` };
    });
  }

  /** Finds the paths that the nameless `children` had, and makes new ones for what is new. */
  private recognise(children: readonly Json[], path: string): Placed[] {
    const before = this.before.get(path) ?? [];
    const left = new Set(before);
    const holders = new Map<string, Placed>();
    for (const entry of before) {
      for (const name of namesIn(entry.json)) holders.set(`${typeOf(entry.json)} ${name}`, entry);
    }
    const found = children.map((json) => {
      const names = [...namesIn(json)].map((name) => holders.get(`${typeOf(json)} ${name}`));
      const entry = names.find((holder) => holder && left.has(holder));
      if (entry) left.delete(entry);
      return entry?.path;
    });
    const queues = new Map<string, string[]>();
    for (const { json, path: own } of left) {
      const queue = queues.get(typeOf(json));
      if (queue) queue.push(own);
      else queues.set(typeOf(json), [own]);
    }
    const taken = new Set(before.map((entry) => entry.path));
    let serial = 0;
    return children.map((json, index) => {
      let own = found[index] ?? queues.get(typeOf(json))?.shift();
      while (own === undefined) {
        const free = `${path}.${part(typeOf(json))}--${serial++}`;
        if (!taken.has(free)) own = free;
      }
      taken.add(own);
      return { json, path: own };
    });
  }
}

/** A part of a path: a dot separates its levels. */
const part = (key: string): string => key.replace(/[.\s]/g, "_");
