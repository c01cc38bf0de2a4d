/**
 * Draws the image of a `data:` address, which `default-src 'self'` would not load.
 *
 * @param isWanted asked once the image is read: a newer one may have come meanwhile.
 * @throws when the address holds no image that the browser can read.
 */
export async function drawDataImage(
  address: string,
  canvas: HTMLCanvasElement,
  isWanted: () => boolean = () => true,
): Promise<void> {
  const match = /^data:(image\/[a-z]+)(;base64)?,(.*)$/s.exec(address);
  if (!match) throw new TypeError("Not an image.");
  const [, type, encoding, data = ""] = match;
  const text = encoding ? atob(data) : decodeURIComponent(data);
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type }));
  if (isWanted()) {
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
  }
  bitmap.close();
}

/** A drawing of a `data:` image that did not load, with its look; `undefined` if it holds none. */
export async function drawingOf(image: HTMLImageElement): Promise<HTMLCanvasElement | undefined> {
  const canvas = document.createElement("canvas");
  try {
    await drawDataImage(image.src, canvas);
  } catch {
    return undefined;
  }
  canvas.className = image.className;
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", image.alt);
  for (const name of image.style)
    canvas.style.setProperty(name, image.style.getPropertyValue(name));
  return canvas;
}
