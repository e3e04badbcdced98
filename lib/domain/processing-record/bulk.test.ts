import { describe, expect, it } from "vitest";
import { can } from "@/lib/domain/nouns/policy";
import { BULK_KINDS, BULK_NEEDS, decideBulk, findFault, planBulk, type BulkAct } from "./bulk";
import { emptyContent, type RecordContent } from "./content";
import type { RecordState } from "./types";

const TODAY = "2026-11-25";
const entry = (
  stated: Partial<RecordContent> = {},
  state: RecordState = "active",
  stateSince: string | null = "2026-03-01",
) => ({ state, stateSince, content: { ...emptyContent("Support"), ...stated } });
const measures = (...measureIds: string[]): BulkAct => ({ kind: "measures", measureIds });
const review = (on: string): BulkAct => ({ kind: "review", on });
const end = (on: string, reason = "Contrat échu"): BulkAct => ({ kind: "end", on, reason });

describe("decideBulk", () => {
  it("adds measures after those named and takes none away", () => {
    const decision = decideBulk(entry({ measureIds: ["a", "b"] }), measures("c", "a", "c"), TODAY);
    expect(decision).toMatchObject({ ok: true, change: { content: { measureIds: ["a", "b", "c"] } } });
  });

  it("leaves whatever else the entry says of its security", () => {
    const before = entry({ measures: ["Badges"], measuresAbsentReason: "en cours" });
    const decision = decideBulk(before, measures("a"), TODAY);
    expect(decision).toMatchObject({
      change: { content: { measures: ["Badges"], measuresAbsentReason: "en cours" } },
    });
  });

  it("dates a review, and the next one a year later", () => {
    expect(
      decideBulk(entry({ reviewedOn: { value: "2025-02", text: "" } }), review("2026-02-28"), TODAY),
    ).toMatchObject({
      ok: true,
      change: { content: { reviewedOn: { value: "2026-02-28" }, reviewDueOn: { value: "2027-02-28" } } },
    });
  });

  it("ends by the table of transitions, on the day of the fact", () => {
    expect(decideBulk(entry(), end("2026-11-01"), TODAY)).toEqual({
      ok: true,
      change: { state: "ended", stateSince: "2026-11-01" },
    });
  });

  it("foresees an end before its reason is written", () => {
    expect(decideBulk(entry(), end("2026-11-01", ""), TODAY).ok).toBe(true);
  });

  it.each([
    ["what has ended, for measures", entry({}, "ended"), measures("a"), "ended"],
    ["what has ended, for a review", entry({}, "ended"), review(TODAY), "ended"],
    ["what has ended, for an end", entry({}, "ended"), end(TODAY), "ended"],
    ["an entry that names them all", entry({ measureIds: ["a", "b"] }), measures("b", "a"), "measuresNamed"],
    [
      "an entry that would name too many",
      entry({ measureIds: Array.from({ length: 200 }, (_, index) => `m${index}`) }),
      measures("a"),
      "tooManyMeasures",
    ],
    [
      "a later review",
      entry({ reviewedOn: { value: "2026-11-20", text: "" } }),
      review("2026-11-19"),
      "reviewedSince",
    ],
    [
      "a review of the same day",
      entry({ reviewedOn: { value: "2026-11-20", text: "" } }),
      review("2026-11-20"),
      "reviewedThen",
    ],
    [
      "a month that is not over by the day",
      entry({ reviewedOn: { value: "2026-11", text: "" } }),
      review("2026-11-20"),
      "reviewedSince",
    ],
    ["an end before the present state", entry(), end("2026-02-28"), "beforeState"],
  ])("leaves %s", (_, record, act, key) => {
    expect(decideBulk(record, act, TODAY)).toEqual({ ok: false, key });
  });
});

describe("findFault", () => {
  it.each([
    [measures(), { field: "measureIds", key: "nothingTicked" }],
    [review("2026-11-26"), { field: "day", key: "future" }],
    [end("2026-02-30"), { field: "day", key: "notADay" }],
    [end("2026-11-25", ""), null],
    [review("2026-11-25"), null],
    [measures("a"), null],
  ])("of %j is %j", (act, fault) => expect(findFault(act, TODAY)).toEqual(fault));
});

describe("planBulk", () => {
  it("puts every entry on one side, in the order given", () => {
    const records = [entry(), entry({}, "ended"), entry({}, "draft", TODAY)];
    const { changes, left } = planBulk(records, end("2026-11-01"), TODAY);
    expect(changes.map(({ record }) => record)).toEqual([records[0], records[2]]);
    expect(left).toEqual([{ record: records[1], key: "ended" }]);
  });
});

describe("BULK_NEEDS", () => {
  const staff = (role: "owner" | "dpo" | "editor" | "viewer") => ({
    kind: "staff" as const,
    personId: "p",
    memberId: "m",
    orgId: "o",
    role,
    name: "",
  });
  it.each([
    ["owner", ["measures", "links", "review", "end"]],
    ["dpo", ["measures", "links", "review", "end"]],
    ["editor", ["measures", "links"]],
    ["viewer", []],
  ] as const)("lets %s do %j", (role, kinds) => {
    expect(BULK_KINDS.filter((kind) => can(staff(role), BULK_NEEDS[kind]))).toEqual(kinds);
  });
});
