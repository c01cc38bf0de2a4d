/** deep-chat on the page; `variant` "partial" draws a long answer paragraph by paragraph. */
import "/modules/deep-chat/dist/deepChat.bundle.js";
import { frame, measure, pairs, parts, variant } from "./measure.js";

const chat = document.createElement("deep-chat");
chat.history = await (await fetch(`/deep-chat/history?pairs=${pairs}`)).json();
chat.connect = {
  url: `/deep-chat/stream?parts=${parts}`,
  stream: variant === "partial" ? { partialRender: true } : true,
};
Object.assign(chat.style, { width: "100%", height: "100%", border: "0" });
document.body.append(chat);

async function drawn() {
  while (!chat.shadowRoot?.querySelector("#messages")?.textContent.includes(`Answer ${pairs}.`)) {
    await frame();
  }
}

measure({
  opened: drawn(),
  scroller: () => chat.shadowRoot.querySelector("#messages"),
  shown: () => chat.shadowRoot.querySelector("#messages").textContent,
  messages: () => chat.getMessages().length,
  async ask(text) {
    const answered = new Promise((resolve) => {
      chat.addEventListener("message", ({ detail: { message, isHistory } }) => {
        if (!isHistory && message.role === "ai") resolve();
      });
    });
    chat.submitUserMessage({ text });
    await answered;
    await frame();
  },
});
