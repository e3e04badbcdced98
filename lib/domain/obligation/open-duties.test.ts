import { describe, expect, it } from "vitest";
import { HOUR, T0 } from "@/lib/domain/breach/breach.fixture";
import { openDuties, type BreachToPlan } from "./plan-breach";
import {
  AWARE,
  breach,
  CONFIRMED,
  informedAfter,
  notice,
  PROPOSED,
  text,
  whole,
} from "./plan-breach.fixture";

describe("openDuties", () => {
  const RECORDED = [text("what-happened"), text("consequences"), text("measures")];
  const open = (of: BreachToPlan) => openDuties(of).map(({ kind }) => kind.slice("breach.".length));

  it.each<[string, BreachToPlan, string[]]>([
    ["of a suspicion", breach([]), ["investigate"]],
    ["without a controller, or a record", breach([AWARE]), ["controllers", "record"]],
    ["of an unsettled controller", breach([AWARE, PROPOSED, ...RECORDED]), ["place"]],
    ["of a controller that nobody told", breach([AWARE, CONFIRMED, ...RECORDED]), ["tell"]],
    [
      "after a notice that announces another",
      breach([AWARE, CONFIRMED, ...RECORDED], {
        ...informedAfter(9),
        notices: [notice(9, { content: { ...whole, persons: null } })],
      }),
      ["follow-up"],
    ],
    [
      "of what the file learnt after a last notice",
      breach([AWARE, CONFIRMED, ...RECORDED], {
        ...informedAfter(2),
        notices: [notice(2, { phase: "final" })],
      }),
      ["follow-up"],
    ],
    [
      "of none, where each was told to the end and the record holds facts, effects and remedy",
      breach([AWARE, CONFIRMED, ...RECORDED], {
        ...informedAfter(9),
        notices: [notice(9, { phase: "final" })],
      }),
      [],
    ],
    [
      "of none that is a timer",
      breach([AWARE, CONFIRMED, ...RECORDED], {
        ...informedAfter(9),
        notices: [notice(9, { phase: "final" })],
        next: { kind: "waiting", until: T0 + 10 * HOUR, to: null, hasLeft: true },
      }),
      [],
    ],
  ])("names the duties %s", (_, of, expected) => expect(open(of)).toEqual(expected));
});
