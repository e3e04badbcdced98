import { describe, expect, it } from "vitest";
import {
  isKnownTold,
  nextNotice,
  rectificationOf,
  takenBack,
  type BreachCall,
  type SentNotice,
} from "./rectification";

type Named = SentNotice & { name: string };
const notice = (name: string, issuedAt: number, of: Partial<SentNotice> = {}): Named => ({
  name,
  phase: "initial",
  issuedAt,
  leftAt: issuedAt,
  reachedAt: issuedAt,
  reach: "reached",
  ...of,
});
const UNSENT = { leftAt: null, reachedAt: null, reach: "nobody" } as const;
const WAITING = { leftAt: null, reachedAt: null, reach: "may-reach" } as const;
const HANDED = { reachedAt: null, reach: "handed-over" } as const;
const JOINT = { leftAt: null, reachedAt: null, reach: "joint-alone" } as const;
const sent = notice("first", 1);
const back = notice("back", 3, { phase: "rectifying" });
const call: BreachCall = { at: 1, isRectifying: false };
const callBack: BreachCall = { at: 4, isRectifying: true };

describe("a controller set aside", () => {
  it.each<[string, Named[], BreachCall[], ReturnType<typeof rectificationOf>]>([
    ["nothing was told", [], [], null],
    ["a notice left", [sent], [], "owed"],
    ["its letter was cancelled before it left", [{ ...sent, ...UNSENT }], [], "nothing-left"],
    ["its letter waits", [{ ...sent, ...WAITING }], [], "owed"],
    ["what takes it back waits", [sent, { ...back, ...WAITING }], [], "issued"],
    ["what takes it back came", [sent, back], [], "made"],
    ["a relay took its letter", [{ ...sent, ...HANDED }], [], "owed"],
    ["a relay took what takes it back", [sent, { ...back, ...HANDED }], [], "handed-over"],
    ["what takes it back was cancelled, or came back", [sent, { ...back, ...UNSENT }], [], "owed"],
    ["a call alone told it", [], [call], "owed"],
    ["a call told it and its letter was cancelled", [{ ...sent, ...UNSENT }], [call], "owed"],
    ["a call told it, and another took it back", [], [call, callBack], "made"],
    ["a call told it, and a notice took it back", [back], [call], "made"],
    ["a call told it, and a notice that takes it back waits", [{ ...back, ...WAITING }], [call], "issued"],
    ["a call took a notice back", [sent], [callBack], "made"],
    [
      "a call took back while the notice that does waits",
      [sent, { ...back, ...WAITING }],
      [callBack],
      "made",
    ],
    ["a call told it anew after what took it back", [sent, back], [{ ...call, at: 5 }], "owed"],
    ["a notice followed what took the one before back", [sent, back, notice("anew", 3)], [], "owed"],
    ["only joint controllers were reached", [{ ...sent, ...JOINT }], [], "owed"],
  ])("where %s", (_what, notices, calls, expected) => {
    expect(rectificationOf("set-aside", { notices, calls })).toBe(expected);
    expect(rectificationOf("confirmed", { notices, calls })).toBeNull();
  });
});

describe("the next notice", () => {
  it.each<[string, Named[], BreachCall[], string[], ReturnType<typeof takenBack>]>([
    ["after none", [], [], [], null],
    ["after a call alone", [], [call], [], null],
    ["after one that left", [sent], [], ["first"], null],
    ["after one whose letter waits", [{ ...sent, ...WAITING }], [], ["first"], null],
    ["after one that reached nobody", [{ ...sent, ...UNSENT }], [], [], null],
    ["after one that joint controllers alone got", [{ ...sent, ...JOINT }], [], [], null],
    [
      "after a rectification of which nothing left",
      [
        { ...sent, ...UNSENT },
        { ...back, ...UNSENT },
      ],
      [],
      [],
      null,
    ],
    [
      "after one that left and a rectification that did not",
      [sent, { ...back, ...UNSENT }],
      [],
      ["first"],
      null,
    ],
    ["after a rectification that came", [sent, back], [], [], { at: 3, by: "notice" }],
    ["after one that a relay took", [sent, { ...back, ...HANDED }], [], [], { at: 3, by: "notice" }],
    ["after one taken back by telephone", [sent], [callBack], [], { at: 4, by: "call" }],
    ["after one given since the rectification", [sent, back, notice("anew", 5)], [], ["anew"], null],
  ])("%s", (_what, notices, calls, standing, after) => {
    const next = nextNotice({ notices, calls });
    expect(next.standing.map(({ name }) => name)).toEqual(standing);
    expect(next.after).toEqual(after);
  });
});

it("is known to have been told by what informs a client, and not by the acceptance of a relay", () => {
  expect(isKnownTold({ notices: [{ ...sent, ...HANDED }], calls: [] })).toBe(false);
  expect(takenBack({ notices: [sent, { ...back, ...HANDED }], calls: [] })).toBeNull();
  expect(isKnownTold({ notices: [sent], calls: [] })).toBe(true);
  expect(isKnownTold({ notices: [], calls: [call] })).toBe(true);
  expect(isKnownTold({ notices: [], calls: [callBack] })).toBe(false);
});
