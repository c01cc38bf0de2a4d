// Copy buttons. Without JavaScript, or where the clipboard is not to be had, there are none.
"use strict";

if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-chatkit-copy]")) {
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(button.dataset.chatkitCopy);
      } catch {
        return; // the browser refused; the id can still be selected
      }
      button.textContent = button.dataset.chatkitCopied;
      setTimeout(() => {
        button.textContent = label;
      }, 2000);
    });
  }
}
