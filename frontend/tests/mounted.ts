/** A mounted element with its endpoint, and ways to see and do what a visitor would. */

import type { ChatKitOptions } from "@openai/chatkit";
import { defineChatKit, type OpenAIChatKitElement } from "../src/element";
import { installStandIns } from "./browser-stand-ins";
import { FakeServer } from "./fake-server";

const EVENTS = [
  "ready",
  "error",
  "effect",
  "deeplink",
  "response.start",
  "response.end",
  "history.open",
  "history.close",
  "thread.change",
  "thread.load.start",
  "thread.load.end",
  "tool.change",
  "log",
];

export class MountedChat {
  readonly server = new FakeServer();
  readonly element: OpenAIChatKitElement;
  readonly events: [string, unknown][] = [];

  constructor() {
    installStandIns();
    sessionStorage.clear();
    defineChatKit();
    this.element = document.createElement("openai-chatkit") as OpenAIChatKitElement;
    for (const name of EVENTS) {
      this.element.addEventListener(`chatkit.${name}`, (event: Event) => {
        this.events.push([name, (event as CustomEvent<unknown>).detail]);
      });
    }
  }

  get names(): string[] {
    return this.events.map(([name]) => name);
  }

  /** Sets options and puts the element on the page; settles when it is ready. */
  async open(options: Partial<ChatKitOptions> = {}): Promise<this> {
    this.setOptions(options);
    if (!this.element.isConnected) document.body.append(this.element);
    await this.until(() => this.names.includes("ready"));
    await this.drawn();
    return this;
  }

  setOptions(options: Partial<ChatKitOptions>): void {
    this.element.setOptions({ api: this.server.api, locale: "en", ...options });
  }

  /** Settles when every piece has drawn what it knows. */
  async drawn(): Promise<void> {
    for (let round = 0; round < 4; round += 1) {
      await this.element.updateComplete;
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  /** Settles once `condition` holds; looks after every drawing. */
  async until(condition: () => boolean): Promise<void> {
    for (let round = 0; round < 200; round += 1) {
      if (condition()) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error(`It never happened: ${condition.toString()}\n${this.text}`);
  }

  find<Found extends HTMLElement = HTMLElement>(selector: string): Found | null {
    return this.element.renderRoot.querySelector<Found>(selector);
  }

  all(selector: string): HTMLElement[] {
    return [...this.element.renderRoot.querySelectorAll<HTMLElement>(selector)];
  }

  /** What is written there, white space folded. */
  textOf(selector: string): string[] {
    return this.all(selector).map((element) =>
      (element.textContent ?? "").replace(/\s+/g, " ").trim(),
    );
  }

  get text(): string {
    return (this.element.shadowRoot?.textContent ?? "").replace(/\s+/g, " ").trim();
  }

  button(label: string): HTMLButtonElement {
    const found = this.all("button").find((button) =>
      [button.getAttribute("aria-label"), button.textContent?.replace(/\s+/g, " ").trim()].includes(
        label,
      ),
    );
    if (!found) throw new Error(`There is no button "${label}".`);
    return found as HTMLButtonElement;
  }

  hasButton(label: string): boolean {
    return this.all("button").some((button) => button.getAttribute("aria-label") === label);
  }

  async click(label: string): Promise<void> {
    this.button(label).click();
    await this.drawn();
  }

  get field(): HTMLTextAreaElement {
    const field = this.find<HTMLTextAreaElement>("chatkit-composer textarea");
    if (!field) throw new Error("There is no text field.");
    return field;
  }

  async write(text: string): Promise<void> {
    this.field.value = text;
    this.field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await this.drawn();
  }

  async press(key: string, init: KeyboardEventInit = {}): Promise<KeyboardEvent> {
    const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init });
    this.field.dispatchEvent(event);
    await this.drawn();
    return event;
  }

  /** Writes, sends, and waits for the end of the answer. */
  async say(text: string): Promise<void> {
    const before = this.names.filter((name) => name === "response.end").length;
    await this.write(text);
    await this.press("Enter");
    await this.until(() => this.names.filter((name) => name === "response.end").length > before);
    await this.drawn();
  }
}
