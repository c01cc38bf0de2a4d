/**
 * Keeps one live client secret for an assistant, across page loads and between tabs.
 *
 * It stands in `sessionStorage` and nowhere else. Tabs ask each other over a `BroadcastChannel`,
 * and `navigator.locks` lets one of them mint while the others wait for what it gets, so that
 * double clicks, several elements and several tabs make one request of the site.
 *
 * A browser without locks (a page that is not a secure context) keeps the order within its page.
 */

import type { ClientSecret } from "./minting";

type Message =
  | { type: "ask" }
  | { type: "secret"; secret: ClientSecret }
  | { type: "wait"; seconds: number }
  | { type: "drop"; value: string };

/** How long another tab may take to answer, in ms. */
const ASK_PATIENCE = 150;

/** A storage key: the browser session stands last, as a keyed hash. */
const KEY = /^django-chatkit:.*:([^:]*)$/s;

/** A secret this close to its end, in ms, is not handed out any more. */
const MARGIN = 60_000;

interface Options {
  /** Names alias, browser session and user; `null` keeps the secret in this page's memory. */
  storageKey: string | null;
  /** Gets a new secret; it calls back when it has to wait, with the seconds. */
  mint: (onWait: (seconds: number) => void) => Promise<ClientSecret>;
  /** Called in every tab when one of them waits for the site. */
  onWait: (seconds: number) => void;
}

export class ClientSecrets {
  private memory: ClientSecret | null = null;
  /** The last secret that was said to serve no more. */
  private spent: string | null = null;
  private readonly channel: BroadcastChannel | null;
  private last: Promise<unknown> = Promise.resolve();
  private heard: (() => void) | null = null;

  /** @param storage this tab's, asked for at each use since a browser may refuse it. */
  constructor(
    private readonly options: Options,
    private readonly storage: () => Storage = () => sessionStorage,
  ) {
    const { storageKey } = options;
    this.forgetOthers();
    this.channel =
      storageKey === null || !("BroadcastChannel" in globalThis)
        ? null
        : new BroadcastChannel(storageKey);
    this.channel?.addEventListener("message", (event: MessageEvent<Message>) =>
      this.hear(event.data),
    );
  }

  /**
   * A secret that opens a while longer: ChatKit's `getClientSecret`.
   *
   * @param current the one that the element has, which does not serve it any more.
   * @throws what `mint` throws.
   */
  get(current: string | null): Promise<string> {
    this.spend(current);
    const known = this.usable(current);
    if (known !== null) return Promise.resolve(known);
    return this.exclusively(async () => {
      const arrived = this.usable(current) ?? (await this.ask(current));
      if (arrived !== null) return arrived;
      const minted = await this.options.mint((seconds) => {
        this.say({ type: "wait", seconds });
        this.options.onWait(seconds);
      });
      this.keep(minted);
      this.say({ type: "secret", secret: minted });
      return minted.value;
    });
  }

  /** Forgets the secret, here and in the other tabs: it opens nothing any more. */
  drop(): void {
    const dropped = this.read();
    this.keep(null);
    if (dropped !== null) this.say({ type: "drop", value: dropped.value });
  }

  /**
   * Makes room for what comes in its place. The end of a secret is told in whole seconds, so its
   * successor's may be the earlier one: by their ends alone the old one would stay.
   */
  private spend(current: string | null): void {
    if (current === null) return;
    this.spent = current;
    if (this.read()?.value === current) this.keep(null);
  }

  private usable(current: string | null): string | null {
    const secret = this.read();
    return secret !== null && secret.value !== current && isLive(secret) ? secret.value : null;
  }

  private exclusively<Result>(work: () => Promise<Result>): Promise<Result> {
    const { storageKey } = this.options;
    const locks = (navigator as Partial<Navigator>).locks;
    const inTurn = this.last.then(
      (): Promise<Result> =>
        storageKey === null || !locks
          ? work()
          : (locks.request(storageKey, work) as Promise<Result>),
    );
    this.last = inTurn.catch(() => undefined);
    return inTurn;
  }

  /** What another tab has, if one answers. */
  private async ask(current: string | null): Promise<string | null> {
    if (this.channel === null) return null;
    const answered = new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ASK_PATIENCE);
      this.heard = () => {
        if (this.usable(current) === null) return;
        clearTimeout(timer);
        resolve();
      };
    });
    this.say({ type: "ask" });
    await answered;
    this.heard = null;
    return this.usable(current);
  }

  private hear(message: Message): void {
    const own = this.read();
    if (message.type === "ask" && own !== null && isLive(own)) {
      this.say({ type: "secret", secret: own });
    }
    if (message.type === "secret" && message.secret.value !== this.spent) {
      if (own === null || message.secret.expiresAt > own.expiresAt) this.keep(message.secret);
      this.heard?.();
    }
    if (message.type === "wait") this.options.onWait(message.seconds);
    if (message.type === "drop" && own?.value === message.value) this.keep(null);
  }

  private say(message: Message): void {
    this.channel?.postMessage(message);
  }

  private read(): ClientSecret | null {
    const { storageKey } = this.options;
    if (storageKey !== null && this.memory === null) {
      try {
        this.memory = parse(this.storage().getItem(storageKey));
      } catch {
        // Storage is blocked: the secret lives as long as the page.
      }
    }
    return this.memory;
  }

  private keep(secret: ClientSecret | null): void {
    const { storageKey } = this.options;
    this.memory = secret;
    if (storageKey === null) return;
    try {
      if (secret === null) this.storage().removeItem(storageKey);
      else this.storage().setItem(storageKey, JSON.stringify(secret));
    } catch {
      // Storage is blocked or full: memory has it.
    }
  }

  /** Somebody else uses this browser now: what the last one had is not for them. */
  private forgetOthers(): void {
    const session = KEY.exec(this.options.storageKey ?? "")?.[1];
    try {
      const storage = this.storage();
      const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "");
      for (const key of keys) {
        const found = KEY.exec(key);
        if (found !== null && found[1] !== session) storage.removeItem(key);
      }
    } catch {
      // Storage is blocked: there is nothing in it.
    }
  }
}

function isLive(secret: ClientSecret): boolean {
  return secret.expiresAt - Math.min(MARGIN, secret.lifetime / 4) > Date.now();
}

function parse(text: string | null): ClientSecret | null {
  if (text === null) return null;
  const secret = JSON.parse(text) as Partial<ClientSecret>;
  const complete =
    typeof secret.value === "string" &&
    typeof secret.expiresAt === "number" &&
    typeof secret.lifetime === "number";
  return complete ? (secret as ClientSecret) : null;
}
