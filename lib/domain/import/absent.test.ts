import { describe, expect, it } from "vitest";
import { emptyContent } from "@/lib/domain/processing-record/content";
import { absentActs, fileSignature, findAbsent, NO_ABSENT_DECISIONS, type EarlierRun } from "./absent";
import type { PlannedRow } from "./plan";
import type { ColumnMapping, KnownRecord } from "./types";

const record = (id: string, stated: Partial<KnownRecord> = {}): KnownRecord => ({
  id,
  reference: `R-${id}`,
  controllerId: "c",
  state: "active",
  stateSince: "2026-03-01",
  version: 1,
  content: emptyContent(`Activité ${id}`),
  ...stated,
});
const met = (recordId: string) => ({ recordId, fingerprint: recordId, fate: "unchanged" }) as PlannedRow;
const run = (recordIds: string[], on = "2026-01-01"): EarlierRun => ({
  fileName: `${on}.csv`,
  on,
  signature: "s",
  recordIds,
});

function find(stated: Partial<Parameters<typeof findAbsent>[0]>) {
  return findAbsent({
    plan: { rows: [met("a"), met("b")] },
    records: ["a", "b", "c", "d", "e"].map((id) => record(id)),
    remembered: new Map(),
    earlier: [],
    signature: "s",
    nameOf: () => "Voltiris",
    decisions: NO_ABSENT_DECISIONS,
    today: "2026-11-25",
    ...stated,
  }).map(({ recordId, last, refusal }) => [recordId, last.on, refusal]);
}

describe("findAbsent", () => {
  it("takes a file for the same from half of its entries on, and says the last that had each", () => {
    expect(find({ earlier: [run(["a", "b", "c", "d"])] })).toEqual([
      ["c", "2026-01-01", null],
      ["d", "2026-01-01", null],
    ]);
    expect(find({ earlier: [run(["a", "c", "d"])] })).toEqual([]);
    expect(find({ earlier: [run(["a", "b", "c"]), run(["a", "b", "c"], "2026-02-01")] })).toEqual([
      ["c", "2026-02-01", null],
    ]);
  });

  it("counts no entry that has ended, and none that is no longer of this register", () => {
    const records = [
      record("a"),
      record("b"),
      record("c", { state: "ended" }),
      record("d", { state: "ended" }),
    ];
    expect(find({ records, earlier: [run(["a", "b", "c", "d", "x"])] })).toEqual([]);
  });

  it("asks nothing of a file with another head", () => {
    expect(find({ signature: "t", earlier: [run(["a", "b", "c"])] })).toEqual([]);
  });

  it("says why a choice cannot be carried out", () => {
    const earlier = [run(["a", "b", "c"])];
    const full = record("c", { content: { ...emptyContent("x"), notes: "n".repeat(7_999) } });
    const records = [record("a"), record("b"), full];
    const choose = (stated: Partial<typeof NO_ABSENT_DECISIONS>) => ({ ...NO_ABSENT_DECISIONS, ...stated });
    expect(find({ records, earlier, decisions: choose({ all: "mark", note: "Absente" }) })).toEqual([
      ["c", "2026-01-01", "notesFull"],
    ]);
    const early = choose({ rows: { c: "end" }, on: "2026-02-01", reason: "Fin" });
    expect(find({ records, earlier, decisions: early })).toEqual([["c", "2026-01-01", "endBeforeState"]]);
  });
});

describe("fileSignature", () => {
  const columns = (...headers: string[]): ColumnMapping =>
    headers.map((header, column) => ({ column, header, target: "note" }));

  it("is that of the head, blind to case and accents, and never the CNIL's of a table", () => {
    expect(fileSignature(columns("Réf.", "CLIENT"))).toBe(fileSignature(columns("ref", "Client", "")));
    expect(fileSignature(columns("Client", "Réf."))).not.toBe(fileSignature(columns("Réf.", "Client")));
    expect(fileSignature([])).not.toBe(fileSignature(columns("")));
  });
});

describe("absentActs", () => {
  it("writes nothing where all is kept, so that a day that passes changes no plan", () => {
    expect(absentActs(NO_ABSENT_DECISIONS, "2026-11-25")).toBeNull();
    const ends = { ...NO_ABSENT_DECISIONS, rows: { a: "end" as const }, reason: "Fin" };
    expect(absentActs(ends, "2026-11-25")).toEqual({ note: "", on: "2026-11-25", reason: "Fin" });
  });
});
