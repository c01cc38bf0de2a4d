/**
 * A button with choices above it, each an element with `data-choice`: the keyboard of ARIA's menu button and listbox, closed by Escape,
 * by a click elsewhere and by leaving it.
 */

import { property, state } from "lit/decorators.js";
import { ChatPart, type ChatContext } from "../ui/part";

type Place = "first" | "last" | "chosen";

export abstract class PopupPart extends ChatPart {
  @property({ attribute: false }) context!: ChatContext;
  @property({ attribute: false }) disabled = false;
  @state() protected open = false;
  private typed = "";
  private typedAt = 0;

  /** What is chosen by a choice. */
  protected abstract choose(choice: HTMLElement): void;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.close(false);
  }

  protected readonly onButtonClick = (): void => {
    if (this.open) this.close(true);
    else void this.show("chosen");
  };

  protected readonly onButtonKeydown = (event: KeyboardEvent): void => {
    if (this.open || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
    event.preventDefault();
    void this.show(event.key === "ArrowDown" ? "first" : "last");
  };

  protected readonly onPanelClick = (event: MouseEvent): void => {
    const choice = (event.target as Element).closest<HTMLElement>("[data-choice]");
    if (choice) this.pick(choice);
  };

  protected readonly onPanelKeydown = (event: KeyboardEvent): void => {
    const { choices } = this;
    const index = choices.findIndex((choice) => choice.matches(":focus"));
    const steps: Record<string, number> = {
      ArrowDown: (index + 1) % choices.length,
      ArrowUp: (index - 1 + choices.length) % choices.length,
      Home: 0,
      End: choices.length - 1,
    };
    const step = steps[event.key];
    if (step !== undefined) choices[step]?.focus();
    else if (event.key === "Escape") this.close(true);
    else if (event.key === "Enter" || event.key === " ") {
      const choice = choices[index];
      if (choice) this.pick(choice);
    } else if (event.key === "Tab") {
      // From the button the focus goes on by itself.
      this.close(true);
      return;
    } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
      this.findTyped(event.key, index);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  protected close(refocus: boolean): void {
    if (!this.open) return;
    this.open = false;
    document.removeEventListener("pointerdown", this.onPointerElsewhere, true);
    this.removeEventListener("focusout", this.onFocusOut);
    if (refocus) this.button?.focus();
  }

  private async show(place: Place): Promise<void> {
    if (this.disabled) return;
    this.open = true;
    document.addEventListener("pointerdown", this.onPointerElsewhere, true);
    this.addEventListener("focusout", this.onFocusOut);
    await this.updateComplete;
    this.fit();
    const { choices } = this;
    const chosen = choices.find((choice) =>
      choice.matches('[aria-selected="true"], [aria-checked="true"]'),
    );
    (place === "last" ? choices.at(-1) : ((place === "chosen" && chosen) || choices[0]))?.focus();
  }

  /** As tall as there is room above the composer. */
  private fit(): void {
    const panel = this.querySelector<HTMLElement>(".menu");
    const [root, composer] = [this.closest(".root"), this.closest(".composer")];
    if (!panel || !root || !composer) return;
    const room = composer.getBoundingClientRect().top - root.getBoundingClientRect().top;
    panel.style.maxHeight = `${Math.max(120, room - 16)}px`;
  }

  private pick(choice: HTMLElement): void {
    if (choice.matches('[aria-disabled="true"]')) return;
    this.close(true);
    this.choose(choice);
  }

  /** The next choice that begins with what is being typed. */
  private findTyped(key: string, from: number): void {
    const now = performance.now();
    this.typed = (now - this.typedAt > 700 ? "" : this.typed) + key.toLocaleLowerCase();
    this.typedAt = now;
    const { choices } = this;
    const start = this.typed.length === 1 ? from + 1 : Math.max(from, 0);
    const order = [...choices.slice(start), ...choices.slice(0, start)];
    const text = (choice: HTMLElement) => choice.textContent?.trim().toLocaleLowerCase() ?? "";
    order.find((choice) => text(choice).startsWith(this.typed))?.focus();
  }

  private readonly onPointerElsewhere = (event: PointerEvent): void => {
    if (!event.composedPath().includes(this)) this.close(false);
  };

  private readonly onFocusOut = (event: FocusEvent): void => {
    // Where Safari's pointer goes down on a button, nothing has the focus for a moment.
    const { relatedTarget } = event;
    if (relatedTarget instanceof Node && !this.contains(relatedTarget)) this.close(false);
  };

  private get choices(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>("[data-choice]")];
  }

  private get button(): HTMLElement | null {
    return this.querySelector("[aria-haspopup]");
  }
}
