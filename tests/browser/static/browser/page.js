// Drives <openai-chatkit> for tests, by its public API alone.
import "/static/django_chatkit/chatkit.js";

const EVENTS = [
  "ready", "error", "effect", "deeplink", "response.start", "response.end", "history.open",
  "history.close", "thread.change", "thread.load.start", "thread.load.end", "tool.change", "log",
];

/** What happened, in order: `[event, detail]`, errors as their name and message. */
window.chatEvents = [];
/** What callbacks of options were called with. */
window.chatCalls = [];
/** What hostile content sets when it runs. */
window.pwned = undefined;

for (const name of EVENTS) {
  document.addEventListener(`chatkit.${name}`, ({ detail }) => {
    const { error } = detail ?? {};
    window.chatEvents.push([name, error ? { error: error.name, message: error.message } : detail]);
  });
}

/** The `api` option for this site: Django's CSRF token on every request. */
window.chatApi = {
  url: "/chatkit/conversation",
  domainKey: "local-dev",
  uploadStrategy: { type: "direct", uploadUrl: "/chatkit/files" },
  fetch: (url, init) => {
    window.chatCalls.push(["fetch", String(url), Object.keys(init.headers)]);
    const token = /csrftoken=(\w+)/.exec(document.cookie)?.[1] ?? "";
    return fetch(url, { ...init, headers: { ...init.headers, "X-CSRFToken": token } });
  },
};

/** Puts a chat on the page; `place` may size it, as `"320x600"`. */
window.addChat = (options, place = "") => {
  const chat = document.createElement("openai-chatkit");
  const [width, height] = place.split("x");
  if (place) Object.assign(chat.style, { width: `${width}px`, height: `${height}px` });
  chat.setOptions({ api: window.chatApi, ...options });
  document.querySelector("main").append(chat);
  window.chat = chat;
  return chat;
};

window.pageIsReady = true;
