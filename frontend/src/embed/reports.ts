/** Tells the site what failed on the page, for its log: never anything that somebody wrote. */

export type FailureName =
  | "script.failed"
  | "script.blocked"
  | "element.fallback"
  | "element.not_ready"
  | "element.error"
  | "session.signed_out"
  | "session.refused"
  | "session.unavailable";

interface Report {
  name: FailureName;
  level: "warning" | "error";
  message: string;
}

/** A page that fails over and over says so this many times. */
const MOST = 20;

/**
 * Reports of one chat.
 *
 * @param send `fetch` with the site's cookies and CSRF token.
 */
export class Reports {
  private readonly told = new Set<string>();

  constructor(
    private readonly send: typeof fetch,
    private readonly eventsUrl: string,
  ) {}

  /**
   * Says it once; what is said again is not news.
   *
   * @param message the circumstances in the page's own words.
   */
  tell(name: FailureName, message: string, level: Report["level"] = "error"): void {
    const report: Report = { name, level, message };
    const text = JSON.stringify({ events: [report] });
    if (this.told.has(text) || this.told.size >= MOST) return;
    this.told.add(text);
    this.send(this.eventsUrl, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: text,
      keepalive: true,
    }).catch(() => undefined); // the network itself may be what failed
  }
}
