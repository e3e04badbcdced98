import { describe, expect, it } from "vitest";
import { CLAUSE_IDS, type ClauseId } from "@/lib/domain/contract/clauses";
import { emptyContent, type ClauseAnswer, type Deed } from "@/lib/domain/contract/content";
import { FLOWING_TERMS, shortfalls, type FlowingTerm, type Promises } from "./flow-down";

const all = (answer: ClauseAnswer | null) =>
  Object.fromEntries(CLAUSE_IDS.map((id) => [id, answer])) as Record<ClauseId, ClauseAnswer | null>;
const promises = (
  terms: Partial<Deed["terms"]> = {},
  clauses: Partial<Record<ClauseId, ClauseAnswer | null>> = {},
): Promises => ({
  terms: { ...emptyContent().deed.terms, ...terms },
  clauses: { ...all("present"), ...clauses },
});

describe("terms", () => {
  // client, sub-processor, whether the line is kept
  it.each<[FlowingTerm, unknown, unknown, boolean]>([
    ["breachNoticeHours", 24, 24, true],
    ["breachNoticeHours", 24, 12, true],
    ["breachNoticeHours", 24, 25, false],
    ["breachNoticeHours", 24, null, false],
    ["breachNoticeHours", null, null, true],
    ["breachNoticeHours", null, 72, true],
    ["rightsRequestsDays", 2, 3, false],
    ["rightsRequestsDays", 2, 0, true],
    ["endFateDays", 30, 60, false],
    ["endFateDays", 30, 30, true],
    ["objectionDays", 30, 15, false],
    ["objectionDays", 30, null, false],
    ["objectionDays", 30, 45, true],
    ["endFate", "controller-chooses", "delete", false],
    ["endFate", "controller-chooses", "controller-chooses", true],
    ["endFate", "delete", "controller-chooses", true],
    ["endFate", "delete", "return", false],
    ["endFate", "return", null, false],
    ["authorisation", "specific", "general", false],
    ["authorisation", "general", "specific", true],
    ["authorisation", "general", "general", true],
    ["authorisation", "general", null, false],
    ["auditRights", "granted", "restricted", false],
    ["auditRights", "granted", null, false],
    ["auditRights", "restricted", null, false],
    ["auditRights", "restricted", "restricted", true],
    ["auditRights", "restricted", "granted", true],
  ])("%s: the client has %s, the sub-processor says %s: kept %s", (term, promised, said, isKept) => {
    const found = shortfalls(promises({ [term]: promised }), promises({ [term]: said }));
    const line = { kind: "term", term, article: `28(4), ${FLOWING_TERMS[term]}`, promised, said };
    expect(found).toEqual(isKept ? [] : [line]);
  });
});

it.each([
  ["specific", []],
  ["general", ["objectionDays"]],
  [null, ["objectionDays"]],
] as const)("days to object are owed below unless each wants a yes there: %s", (authorisation, owed) => {
  const found = shortfalls(promises({ objectionDays: 30 }), promises({ authorisation, objectionDays: null }));
  expect(found.flatMap((line) => (line.kind === "term" ? line.term : []))).toEqual(owed);
});

describe("clauses", () => {
  it.each(["absent", "insufficient", "unread"] as const)("one that is %s below is a line", (said) => {
    expect(shortfalls(promises(), promises({}, { K11: said }))).toEqual([
      { kind: "clause", clause: "K11", article: "28(4), 28(3)(b)", said },
    ]);
  });

  it.each(["absent", "insufficient", "unread", null] as const)(
    "one that is %s in the client's own contract asks for nothing below",
    (answer) => {
      expect(shortfalls(promises({}, { K11: answer }), promises({}, { K11: "absent" }))).toEqual([]);
    },
  );

  it("one that is not asked of the sub-processor is no line: in the Union it needs no transfer tool", () => {
    expect(shortfalls(promises(), promises({}, { K25: null, K26: null }))).toEqual([]);
  });

  it("the description of the client's processing is its own", () => {
    const found = shortfalls(promises(), { ...promises(), clauses: all("absent") });
    expect(found.map((line) => line.kind === "clause" && line.clause)).toEqual(CLAUSE_IDS.slice(7));
  });
});

it("a contract that promises the same, or more, falls short of nothing", () => {
  const same = promises({ breachNoticeHours: 24, auditRights: "granted", endFate: "controller-chooses" });
  expect(shortfalls(same, same)).toEqual([]);
});
