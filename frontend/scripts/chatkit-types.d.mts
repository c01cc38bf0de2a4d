/** A type of `@openai/chatkit`, as far as options have it. */
export type TypeTree =
  | { kind: "string" | "number" | "boolean" | "function" | "unknown" }
  | { kind: "literal"; value: string | number | null }
  /** A template literal: any text that begins so. */
  | { kind: "prefix"; value: string }
  | { kind: "list" | "record"; of: TypeTree }
  | { kind: "union"; of: TypeTree[] }
  | { kind: "object"; properties: Property[] };

export interface Property {
  name: string;
  optional: boolean;
  /** What the `@default` of its comment says; empty without one. */
  default: string;
  type: TypeTree;
}

export function unionOf(name: string): string[];
export function typeTree(name: string): TypeTree;
export function memberNames(name: string): string[];
