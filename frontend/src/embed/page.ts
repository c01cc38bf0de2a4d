/** Finds every chat that `{% chatkit %}` put on the page and starts it. */

import type { OpenAIChatKit } from "@openai/chatkit";
import { failureText, startChat } from "./chat";
import { readConfig, type PageConfig } from "./config";
import { watchKeyboard } from "./keyboard";
import { showLoadFailure } from "./messages";
import { installPageFunctions } from "./page-functions";
import { Popup } from "./popup";

async function startInPlace(element: HTMLElement, config: PageConfig): Promise<void> {
  if (config.height !== null) element.style.height = config.height;
  else if (config.layout === "page") fillPage(element);
  try {
    await startChat(element as OpenAIChatKit, config);
  } catch (error) {
    showLoadFailure(element, config.messages, failureText(error, config));
    reportError(error);
  }
}

/** Tells the style sheet where the chat begins, so that it ends with the window. */
function fillPage(element: HTMLElement): void {
  const measure = (): void => {
    const top = Math.max(0, element.getBoundingClientRect().top + window.scrollY);
    element.style.setProperty("--django-chatkit-top", `${top}px`);
  };
  measure();
  window.addEventListener("resize", measure);
  watchKeyboard(element);
}

/** Starts what has not been started; a page that adds chats later may call it again. */
export function startPage(): void {
  installPageFunctions().start = startPage;
  for (const place of document.querySelectorAll<HTMLElement>("[data-chatkit-config]")) {
    if (place.dataset.chatkitStarted !== undefined) continue;
    place.dataset.chatkitStarted = "";
    const config = readConfig(place);
    if (config.layout === "popup") new Popup(place, config);
    else void startInPlace(place, config);
  }
}
