import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ClientSecrets } from "../../src/embed/client-secrets";
import type { ClientSecret } from "../../src/embed/minting";

const LIFE = 600_000;

/** One tab's `sessionStorage`. */
class TabStorage extends Map<string, string> implements Storage {
  [name: string]: unknown;

  get length(): number {
    return this.size;
  }

  key(index: number): string | null {
    return [...this.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.set(key, value);
  }

  removeItem(key: string): void {
    this.delete(key);
  }
}

/** `navigator.locks`, which all tabs of a browser share. */
class BrowserLocks {
  private readonly queues = new Map<string, Promise<unknown>>();

  request<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    const turn = (this.queues.get(name) ?? Promise.resolve()).then(work);
    this.queues.set(
      name,
      turn.catch(() => undefined),
    );
    return turn;
  }
}

let number = 0;
let key: string;
let minted: number;
let life: number;
let fail: Error | null;
let pauses: number[];

beforeEach(() => {
  key = `django-chatkit:default:session${(number += 1)}`;
  minted = 0;
  life = LIFE;
  fail = null;
  pauses = [];
  Object.defineProperty(navigator, "locks", { value: new BrowserLocks(), configurable: true });
});

afterEach(() => {
  Reflect.deleteProperty(navigator, "locks");
  vi.useRealTimers();
});

/** The site: each session lives ten minutes, and its secrets are numbered. */
function mint(onWait: (seconds: number) => void): Promise<ClientSecret> {
  minted += 1;
  for (const seconds of pauses) onWait(seconds);
  if (fail) return Promise.reject(fail);
  return Promise.resolve({ value: `ek_${minted}`, expiresAt: Date.now() + life, lifetime: life });
}

function tab(
  storage: Storage = new TabStorage(),
  onWait: (seconds: number) => void = () => undefined,
  storageKey: string | null = key,
): ClientSecrets {
  return new ClientSecrets({ storageKey, mint, onWait }, () => storage);
}

describe("in one tab", () => {
  test("double clicks and several elements get one secret", async () => {
    const secrets = tab();
    expect(await Promise.all([1, 2, 3].map(() => secrets.get(null)))).toEqual([
      "ek_1",
      "ek_1",
      "ek_1",
    ]);
    expect(minted).toBe(1);
  });

  test("the next page goes on with the secret, and asks nobody", async () => {
    const storage = new TabStorage();
    await tab(storage).get(null);
    expect(await tab(storage).get(null)).toBe("ek_1");
    expect(minted).toBe(1);
  });

  test("a secret that does not serve any more is replaced once", async () => {
    const secrets = tab();
    await secrets.get(null);
    expect(await Promise.all([secrets.get("ek_1"), secrets.get("ek_1")])).toEqual(["ek_2", "ek_2"]);
  });

  test("a secret that is about to end is not handed out", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const secrets = tab();
    await secrets.get(null);
    vi.setSystemTime(Date.now() + LIFE - 61_000);
    expect(await secrets.get(null)).toBe("ek_1");
    vi.setSystemTime(Date.now() + 2000);
    expect(await secrets.get(null)).toBe("ek_2");
  });

  test("a secret that was dropped is gone from the tab", async () => {
    const storage = new TabStorage();
    const secrets = tab(storage);
    await secrets.get(null);
    secrets.drop();
    expect(storage.size).toBe(0);
    expect(await secrets.get(null)).toBe("ek_2");
  });

  test("after a failure the next one to ask tries again", async () => {
    const secrets = tab();
    fail = new Error("down");
    await expect(secrets.get(null)).rejects.toThrow("down");
    fail = null;
    expect(await secrets.get(null)).toBe("ek_2");
  });

  test("another person's secret is removed before anything else", () => {
    const storage = new TabStorage([
      ["django-chatkit:default:bobs", "{}"],
      ["django-chatkit:other:alias:bobs", "{}"],
      ["the site's own", "1"],
    ]);
    tab(storage);
    expect([...storage.keys()]).toEqual(["the site's own"]);
  });

  test.each(["not JSON", "null", '{"value":"ek_9"}'])("%s in the storage is no secret", async (text) => {
    expect(await tab(new TabStorage([[key, text]])).get(null)).toBe("ek_1");
  });
});

describe("in several tabs", () => {
  test("one mints for all", async () => {
    const tabs = [tab(), tab(), tab()];
    expect(await Promise.all(tabs.map((secrets) => secrets.get(null)))).toEqual([
      "ek_1",
      "ek_1",
      "ek_1",
    ]);
  });

  test("a new one gets what an old one has", async () => {
    const storage = new TabStorage();
    await tab().get(null);
    expect(await tab(storage).get(null)).toBe("ek_1");
    expect([minted, storage.size]).toEqual([1, 1]);
  });

  test("when the secret ends, one of them gets the next", async () => {
    const tabs = [tab(), tab()];
    await Promise.all(tabs.map((secrets) => secrets.get(null)));
    expect(await Promise.all(tabs.map((secrets) => secrets.get("ek_1")))).toEqual(["ek_2", "ek_2"]);
    expect(minted).toBe(2);
  });

  test("the next one counts for all, though it is to end before the one that it replaces", async () => {
    const tabs = [tab(), tab()] as const;
    await Promise.all(tabs.map((secrets) => secrets.get(null)));
    life = LIFE - 1000;
    expect(await tabs[0].get("ek_1")).toBe("ek_2");
    expect(await tabs[1].get("ek_1")).toBe("ek_2");
    expect(minted).toBe(2);
  });

  test("all hear that the site asked for a pause", async () => {
    const heard = new Promise<number>((resolve) => tab(new TabStorage(), resolve));
    const own = vi.fn();
    pauses = [7];
    await tab(new TabStorage(), own).get(null);
    expect([await heard, own.mock.calls]).toEqual([7, [[7]]]);
  });

  test("of another person they share nothing", async () => {
    await tab().get(null);
    expect(await tab(new TabStorage(), undefined, `${key}-other`).get(null)).toBe("ek_2");
  });
});

describe("where the browser offers less", () => {
  test("without locks, one page mints once", async () => {
    Reflect.deleteProperty(navigator, "locks");
    const secrets = tab();
    expect(await Promise.all([secrets.get(null), secrets.get(null)])).toEqual(["ek_1", "ek_1"]);
  });

  test("without storage, the page remembers", async () => {
    const blocked = new ClientSecrets({ storageKey: key, mint, onWait: () => undefined }, () => {
      throw new DOMException("blocked", "SecurityError");
    });
    expect([await blocked.get(null), await blocked.get(null)]).toEqual(["ek_1", "ek_1"]);
  });

  test("a visitor without a browser session is remembered by the page alone", async () => {
    const storage = new TabStorage();
    const secrets = tab(storage, undefined, null);
    expect([await secrets.get(null), await secrets.get(null)]).toEqual(["ek_1", "ek_1"]);
    expect(storage.size).toBe(0);
  });
});
