import { describe, expect, it } from "vitest";
import { emptyContent } from "@/lib/domain/processing-record/content";
import { type PlannedRow } from "./plan";
import { readRow } from "./read-row";
import type { ColumnMapping } from "./types";
import { row, plan, CONTROLLERS, record } from "./plan.fixture";

describe("planImport", () => {
  it("takes in every row that has a controller and an activity, and sets the others aside with a reason", () => {
    const { rows, tally } = plan([
      row("A-1", "Voltiris", "Relances"),
      row("", "", "Relances"),
      row("A-3", "Voltiris", ""),
    ]);
    expect(rows.map(({ fate, reason }) => [fate, reason])).toEqual([
      ["new", null],
      ["set-aside", "no-controller"],
      ["set-aside", "no-activity"],
    ]);
    expect(tally).toEqual({ new: 1, changed: 0, unchanged: 0, "set-aside": 2 });
  });

  it("lets a duplicate reference in twice: the first keeps it, the second is given another, both say so", () => {
    const { rows } = plan([row("A-1", "Voltiris", "Relances"), row("A-1", "Voltiris", "Enquêtes")]);
    expect(rows.map(({ reference, fate }) => [reference, fate])).toEqual([
      ["A-1", "new"],
      [null, "new"],
    ]);
    expect(rows.every(({ doubts }) => doubts.some(({ key }) => key === "referenceRepeated"))).toBe(true);
  });

  it("sets aside the same row written twice", () => {
    const { rows } = plan([row("", "Voltiris", "Relances"), row("", "Voltiris", "Relances")]);
    expect(rows[1]).toMatchObject({ fate: "set-aside", reason: "repeated" });
  });

  it("finds a record by a unique reference, and shows the difference", () => {
    const known = record("A-1", { ...emptyContent("Relances"), persons: ["débiteurs"] });
    const { rows } = plan([row("A-1", "Voltiris", "Relances", { persons: ["clients"] })], {
      records: [known],
      controllers: CONTROLLERS,
    });
    expect(rows[0]).toMatchObject({
      fate: "changed",
      recordId: known.id,
      recordVersion: 3,
      changes: [{ field: "persons", from: ["débiteurs"], to: ["clients"], mendedHere: false }],
    });
  });

  it("finds a record by controller and category where the reference tells nothing", () => {
    const known = record("T-009", emptyContent("Relances téléphoniques"));
    const { rows } = plan([row("", "VOLTIRIS", "relances Téléphoniques")], {
      records: [known],
      controllers: CONTROLLERS,
    });
    expect(rows[0]).toMatchObject({ recordId: known.id, reference: "T-009" });
  });

  it("lets no second row take a record that another row is surer of", () => {
    const known = record("T-050", emptyContent("Dépannage"));
    const rows = [
      row("T-051", "Voltiris", "Dépannage"),
      row("T-050", "Voltiris", "Dépannage", { volumes: "9" }),
    ];
    const planned = plan(rows, { records: [known], controllers: CONTROLLERS }).rows;
    expect(planned.map(({ recordId, fate }) => [recordId, fate])).toEqual([
      [null, "new"],
      [known.id, "changed"],
    ]);
  });

  it("takes two rows of one category for new where it cannot tell which is the known one", () => {
    const known = record("T-050", emptyContent("Dépannage"));
    const rows = [row("", "Voltiris", "Dépannage"), row("", "Voltiris", "Dépannage", { volumes: "9" })];
    const planned = plan(rows, { records: [known], controllers: CONTROLLERS }).rows;
    expect(planned.map(({ fate }) => fate)).toEqual(["new", "new"]);
    expect(planned[0]!.doubts).toEqual([
      { field: "reference", key: "sameCategory", params: { text: "T-050" } },
    ]);
  });

  it("never changes another client's record that happens to bear the reference", () => {
    const known = record("A-1", emptyContent("Dépannage"));
    const [planned] = plan([row("A-1", "Orvelle", "Télévente")], {
      records: [known],
      controllers: CONTROLLERS,
    }).rows;
    expect(planned).toMatchObject({ fate: "new", recordId: null, reference: null });
    expect(planned!.doubts.map(({ key }) => key)).toEqual(["referenceUsed"]);
  });

  it("never empties what is known by a blank cell", () => {
    const known = record("A-1", { ...emptyContent("Relances"), measures: ["VPN"], volumes: "300 par jour" });
    const { rows } = plan([row("A-1", "Voltiris", "Relances")], {
      records: [known],
      controllers: CONTROLLERS,
    });
    expect(rows[0]!.fate).toBe("unchanged");
  });

  it("keeps what a changed file no longer says, unless a person lets it go", () => {
    const known = record("A-1", { ...emptyContent("Relances"), notes: "Voir avenant", volumes: "300" });
    const changed = row("A-1", "Voltiris", "Relances", { volumes: "400" });
    const planned = (erase: boolean) =>
      plan([changed], {
        records: [known],
        controllers: CONTROLLERS,
        remembered: new Map([
          [changed.fingerprint, { recordId: known.id, skip: false, content: known.content }],
        ]),
        decisions: { rows: { [changed.fingerprint]: { erase } }, controllers: {} },
      }).rows[0]!;
    const stated = ({ changes }: PlannedRow) => changes.map(({ field, from, to }) => [field, from, to]);
    expect(stated(planned(false))).toEqual([["volumes", "300", "400"]]);
    expect(planned(false).erasures).toMatchObject([{ field: "notes", from: "Voir avenant", to: "" }]);
    expect(stated(planned(true))).toContainEqual(["notes", "Voir avenant", ""]);
  });

  it("takes a no for an answer: what it denies goes, and the list beside it", () => {
    const known = record("A-1", {
      ...emptyContent("Relances"),
      exemptionClaimed: true,
      subProcessorsAnswer: "yes",
      subProcessors: [{ name: "Ferrix", country: null, service: "", subProcessorId: null }],
    });
    const mapping: ColumnMapping = [
      { column: 0, header: "Réf", target: "reference" },
      { column: 1, header: "Client", target: "controllerName" },
      { column: 2, header: "Traitement", target: "activity" },
      { column: 3, header: "Exemption", target: "exemption" },
      { column: 4, header: "Sous-traitants", target: "subProcessors" },
    ];
    const changesOf = (exemption: string, subProcessors: string) => {
      const cells = ["A-1", "Voltiris SA", "Relances", exemption, subProcessors];
      const reading = { ...readRow({ line: 2, cells, mapping }), fingerprint: cells.join("|") };
      return plan([reading], { records: [known], controllers: CONTROLLERS }).rows[0]!.changes.map(
        ({ field, to }) => [field, to],
      );
    };
    const denied = [
      ["exemptionClaimed", false],
      ["subProcessorsAnswer", "no"],
      ["subProcessors", []],
    ];
    for (const no of ["Non", "No", "لا", "0"]) expect(changesOf(no, "")).toEqual(denied.slice(0, 1));
    expect(changesOf("non", "Aucun").toSorted()).toEqual(denied.toSorted());
    expect(changesOf("", "")).toEqual([]);
    expect(changesOf("-", "?").map(([field]) => field)).toEqual(["notes"]);
  });

  it("leaves mended what a person mended, while the file still says what it said", () => {
    const imported = { ...emptyContent("Relances"), transferText: "Hors UE" };
    const reading = row("A-1", "Voltiris", "Relances", { transferText: "Hors UE" });
    const known = record("A-1", { ...imported, transferText: "" });
    const remembered = new Map([
      [reading.fingerprint, { recordId: known.id, skip: false, content: imported }],
    ]);
    const { rows } = plan([reading], { records: [known], controllers: CONTROLLERS, remembered });
    expect(rows[0]).toMatchObject({ fate: "unchanged", changes: [] });
  });

  it("says when the file changes a field that a person changed too", () => {
    const before = { ...emptyContent("Relances"), volumes: "100" };
    const known = record("A-1", { ...before, volumes: "150" });
    const remembered = new Map([["earlier row", { recordId: known.id, skip: false, content: before }]]);
    const { rows } = plan([row("A-1", "Voltiris", "Relances", { volumes: "200" })], {
      records: [known],
      controllers: CONTROLLERS,
      remembered,
    });
    expect(rows[0]!.changes).toEqual([{ field: "volumes", from: "150", to: "200", mendedHere: true }]);
  });

  it("proposes the end of what is over, and remembers a refusal to end it", () => {
    const over = row("A-1", "Voltiris", "Relances", { endsOn: { value: "2025", text: "" } });
    expect(plan([over]).rows[0]).toMatchObject({ proposedEnd: "2025-12-31", acceptsEnd: true });
    const decisions = { rows: { [over.fingerprint]: { acceptEnd: false } }, controllers: {} };
    expect(plan([over], { decisions }).rows[0]).toMatchObject({
      proposedEnd: "2025-12-31",
      acceptsEnd: false,
    });
    const running = row("A-2", "Voltiris", "Relances", { endsOn: { value: "2026", text: "" } });
    expect(plan([running]).rows[0]!.proposedEnd).toBeNull();
  });

  it("changes nothing the second time", () => {
    const first = [
      row("A-1", "Voltiris", "Relances"),
      row("A-1", "VOLTIRIS SA", "Enquêtes", { endsOn: { value: "2025", text: "" } }),
      row("", "Voltiris SA", "Chat"),
    ];
    const references = ["A-1", "T-001", "T-002"];
    const records = plan(first).rows.map(({ content }, index) =>
      record(references[index]!, content, { state: content.endsOn ? "ended" : "draft" }),
    );
    const remembered = new Map(
      first.map(({ fingerprint, content }, index) => [
        fingerprint,
        { recordId: records[index]!.id, skip: false, content },
      ]),
    );
    const { tally, rows } = plan(first, { records, controllers: CONTROLLERS, remembered });
    expect(tally).toEqual({ new: 0, changed: 0, unchanged: 3, "set-aside": 0 });
    expect(rows.map(({ proposedEnd }) => proposedEnd)).toEqual([null, null, null]);
  });
});
