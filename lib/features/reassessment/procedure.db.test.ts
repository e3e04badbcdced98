import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stepWork, addLine, makeWork } from "@/prisma/factories/dpo-work";
import { makeContact } from "@/prisma/factories/contact";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeOwnRecord, makeRecord, valueOf } from "@/prisma/factories/register";
import { findProcedures } from "@/lib/features/processing-record/read/procedures";
import { sectionSaveSchema } from "@/lib/features/processing-record/schema";
import { moveRecord, saveRecordSection } from "@/lib/features/processing-record/write/mutations";
import { restoreRecord } from "@/lib/features/processing-record/write/restore";
import { reassessDay } from "@/lib/features/reassessment/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { registerFollowers } from "@/lib/features/reassessment/write/follow";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let foreign: MadeOrganisation;

beforeAll(async () => {
  registerFollowers();
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  foreign = await makeOrganisation(database.ownerUrl);
});
afterAll(() => database.drop());

const VERSION = { text: "1.0", approvedBy: "Gérance", inForceFrom: "2026-01-05" };
const makeProcedure = async (of = ctx, version = VERSION) =>
  addLine(of, await makeWork(of, "procedure", { title: "Accord d’un parent" }), version);
const inputOf = (
  record: { id: string; version: number },
  stated: Record<string, unknown>,
  section = "additional",
) =>
  sectionSaveSchema.parse({
    section,
    id: record.id,
    version: record.version,
    minorsAnswer: "yes",
    ...stated,
  });
const save = async (...args: Parameters<typeof inputOf>) =>
  valueOf(await saveRecordSection(ctx, inputOf(...args)));
const stored = (id: string) =>
  withOrg(ctx.scope, (tx) => tx.processingRecord.findUniqueOrThrow({ where: { id } }));
const isOpen = async (id: string) => (await stored(id)).gapCodes.includes("MINORS-8");
const lastEntry = async () => {
  const row = await withOrg(ctx.scope, (tx) => tx.journalText.findFirstOrThrow({ orderBy: { seq: "desc" } }));
  return JSON.parse(row.text!) as { event: string; after: Record<string, unknown> };
};

describe("the procedure for the young of an entry", () => {
  it("is written with its version and its journal entry, and another section leaves it", async () => {
    const procedure = await makeProcedure();
    const record = await save(await makeRecord(ctx), {});
    expect(await isOpen(record.id)).toBe(true);

    const named = await save(record, { minorsConsent: "engaged", minorsProcedureId: procedure.id });
    expect(await stored(record.id)).toMatchObject({ procedureId: procedure.id, version: 3 });
    expect(await lastEntry()).toMatchObject({
      event: "record.updated",
      after: { minorsConsent: "engaged", minorsProcedureId: procedure.id },
    });
    expect(await isOpen(record.id)).toBe(false);

    await save(named, { activity: "Chat", operations: "Réponse" }, "operations");
    expect(await stored(record.id)).toMatchObject({ procedureId: procedure.id, activity: "Chat" });
    expect(await isOpen(record.id)).toBe(false);
  });

  it("is refused where it was withdrawn, is of another organisation, or is no procedure", async () => {
    const record = await makeRecord(ctx);
    const withdrawn = await stepWork(ctx, await makeProcedure(), "withdraw", { reason: "Remplacée" });
    const naming = (minorsProcedureId: string, by: MadeOrganisation | ReturnType<typeof as> = ctx) =>
      saveRecordSection(by, inputOf(record, { minorsProcedureId }));
    expect(await naming(withdrawn.id)).toMatchObject({
      refusal: { issues: [{ path: "minorsProcedureId", key: "procedureWithdrawn" }] },
    });
    expect(await naming((await makeProcedure(foreign)).id)).toMatchObject({ refusal: { kind: "not-found" } });
    const training = await makeWork(ctx, "training");
    expect(await naming(training.id)).toMatchObject({ refusal: { kind: "not-found" } });
    const procedure = await makeProcedure();
    expect(await naming(procedure.id, as(ctx, "viewer"))).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await stored(record.id)).toMatchObject({ procedureId: null, version: 1 });
  });

  it("leaves a gap in every entry that names it, of both registers, once it is withdrawn, and takes it back", async () => {
    const [procedure, other] = [await makeProcedure(), await makeProcedure()];
    const controllerId = (await makeController(ctx)).id;
    const [one, two, third] = [
      await makeRecord(ctx, { controllerId }),
      await makeRecord(ctx, { controllerId }),
      await makeRecord(ctx, { controllerId }),
    ];
    const own = await makeOwnRecord(ctx);
    await save(one, { minorsProcedureId: procedure.id });
    await save(two, { minorsConsent: "engaged", minorsProcedureId: procedure.id });
    await save(third, { minorsProcedureId: other.id });
    await save(own, { minorsProcedureId: procedure.id }, "persons-and-data");
    const ids = [one.id, two.id, own.id, third.id];
    const open = () => Promise.all(ids.map(isOpen));
    expect(await open()).toEqual([false, false, false, false]);

    const withdrawn = await stepWork(ctx, procedure, "withdraw", { reason: "Remplacée" });
    expect(await open()).toEqual([true, true, true, false]);
    expect(await stored(one.id)).toMatchObject({ version: 2 });
    await stepWork(ctx, withdrawn, "reinstate", { reason: "Retirée par erreur" });
    expect(await open()).toEqual([false, false, false, false]);
  });

  it("is a gap until its first version, and until that version's day, which needs no save", async () => {
    const procedure = await makeWork(ctx, "procedure", { title: "Accord d’un parent" });
    const { id } = await save(await makeRecord(ctx), { minorsProcedureId: procedure.id });
    expect(await isOpen(id)).toBe(true);
    await addLine(ctx, procedure, { ...VERSION, inForceFrom: "2027-03-01" });
    expect(await isOpen(id)).toBe(true);
    const at = (day: string) => jobContext("gap-reassessment", ctx.scope.org, new Date(`${day}T09:00:00Z`));
    valueOf(await reassessDay(at("2027-02-28"), new AbortController().signal));
    expect(await isOpen(id)).toBe(true);
    valueOf(await reassessDay(at("2027-03-01"), new AbortController().signal));
    expect(await isOpen(id)).toBe(false);
  });

  it("does not come back with an earlier version of the entry once it is withdrawn", async () => {
    const procedure = await makeProcedure();
    const named = await save(await makeRecord(ctx), { minorsProcedureId: procedure.id });
    const cleared = await save(named, { minorsProcedureId: "" });
    await stepWork(ctx, procedure, "withdraw", { reason: "Remplacée" });
    const refused = await restoreRecord(ctx, { id: named.id, version: cleared.version, restored: 2 });
    expect(refused).toMatchObject({ refusal: { kind: "invalid" } });
    expect(await stored(named.id)).toMatchObject({ procedureId: null });
  });

  it("is shown to the entry's controller by its name alone, and to no other", async () => {
    const procedure = await makeProcedure();
    const record = await makeRecord(ctx);
    const { version } = await save(record, { minorsProcedureId: procedure.id });
    const { id } = record;
    valueOf(await moveRecord(ctx, { id, version, event: "activate", on: "2026-01-05", reason: "" }));
    const contact = await makeContact(ctx, { controllerId: record.controllerId });
    const stranger = await makeContact(ctx, { controllerId: (await makeController(ctx)).id });
    const seen = (of: typeof contact, at: Date | null = null) =>
      withOrg(of.scope, (tx) => findProcedures(tx, at));
    const named = {
      id: procedure.id,
      reference: procedure.reference,
      title: "Accord d’un parent",
      state: "running",
      versions: [{ inForceFrom: "2026-01-05" }],
    };
    expect(await seen(contact)).toEqual([named]);
    expect(await seen(contact, new Date(ctx.now.getTime() + 86_400_000))).toEqual([named]);
    expect(await seen(stranger)).toEqual([]);
    const content = await withOrg(contact.scope, (tx) =>
      tx.dpoWork.findFirstOrThrow({ where: { id: procedure.id }, select: { content: true } }),
    );
    expect(JSON.stringify(content)).not.toContain("Gérance");
  });
});
