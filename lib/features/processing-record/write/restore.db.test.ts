import { describe, expect, it } from "vitest";
import { archiveController } from "@/lib/features/controller-archive/write/mutations";
import { retireMeasure } from "@/lib/features/measure/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeMeasure, nameMeasures } from "@/prisma/factories/measure";
import { mergeInto } from "@/prisma/factories/merge";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeOwnRecord, makeRecord, valueOf } from "@/prisma/factories/register";
import { makeTransfer, stepTransfer } from "@/prisma/factories/transfer";
import { openDatabase } from "@/scripts/test/open-database";
import { findVersions, VERSIONS_SHOWN } from "@/lib/features/processing-record/read/history";
import { moveRecord, saveRecordSection } from "./mutations";
import { restoreRecord } from "./restore";
import { sectionSaveSchema } from "@/lib/features/processing-record/schema";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

const save = async (section: string, stated: Record<string, unknown>) =>
  valueOf(await saveRecordSection(ctx, sectionSaveSchema.parse({ section, ...stated })));
const versions = (id: string, below: number | null = null) =>
  withOrg(ctx.scope, (tx) => findVersions(tx, id, below));
const lastEntry = async () => {
  const row = await withOrg(ctx.scope, (tx) => tx.journalText.findFirstOrThrow({ orderBy: { seq: "desc" } }));
  return JSON.parse(row.text!);
};
const refusalOf = async (input: Parameters<typeof restoreRecord>[1], by = ctx) => {
  const outcome = await restoreRecord(by, input);
  return outcome.ok ? null : outcome.refusal;
};

describe("restoreRecord", () => {
  it("makes a new version of what an earlier one said, keeps those between, and journals it", async () => {
    const { id } = await makeRecord(ctx, { activity: "Appels", operations: ["Réception"] });
    await save("operations", { id, version: 1, activity: "Chat", operations: "Réponse" });
    valueOf(await moveRecord(ctx, { id, version: 2, event: "activate", on: "2026-01-05", reason: "" }));

    const restored = valueOf(await restoreRecord(ctx, { id, version: 3, restored: 1 }));
    expect(restored).toMatchObject({
      version: 4,
      state: "active",
      stateSince: "2026-01-05",
      content: { activity: "Appels", operations: ["Réception"] },
    });
    expect(
      (await versions(id)).map(({ version, change, description }) => [
        version,
        change,
        description.content.activity,
      ]),
    ).toEqual([
      [4, "restored", "Appels"],
      [3, "activated", "Chat"],
      [2, "saved", "Chat"],
      [1, "created", "Appels"],
    ]);
    expect(await lastEntry()).toMatchObject({
      event: "record.restored",
      subject: { id },
      before: { activity: "Chat" },
      after: { activity: "Appels", restoredVersion: 1 },
    });
  });

  it("is held for the one that remains of controllers merged one into another", async () => {
    const [one, two, three, other] = [
      await makeController(ctx),
      await makeController(ctx),
      await makeController(ctx),
      await makeController(ctx),
    ];
    const { id } = await makeRecord(ctx, { controllerId: one.id, activity: "Appels" });
    await save("operations", { id, version: 1, activity: "Chat", operations: "" });
    valueOf(await mergeInto(ctx, [one.id, two.id]));
    valueOf(await mergeInto(ctx, [two.id, three.id]));
    const restored = valueOf(await restoreRecord(ctx, { id, version: 2, restored: 1 }));
    expect(restored).toMatchObject({ controllerId: three.id, content: { activity: "Appels" } });

    await save("parties", { id, version: 3, controllerId: other.id, reference: restored.reference });
    const again = valueOf(await restoreRecord(ctx, { id, version: 4, restored: 1 }));
    expect(again.controllerId).toBe(three.id);
  });

  it("restores an entry of the company's own register too", async () => {
    const { id } = await makeOwnRecord(ctx, { activity: "Paie", purposes: ["Salaires"] });
    await save("purposes", { id, version: 1, activity: "Paie", purposes: "Primes" });
    const restored = valueOf(await restoreRecord(ctx, { id, version: 2, restored: 1 }));
    expect(restored).toMatchObject({ controllerId: null, content: { purposes: ["Salaires"] } });
  });

  it("meets somebody else's saving as a conflict, and changes nothing", async () => {
    const { id } = await makeRecord(ctx);
    await save("operations", { id, version: 1, activity: "Chat", operations: "" });
    await save("operations", { id, version: 2, activity: "Courriel", operations: "" });
    expect(await refusalOf({ id, version: 2, restored: 1 })).toMatchObject({ kind: "conflict", version: 3 });
    expect(await versions(id)).toHaveLength(3);
  });

  it("is refused to whoever may not write, and not found in another organisation", async () => {
    const { id } = await makeRecord(ctx);
    await save("operations", { id, version: 1, activity: "Chat", operations: "" });
    const input = { id, version: 2, restored: 1 };
    const foreign = await makeOrganisation(database.ownerUrl);
    expect(await restoreRecord(as(ctx, "viewer"), input)).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await refusalOf(input, foreign)).toEqual({ kind: "not-found" });
    expect(await refusalOf({ ...input, restored: 2 })).toEqual({ kind: "not-found" });
    expect(await restoreRecord(as(ctx, "editor"), input)).toMatchObject({ ok: true });
  });

  it("refuses an ended entry, which is reopened first", async () => {
    const { id } = await makeRecord(ctx);
    await save("operations", { id, version: 1, activity: "Chat", operations: "" });
    valueOf(await moveRecord(ctx, { id, version: 2, event: "end", on: "2026-01-05", reason: "Fin" }));
    expect(await refusalOf({ id, version: 3, restored: 1 })).toEqual({
      kind: "invalid",
      issues: [{ path: "restored", key: "restore.ended" }],
    });
  });

  it("does not hold for an archived controller, nor hand its entry to another", async () => {
    const [gone, stored] = [await makeController(ctx), await makeController(ctx)];
    const { id, reference } = await makeRecord(ctx, { controllerId: gone.id });
    await save("parties", { id, version: 1, reference, controllerId: stored.id });
    const archive = { id: gone.id, version: 1, reason: "Contrat terminé" };
    valueOf(await archiveController(ctx, archive));
    expect(await refusalOf({ id, version: 2, restored: 1 })).toMatchObject({
      issues: [{ key: "restore.controllerArchived" }],
    });
  });

  it("leaves a retired measure out, and a reference that is another's by now", async () => {
    const [gone, stored] = [await makeMeasure(ctx), await makeMeasure(ctx)];
    const record = await makeRecord(ctx);
    await nameMeasures(ctx, record, [gone.id, stored.id]);
    await save("security", { id: record.id, version: 2, measureIds: [], measures: "" });
    const controllerId = record.controllerId;
    await save("parties", { id: record.id, version: 3, reference: "Z-9", controllerId });
    const other = await makeRecord(ctx);
    await save("parties", {
      id: other.id,
      version: 1,
      reference: record.reference,
      controllerId: other.controllerId,
    });
    valueOf(await retireMeasure(ctx, { id: gone.id, version: 1, reason: "Remplacée", confirmed: true }));
    const restored = valueOf(await restoreRecord(ctx, { id: record.id, version: 4, restored: 2 }));
    expect(restored).toMatchObject({ reference: "Z-9", content: { measureIds: [stored.id] } });
  });
});

describe("findVersions", () => {
  it("turns the pages by version: every one once, each with the one before it", async () => {
    const { id } = await makeRecord(ctx);
    for (let version = 1; version <= VERSIONS_SHOWN + 3; version += 1)
      await save("operations", { id, version, activity: `Appels ${version}`, operations: "" });
    const first = await versions(id);
    expect(first).toHaveLength(VERSIONS_SHOWN + 1);
    const rest = await versions(id, first[VERSIONS_SHOWN - 1]!.version);
    expect(rest.map(({ version }) => version)).toEqual([4, 3, 2, 1]);
    expect(first.at(-1)!.version).toBe(rest[0]!.version);
  });
});

describe("restoring a version that named a transfer", () => {
  it("brings the link back while the transfer goes on, and leaves it out once it has ended", async () => {
    const { id: controllerId } = await makeController(ctx);
    const transfer = await makeTransfer(ctx, { controllerId });
    const { id } = await makeRecord(ctx, { controllerId });
    const destinations = [{ transferId: transfer.id }];
    await save("transfers", { id, version: 1, transferAnswer: "yes", destinations });
    await save("transfers", { id, version: 2, transferAnswer: "no", destinations: [] });
    const rowOf = () => withOrg(ctx.scope, (tx) => tx.processingRecord.findUniqueOrThrow({ where: { id } }));
    valueOf(await restoreRecord(ctx, { id, version: 3, restored: 2 }));
    expect(await rowOf()).toMatchObject({ version: 4, transferIds: [transfer.id] });

    await save("transfers", { id, version: 4, transferAnswer: "no", destinations: [] });
    await stepTransfer(ctx, transfer, "end");
    const restored = valueOf(await restoreRecord(ctx, { id, version: 5, restored: 2 }));
    expect(restored.content).toMatchObject({ transferAnswer: "yes", destinations: [{ transferId: null }] });
    expect(await rowOf()).toMatchObject({ transferIds: [] });
  });
});
