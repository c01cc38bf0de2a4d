/** What a file is called and looks like in a list. */

/** The icon for a type of file. */
export function fileIcon(mimeType: string): string {
  if (mimeType.startsWith("image/")) return "image";
  if (mimeType.startsWith("audio/")) return "microphone";
  if (mimeType.startsWith("video/")) return "play";
  if (/json|xml|javascript|html|css|x-(python|sh)|typescript/.test(mimeType)) return "square-code";
  if (/csv|spreadsheet|excel/.test(mimeType)) return "analytics";
  return "document";
}

/** A short name for the kind of a file: its extension, as people say it. */
export function fileKind(name: string, mimeType: string): string {
  const extension = /[^.\s]\.([a-z0-9]{1,5})$/i.exec(name)?.[1];
  const subtype = mimeType.split("/")[1]?.split(/[;+]/)[0] ?? "";
  return (extension ?? (/^[a-z0-9]{1,5}$/i.test(subtype) ? subtype : "")).toUpperCase();
}
