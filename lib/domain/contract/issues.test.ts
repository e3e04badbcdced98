import { describe, expect, it } from "vitest";
import { contractWith, makeTerms } from "./contract.fixture";
import { amendmentIssue, instructorIssue, mayInstructOn, instrumentsIssue, termIssue } from "./issues";

describe("termIssue", () => {
  const term = (change: Parameters<typeof makeTerms>[0]) => termIssue(makeTerms(change).term, "2026-01-01");
  it.each([
    ["an end before its start", { term: { endsOn: "2025-12-31" } }, "endsOn", "contract.endBeforeStart"],
    ["a renewal of what has no end", { term: { endsOn: null } }, "endsOn", "contract.renewalWithoutEnd"],
    [
      "a renewal without length",
      { term: { renewalMonths: null } },
      "renewalMonths",
      "contract.renewalLength",
    ],
  ] as const)("refuses %s", (_what, change, path, key) => expect(term(change)).toEqual({ path, key }));

  it("takes a term as agreed, and one without an end", () => {
    expect(term({})).toBeNull();
    expect(term({ term: { endsOn: null, renewal: "none" } })).toBeNull();
  });
});

describe("amendmentIssue", () => {
  const contract = contractWith({}, { signedOn: "2026-02-01", effectiveOn: "2026-03-01" });
  it.each([
    [null, null, null],
    ["2026-04-01", "2026-05-01", null],
    ["2026-01-31", "2026-05-01", "contract.amendmentBeforeSignature"],
    ["2026-11-25", "2027-01-01", "contract.future"],
    ["2026-02-10", "2026-02-28", "contract.amendmentBeforeStart"],
  ])("signed %s for %s: %s", (signedOn, effectiveOn, key) => {
    expect(amendmentIssue({ signedOn, effectiveOn }, contract, "2026-11-24")?.key ?? null).toBe(key);
  });

  it("amends no draft", () => {
    const draft = { ...contract, signedOn: null };
    const issue = amendmentIssue({ signedOn: "2026-04-01", effectiveOn: null }, draft, "2026-11-24");
    expect(issue).toEqual({ path: "signedOn", key: "contract.amendmentBeforeSignature" });
  });
});

describe("who may instruct", () => {
  const from = "2026-03-01";
  it("does it by a power that does not end before it begins", () => {
    expect(instructorIssue({ power: "annexe 3", from, until: from })).toBeNull();
    expect(instructorIssue({ power: " ", from, until: null })).toMatchObject({ path: "power" });
    expect(instructorIssue({ power: "annexe 3", from, until: "2026-02-28" })).toMatchObject({
      path: "until",
    });
  });

  it.each([
    ["2026-02-28", false],
    ["2026-03-01", true],
    ["2026-06-30", true],
    ["2026-07-01", false],
  ])("on %s: %s", (day, answer) => expect(mayInstructOn({ from, until: "2026-06-30" }, day)).toBe(answer));
});

describe("instrumentsIssue", () => {
  it.each([
    [{ scc914SignedOn: "2026-11-29" }, "scc914SignedOn"],
    [{ scc914SignedOn: "2026-11-28", tiaOn: "2027-01-01" }, "tiaOn"],
    [{ scc914SignedOn: "2026-11-28", tiaOn: "2026-11-28" }, null],
    [{}, null],
  ])("%j: %s", (stated, path) => {
    expect(instrumentsIssue(stated, "2026-11-28")).toEqual(path && { path, key: "contract.future" });
  });
});
