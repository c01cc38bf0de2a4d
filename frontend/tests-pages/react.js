/**
 * A page of a React application: OpenAI's own bindings drive our element.
 *
 * Built into `tests/browser/static/browser/react.js`, where the browser tests load it.
 */

import { ChatKit, useChatKit } from "@openai/chatkit-react";
import { createElement, useState } from "react";
import { createRoot } from "react-dom/client";

const HANDLERS = [
  "onError", "onHistoryClose", "onHistoryOpen", "onResponseEnd", "onResponseStart", "onLog",
  "onThreadChange", "onThreadLoadStart", "onThreadLoadEnd", "onToolChange", "onReady", "onEffect",
  "onDeeplink",
];

function Application() {
  const [options, setOptions] = useState({});
  const [renders, setRenders] = useState(0);
  const handlers = Object.fromEntries(
    HANDLERS.map((name) => [name, (detail) => window.reactCalls.push([name, detail ?? null])]),
  );
  const chat = useChatKit({
    api: window.chatApi,
    ...handlers,
    onClientTool: (call) => ({ heard: call.params, renders }),
    ...options,
  });
  Object.assign(window, { chatKit: chat, setReactOptions: setOptions, renderAgain: setRenders });
  return createElement(ChatKit, { control: chat.control, className: "react-chat" });
}

window.reactCalls = [];
createRoot(document.querySelector("main")).render(createElement(Application));
