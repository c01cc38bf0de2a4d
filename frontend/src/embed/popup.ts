/** `layout="popup"`: a button in the corner that opens the chat. Nothing is loaded until then. */

import type { ChatKitOptions, OpenAIChatKit } from "@openai/chatkit";
import { failureText, startChat } from "./chat";
import type { PageConfig } from "./config";
import { trapFocus } from "./focus";
import { watchKeyboard } from "./keyboard";
import { showLoadFailure } from "./messages";
import { onConfigured, withPageFunctions } from "./page-functions";

export class Popup {
  private readonly launcher = document.createElement("button");
  private readonly panel = document.createElement("div");
  private element: OpenAIChatKit | null = null;

  constructor(
    private readonly place: HTMLElement,
    private readonly config: PageConfig,
  ) {
    const { launcher, panel } = this;
    launcher.type = "button";
    launcher.className = "django-chatkit-launcher";
    launcher.setAttribute("aria-haspopup", "dialog");
    launcher.append(
      drawing(
        "open",
        "M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1.099.092 10 10 0 1 0-4.777-4.719",
      ),
      drawing("close", "m6 9 6 6 6-6"),
    );
    launcher.addEventListener("click", () => (this.isOpen ? this.close() : this.open()));
    panel.className = "django-chatkit-panel";
    panel.id = `${place.dataset.chatkitConfig ?? "chatkit"}-panel`;
    panel.hidden = true;
    panel.setAttribute("role", "dialog");
    panel.setAttribute("aria-label", config.options.frameTitle ?? config.messages.open);
    panel.tabIndex = -1;
    place.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.isOpen && !event.defaultPrevented) this.close();
    });
    launcher.setAttribute("aria-controls", panel.id);
    place.append(panel, launcher);
    watchKeyboard(panel);
    this.wearTheme();
    onConfigured(() => this.wearTheme());
    this.showState();
  }

  get isOpen(): boolean {
    return !this.panel.hidden;
  }

  open(): void {
    this.panel.hidden = false;
    this.showState();
    // The keyboard is in the dialog from the first moment on, not only once the chat is there.
    this.panel.focus();
    if (this.element === null) void this.load();
    else this.focusComposer();
  }

  close(): void {
    this.panel.hidden = true;
    this.showState();
    this.launcher.focus();
  }

  private async load(): Promise<void> {
    const element = document.createElement("openai-chatkit") as OpenAIChatKit;
    element.id = this.elementId;
    element.className = "django-chatkit";
    this.element = element;
    this.panel.replaceChildren(element);
    trapFocus(this.panel);
    element.addEventListener("chatkit.ready", () => {
      this.place.dataset.ready = "";
      this.focusComposer();
    });
    try {
      await startChat(element, this.config, (options) => this.withCloseButton(options));
    } catch (error) {
      this.element = null;
      showLoadFailure(element, this.config.messages, failureText(error, this.config));
      reportError(error);
    }
  }

  private focusComposer(): void {
    // Busy loading a thread: the focus stays on the dialog itself.
    this.element?.focusComposer().catch(() => this.panel.focus());
  }

  /** The header's own place for a button, so that the chat looks like one thing. */
  private withCloseButton(options: ChatKitOptions): ChatKitOptions {
    const close = { icon: "close" as const, onClick: () => this.close() };
    if (options.header?.enabled === false || options.header?.rightAction) return options;
    return { ...options, header: { ...options.header, rightAction: close } };
  }

  /** The launcher and the panel look like the chat, also when the page changes its theme. */
  private wearTheme(): void {
    const { theme } = withPageFunctions(this.config.options, [
      this.config.assistant,
      this.elementId,
    ]);
    this.place.dataset.scheme = schemeOf(theme);
    paint(this.launcher, theme);
  }

  private get elementId(): string {
    return `${this.place.dataset.chatkitConfig ?? "chatkit"}-element`;
  }

  private showState(): void {
    const { open, close } = this.config.messages;
    this.launcher.setAttribute("aria-expanded", String(this.isOpen));
    this.launcher.setAttribute("aria-label", this.isOpen ? close : open);
    this.launcher.title = this.isOpen ? close : open;
    this.place.toggleAttribute("data-open", this.isOpen);
  }
}

function drawing(name: string, path: string): SVGSVGElement {
  const namespace = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(namespace, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add(`django-chatkit-icon-${name}`);
  const line = document.createElementNS(namespace, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

function schemeOf(theme: ChatKitOptions["theme"]): "light" | "dark" {
  return (typeof theme === "string" ? theme : theme?.colorScheme) ?? "light";
}

/** The launcher wears the theme's accent, with whichever of black and white reads on it. */
function paint(launcher: HTMLElement, theme: ChatKitOptions["theme"]): void {
  const accent = typeof theme === "object" ? theme.color?.accent?.primary : undefined;
  const [red, green, blue] = accent ? channels(accent) : [];
  for (const name of ["launcher", "on-launcher"]) {
    launcher.style.removeProperty(`--django-chatkit-${name}`);
  }
  if (!accent || red === undefined || green === undefined || blue === undefined) return;
  const luminance = 0.2126 * red ** 2.2 + 0.7152 * green ** 2.2 + 0.0722 * blue ** 2.2;
  launcher.style.setProperty("--django-chatkit-launcher", accent);
  launcher.style.setProperty("--django-chatkit-on-launcher", luminance > 0.18 ? "#000" : "#fff");
}

/** Red, green and blue from 0 to 1 of any CSS colour; nothing of what is none. */
function channels(color: string): number[] {
  const pen = document.createElement("canvas").getContext("2d");
  if (!pen || !CSS.supports("color", color)) return [];
  pen.fillStyle = color;
  pen.fillRect(0, 0, 1, 1);
  return [...pen.getImageData(0, 0, 1, 1).data.slice(0, 3)].map((channel) => channel / 255);
}
