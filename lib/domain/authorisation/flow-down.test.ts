import { describe, expect, it } from "vitest";
import { CLAUSE_IDS, type ClauseId } from "@/lib/domain/contract/clauses";
import { emptyContent, type ClauseAnswer, type ContractTermsDocument } from "@/lib/domain/contract/content";
import {
  compareFlow,
  flowStateOf,
  forController,
  type FlowingTerm,
  type FlowDownTerms,
  type Verdict,
} from "./flow-down";

const TODAY = "2026-11-26";
const reading = (answer: ClauseAnswer | null) => answer && { answer, place: "art. 7", note: "à voir" };
const all = (answer: ClauseAnswer | null) =>
  Object.fromEntries(CLAUSE_IDS.map((id) => [id, reading(answer)])) as FlowDownTerms["clauses"];
const promises = (
  terms: Partial<ContractTermsDocument["terms"]> = {},
  clauses: Partial<Record<ClauseId, ClauseAnswer | null>> = {},
  rest: Partial<Pick<FlowDownTerms, "data" | "countries">> = {},
): FlowDownTerms => ({
  terms: { ...emptyContent().deed.terms, ...terms },
  clauses: {
    ...all("present"),
    ...Object.fromEntries(Object.entries(clauses).map(([id, answer]) => [id, reading(answer)])),
  },
  data: ["Identité", "Voix"],
  countries: ["FR", "MA"],
  ...rest,
});
const verdictOf = (name: string, client: FlowDownTerms, below: FlowDownTerms): Verdict | undefined =>
  compareFlow(client, below, TODAY).find((line) =>
    line.kind === "clause"
      ? line.clause === name
      : line.kind === "term"
        ? line.term === name
        : line.kind === name,
  )?.verdict;

describe("terms that were read in both contracts", () => {
  // client, sub-processor
  it.each<[FlowingTerm, unknown, unknown, Verdict]>([
    ["breachNoticeHours", 24, 24, "equal"],
    ["breachNoticeHours", 24, 12, "stricter"],
    ["breachNoticeHours", 24, 25, "weaker"],
    ["breachNoticeHours", 24, null, "weaker"],
    ["breachNoticeHours", null, null, "equal"],
    ["breachNoticeHours", null, 72, "unknown"],
    ["breachNoticeHours", null, 1, "unknown"],
    ["rightsRequestsDays", 2, 3, "weaker"],
    ["rightsRequestsDays", 2, 0, "stricter"],
    ["endFateDays", 30, 60, "weaker"],
    ["endFateDays", 30, 30, "equal"],
    ["objectionDays", 30, 15, "weaker"],
    ["objectionDays", 30, null, "weaker"],
    ["objectionDays", 30, 45, "stricter"],
    ["endFate", "controller-chooses", "delete", "weaker"],
    ["endFate", "controller-chooses", "controller-chooses", "equal"],
    ["endFate", "delete", "controller-chooses", "stricter"],
    ["endFate", "delete", "return", "weaker"],
    ["endFate", "return", null, "weaker"],
    ["endFate", null, "delete", "stricter"],
    ["authorisation", "specific", "general", "weaker"],
    ["authorisation", "general", "specific", "stricter"],
    ["authorisation", "general", "general", "equal"],
    ["authorisation", "general", null, "weaker"],
    ["auditRights", "granted", "restricted", "weaker"],
    ["auditRights", "granted", null, "weaker"],
    ["auditRights", "restricted", "restricted", "equal"],
    ["auditRights", "restricted", "granted", "stricter"],
    // An audit without an agreed period may come at once.
    ["auditNoticeDays", 10, 30, "weaker"],
    ["auditNoticeDays", 10, 10, "equal"],
    ["auditNoticeDays", 10, 5, "stricter"],
    ["auditNoticeDays", 10, null, "stricter"],
    ["auditNoticeDays", null, 30, "weaker"],
  ])("%s: the client has %s, the sub-processor %s: %s", (term, promised, stated, verdict) => {
    expect(verdictOf(term, promises({ [term]: promised }), promises({ [term]: stated }))).toBe(verdict);
  });

  it("no days to object are owed below where each of its own wants a yes", () => {
    const below = promises({ authorisation: "specific", objectionDays: null });
    expect(verdictOf("objectionDays", promises({ objectionDays: 30 }), below)).toBe("stricter");
  });
});

describe("what nobody has read", () => {
  it.each<[string, Partial<Record<ClauseId, ClauseAnswer>>, Partial<Record<ClauseId, ClauseAnswer>>]>([
    ["in the client’s contract", { K22: "unread" }, {}],
    ["below", {}, { K22: "unread" }],
    ["in either", { K22: "unread" }, { K22: "unread" }],
  ])("%s is equal to nothing: neither the clause nor its terms", (_case, client, below) => {
    const [one, other] = [promises({}, client), promises({}, below)];
    for (const name of ["K22", "auditRights", "auditNoticeDays"])
      expect(verdictOf(name, one, other)).toBe("unknown");
    expect(verdictOf("K20", one, other)).toBe("equal");
    expect(flowStateOf(compareFlow(one, other, TODAY))).toBe("unknown");
  });

  it("is known all the same where its term was entered", () => {
    const read = (days: number) => promises({ auditNoticeDays: days }, { K22: "unread" });
    expect(verdictOf("auditNoticeDays", read(10), read(30))).toBe("weaker");
  });

  it("leaves nothing the same of two contracts that nobody has read", () => {
    const unread = { ...promises(), clauses: all("unread"), data: [], countries: [] };
    const lines = compareFlow(unread, unread, TODAY);
    expect(new Set(lines.map(({ verdict }) => verdict))).toEqual(new Set(["unknown"]));
    expect(flowStateOf(lines)).toBe("unknown");
  });
});

describe("clauses", () => {
  it.each<[ClauseAnswer | null, ClauseAnswer | null, Verdict | undefined]>([
    ["present", "present", "equal"],
    ["present", "insufficient", "weaker"],
    ["present", "absent", "weaker"],
    ["insufficient", "absent", "weaker"],
    ["insufficient", "present", "stricter"],
    ["absent", "present", "stricter"],
    ["absent", "absent", "equal"],
    ["present", "unread", "unknown"],
    ["unread", "absent", "unknown"],
    ["present", null, undefined],
    [null, "present", undefined],
  ])("%s to the client, %s below: %s", (promised, stated, verdict) => {
    expect(verdictOf("K11", promises({}, { K11: promised }), promises({}, { K11: stated }))).toBe(verdict);
  });

  it("the description of the client’s processing is its own", () => {
    const lines = compareFlow(promises(), { ...promises(), clauses: all("absent") }, TODAY);
    const weaker = lines.filter(({ verdict }) => verdict === "weaker");
    expect(weaker.map((line) => line.kind === "clause" && line.clause)).toEqual(CLAUSE_IDS.slice(7));
  });
});

describe("data and countries", () => {
  it.each([
    ["data", { data: ["identité, voix"] }, "within"],
    ["data", { data: ["Identité, données de santé"] }, "unknown"],
    ["data", { data: [] }, "unknown"],
    ["countries", { countries: ["FR"] }, "within"],
    ["countries", { countries: ["DE", "MA"] }, "within"],
    ["countries", { countries: ["MA", "SN"] }, "weaker"],
    ["countries", { countries: [] }, "unknown"],
  ] as const)("%s: %j below: %s", (kind, rest, verdict) => {
    expect(verdictOf(kind, promises(), promises({}, {}, rest))).toBe(verdict);
    expect(verdictOf(kind, promises({}, {}, { [kind]: [] }), promises({}, {}, rest))).toBe("unknown");
  });
});

it("says the same only of what was read on both sides and promises no less", () => {
  const same = promises({ breachNoticeHours: 24, auditRights: "granted", endFate: "controller-chooses" });
  expect(flowStateOf(compareFlow(same, same, TODAY))).toBe("same");
  expect(flowStateOf(compareFlow(same, promises({ ...same.terms, breachNoticeHours: 12 }), TODAY))).toBe(
    "same",
  );
  const late = { ...promises({ ...same.terms, breachNoticeHours: 48 }, { K11: "unread" }) };
  expect(flowStateOf(compareFlow(same, late, TODAY))).toBe("weaker");
});

it("gives a client no note of the processor, and no place in a contract that is not its own", () => {
  const lines = compareFlow(promises(), promises(), TODAY).map(forController);
  expect(lines.find((line) => line.kind === "clause")).toMatchObject({
    client: { answer: "present", place: "art. 7", note: "" },
    below: { answer: "present", place: "", note: "" },
  });
});
