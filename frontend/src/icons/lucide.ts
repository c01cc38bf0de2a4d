/** Lucide's icons: in files of their own, by a sum over the name (see `scripts/lucide.mjs`). */
import { loadAsset } from "../assets";

type Paths = Readonly<Record<string, string>>;

const loaded = new Map<string, Paths>();

const fileOf = (name: string): string =>
  `icons/lucide-${[...name].reduce((sum, character) => sum + character.charCodeAt(0), 0) % 8}`;

/** An icon's path data; `undefined` while its file is not loaded, `""` when there is no such icon. */
export function findLucide(name: string): string | undefined {
  const paths = loaded.get(fileOf(name));
  if (!paths) return undefined;
  const path = Object.hasOwn(paths, name) ? (paths[name] ?? "") : "";
  // A former name leads to the icon's present one.
  return path.startsWith("=") ? findLucide(path.slice(1)) : path;
}

/** Loads the file an icon is in, and that of its present name. */
export async function loadLucide(name: string): Promise<void> {
  const file = fileOf(name);
  const { paths } = await loadAsset<{ paths: Paths }>(file);
  loaded.set(file, paths);
  const path = Object.hasOwn(paths, name) ? paths[name] : undefined;
  if (path?.startsWith("=")) await loadLucide(path.slice(1));
}
