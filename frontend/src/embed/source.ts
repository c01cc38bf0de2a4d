/** Gets `<openai-chatkit>` defined: from this site, or from OpenAI where a setting asks for it. */

import type { PageConfig } from "./config";
import type * as Hosted from "./hosted";

const scripts = new Map<string, Promise<void>>();

/** The origins that the page's Content-Security-Policy has kept something from. */
const blockedOrigins = new Set<string>();

/** How long OpenAI's script may take, in ms. */
const SCRIPT_PATIENCE = 15_000;

/** How long the browser may take to say that it was the policy, in ms. */
const POLICY_PATIENCE = 50;

/** OpenAI's script is not to be had. */
export class ScriptError extends Error {
  constructor(
    readonly url: string,
    /** Whether the page's own policy is why. */
    readonly blocked: boolean,
  ) {
    super(`${url} ${blocked ? "is blocked by the Content-Security-Policy" : "could not be loaded"}.`);
    this.name = "ScriptError";
  }
}

/**
 * @param onFallback called when the bundled element stands in for OpenAI's.
 * @returns whose element it is.
 * @throws when the element cannot be had.
 */
export async function loadElement(
  config: PageConfig,
  onFallback: (error: ScriptError) => void,
): Promise<PageConfig["source"]> {
  if (config.source === "cdn" && config.script.url) {
    try {
      await loadScript(config.script.url);
      return "cdn";
    } catch (error) {
      // A hosted assistant can be spoken to by OpenAI's element only.
      if (config.backend === "hosted") throw error;
      onFallback(error as ScriptError);
    }
  }
  await loadBundled(config.assets);
  return "bundled";
}

/** Whether the page's policy has kept something from where this address leads. */
export function isBlocked(url: string): boolean {
  return blockedOrigins.has(originOf(url));
}

async function loadBundled(assets: PageConfig["assets"]): Promise<void> {
  const url = assets.chatkit ?? new URL("chatkit.js", moduleUrl).href;
  const module = (await import(/* @vite-ignore */ new URL(url, document.baseURI).href)) as {
    registerAssets(urls: Record<string, string>): void;
  };
  module.registerAssets(assets);
}

/** What only a page of a hosted assistant needs. */
export function loadHosted(assets: PageConfig["assets"]): Promise<typeof Hosted> {
  const url = assets.hosted ?? new URL("hosted.js", moduleUrl).href;
  return import(/* @vite-ignore */ new URL(url, document.baseURI).href) as Promise<
    typeof Hosted
  >;
}

/** Kept apart from `new URL()`, which Vite would resolve at build time. */
const moduleUrl = import.meta.url;

function loadScript(url: string): Promise<void> {
  let loading = scripts.get(url);
  if (loading === undefined) {
    watchPolicy();
    loading = new Promise<void>((resolve, reject) => {
      const script = document.createElement("script");
      const fail = (): void => {
        scripts.delete(url); // the next chat to be opened tries again
        script.remove();
        reject(new ScriptError(url, isBlocked(url)));
      };
      script.src = url;
      script.async = true;
      script.nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? "";
      script.addEventListener("error", () => setTimeout(fail, POLICY_PATIENCE));
      const timer = setTimeout(fail, SCRIPT_PATIENCE);
      void customElements.whenDefined("openai-chatkit").then(() => {
        clearTimeout(timer);
        resolve();
      });
      document.head.append(script);
    });
    scripts.set(url, loading);
  }
  return loading;
}

let watching = false;

function watchPolicy(): void {
  if (watching) return;
  watching = true;
  document.addEventListener("securitypolicyviolation", (event) => {
    if (event.disposition === "enforce") blockedOrigins.add(originOf(event.blockedURI));
  });
}

/** The origin of an address, or the text itself: a violation may name no more than a keyword. */
function originOf(url: string): string {
  try {
    return new URL(url, document.baseURI).origin;
  } catch {
    return url;
  }
}
