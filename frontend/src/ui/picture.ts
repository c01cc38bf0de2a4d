/**
 * An image that keeps to the rules: from allowed hosts only, and under a strict
 * Content-Security-Policy too.
 *
 * `default-src 'self'` forbids `data:` images, but not drawing their pixels on a canvas. What cannot
 * be shown becomes a link, or its name.
 */

import { html, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { icon } from "../icons";
import { drawDataImage } from "./data-image";
import { ChatPart, definePart } from "./part";
import { imageAllowed, safeUrl } from "./safe-url";

export class Picture extends ChatPart {
  @property({ attribute: false }) src = "";
  @property({ attribute: false }) alt = "";
  @property({ attribute: false }) imageDomains: readonly string[] = [];
  /** Whether a click opens the image in a tab of its own. */
  @property({ attribute: false }) opens = false;
  @state() private failed = false;
  private readonly canvas = document.createElement("canvas");

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (!changes.has("src")) return;
    this.failed = false;
    if (!this.src.startsWith("data:")) return;
    const { src } = this;
    drawDataImage(src, this.canvas).catch(() => {
      if (src === this.src) this.failed = true;
    });
  }

  protected override render() {
    if (this.failed || !imageAllowed(this.src, this.imageDomains)) return this.link();
    if (!this.src.startsWith("data:")) {
      const image = html`<img
        src=${this.src}
        alt=${this.alt}
        @error=${() => (this.failed = true)}
      />`;
      const address = this.opens ? safeUrl(this.src) : null;
      if (address === null) return image;
      return html`<a href=${address} target="_blank" rel="noopener noreferrer nofollow">${image}</a>`;
    }
    this.canvas.setAttribute("role", "img");
    this.canvas.setAttribute("aria-label", this.alt);
    return this.canvas;
  }

  private link() {
    const address = this.src.startsWith("data:") ? null : safeUrl(this.src);
    return html`<div class="fallback">
      ${icon("image")}
      ${
        address === null
          ? html`<span>${this.alt}</span>`
          : html`<a href=${address} target="_blank" rel="noopener noreferrer nofollow"
              >${this.alt}</a
            >`
      }
    </div>`;
  }
}

definePart("chatkit-picture", Picture);
