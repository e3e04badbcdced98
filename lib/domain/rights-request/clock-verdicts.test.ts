import { describe, expect, it } from "vitest";
import { applicableLaws } from "@/lib/domain/statute/applicable-laws";
import { calendarOf } from "@/lib/domain/time/controller-calendar";
import { clockVerdicts } from "./clock-verdicts";
import { answerClocks, reliedClock } from "./answer-clocks";
import { relayClock } from "./clocks";
import type { Fact, FactKind, FactValue } from "./facts";
import { foldRequest } from "./file";
import { clearPeriod } from "./periods";

const at = (instant: string) => Date.parse(instant);
const RECEIVED = at("2026-11-02T09:00:00Z");
const CONTROLLER = "0190a000-0000-7000-8000-000000000001";
const calendar = calendarOf({ country: "FR", address: "" }, { announced: [], from: "2026-11-02" });

const laws = applicableLaws(
  { country: "FR", establishments: [], targeting: "", targetCountries: [] },
  { on: "2026-11-02" },
);

type Stated = [kind: FactKind, at: string, value?: FactValue];

function judged(stated: Stated[], now: string, days: number | null = 2) {
  const facts = stated.map(([kind, instant, value = {}], index): Fact => {
    const number = index + 1;
    return {
      id: String(number),
      number,
      kind,
      value,
      at: at(instant),
      recordedAt: at(instant),
      authorName: "",
    };
  });
  const terms = { contractId: "", reference: "", rule: "forwarded" as const, hours: null, days };
  const receipts = { processorAt: RECEIVED, controllerAt: null };
  const file = foldRequest(facts);
  const clocks = answerClocks(receipts, file, {
    clientRole: "controller",
    laws,
    rights: ["access"],
    calendar,
  });
  return clockVerdicts(
    {
      file,
      clocks,
      clock: reliedClock(clocks),
      relay: relayClock(RECEIVED, terms),
      clear: clearPeriod(RECEIVED),
    },
    at(now),
  );
}

const placed: Stated = ["placed", "2026-11-02T09:00:00Z", { controllerId: CONTROLLER }];

describe("the clocks of a request", () => {
  it.each([
    ["relayed at the last millisecond of two days", "2026-11-04T09:00:00.000Z", "kept"],
    ["relayed a millisecond later", "2026-11-04T09:00:00.001Z", "missed"],
  ])("judge what was %s", (_, relayed, relay) => {
    expect(judged([placed, ["relayed", relayed]], "2026-11-10T09:00:00Z").relay).toBe(relay);
  });

  it("run until their end, and are missed from then on", () => {
    expect(judged([placed], "2026-11-04T09:00:00Z").relay).toBe("running");
    expect(judged([placed], "2026-11-04T09:00:00.001Z").relay).toBe("missed");
  });

  it("invent no term where the contract has none", () => {
    expect(judged([placed], "2026-12-31T09:00:00Z", null).relay).toBe("waiting");
    expect(judged([placed, ["relayed", "2026-11-30T09:00:00Z"]], "2026-12-31T09:00:00Z", null).relay).toBe(
      "done",
    );
  });

  it("end with the answer to the person, and not with what the controller is told", () => {
    const passedOn: Stated[] = [placed, ["relayed", "2026-11-02T10:00:00Z"]];
    const told: Stated[] = [
      ...passedOn,
      ["instructed", "2026-11-05T09:00:00Z", { decision: "execute" }],
      ["confirmed", "2026-11-06T09:00:00Z"],
    ];
    const day = "2027-01-01T09:00:00Z";
    expect(judged(told, day)).toEqual({ relay: "kept", answer: "missed", clear: "kept" });
    const action: FactValue = { answeredBy: "controller", answer: "action-taken" };
    expect(judged([...told, ["answered", "2026-11-20T09:00:00Z", action]], day).answer).toBe("kept");
    expect(judged([...passedOn, ["refused", "2026-11-20T09:00:00Z"]], day).answer).toBe("missed");
  });

  it("judge a refusal by the first month, whatever was extended, and an action by the extension", () => {
    const extended: Stated[] = [
      placed,
      ["relayed", "2026-11-02T10:00:00Z"],
      ["extension-announced", "2026-11-20T09:00:00Z"],
    ];
    const after = (answer: FactValue["answer"]): Stated => ["answered", "2026-12-15T09:00:00Z", { answer }];
    const day = "2027-03-01T09:00:00Z";
    expect(judged([...extended, after("action-taken")], day).answer).toBe("kept");
    expect(judged([...extended, after("refused")], day).answer).toBe("missed");
    expect(judged([...extended, ["refused", "2026-11-25T09:00:00Z"]], "2026-12-15T09:00:00Z").answer).toBe(
      "missed",
    );
  });

  it("are neither kept nor missed where the person could not be reached, unless that was found after the end", () => {
    const passedOn: Stated[] = [placed, ["relayed", "2026-11-02T10:00:00Z"]];
    const day = "2027-03-01T09:00:00Z";
    const inTime: Stated[] = [...passedOn, ["not-reached", "2026-12-01T09:00:00Z"]];
    expect(judged(inTime, day).answer).toBe("not-reached");
    expect(judged([...passedOn, ["not-reached", "2026-12-20T09:00:00Z"]], day).answer).toBe("missed");
    expect(judged([...inTime, ["answered", "2026-12-02T09:00:00Z"]], day).answer).toBe("kept");
    expect(judged([...inTime, ["answered", "2026-12-20T09:00:00Z"]], day).answer).toBe("missed");
    const back: Stated[] = [
      ...passedOn,
      ["answered", "2026-11-20T09:00:00Z", { answerMeans: "post" }],
      ["not-reached", "2026-12-01T09:00:00Z", { tried: ["post"] }],
    ];
    expect(judged(back, day).answer).toBe("not-reached");
  });

  it("bind nobody while its controller is unknown, nor once it is nobody's", () => {
    const none = { relay: "none", answer: "none", clear: "none" };
    expect(judged([], "2027-01-01T09:00:00Z")).toEqual(none);
    expect(judged([placed, ["not-ours", "2026-11-03T09:00:00Z"]], "2027-01-01T09:00:00Z")).toEqual(none);
  });
});

const later: Stated[] = [
  placed,
  ["relayed", "2026-11-03T09:00:00Z"],
  ["extension-announced", "2026-11-20T09:00:00Z"],
];

describe("a refusal under an extension, 12(4)", () => {
  it.each<[string, Stated[], string, string]>([
    [
      "within the first month",
      [
        ...later,
        ["refused", "2026-11-27T09:00:00Z"],
        ["answered", "2026-11-28T09:00:00Z", { answer: "refused" }],
      ],
      "2027-01-15T09:00:00Z",
      "kept",
    ],
    [
      "after it, though two months more run",
      [
        ...later,
        ["refused", "2026-11-27T09:00:00Z"],
        ["answered", "2026-12-20T09:00:00Z", { answer: "refused" }],
      ],
      "2027-01-15T09:00:00Z",
      "missed",
    ],
    [
      "instructed and not told yet",
      [...later, ["instructed", "2026-11-21T09:00:00Z", { decision: "refuse" }]],
      "2026-12-20T09:00:00Z",
      "missed",
    ],
    ["an answer has the two months more", later, "2026-12-20T09:00:00Z", "running"],
  ])("%s", (_, stated, now, answer) => {
    expect(judged(stated, now).answer).toBe(answer);
  });
});
