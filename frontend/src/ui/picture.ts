/**
 * An image that keeps to the rules: from allowed hosts only, and under a strict
 * Content-Security-Policy too.
 *
 * `default-src 'self'` forbids `data:` images, but not drawing their pixels on a canvas. What cannot
 * be shown becomes a link, or its name.
 */

import { html, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { icon } from "../icons";
import { toError } from "../protocol/errors";
import { drawDataImage } from "./data-image";
import { loadItems } from "./late-items";
import { ChatPart, definePart, type ChatContext } from "./part";
import { imageAllowed, safeUrl } from "./safe-url";

export class Picture extends ChatPart {
  @property({ attribute: false }) context!: ChatContext;
  @property({ attribute: false }) src = "";
  @property({ attribute: false }) alt = "";
  @property({ attribute: false }) imageDomains: readonly string[] = [];
  /** Whether a click shows the image in full. */
  @property({ attribute: false }) opens = false;
  @state() private failed = false;
  private readonly canvas = document.createElement("canvas");

  constructor() {
    super();
    // As an image that is not there yet: its place is square.
    this.canvas.width = this.canvas.height = 1;
    this.canvas.setAttribute("role", "img");
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (!changes.has("src")) return;
    this.failed = false;
    const { src } = this;
    if (!src.startsWith("data:")) return;
    const isWanted = () => src === this.src;
    drawDataImage(src, this.canvas, isWanted).catch(() => {
      if (isWanted()) this.failed = true;
    });
  }

  protected override render() {
    if (this.failed || !imageAllowed(this.src, this.imageDomains)) return this.link();
    if (this.src.startsWith("data:")) {
      this.canvas.setAttribute("aria-label", this.alt);
      return this.button(html`${this.canvas}`);
    }
    const image = html`<img
      src=${this.src}
      alt=${this.alt}
      decoding="async"
      @error=${() => (this.failed = true)}
    />`;
    const address = safeUrl(this.src);
    if (address === null || !this.opens) return this.button(image);
    return html`<a
      class="picture"
      href=${address}
      target="_blank"
      rel="noopener noreferrer nofollow"
      aria-haspopup="dialog"
      @click=${this.open}
      >${image}</a
    >`;
  }

  private button(image: TemplateResult): TemplateResult {
    if (!this.opens) return image;
    return html`<button
      type="button"
      class="picture"
      aria-haspopup="dialog"
      @click=${this.open}
    >
      ${image}
    </button>`;
  }

  /** Shows the image in full; with a key held, the browser opens the link as it would anyway. */
  private readonly open = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const small = this.renderRoot.querySelector<HTMLImageElement | HTMLCanvasElement>("img, canvas");
    if (!small) return;
    event.preventDefault();
    const { src, alt, context } = this;
    loadItems(this).then(
      ({ showImage }) => showImage(small, src, alt, context),
      (error: unknown) => context.actions.fail(toError(error)),
    );
  };

  private link(): TemplateResult {
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
