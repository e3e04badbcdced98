import { describe, expect, it } from "vitest";
import type { NamedProcedure } from "@/lib/domain/organisation/types";
import { assess } from "./completeness";
import { emptyContent, type RecordContent } from "./content";
import { caseWith, ownCaseWith } from "./examples.fixture";
import {
  findProcedure,
  linkedProcedure,
  namableProcedures,
  procedureOf,
  renameProcedure,
  youngCase,
} from "./young";

const [FIRST, SECOND, GONE] = ["1", "2", "3"].map((digit): NamedProcedure => ({
  id: `0191b2a4-0000-7000-8000-00000000000${digit}`,
  reference: `PR-00${digit}`,
  title: `Accueil ${digit}`,
  state: digit === "3" ? "withdrawn" : "running",
  versions: [{ inForceFrom: "2026-01-01" }],
})) as [NamedProcedure, NamedProcedure, NamedProcedure];
const ALL = [FIRST, SECOND, GONE];
const contentWith = (change: Partial<RecordContent>) => ({ ...emptyContent("Accueil"), ...change });
const YES = { minorsAnswer: "yes" } as const;

describe("youngCase", () => {
  it.each<[Partial<RecordContent>, object]>([
    [{}, { kind: "unknown" }],
    [{ minorsAnswer: "no", minorsConsent: "engaged" }, { kind: "none" }],
    [YES, { kind: "open" }],
    [{ ...YES, minorsConsent: "engaged" }, { kind: "engaged" }],
    [
      { ...YES, minorsConsent: "other-basis" },
      { kind: "not-engaged", reason: "other-basis" },
    ],
    [
      { ...YES, minorsConsent: "no-online-service" },
      { kind: "not-engaged", reason: "no-online-service" },
    ],
    [
      { ...YES, minorsConsent: "counselling" },
      { kind: "not-engaged", reason: "counselling" },
    ],
    // The legal bases of the own register decide.
    [
      { ...YES, minorsConsent: "engaged", legalBases: ["contract", "legal-obligation"] },
      { kind: "not-engaged", reason: "other-basis" },
    ],
    [{ ...YES, legalBases: ["contract", "consent"] }, { kind: "open" }],
    [{ ...YES, minorsConsent: "other-basis", legalBases: ["consent"] }, { kind: "open" }],
    [
      { ...YES, minorsConsent: "counselling", legalBases: ["consent"] },
      { kind: "not-engaged", reason: "counselling" },
    ],
  ])("%j", (change, expected) => {
    expect(youngCase(contentWith(change))).toEqual(expected);
  });
});

describe("the gap of a record that concerns the young", () => {
  const found = (content: Partial<RecordContent>, procedures: NamedProcedure[] = ALL) =>
    assess(caseWith({ content, organisation: { procedures } }))
      .filter(({ code }) => code === "MINORS-8")
      .map(({ rule, level, field, article }) => [rule, level, field, article]);

  it.each<[Partial<RecordContent>, string[]]>([
    [{ minorsAnswer: "no" }, []],
    [{ minorsAnswer: "unanswered" }, []],
    [YES, ["MINORS-8.open"]],
    [{ ...YES, minorsProcedureId: FIRST.id }, []],
    [{ ...YES, minorsConsent: "engaged" }, ["MINORS-8.missing"]],
    [{ ...YES, minorsConsent: "engaged", minorsProcedureId: SECOND.id }, []],
    [{ ...YES, minorsConsent: "engaged", minorsProcedureId: GONE.id }, ["MINORS-8.withdrawn"]],
    [{ ...YES, minorsProcedureId: GONE.id }, ["MINORS-8.withdrawn"]],
    [{ ...YES, minorsConsent: "counselling", minorsProcedureId: GONE.id }, []],
    [{ ...YES, minorsConsent: "other-basis" }, []],
  ])("%j", (content, rules) => {
    expect(found(content).map(([rule]) => rule)).toEqual(rules);
  });

  it("stands beside the field, with its article, and counts", () => {
    expect(found(YES)).toEqual([["MINORS-8.open", "required", "minorsProcedureId", "8(1)"]]);
  });

  it("is there where the row of the procedure is not", () => {
    expect(found({ ...YES, minorsConsent: "engaged", minorsProcedureId: FIRST.id }, [])).toHaveLength(1);
  });

  it("asks nothing of a record that has ended", () => {
    const gaps = assess(caseWith({ content: YES, state: "ended" }));
    expect(gaps.some(({ code }) => code === "MINORS-8")).toBe(false);
  });

  it("is of the own register too, by its legal bases", () => {
    const codes = (content: Partial<RecordContent>) =>
      assess(ownCaseWith({ content })).map(({ code }) => code);
    expect(codes({ ...YES, legalBases: ["consent"] })).toContain("MINORS-8");
    expect(codes({ ...YES, legalBases: ["legal-obligation"] })).not.toContain("MINORS-8");
  });
});

describe("procedures", () => {
  it("is found by reference, title or both, and not where none or several are meant", () => {
    const twin = { ...SECOND, title: FIRST.title };
    const find = (text: string, list = ALL) => findProcedure(text, list)?.id ?? null;
    expect(["pr-001", "ACCUEIL 1", "PR-001 · Accueil 1"].map((text) => find(text))).toEqual([
      FIRST.id,
      FIRST.id,
      FIRST.id,
    ]);
    expect([find("Accueil 1", [FIRST, twin]), find("PR-001", [FIRST, twin])]).toEqual([null, FIRST.id]);
    expect([find("PR-003"), find("Accueil"), find("PR-001", [])]).toEqual([null, null, null]);
  });

  it("offers no withdrawn one but the one that is named", () => {
    const offered = (minorsProcedureId: string | null) =>
      namableProcedures(ALL, { minorsProcedureId }).map(({ id }) => id);
    expect(offered(null)).toEqual([FIRST.id, SECOND.id]);
    expect(offered(GONE.id)).toEqual([FIRST.id, SECOND.id, GONE.id]);
  });

  it("is named outside by reference and title", () => {
    expect(linkedProcedure({ minorsProcedureId: FIRST.id }, ALL)).toEqual({
      id: FIRST.id,
      reference: "PR-001",
      title: "Accueil 1",
    });
    expect(procedureOf({ minorsProcedureId: null }, ALL)).toBeNull();
  });

  it("becomes the one of the same name in another organisation, or words", () => {
    const foreign = { id: FIRST.id, reference: "PR-009", title: "Accueil 2" };
    const content = contentWith({ minorsProcedureId: FIRST.id, minorsText: "lecteurs" });
    const same = renameProcedure(content, foreign, ALL);
    expect([same.minorsProcedureId, same.minorsText]).toEqual([SECOND.id, "lecteurs"]);
    const none = renameProcedure(content, foreign, []);
    expect([none.minorsProcedureId, none.minorsText]).toEqual([null, "lecteurs · PR-009 · Accueil 2"]);
    expect(renameProcedure(content, null, ALL).minorsProcedureId).toBeNull();
    expect(renameProcedure(contentWith({}), null, ALL)).toEqual(contentWith({}));
  });
});
