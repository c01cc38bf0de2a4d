/** The microphone button: records, has the server write it down, and puts that into the text. */

import { html, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import type { ChatKitClient } from "../protocol/client";
import { isAbort, toError } from "../protocol/errors";
import { ChatPart, type ChatContext } from "../ui/part";
import { describeError, icon } from "./kit";
import { Recording, recordingType, toBase64 } from "./recording";

/** The longest recording in seconds: what was said so far is then written down. */
const LONGEST = 600;
const BARS = 16;
/** Milliseconds between two bars. */
const BAR_TIME = 80;

export class Dictation extends ChatPart {
  @property({ attribute: false }) context!: ChatContext;
  @property({ attribute: false }) client!: () => ChatKitClient;
  @property({ attribute: false }) disabled = false;
  @property({ attribute: false }) onText!: (text: string) => void;
  @property({ attribute: false }) onProblems!: (problems: readonly string[]) => void;
  @state() private phase: "idle" | "asking" | "recording" | "transcribing" = "idle";
  @state() private seconds = 0;
  private recording: Recording | null = null;
  /** Aborted when the visitor changes their mind. */
  private attempt = new AbortController();
  private timer = 0;
  private form: HTMLFormElement | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.form = this.closest("form");
    this.form?.addEventListener("keydown", this.onKeydown, true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.form?.removeEventListener("keydown", this.onKeydown, true);
    this.cancel();
  }

  protected override render() {
    if (recordingType() === null) return nothing;
    const { t } = this.context;
    const { phase } = this;
    const label = {
      idle: t("composer.dictate"),
      asking: t("composer.dictate"),
      recording: t("composer.stopDictating"),
      transcribing: t("composer.transcribing"),
    }[phase];
    const busy = phase === "asking" || phase === "transcribing";
    return html`${phase === "recording" ? this.meter() : nothing}
      ${
        phase === "idle"
          ? nothing
          : html`<button
              type="button"
              class="icon-button composer-button"
              aria-label=${t("action.cancel")}
              title=${t("action.cancel")}
              @click=${this.onCancel}
            >
              ${icon("close")}
            </button>`
      }
      <button
        type="button"
        class="icon-button composer-button dictate-button"
        data-phase=${phase}
        aria-label=${label}
        title=${label}
        aria-disabled=${busy ? "true" : nothing}
        ?disabled=${this.disabled}
        @click=${this.onClick}
      >
        ${busy ? html`<span class="spinner"></span>` : icon(phase === "idle" ? "microphone" : "check")}
      </button>`;
  }

  private meter() {
    const minutes = Math.floor(this.seconds / 60);
    const seconds = String(this.seconds % 60).padStart(2, "0");
    return html`<span class="dictation-meter" aria-hidden="true">
        ${Array.from({ length: BARS }, () => html`<span></span>`)}
      </span>
      <span class="dictation-time" role="timer">${minutes}:${seconds}</span>`;
  }

  protected override updated(changes: PropertyValues): void {
    if (changes.has("phase")) {
      // Beside a recording there is no room for the model and the send button.
      this.closest(".composer-end")?.toggleAttribute("data-dictating", this.phase !== "idle");
    }
    if (this.disabled && this.phase !== "idle") this.cancel();
  }

  private readonly onClick = (): void => {
    if (this.phase === "idle") void this.start();
    else if (this.phase === "recording") void this.finish();
  };

  private readonly onCancel = (): void => {
    this.cancel();
    this.querySelector<HTMLElement>(".dictate-button")?.focus();
  };

  private readonly onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || this.phase === "idle" || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    const hadFocus = this.contains((this.getRootNode() as ShadowRoot).activeElement);
    this.cancel();
    if (hadFocus) this.querySelector<HTMLElement>(".dictate-button")?.focus();
  };

  private async start(): Promise<void> {
    this.attempt = new AbortController();
    const { signal } = this.attempt;
    this.phase = "asking";
    this.onProblems([]);
    try {
      const recording = await Recording.begin();
      if (signal.aborted) {
        recording.cancel();
        return;
      }
      this.recording = recording;
      recording.onEnded(() => {
        if (this.recording === recording) void this.finish();
      });
      this.phase = "recording";
      this.seconds = 0;
      this.measure(performance.now());
    } catch (error) {
      if (signal.aborted) return;
      this.phase = "idle";
      this.fail(toError(error), this.context.t("composer.microphone"));
    }
  }

  /** Counts the seconds and draws how loud they are. */
  private measure(begun: number): void {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const levels = new Array<number>(BARS).fill(0);
    clearInterval(this.timer);
    this.timer = window.setInterval(() => {
      this.seconds = Math.floor((performance.now() - begun) / 1000);
      if (this.seconds >= LONGEST) void this.finish();
      if (still || !this.recording) return;
      levels.push(this.recording.level());
      levels.shift();
      this.querySelectorAll<HTMLElement>(".dictation-meter > span").forEach((bar, index) => {
        bar.style.transform = `scaleY(${Math.max(0.12, levels[index] ?? 0)})`;
      });
    }, BAR_TIME);
  }

  private async finish(): Promise<void> {
    const { recording, attempt, context } = this;
    if (!recording || this.phase !== "recording") return;
    clearInterval(this.timer);
    this.recording = null;
    this.phase = "transcribing";
    context.actions.announce(context.t("composer.transcribing"));
    const { signal } = attempt;
    try {
      const audio = await recording.stop();
      const { text } = await this.client().request(
        "input.transcribe",
        { audio_base64: await toBase64(audio), mime_type: audio.type },
        signal,
      );
      if (signal.aborted) return;
      this.phase = "idle";
      context.actions.announce(text);
      this.onText(text.trim());
    } catch (thrown) {
      if (isAbort(thrown) || signal.aborted) return;
      this.phase = "idle";
      const error = toError(thrown);
      this.fail(error, describeError(error, context.t));
    }
  }

  private cancel(): void {
    clearInterval(this.timer);
    this.attempt.abort();
    this.recording?.cancel();
    this.recording = null;
    this.phase = "idle";
  }

  private fail(error: Error, message: string): void {
    this.onProblems([message]);
    this.context.actions.fail(error);
  }
}
