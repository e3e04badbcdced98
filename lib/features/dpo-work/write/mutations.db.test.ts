import { describe, expect, it } from "vitest";
import { linesIn } from "@/lib/domain/dpo-work/content";
import { WORK_KINDS, type WorkKind } from "@/lib/domain/dpo-work/kinds";
import { can } from "@/lib/domain/nouns/policy";
import { findFilingChanges } from "@/lib/features/dpo-work/read/filing-changes";
import { findFacts, findFactsOf, findWork } from "@/lib/features/dpo-work/read/queries";
import {
  lineSaveSchema,
  workCreateSchema,
  workFactSchema,
  workSaveSchema,
} from "@/lib/features/dpo-work/schema";
import type { Ctx } from "@/lib/platform/request/context";
import { searchNoun } from "@/lib/platform/database/search";
import { readQuestion } from "@/lib/i18n/search-question";
import { withOrg } from "@/lib/platform/database/transaction";
import { readerFor } from "@/lib/platform/read/reader";
import { addLine, makeWork, stepWork } from "@/prisma/factories/dpo-work";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import { makeOwnRecord, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { sectionSaveSchema } from "@/lib/features/processing-record/schema";
import { saveRecordSection } from "@/lib/features/processing-record/write/mutations";
import { saveLine } from "./lines";
import { createWork, recordWorkFact, saveWork } from "./mutations";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const foreign = await makeOrganisation(database.ownerUrl);

const lastEvent = async () => {
  const row = await withOrg(ctx.scope, (tx) => tx.journalText.findFirst({ orderBy: { seq: "desc" } }));
  return JSON.parse(row?.text ?? "{}") as { event: string; before?: object; after?: object };
};
const today = () => ctx.now.toISOString().slice(0, 10);

describe.each(WORK_KINDS)("%s", (kind) => {
  it("is created with a version and an entry of the journal, and is found by a word of its title", async () => {
    const row = await makeWork(ctx, kind);
    expect(row).toMatchObject({ kind, version: 1, isOpen: true });
    expect(await lastEvent()).toMatchObject({ event: `${kind}.created`, after: { title: row.title } });
    const found = await searchNoun(readerFor(ctx.scope), kind, await readQuestion(row.title.split(" ")[0]!));
    expect(found).toContain(row.id);
  });

  it("is not overwritten by who read an earlier version", async () => {
    const row = await makeWork(ctx, kind);
    const form = { ...asForm(row), id: row.id, version: row.version };
    valueOf(await saveWork(ctx, workSaveSchema.parse({ ...form, title: "First" })));
    const second = await saveWork(ctx, workSaveSchema.parse({ ...form, title: "Second" }));
    expect(second).toMatchObject({ ok: false, refusal: { kind: "conflict", current: { title: "First" } } });
  });

  it("is refused to a viewer and hidden from another organisation", async () => {
    const row = await makeWork(ctx, kind);
    const form = workCreateSchema.parse(asForm(row));
    expect(await createWork(as(ctx, "viewer"), form)).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await withOrg(foreign.scope, (tx) => findWork(tx, row.id, kind))).toBeNull();
    const fact = workFactSchema.parse({ id: row.id, kind, version: 1, event: "reopen", on: today() });
    expect(await recordWorkFact(foreign, fact)).toMatchObject({ refusal: { kind: "not-found" } });
  });

  it("is written by whom the policy names alone", async () => {
    const form = workCreateSchema.parse(asForm(await makeWork(ctx, kind)));
    const editor = as(ctx, "editor");
    const answer = await createWork(editor, form);
    expect(answer.ok).toBe(can(editor.actor, `${kind}.write`));
  });
});

describe("facts", () => {
  it("alone make the state: a training is held, and its attendance corrected, never overwritten", async () => {
    const planned = await makeWork(ctx, "training");
    const held = await stepWork(ctx, planned, "hold");
    expect(held).toMatchObject({ state: "held", isOpen: false });
    const form = { ...asForm(held), id: held.id, version: held.version };
    const rewritten = await saveWork(ctx, workSaveSchema.parse({ ...form, staff: "Someone Else" }));
    expect(rewritten).toMatchObject({ refusal: { issues: [{ path: "staff", key: "attendanceIsFact" }] } });
    const reason = { detail: "Omar Tazi", reason: "Absent, feuille relue" };
    const later = { ...ctx, now: new Date(ctx.now.getTime() + 1000) };
    const corrected = await stepWork(later, held, "not-attended", reason);
    expect(await lastEvent()).toMatchObject({ event: "training.recorded", after: { detail: "Omar Tazi" } });
    expect(await withOrg(ctx.scope, (tx) => findFactsOf(tx, corrected.id))).toMatchObject([
      { event: "hold" },
      { event: "not-attended", ...reason },
    ]);
  });

  it.each([
    ["training", "hold", { on: "2999-01-01" }, "on", "future"],
    ["training", "cancel", {}, "reason", "reasonMissing"],
    ["training", "not-attended", { detail: "Omar", reason: "R" }, "event", "notFromHere"],
    ["assistance", "spend", {}, "amount", "missing"],
    ["cndp-filing", "receive", { detail: "D-90/2023" }, "event", "notFromHere"],
    ["dpo-designation", "publish", {}, "detail", "missing"],
  ] as const)("%s: %s with %j is refused at %s: %s", async (kind, event, stated, path, key) => {
    const { id, version } = await makeWork(ctx, kind);
    const input = workFactSchema.parse({ id, kind, version, event, on: today(), ...stated });
    expect(await recordWorkFact(ctx, input)).toMatchObject({ refusal: { issues: [{ path, key }] } });
  });
});

describe("lines", () => {
  it("are closed by a fact with its proof, and the document is open until the last is", async () => {
    const audit = await makeWork(ctx, "internal-audit");
    const finding = { text: "Écrans non verrouillés", severity: "major", dueOn: "2026-12-01" };
    const found = await addLine(ctx, audit, finding);
    const [line] = linesIn(found.content);
    const reported = await stepWork(ctx, found, "report");
    expect(reported.isOpen).toBe(true);
    const closed = await stepWork(ctx, reported, "close", { part: line!.id, detail: "Stratégie appliquée" });
    expect(closed.isOpen).toBe(false);
    expect(await lastEvent()).toMatchObject({ after: { line: finding.text, detail: "Stratégie appliquée" } });
    const place = { id: closed.id, kind: closed.kind, version: closed.version, lineId: line!.id };
    const change = await saveLine(ctx, lineSaveSchema.parse({ ...place, ...finding, text: "Other" }));
    expect(change).toMatchObject({ refusal: { issues: [{ path: "text", key: "lineClosed" }] } });
  });

  it("of a procedure are followed, not changed, once in force", async () => {
    const procedure = await makeWork(ctx, "procedure");
    const first = { text: "1", body: "Appeler le DPO.", approvedBy: "Direction", inForceFrom: "2026-01-01" };
    const written = await addLine(ctx, procedure, first);
    const [line] = linesIn(written.content);
    const place = { id: written.id, kind: written.kind, version: written.version, lineId: line!.id };
    const change = await saveLine(ctx, lineSaveSchema.parse({ ...place, ...first, body: "Attendre." }));
    expect(change).toMatchObject({ refusal: { issues: [{ key: "versionInForce" }] } });
    const second = await addLine(ctx, written, { ...first, text: "2", inForceFrom: "2026-06-01" });
    expect(linesIn(second.content).map(({ text }) => text)).toEqual(["1", "2"]);
  });
});

describe("a filing", () => {
  it("names entries by their references, and refuses one that the register does not have", async () => {
    const record = await makeOwnRecord(ctx);
    const filing = await makeWork(ctx, "cndp-filing", { recordIds: record.reference });
    expect(filing.recordIds).toEqual([record.id]);
    const unknown = workCreateSchema.parse({
      kind: "cndp-filing",
      title: "T",
      type: "declaration",
      recordIds: "X-999",
    });
    const refused = await createWork(ctx, unknown);
    expect(refused).toMatchObject({
      refusal: { issues: [{ path: "recordIds", key: "recordUnknown", params: { reference: "X-999" } }] },
    });
  });

  it("has a change to notify once a covered entry changes in what was filed, until it is notified", async () => {
    const record = await makeOwnRecord(ctx);
    const filing = await makeWork(ctx, "cndp-filing", { recordIds: record.reference });
    const filed = await stepWork(ctx, filing, "file");
    const granted = await stepWork(ctx, filed, "receive", { detail: "D-90/2023" });
    const changes = async (row: typeof granted) =>
      withOrg(ctx.scope, async (tx) =>
        (await findFilingChanges(tx, [row], await findFacts(tx, [row.id]))).get(row.id),
      );
    expect(await changes(granted)).toBeUndefined();
    const later = { ...ctx, now: new Date(ctx.now.getTime() + 60_000) };
    const noted = await saveSection(later, record, { section: "own-additional", notes: "Rien de déclaré" });
    expect(await changes(granted)).toBeUndefined();
    const latest = { ...ctx, now: new Date(ctx.now.getTime() + 120_000) };
    await saveSection(latest, noted, { section: "persons-and-data", dataCategories: "Identité\nSalaire" });
    expect(await changes(granted)).toMatchObject([{ recordId: record.id, at: latest.now.getTime() }]);
    const told = await stepWork(
      { ...ctx, now: new Date(ctx.now.getTime() + 180_000) },
      granted,
      "notify-change",
    );
    expect(await changes(told)).toBeUndefined();
  });
});

/** The document as its form sends it. */
function asForm({
  kind,
  content,
  controllerId,
}: {
  kind: WorkKind;
  content: object;
  controllerId: string | null;
}) {
  const texts = Object.entries(content).map(([name, value]: [string, unknown]) => [
    name,
    Array.isArray(value) ? value.join("\n") : (value ?? ""),
  ]);
  return { kind, ...Object.fromEntries(texts), ...(controllerId && { controllerId }) } as Record<
    string,
    unknown
  >;
}

async function saveSection(by: Ctx, { id, version }: { id: string; version: number }, stated: object) {
  return valueOf(await saveRecordSection(by, sectionSaveSchema.parse({ id, version, ...stated })));
}
