import { describe, expect, it } from "vitest";
import { answerClocks, reliedClock } from "@/lib/domain/rights-request/answer-clocks";
import { applicableLaws, type LawFacts } from "@/lib/domain/statute/applicable-laws";
import { relayClock, type RelayTerms } from "@/lib/domain/rights-request/clocks";
import type { Departures } from "@/lib/domain/rights-request/departures";
import type { Fact, FactKind, FactValue } from "@/lib/domain/rights-request/facts";
import { foldRequest } from "@/lib/domain/rights-request/file";
import { clearPeriod } from "@/lib/domain/rights-request/periods";
import { calendarOf } from "@/lib/domain/time/controller-calendar";
import { describePlanned, recalledKinds, ROW } from "./obligation.fixture";
import {
  planHeldRequests,
  planRightsRequest,
  planStopQuestion,
  planUnheldStop,
  type RequestToPlan,
} from "./plan-rights-request";
import { reminderFor } from "./reminders";

const RECEIVED = Date.parse("2026-11-25T10:00:00Z");
const DAY = 86_400_000;
const CALENDAR = calendarOf({ country: "FR", address: "" }, { announced: [], from: "2026-11-25" });
const seen = new Set<string>();

type Step = readonly [kind: FactKind, value?: FactValue];
const PLACED: Step = ["placed", { controllerId: "c" }];
const INSTRUCTED: Step = ["instructed", { decision: "execute" }];

const LETTER = "018f0000-0000-7000-8000-00000000000a";
const SET_ASIDE: readonly Step[] = [
  PLACED,
  ["relayed"],
  ["not-ours", { cause: "withdrawn", tellingIds: [LETTER] }],
];
const leftAt = (at: number): Departures => new Map([[LETTER, { leftAt: at, isWaiting: false }]]);

const FRENCH: LawFacts = { country: "FR", establishments: [], targeting: "", targetCountries: [] };

function plan(
  steps: readonly Step[],
  terms: RelayTerms | null = null,
  {
    isClear = false,
    controller = FRENCH,
    isInstructionHeld = false,
    departures = new Map(),
  }: {
    isClear?: boolean;
    controller?: LawFacts;
    isInstructionHeld?: boolean;
    departures?: Departures;
  } = {},
) {
  const facts = steps.map(([kind, value = {}], index): Fact => {
    const at = RECEIVED + (index + 1) * DAY;
    return { id: `${index}`, number: index + 1, kind, value, at, recordedAt: at, authorName: "" };
  });
  const file = foldRequest(facts, { departures, openedAt: null });
  const laws = applicableLaws(controller, { on: "2026-11-25" });
  const clocks =
    file.controllerId === null
      ? []
      : answerClocks({ processorAt: RECEIVED, controllerAt: file.controllerAt }, file, {
          clientRole: "controller",
          laws,
          rights: ["access"],
          calendar: CALENDAR,
        });
  const it: RequestToPlan = {
    row: ROW,
    isInstructionHeld,
    receivedAt: RECEIVED,
    file,
    zone: CALENDAR.zone,
    relay: relayClock(RECEIVED, terms),
    clocks,
    clock: reliedClock(clocks),
    clear: isClear ? clearPeriod(RECEIVED) : null,
  };
  const planned = planRightsRequest(it);
  for (const { kind } of planned) seen.add(kind);
  return describePlanned(planned);
}

describe("a request received on 25 November 2026", () => {
  it.each<[string, readonly Step[], string[]]>([
    ["is placed without delay", [], ["rights-request.place since 2026-11-25"]],
    [
      "is relayed without delay once it is, and answered in the controller's month",
      [PLACED],
      ["rights-request.relay since 2026-11-25", "rights-request.answer 2026-12-28"],
    ],
    [
      "is executed once it is instructed",
      [PLACED, ["relayed"], INSTRUCTED],
      [
        "rights-request.relay since 2026-11-25 done",
        "rights-request.answer 2026-12-28",
        "rights-request.execute since 2026-11-28",
      ],
    ],
    [
      "is answered in three months where that was announced",
      [PLACED, ["relayed"], ["extension-announced"]],
      ["rights-request.relay since 2026-11-25 done", "rights-request.answer 2027-02-25"],
    ],
    [
      "that was refused is executed by nobody",
      [PLACED, ["relayed"], ["refused"]],
      ["rights-request.relay since 2026-11-25 done", "rights-request.answer 2026-12-28"],
    ],
    [
      "that was refused after it was ordered is executed and answered by us no more",
      [PLACED, ["relayed"], ["instructed", { decision: "execute-and-answer" }], ["refused"]],
      ["rights-request.relay since 2026-11-25 done", "rights-request.answer 2026-12-28"],
    ],
    [
      "whose refusal the person was told",
      [PLACED, ["relayed"], ["extension-announced"], ["refused"], ["answered", { answer: "refused" }]],
      ["rights-request.relay since 2026-11-25 done", "rights-request.answer 2026-12-28 done"],
    ],
    [
      "that is closed leaves undone what was open",
      [PLACED, ["relayed"], ["closed"]],
      ["rights-request.relay since 2026-11-25 done", "rights-request.answer 2026-12-28 left"],
    ],
    [
      "that was nobody's when it was closed",
      [["not-ours"], ["closed"]],
      ["rights-request.place since 2026-11-25 set-aside"],
    ],
    [
      "whose number may be another's is read again, also once it is closed",
      [PLACED, ["number-doubted"], ["relayed"], ["answered"], ["closed"]],
      [
        "rights-request.relay since 2026-11-25 done",
        "rights-request.answer 2026-12-28 done",
        "rights-request.read-number since 2026-11-27",
      ],
    ],
    [
      "whose number a person has read is owed no more of it",
      [PLACED, ["number-doubted"], ["number-read"]],
      ["rights-request.relay since 2026-11-25", "rights-request.answer 2026-12-28"],
    ],
    ["that is nobody's is owed no more", [["not-ours"]], ["rights-request.place since 2026-11-25 set-aside"]],
    [
      "that is confirmed to its controller is executed, and the person still to be answered",
      [PLACED, ["relayed"], INSTRUCTED, ["started"], ["confirmed"]],
      [
        "rights-request.relay since 2026-11-25 done",
        "rights-request.answer 2026-12-28",
        "rights-request.execute since 2026-11-28 done",
      ],
    ],
    [
      "that is to be answered by the processor is its own task, until the person is answered",
      [PLACED, ["relayed"], ["instructed", { decision: "execute-and-answer" }], ["answered"]],
      [
        "rights-request.relay since 2026-11-25 done",
        "rights-request.reply 2026-12-28 done",
        "rights-request.execute since 2026-11-28",
      ],
    ],
  ])("%s", (_, steps, planned) => {
    expect(plan(steps)).toEqual(planned);
  });

  it("is not executed, nor answered for its controller, while its instruction orders nothing", () => {
    const steps = [
      PLACED,
      ["relayed"],
      ["instructed", { decision: "execute-and-answer" }],
      ["started"],
    ] as const;
    expect(plan(steps, null, { isInstructionHeld: true })).toEqual([
      "rights-request.relay since 2026-11-25 done",
      "rights-request.answer 2026-12-28",
    ]);
  });

  it("is answered under the controller's own law, the stricter as such where nobody settled it", () => {
    const answer = (stated: Partial<LawFacts>) =>
      plan([PLACED], null, { controller: { ...FRENCH, targeting: "no", ...stated } }).filter(
        (line) => !line.includes("relay"),
      );
    expect(answer({ country: "GB" })).toEqual(["rights-request.answer-uk 2026-12-28"]);
    expect(answer({ country: "CH" })).toEqual(["rights-request.answer-swiss 2026-12-25"]);
    expect(answer({ country: "MA" })).toEqual([]);
    expect(answer({ country: "MA", targeting: "" })).toEqual(["rights-request.answer-presumed 2026-12-28"]);
  });

  it("is refused within the first month, whatever was extended, 12(4)", () => {
    const refused = [
      PLACED,
      ["relayed"],
      ["extension-announced"],
      ["instructed", { decision: "refuse" }],
    ] as const;
    expect(plan(refused)).toContain("rights-request.answer 2026-12-28");
  });

  it("is relayed in the hours of the contract, and rectified in ten clear days", () => {
    const terms = { contractId: "k", reference: "C-1", rule: "forwarded", hours: null, days: 2 } as const;
    expect(plan([PLACED], terms, { isClear: true })).toEqual([
      "rights-request.relay 2026-11-27",
      "rights-request.answer 2026-12-28",
      "rights-request.clear-days 2026-12-06",
    ]);
  });

  it("in a burst is one line for each hour with its count, told once the hour is over", () => {
    const hour = Math.floor(RECEIVED / 3_600_000) * 3_600_000;
    const held = [70, 5, 0, 59].map((minutes) => ({ row: ROW, receivedAt: hour + minutes * 60_000 }));
    const planned = planHeldRequests(held);
    for (const { kind } of planned) seen.add(kind);
    expect(planned).toMatchObject([
      { about: "3", due: { type: "since", at: hour }, tellFrom: hour + 3_600_000 },
      { about: "1", due: { type: "since", at: hour + 70 * 60_000 }, tellFrom: hour + 7_200_000 },
    ]);
    const reader = { id: "m", channel: "mail", leads: null, kinds: null } as const;
    const told = (now: number) => planned.flatMap((one) => reminderFor(reader, one, now) ?? []);
    expect(told(hour + 3_599_999)).toEqual([]);
    expect(told(hour + 3_600_000).map(({ of }) => of.about)).toEqual(["3"]);
    expect(planHeldRequests([])).toEqual([]);
  });

  it("that stops nothing is completed without delay, 21(3)", () => {
    const planned = planUnheldStop({ row: ROW, receivedAt: RECEIVED });
    seen.add(planned.kind);
    expect(describePlanned([planned])).toEqual(["rights-request.complete-stop since 2026-11-25"]);
    expect(planned.path).toBe(`${ROW.path}#person`);
  });

  it("whose words may be an objection is read without delay, 21(2)", () => {
    const planned = planStopQuestion({ row: ROW, receivedAt: RECEIVED });
    seen.add(planned.kind);
    expect(describePlanned([planned])).toEqual(["rights-request.stop-question since 2026-11-25"]);
    expect(planned.path).toBe(`${ROW.path}#stop-question`);
  });

  it.each<[string, readonly Step[], Departures, string[]]>([
    ["is told to its controller by a letter that has left", SET_ASIDE, leftAt(RECEIVED + 5 * DAY), [" done"]],
    ["is owed until that letter has left", SET_ASIDE, new Map(), [""]],
    ["is left where it is closed before", [...SET_ASIDE, ["closed"]], new Map(), [" left"]],
  ])("%s, once it is set aside", (_, steps, departures, [end]) => {
    expect(plan(steps, null, { departures }).slice(2)).toEqual([
      `rights-request.tell-set-aside since 2026-11-28${end}`,
    ]);
  });

  it("is told otherwise, and closed, where its controller has no address", () => {
    const untold: readonly Step[] = [
      PLACED,
      ["relayed"],
      ["not-ours", { cause: "withdrawn", tellingIds: [] }],
    ];
    const kind = "rights-request.tell-set-aside-otherwise since 2026-11-28";
    expect(plan(untold).slice(2)).toEqual([kind]);
    expect(plan([...untold, ["closed"]]).slice(2)).toEqual([`${kind} left`]);
    expect(plan([...untold, ["reopened"]])).not.toContain(kind);
  });

  const ORDERED: Step = ["instructed", { decision: "execute-and-answer" }];
  const notReached = (value: FactValue): readonly Step[] => [
    PLACED,
    ["relayed"],
    ORDERED,
    ["not-reached", { triedBy: "processor", tried: ["post"], ...value }],
  ];
  const told = notReached({ tellingIds: [LETTER] });

  it.each<[string, readonly Step[], Departures, string[]]>([
    [
      "has its answer ended, and its controller told",
      told,
      leftAt(RECEIVED + 5 * DAY),
      ["rights-request.tell-not-reached since 2026-11-29 done"],
    ],
    ["owes that letter until it left", told, new Map(), ["rights-request.tell-not-reached since 2026-11-29"]],
    [
      "owes it otherwise where its controller has no address",
      notReached({ tellingIds: [] }),
      new Map(),
      ["rights-request.tell-not-reached-otherwise since 2026-11-29"],
    ],
    ["owes nothing where its controller tried itself", notReached({}), new Map(), []],
  ])("whose person could not be reached %s", (_, steps, departures, telling) => {
    expect(plan(steps, null, { departures }).slice(1)).toEqual([
      "rights-request.reply 2026-12-28 not-reached",
      "rights-request.execute since 2026-11-28",
      ...telling,
    ]);
  });

  it("whose person was answered after all is answered, and tells nobody", () => {
    expect(plan([...told, ["answered", { answer: "action-taken" }]]).slice(1)).toEqual([
      "rights-request.reply 2026-12-28 done",
      "rights-request.execute since 2026-11-28",
    ]);
  });

  it("plans every kind that the noun recalls", () => {
    expect([...seen].sort()).toEqual(recalledKinds((noun) => noun === "rights-request"));
  });
});
