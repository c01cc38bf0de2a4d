/** `composer.attachments`: how many files, how large, of which types. */

import type { ComposerOption } from "@openai/chatkit";

type AttachmentOption = NonNullable<ComposerOption["attachments"]>;

export const DEFAULT_MAX_SIZE = 100 * 1024 * 1024;
export const DEFAULT_MAX_COUNT = 10;

export type Refusal = { reason: "size"; limit: number } | { reason: "type" };

/** Why a file may not be attached, or `null` when it may. */
export function refusalOf(file: File, option: AttachmentOption): Refusal | null {
  if (option.accept && !isAccepted(file, option.accept)) return { reason: "type" };
  const limit = maxSizeOf(file.type, option.maxSize);
  return file.size > limit ? { reason: "size", limit } : null;
}

function maxSizeOf(mimeType: string, maxSize: AttachmentOption["maxSize"]): number {
  if (maxSize === undefined) return DEFAULT_MAX_SIZE;
  if (typeof maxSize === "number") return maxSize;
  const family = `${mimeType.split("/")[0] ?? ""}/*`;
  const patterns = [mimeType, family, "*/*", "*", ""];
  return patterns.map((pattern) => maxSize[pattern]).find(isNumber) ?? DEFAULT_MAX_SIZE;
}

function isAccepted(file: File, accept: Record<string, string[]>): boolean {
  const name = file.name.toLowerCase();
  return Object.entries(accept).some(([pattern, extensions]) => {
    const typeFits =
      pattern === "*/*" ||
      pattern === file.type ||
      (pattern.endsWith("/*") && file.type.startsWith(pattern.slice(0, -1)));
    return typeFits || extensions.some((extension) => name.endsWith(extension.toLowerCase()));
  });
}

/** The value of `<input accept>`. */
export function acceptAttribute(option: AttachmentOption): string {
  return Object.entries(option.accept ?? {})
    .flat(2)
    .join(",");
}

function isNumber(value: number | undefined): value is number {
  return value !== undefined;
}
