/** What the page says when the chat cannot say it. */

import type { PageConfig } from "./config";

type Messages = PageConfig["messages"];

/** What a notice is about; a chat has one of each at most. */
export type NoticeKind = "expired" | "waiting" | "session" | "not-ready";

/** Puts a readable failure in the place of the chat. */
export function showLoadFailure(place: HTMLElement, messages: Messages, text: string): void {
  for (const notice of noticesAbove(place)) notice.remove();
  const box = document.createElement("div");
  box.className = "django-chatkit-failure";
  box.setAttribute("role", "alert");
  box.append(paragraph(text), reloadButton(messages));
  place.replaceWith(box);
}

/** Says above the chat that the session is over, once. */
export function showSessionEnded(element: HTMLElement, messages: Messages): void {
  if (noticesAbove(element).some((notice) => notice.dataset.notice === "expired")) return;
  showNotice(element, messages, { kind: "expired", text: messages.sessionExpired, reload: true });
}

/** Says something above the chat, in the place of what was said of the same kind. */
export function showNotice(
  element: HTMLElement,
  messages: Messages,
  { kind, text, reload = false }: { kind: NoticeKind; text: string; reload?: boolean },
): void {
  hideNotice(element, kind);
  const bar = document.createElement("div");
  bar.className = `django-chatkit-notice django-chatkit-${kind}`;
  bar.dataset.notice = kind;
  bar.setAttribute("role", kind === "waiting" ? "status" : "alert");
  bar.append(paragraph(text));
  if (reload) bar.append(reloadButton(messages));
  element.before(bar);
}

export function hideNotice(element: HTMLElement, ...kinds: NoticeKind[]): void {
  for (const notice of noticesAbove(element)) {
    if (kinds.includes(notice.dataset.notice as NoticeKind)) notice.remove();
  }
}

function noticesAbove(element: HTMLElement): HTMLElement[] {
  const found: HTMLElement[] = [];
  let above = element.previousElementSibling;
  while (above instanceof HTMLElement && above.classList.contains("django-chatkit-notice")) {
    found.push(above);
    above = above.previousElementSibling;
  }
  return found;
}

function paragraph(text: string): HTMLParagraphElement {
  const element = document.createElement("p");
  element.textContent = text;
  return element;
}

function reloadButton(messages: Messages): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = messages.reload;
  button.addEventListener("click", () => location.reload());
  return button;
}
