/** An image in full, over the chat's page: a click on a smaller one opens it. */

import { html, nothing, render } from "lit";
import { safeUrl } from "../ui/safe-url";
import type { ChatContext } from "../ui/part";
import { icon } from "./kit";

/**
 * Shows the image that `small` shows, in a dialog of its own.
 *
 * @param small an `<img>`, or the canvas that a `data:` image is drawn on.
 * @param address of the image; one that a browser may open gets a link.
 */
export function showImage(
  small: HTMLImageElement | HTMLCanvasElement,
  address: string,
  label: string,
  { t, dir }: ChatContext,
): void {
  const root = small.closest(".root");
  if (!root) return;
  const dialog = document.createElement("dialog");
  dialog.className = "image-viewer";
  dialog.setAttribute("aria-label", label);
  dialog.dir = dir;
  const close = () => dialog.close();
  const link = /^https?:/.test(address) ? safeUrl(address) : null;
  const large = enlarged(small);
  large.addEventListener("click", (event) => event.stopPropagation());
  render(
    html`<div class="image-viewer-bar">
        ${
          link === null
            ? nothing
            : html`<a
                class="icon-button"
                href=${link}
                target="_blank"
                rel="noopener noreferrer nofollow"
                aria-label=${t("widget.imageBlocked")}
                title=${t("widget.imageBlocked")}
                >${icon("external-link")}</a
              >`
        }
        <button
          type="button"
          class="icon-button"
          aria-label=${t("action.close")}
          title=${t("action.close")}
          @click=${close}
        >
          ${icon("close")}
        </button>
      </div>
      <div class="image-viewer-stage" @click=${close}>${large}</div>`,
    dialog,
  );
  // The browser gives the focus back to what was clicked.
  dialog.addEventListener("close", () => dialog.remove());
  // What is around the chat has its own use for Escape.
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape") event.stopPropagation();
  });
  root.append(dialog);
  dialog.showModal();
  dialog.querySelector("button")?.focus();
}

function enlarged(small: HTMLImageElement | HTMLCanvasElement): HTMLElement {
  if (small instanceof HTMLImageElement) {
    const image = document.createElement("img");
    image.src = small.src;
    image.alt = small.alt;
    return image;
  }
  const canvas = document.createElement("canvas");
  canvas.width = small.width;
  canvas.height = small.height;
  canvas.getContext("2d")?.drawImage(small, 0, 0);
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", small.getAttribute("aria-label") ?? "");
  return canvas;
}
