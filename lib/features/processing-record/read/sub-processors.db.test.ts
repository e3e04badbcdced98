import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RecordContent } from "@/lib/domain/processing-record/content";
import { registerFollowers } from "@/lib/features/reassessment/write/follow";
import { reassessDay } from "@/lib/features/reassessment/write/mutations";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { withOrg } from "@/lib/platform/database/transaction";
import { insertAuthorisation } from "@/prisma/factories/authorisation-row";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeOwnRecord, makeRecord, valueOf } from "@/prisma/factories/register";
import { makeSubProcessor, makeWholeSubProcessor, stepSubProcessor } from "@/prisma/factories/sub-processor";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { changeRecord } from "@/lib/features/processing-record/write/change";
import { findRecord, type RecordRow } from "./queries";
import { saveRecordSection } from "@/lib/features/processing-record/write/mutations";
import { restoreRecord } from "@/lib/features/processing-record/write/restore";
import { sectionSaveSchema } from "@/lib/features/processing-record/schema";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let record: RecordRow;
let active: Awaited<ReturnType<typeof makeWholeSubProcessor>>;
let refused: Awaited<ReturnType<typeof makeSubProcessor>>;

beforeAll(async () => {
  database = await freshDatabase();
  registerFollowers();
});
beforeEach(async () => {
  ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-24T10:00:00Z"));
  const { id } = await makeRecord(ctx);
  record = await read(id);
  active = await makeWholeSubProcessor(ctx);
  refused = await makeSubProcessor(ctx, { name: "Sahel Cloud SARL" });
  await insertAuthorisation(ctx, {
    controllerId: record.controllerId!,
    subProcessor: active,
    state: "approved",
  });
  await insertAuthorisation(ctx, {
    controllerId: record.controllerId!,
    subProcessor: refused,
    state: "refused",
  });
});
afterAll(() => database.drop());

const read = (id: string) => withOrg(ctx.scope, async (tx) => (await findRecord(tx, id))!);
const columns = (id: string) =>
  withOrg(ctx.scope, (tx) => tx.processingRecord.findFirstOrThrow({ where: { id } }));

/** Rows as the form sends them. */
async function save(rows: Record<string, string>[], section = "additional") {
  const { id, version } = await read(record.id);
  const input = { id, version, section, subProcessorsAnswer: "yes", subProcessors: rows };
  return saveRecordSection(ctx, sectionSaveSchema.parse(input));
}
const picked = ({ id }: { id: string }) => ({ subProcessorId: id, name: "", country: "", service: "voix" });

/** Bypasses the check of use, as an import does. */
async function importNamed(subProcessors: RecordContent["subProcessors"]) {
  await withOrg(ctx.scope, async (tx) => {
    const before = (await findRecord(tx, record.id))!;
    const content = { ...before.content, subProcessors };
    valueOf(await changeRecord(tx, ctx, before, before.version, { content }, "imported"));
  });
}

describe("naming a sub-processor", () => {
  it("takes one that is active, under the name and seat of the list, and finds it by its id", async () => {
    const { content } = valueOf(await save([picked(active)]));
    expect(content.subProcessors).toEqual([
      { subProcessorId: active.id, name: "Numéria Voix SAS", country: "FR", service: "voix" },
    ]);
    const { subProcessorIds, gapCodes } = await columns(record.id);
    expect(subProcessorIds).toEqual([active.id]);
    expect(gapCodes).not.toContain("SUB-28-2");
    const versions = await withOrg(ctx.scope, (tx) =>
      tx.recordVersion.findMany({ where: { recordId: record.id, subProcessorIds: { has: active.id } } }),
    );
    expect(versions).toHaveLength(1);
  });

  it("refuses beside its row one that its controller refused, and says what is missing", async () => {
    const outcome = await save([picked(active), picked(refused)]);
    expect(outcome).toMatchObject({
      ok: false,
      refusal: {
        kind: "invalid",
        issues: [
          {
            path: "subProcessors.1.subProcessorId",
            key: "subProcessorInactive",
            params: { name: "Sahel Cloud SARL", missing: "authorisation,contract" },
          },
        ],
      },
    });
    expect((await read(record.id)).content.subProcessors).toEqual([]);
  });

  it("refuses a name of no list, and one of another organisation", async () => {
    const foreign = await makeOrganisation(database.ownerUrl);
    const theirs = await makeWholeSubProcessor(foreign);
    for (const row of [{ ...picked(active), subProcessorId: "", name: "Partout SARL" }, picked(theirs)])
      expect(await save([row])).toMatchObject({
        refusal: { issues: [{ path: "subProcessors.0.subProcessorId", key: "subProcessorUnlisted" }] },
      });
  });

  it("keeps what a file brought, as a finding, until it is put right", async () => {
    const old = { name: "Sahel Cloud SARL", country: null, service: "", subProcessorId: null };
    await importNamed([old]);
    expect((await columns(record.id)).gapCodes).toContain("SUB-28-2");
    const { subProcessorId: _id, country: _country, ...row } = old;
    valueOf(await save([row, picked(active)]));
    expect((await columns(record.id)).gapCodes).toContain("SUB-28-2");
    valueOf(await save([{ ...row, subProcessorId: refused.id }, picked(active)]));
    const { subProcessorIds, gapCodes } = await columns(record.id);
    expect(subProcessorIds).toEqual([refused.id, active.id]);
    expect(gapCodes).toContain("SUB-28-2");
    valueOf(await save([picked(active)]));
    expect((await columns(record.id)).gapCodes).not.toContain("SUB-28-2");
  });

  it("asks another controller for its own word, before the entry is given to it", async () => {
    const { version } = valueOf(await save([picked(active)]));
    const other = await makeController(ctx);
    const give = () =>
      saveRecordSection(
        ctx,
        sectionSaveSchema.parse({
          id: record.id,
          version,
          section: "parties",
          reference: record.reference,
          controllerId: other.id,
        }),
      );
    expect(await give()).toMatchObject({
      refusal: { issues: [{ path: "controllerId", key: "subProcessorsInactive" }] },
    });
    await insertAuthorisation(ctx, { controllerId: other.id, subProcessor: active, state: "approved" });
    expect(valueOf(await give()).controllerId).toBe(other.id);
  });

  it("does not come back with an earlier version", async () => {
    await importNamed([
      { name: refused.content.identity.name, country: null, service: "", subProcessorId: refused.id },
    ]);
    const { version } = valueOf(await save([picked(active)]));
    const restored = valueOf(await restoreRecord(ctx, { id: record.id, version, restored: version - 1 }));
    expect(restored.content.subProcessors).toEqual([]);
  });

  it("asks nobody in the company's own register", async () => {
    const own = await makeOwnRecord(ctx);
    const input = {
      id: own.id,
      version: own.version,
      section: "recipients",
      subProcessors: [{ name: "Paie Claire SAS", country: "FR", service: "paie", subProcessorId: active.id }],
    };
    expect(sectionSaveSchema.safeParse(input).success).toBe(false);
    const { subProcessorId: _id, ...named } = input.subProcessors[0]!;
    const { content } = valueOf(
      await saveRecordSection(ctx, sectionSaveSchema.parse({ ...input, subProcessors: [named] })),
    );
    expect(content.subProcessors).toMatchObject([{ name: "Paie Claire SAS", subProcessorId: null }]);
  });
});

describe("what changes elsewhere", () => {
  beforeEach(async () => {
    valueOf(await save([picked(active)]));
  });

  it("is found when the sub-processor leaves the list, and again when it comes back", async () => {
    const ended = await stepSubProcessor(ctx, active, "end");
    expect((await columns(record.id)).gapCodes).toContain("SUB-28-2");
    await stepSubProcessor(ctx, ended, "reopen");
    expect((await columns(record.id)).gapCodes).not.toContain("SUB-28-2");
  });

  it("is found on the day after its contract ended, though nobody saved anything", async () => {
    await withOrg(ctx.scope, async (tx) => {
      const contract = { ...active.content.contract, endsOn: "2026-11-24" };
      const content = { ...active.content, contract };
      await tx.subProcessor.update({ where: { id: active.id }, data: { content } });
    });
    const signal = new AbortController().signal;
    const nightOf = (day: string) =>
      jobContext("gap-reassessment", ctx.scope.org, new Date(`${day}T12:00:00Z`));
    valueOf(await reassessDay(nightOf("2026-11-24"), signal));
    expect((await columns(record.id)).gapCodes).not.toContain("SUB-28-2");
    valueOf(await reassessDay(nightOf("2026-11-25"), signal));
    expect((await columns(record.id)).gapCodes).toContain("SUB-28-2");
  });
});
