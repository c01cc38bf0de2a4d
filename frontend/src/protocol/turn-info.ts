/** What a Django site says of a thread's turn, in headers: the protocol has no fields for it. */

export interface TurnInfo {
  /** How the thread's turn stands; `null` from servers that do not say. */
  state: "idle" | "running" | "interrupted" | null;
  /** Where a running answer can be joined; `null` where it ends with its connection. */
  streamUrl: string | null;
  /** Where it can be stopped. */
  stopUrl: string | null;
}

/** How many heartbeats may be missing before the connection counts as lost. */
const MISSED_BEATS = 3;

/** @param apiUrl where the request went: only its own origin can name further addresses. */
export function turnInfo({ headers }: Response, apiUrl: string): TurnInfo {
  return {
    state: headers.get("X-ChatKit-Turn") as TurnInfo["state"],
    streamUrl: sameOrigin(headers.get("X-ChatKit-Stream"), apiUrl),
    stopUrl: sameOrigin(headers.get("X-ChatKit-Stop"), apiUrl),
  };
}

/** How long the answer may be silent, in ms; `null` when the server promises no heartbeats. */
export function patienceOf({ headers }: Response): number | null {
  const seconds = Number(headers.get("X-ChatKit-Heartbeat"));
  return seconds > 0 ? MISSED_BEATS * seconds * 1000 : null;
}

function sameOrigin(path: string | null, apiUrl: string): string | null {
  if (path === null) return null;
  const api = new URL(apiUrl, document.baseURI);
  const url = new URL(path, api);
  return url.origin === api.origin ? url.href : null;
}
