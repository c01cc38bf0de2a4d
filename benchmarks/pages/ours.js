/** Our element on the page; `variant` "follow" keeps to the end of the answer, as deep-chat does. */
import "/static/django_chatkit/chatkit.js";
import { frame, measure, pairs, parts, variant } from "./measure.js";

const chat = document.createElement("openai-chatkit");
chat.setOptions({
  api: { url: `/chatkit/conversation?pairs=${pairs}&parts=${parts}`, domainKey: "local-dev" },
  initialThread: "thr_lamp",
  thread: { autoScroll: variant === "follow" },
});
const happens = (name) => new Promise((resolve) => chat.addEventListener(name, resolve));
const opened = happens("chatkit.thread.load.end");
document.body.append(chat);

measure({
  opened,
  scroller: () => chat.shadowRoot.querySelector(".scroller"),
  shown: () => chat.shadowRoot.querySelector(".thread").textContent,
  messages: () => chat.shadowRoot.querySelectorAll("article.message").length,
  async ask(text) {
    const ended = happens("chatkit.response.end");
    await chat.sendUserMessage({ text });
    await ended;
    await frame();
  },
});
