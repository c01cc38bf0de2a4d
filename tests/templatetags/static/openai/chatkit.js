/**
 * Stands for OpenAI's script, which tests may not load: an element that does what is documented of
 * OpenAI's. It asks for a client secret when it is put on the page, and again, with the one it has,
 * when the test says so; the threads it opens are those that the test names.
 *
 * Source: https://openai.github.io/chatkit-js/
 */

class OpenAIChatKit extends HTMLElement {
  secret = null;

  setOptions(options) {
    const { getClientSecret } = options.api;
    if (typeof getClientSecret !== "function" || Object.keys(options.api).length !== 1) {
      throw new TypeError("Invalid frame params: api");
    }
    this.options = options;
    if (this.secret === null) this.refresh().catch(() => undefined);
  }

  /** Asks for a secret, the first one or the next. */
  async refresh() {
    this.secret = await this.options.api.getClientSecret(this.secret);
    this.dataset.secret = "given";
    if (new URLSearchParams(location.search).has("unlisted")) return;
    this.textContent = `${this.options.startScreen?.greeting ?? ""} Chat of ${this.secret}`;
    this.tell("ready");
  }

  /** What happens when somebody writes: a thread opens, and an answer comes to its end. */
  converse(threadId) {
    this.tell("response.start");
    this.tell("thread.change", { threadId });
    this.tell("response.end");
  }

  async setThreadId(threadId) {
    this.dataset.thread = threadId ?? "new";
    this.tell("thread.change", { threadId });
  }

  async focusComposer() {
    this.tabIndex = -1;
    this.focus();
  }

  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`chatkit.${name}`, { detail }));
  }
}

customElements.define("openai-chatkit", OpenAIChatKit);
