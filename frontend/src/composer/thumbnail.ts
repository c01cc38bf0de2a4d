/**
 * A small picture of a file that is not at the server yet.
 *
 * Drawn on a canvas: a strict Content-Security-Policy forbids `blob:` images, but no pixels.
 */

import { html, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { ChatPart } from "../ui/part";
import { icon } from "./kit";

/** The shorter side in pixels; the style sheet says how large it is shown. */
const SIDE = 160;

export class Thumbnail extends ChatPart {
  @property({ attribute: false }) file!: File;
  @property({ attribute: false }) label = "";
  @state() private failed = false;
  private readonly canvas = document.createElement("canvas");

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (!changes.has("file")) return;
    this.failed = false;
    this.draw().catch(() => (this.failed = true));
  }

  protected override render() {
    if (this.failed) return html`<span class="file-icon">${icon("image")}</span>`;
    this.canvas.setAttribute("role", "img");
    this.canvas.setAttribute("aria-label", this.label);
    return this.canvas;
  }

  private async draw(): Promise<void> {
    const image = await createImageBitmap(this.file);
    const scale = Math.min(1, SIDE / Math.min(image.width, image.height));
    this.canvas.width = Math.max(1, Math.round(image.width * scale));
    this.canvas.height = Math.max(1, Math.round(image.height * scale));
    this.canvas
      .getContext("2d")
      ?.drawImage(image, 0, 0, this.canvas.width, this.canvas.height);
    image.close();
  }
}
