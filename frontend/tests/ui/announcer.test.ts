import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Announcer, spokenText } from "../../src/ui/announcer";

let said: string[];
let announcer: Announcer;

beforeEach(() => {
  vi.useFakeTimers();
  said = [];
  announcer = new Announcer(() => said.push(announcer.text));
});

afterEach(() => {
  vi.useRealTimers();
});

describe("what is said", () => {
  it("is said at once, and gone after ten seconds", () => {
    announcer.say("Renamed");
    expect(said).toEqual(["Renamed"]);

    vi.advanceTimersByTime(10_000);

    expect(said).toEqual(["Renamed", ""]);
  });

  it("is heard a second time when it is said a second time", () => {
    announcer.say("Renamed");
    announcer.say("Renamed");

    expect(said).toEqual(["Renamed", "Renamed\u00a0"]);
  });
});

describe("remarks", () => {
  it("come three seconds apart at least, the newest of those that came meanwhile", () => {
    announcer.mention("Searching");
    for (const page of [1, 2, 3, 4]) announcer.mention(`Reading page ${page}`);
    vi.advanceTimersByTime(2_999);
    expect(said).toEqual(["Searching"]);

    vi.advanceTimersByTime(1);

    expect(said).toEqual(["Searching", "Reading page 4"]);
  });

  it("are said once, however often the state is told", () => {
    for (let time = 0; time < 50; time += 1) announcer.mention("Searching");
    vi.advanceTimersByTime(5_000);

    expect(said).toEqual(["Searching"]);
  });

  it("are dropped when the answer is there", () => {
    announcer.say("The assistant is responding");
    announcer.mention("Searching");
    announcer.say("Assistant said: Found.");
    vi.advanceTimersByTime(9_000);

    expect(said).toEqual(["The assistant is responding", "Assistant said: Found."]);
  });
});

describe("notices", () => {
  const storm = { level: "warning", title: "Storm", message: "See **the** [times](/times)." };
  const lift = { level: "danger", title: null, message: "The lift is broken." };

  it("are said once, in their words; danger is an alert of its own", () => {
    announcer.tell([storm, lift]);
    announcer.tell([storm, lift]);

    expect(said).toEqual(["Storm\nSee the times."]);
  });
});

describe("an answer that is read out", () => {
  it("has its words block by block, without buttons and hidden things", () => {
    const message = document.createElement("article");
    message.innerHTML = `<h3 class="sr-only">Assistant said</h3>
      <p>It is <b>open</b>  today.</p><ul><li>Ten</li><li>Four</li></ul>
      <div><button>Copy</button><pre>print(1)</pre></div><p><img alt="A map" src="data:,"></p>`;

    expect(spokenText(message)).toBe("It is open today.\nTen\nFour\nprint(1)\nA map");
  });
});
