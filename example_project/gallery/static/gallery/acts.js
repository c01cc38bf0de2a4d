// What the visitor of a scene does, step by step.

const PATIENCE = 5000;

/** Runs one act; resolves when the element has taken it. */
export async function perform(act, chat, server) {
  const handler = acts[act.do];
  if (!handler) throw new Error(`There is no act ${act.do}.`);
  await handler(act, chat, server);
  await server.quiet();
  await chat.updateComplete;
}

const acts = {
  say: ({ text, ...rest }, chat) => chat.sendUserMessage({ text, ...rest }).catch(() => {}),
  call: ({ method, args = [] }, chat) => chat[method](...args),
  begin: ({ method, args = [] }, chat) => void chat[method](...args),
  draft: ({ value, files }, chat) => {
    // An upload that is never answered would keep this act waiting.
    const drafted = chat.setComposerValue({
      ...value,
      ...(files ? { files: files.map(fileOf) } : {}),
    });
    return files ? undefined : drafted;
  },
  async click({ on, at = 0 }, chat) {
    (await found(chat, on, at)).click();
  },
  async hover({ on, at = 0 }, chat) {
    const node = await found(chat, on, at);
    const { left, top, width, height } = node.getBoundingClientRect();
    const where = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, composed: true };
    for (const type of ["pointerover", "pointerenter", "mouseover", "mouseenter", "pointermove"]) {
      const Kind = type.startsWith("pointer") ? PointerEvent : MouseEvent;
      node.dispatchEvent(new Kind(type, { ...where, pointerType: "mouse" }));
    }
  },
  async focus({ on, at = 0 }, chat) {
    (await found(chat, on, at)).focus();
  },
  async write({ text, on = ".composer-field textarea, .composer-field [contenteditable]", at = 0 }, chat) {
    const field = await found(chat, on, at);
    field.focus();
    for (const letter of text) document.execCommand("insertText", false, letter);
  },
  press({ key }, chat) {
    const target = chat.shadowRoot.activeElement ?? chat;
    const options = { key, code: key, bubbles: true, composed: true, cancelable: true };
    target.dispatchEvent(new KeyboardEvent("keydown", options));
    target.dispatchEvent(new KeyboardEvent("keyup", options));
  },
  /** Selects words as a pointer would. */
  async select({ on, words, at = 0 }, chat) {
    const node = await found(chat, on, at);
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const start = walker.currentNode.data.indexOf(words);
      if (start < 0) continue;
      getSelection().setBaseAndExtent(
        walker.currentNode, start, walker.currentNode, start + words.length,
      );
      for (const type of ["pointerup", "mouseup"]) {
        const Kind = type === "pointerup" ? PointerEvent : MouseEvent;
        node.dispatchEvent(new Kind(type, { bubbles: true, composed: true }));
      }
      return;
    }
    throw new Error(`There is no “${words}” in ${on}.`);
  },
  async wait({ on, at = 0 }, chat) {
    await found(chat, on, at);
  },
  async scroll({ on, to }, chat) {
    const node = await found(chat, on, 0);
    node.scrollTop = to === "end" ? node.scrollHeight : to;
  },
  drag({ over }, chat) {
    const target = chat.shadowRoot.querySelector(over) ?? chat.shadowRoot.querySelector(".root");
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(fileOf({ name: "chart.png", type: "image/png", size: 1200 }));
    for (const type of ["dragenter", "dragover"]) {
      target.dispatchEvent(
        new DragEvent(type, { dataTransfer, bubbles: true, composed: true, cancelable: true }),
      );
    }
  },
};

function fileOf({ name, type, size = 2048 }) {
  return new File([new Uint8Array(size)], name, { type });
}

/** The element's part that a selector finds, once it is there. */
function found(chat, selector, at) {
  const look = () => chat.shadowRoot?.querySelectorAll(selector)[at] ?? null;
  const node = look();
  if (node) return node;
  return new Promise((resolve, reject) => {
    const observer = new MutationObserver(() => {
      const late = look();
      if (!late) return;
      observer.disconnect();
      clearTimeout(timer);
      resolve(late);
    });
    const timer = setTimeout(() => {
      observer.disconnect();
      reject(new Error(`There is nothing like ${selector}${at ? ` (${at})` : ""}.`));
    }, PATIENCE);
    observer.observe(chat.shadowRoot, { childList: true, subtree: true, attributes: true });
  });
}
