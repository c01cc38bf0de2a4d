/**
 * Where the lazily loaded parts of the element are.
 *
 * Hashed static storages rename every file, so the page may hand over the names it knows
 * (`registerAssets`); without them the files are expected beside this module.
 */

const registered = new Map<string, string>();

/** Kept apart from `new URL()`: Vite rewrites that pair into a glob of source files. */
const moduleUrl = import.meta.url;

/** Tells the element where its parts are: asset name (`"markdown"`, `"locales/fr"`) → URL. */
export function registerAssets(urls: Readonly<Record<string, string>>): void {
  for (const [name, url] of Object.entries(urls)) registered.set(name, url);
}

/** The URL of one asset, absolute. */
export function assetUrl(name: string): string {
  const url = registered.get(name);
  if (url !== undefined) return new URL(url, document.baseURI).href;
  return new URL(`${name}.js`, moduleUrl).href;
}

const loading = new Map<string, Promise<unknown>>();

/** Loads one asset once; after a failure the next call tries again. */
export function loadAsset<Module>(name: string): Promise<Module> {
  let module = loading.get(name);
  if (module === undefined) {
    module = import(/* @vite-ignore */ assetUrl(name));
    loading.set(name, module);
    module.catch(() => loading.delete(name));
  }
  return module as Promise<Module>;
}
