/** Keeps the keyboard inside a dialog, shadow roots included. */

const FOCUSABLE = `a[href], summary, ${["button", "input", "select", "textarea"]
  .map((name) => `${name}:not([disabled], [tabindex="-1"])`)
  .join()}, [tabindex="0"], [contenteditable]:not([contenteditable="false"])`;

/** Everything in `root` that Tab reaches, in order. */
function focusable(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>("*")].flatMap((element) => {
    if (element.shadowRoot) return focusable(element.shadowRoot);
    const reachable = element.matches(FOCUSABLE) && element.getClientRects().length > 0;
    return reachable && !element.closest("[inert]") ? [element] : [];
  });
}

/** Lets Tab go round inside `dialog` by two guards, which lead to its other end. */
export function trapFocus(dialog: HTMLElement): void {
  const guard = (target: "first" | "last"): HTMLElement => {
    const element = document.createElement("div");
    element.tabIndex = 0;
    element.dataset.focusGuard = "";
    element.setAttribute("aria-hidden", "true");
    element.addEventListener("focus", () => {
      const all = focusable(dialog).filter((entry) => entry.dataset.focusGuard === undefined);
      (target === "first" ? all.at(0) : all.at(-1))?.focus();
    });
    return element;
  };
  dialog.prepend(guard("last"));
  dialog.append(guard("first"));
}
