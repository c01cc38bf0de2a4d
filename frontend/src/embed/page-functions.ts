/**
 * `window.djangoChatKit`: what a page adds to the configuration of its template, since JSON holds no
 * functions.
 *
 * Before the loader runs, a page sets `window.djangoChatKit = {assistants: {default: {…}}}`; at any
 * time after that it calls `djangoChatKit.configure("default", {…})`. The name is an assistant's
 * alias or the id of one element.
 */

import type { ChatKitOptions } from "@openai/chatkit";

type ToolHandler = (params: Record<string, unknown>) => unknown;

/** Options of ChatKit.js as its documentation spells them; objects are merged, the rest replaced. */
export type PageFunctions = Partial<Omit<ChatKitOptions, "api">> & {
  /** Client tools by name, instead of one `onClientTool`. */
  clientTools?: Record<string, ToolHandler>;
};

export interface DjangoChatKit {
  assistants: Record<string, PageFunctions>;
  configure(name: string, functions: PageFunctions): void;
  /** Starts the chats that came with a part of the page that was fetched later. */
  start(): void;
}

declare global {
  interface Window {
    djangoChatKit?: Partial<DjangoChatKit>;
  }
}

const listeners = new Set<() => void>();

/** Completes what the page may have put there before. */
export function installPageFunctions(): DjangoChatKit {
  const existing: Partial<DjangoChatKit> = window.djangoChatKit ?? {};
  const assistants = existing.assistants ?? {};
  const installed: DjangoChatKit = Object.assign(existing, {
    assistants,
    configure(name: string, functions: PageFunctions): void {
      assistants[name] = { ...assistants[name], ...functions };
      for (const listener of listeners) listener();
    },
    start: existing.start ?? (() => undefined),
  });
  window.djangoChatKit = installed;
  return installed;
}

/** Calls back whenever the page configures something more. */
export function onConfigured(listener: () => void): void {
  listeners.add(listener);
}

/** The template's options with the page's functions in them. */
export function withPageFunctions(
  options: Omit<ChatKitOptions, "api">,
  names: readonly string[],
): Omit<ChatKitOptions, "api"> {
  const merged: Record<string, unknown> = { ...options };
  for (const name of names) {
    const functions = window.djangoChatKit?.assistants?.[name];
    if (!functions) continue;
    const { clientTools, ...rest } = functions;
    for (const [key, value] of Object.entries(rest)) merged[key] = merge(merged[key], value);
    if (clientTools) merged.onClientTool = toolRunner(clientTools, rest.onClientTool);
  }
  return merged;
}

function merge(before: unknown, value: unknown): unknown {
  return isPlain(before) && isPlain(value) ? { ...before, ...value } : value;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function toolRunner(
  tools: Record<string, ToolHandler>,
  fallback: ChatKitOptions["onClientTool"],
): NonNullable<ChatKitOptions["onClientTool"]> {
  return async (call) => {
    const tool = Object.hasOwn(tools, call.name) ? tools[call.name] : undefined;
    if (tool) return (await tool(call.params)) as Record<string, unknown>;
    if (fallback) return fallback(call);
    throw new Error(`This page has no client tool "${call.name}".`);
  };
}
