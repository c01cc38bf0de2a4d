// The server of a scene: `api.fetch` answers from the script, so that nothing leaves the page.

const JSON_HEADERS = { "Content-Type": "application/json" };
const STREAMING = new Set([
  "threads.create",
  "threads.add_user_message",
  "threads.add_client_tool_output",
  "threads.add_structured_input",
  "threads.retry_after_item",
  "threads.custom_action",
]);

export class SceneServer {
  /** What was sent, as `[kind, frame]`: a test holds it to the SDK's types. */
  sent = [];
  #open = 0;
  #waiting = [];

  constructor(scene) {
    this.scene = scene;
    this.thread = scene.thread;
  }

  /** Resolves once nothing is being sent: every stream has ended or is held open. */
  quiet() {
    return this.#open === 0
      ? Promise.resolve()
      : new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** In the place of `fetch`. */
  fetch = async (url, init) => {
    this.#open += 1;
    try {
      const { pathname } = new URL(url, location.href);
      if (pathname.endsWith("/upload")) return await this.#upload(init);
      const { type, params } = JSON.parse(init.body);
      return await this.#operation(type, params, init.signal);
    } finally {
      this.#open -= 1;
      if (this.#open === 0) for (const resolve of this.#waiting.splice(0)) resolve();
    }
  };

  async #operation(type, params, signal) {
    const reply = this.scene.replies[type] ?? (STREAMING.has(type) ? { events: [] } : null);
    if (reply?.network === "lost") throw new TypeError("Failed to fetch");
    if (reply?.network === "silent") return this.#silence(signal);
    if (reply?.status) {
      const headers = { ...JSON_HEADERS, ...reply.headers };
      return new Response(JSON.stringify(reply.body), { status: reply.status, headers });
    }
    if (reply?.events) return this.#stream(type, params, reply, signal);
    return this.#json(type, reply?.json ?? this.#answer(type, params));
  }

  #json(kind, body) {
    this.sent.push([kind, body]);
    const { turn } = this.scene;
    const headers = { ...JSON_HEADERS };
    if (kind === "threads.get_by_id" && turn) headers["X-ChatKit-Turn"] = turn;
    return new Response(JSON.stringify(body), { headers });
  }

  /** What the site would answer to an operation that the scene says nothing of. */
  #answer(type, params) {
    switch (type) {
      case "threads.get_by_id": {
        const data = this.scene.items.slice(0, 20);
        const more = this.scene.items.length > data.length;
        return { ...this.thread, items: page(data, more) };
      }
      case "items.list": {
        const newestFirst = [...this.scene.items].reverse();
        const start = newestFirst.findIndex(({ id }) => id === params.after) + 1;
        const data = newestFirst.slice(start, start + params.limit);
        return page(data, start + data.length < newestFirst.length);
      }
      case "threads.list":
        return page(this.scene.threads, false);
      case "threads.update":
        return { ...this.thread, id: params.thread_id, title: params.title, items: page([], false) };
      case "input.transcribe":
        return { text: "When is the next night climb?" };
      default:
        return {};
    }
  }

  #stream(type, params, reply, signal) {
    const events = [...this.#opening(type, params), ...reply.events];
    for (const event of events) this.sent.push(["event", event]);
    const bytes = new TextEncoder().encode(
      events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(""),
    );
    const body = new ReadableStream({
      start(controller) {
        if (bytes.length > 0) controller.enqueue(bytes);
        if (reply.end !== "held") controller.close();
        else signal?.addEventListener("abort", () => controller.error(signal.reason));
      },
    });
    return new Response(body, { headers: { "Content-Type": "text/event-stream" } });
  }

  /** What the server sends before the assistant has its say. */
  #opening(type, params) {
    const events = [];
    if (type === "threads.create") {
      events.push({ type: "thread.created", thread: { ...this.thread, items: page([], false) } });
    }
    if (params.input?.content) {
      const { content, attachments, quoted_text, inference_options } = params.input;
      const item = {
        id: "msg_asked",
        thread_id: this.thread.id,
        created_at: this.scene.now,
        type: "user_message",
        content,
        attachments: attachments.map((id) => this.#uploaded.get(id)),
        inference_options,
      };
      if (quoted_text) item.quoted_text = quoted_text;
      events.push({ type: "thread.item.done", item });
    }
    const options = { allow_cancel: this.scene.allow_cancel };
    return [...events, { type: "stream_options", stream_options: options }];
  }

  #uploaded = new Map();

  async #upload({ body, signal }) {
    const file = body.get("file");
    const outcome = this.scene.uploads[file.name] ?? "done";
    if (outcome === "silent") return this.#silence(signal);
    if (outcome === "failed") {
      const error = { message: "The file could not be kept.", type: "server_error" };
      return new Response(JSON.stringify({ error }), { status: 500, headers: JSON_HEADERS });
    }
    const attachment = {
      id: `atc_${this.#uploaded.size + 1}`,
      type: file.type.startsWith("image/") ? "image" : "file",
      name: file.name,
      mime_type: file.type,
    };
    if (attachment.type === "image") attachment.preview_url = this.scene.preview;
    this.#uploaded.set(attachment.id, attachment);
    return this.#json("attachment", attachment);
  }

  /** A request that is never answered. The scene does not wait for it. */
  #silence(signal) {
    this.#open -= 1;
    if (this.#open === 0) for (const resolve of this.#waiting.splice(0)) resolve();
    return new Promise((_resolve, reject) => {
      signal?.addEventListener("abort", () => {
        this.#open += 1;
        reject(signal.reason);
      });
    });
  }
}

function page(data, more) {
  return { data, has_more: more, ...(more ? { after: data.at(-1).id } : {}) };
}
