import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readLinked } from "@/lib/domain/processing-record/links";
import { registerFollowers } from "@/lib/features/reassessment/write/follow";
import type { StaffCtx } from "@/lib/platform/request/context";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContract, makeContractInForce } from "@/prisma/factories/contract";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeOwnRecord, makeRecord, valueOf } from "@/prisma/factories/register";
import { makeTransfer, fillTransferSection, SIGNED_CLAUSES, stepTransfer } from "@/prisma/factories/transfer";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { changeTogether } from "@/lib/features/processing-record/write/bulk";
import { previewBulk } from "./bulk-preview";
import { bulkActSchema, bulkAskSchema } from "@/lib/features/processing-record/bulk-schema";
import { findLinks, findRecord } from "./queries";
import { saveRecordSection } from "@/lib/features/processing-record/write/mutations";
import { sectionSaveSchema } from "@/lib/features/processing-record/schema";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: StaffCtx;

beforeAll(async () => {
  registerFollowers();
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
});
afterAll(() => database.drop());

/** Controller with contract and transfer, and an entry that names both in words. */
async function makeWorded(of: StaffCtx = ctx) {
  const { id: controllerId } = await makeController(of);
  const contract = await makeContractInForce(of, { controllerId, reference: `M3R-2022-${(serial += 1)}` });
  const begun = await makeTransfer(of, { controllerId });
  const transfer = await fillTransferSection(of, begun, "tool", SIGNED_CLAUSES);
  const record = await makeRecord(of, { controllerId });
  const worded = await save(of, record, "transfers", {
    transferAnswer: "yes",
    destinations: [{ country: "MA", instrument: "scc-2021-914", sccModule: "2" }],
  });
  const reference = `m3r 22/${serial}`;
  return {
    controllerId,
    contract,
    transfer,
    record: await save(of, valueOf(worded), "additional", { contractReference: reference }).then(valueOf),
  };
}
let serial = 10;

function save(
  of: StaffCtx,
  { id, version }: { id: string; version: number },
  section: string,
  stated: Record<string, unknown>,
) {
  return saveRecordSection(of, sectionSaveSchema.parse({ id, version, section, ...stated }));
}

const rowOf = (id: string, of: StaffCtx = ctx) =>
  withOrg(of.scope, (tx) => tx.processingRecord.findUniqueOrThrow({ where: { id } }));

describe("naming contracts and transfers", () => {
  it("takes rows of the entry's controller, and finds the entry by them", async () => {
    const { record, contract, transfer } = await makeWorded();
    const linked = valueOf(await save(ctx, record, "additional", { contractIds: contract.id }));
    const destinations = [{ transferId: transfer.id }];
    valueOf(await save(ctx, linked, "transfers", { transferAnswer: "yes", destinations }));
    expect(await rowOf(record.id)).toMatchObject({
      contractIds: [contract.id],
      transferIds: [transfer.id],
      countries: ["MA"],
      instruments: ["scc-2021-914:2"],
    });
  });

  it("refuses as not found what is another controller's, another organisation's, or unknown", async () => {
    const { record } = await makeWorded();
    const foreign = await makeOrganisation(database.ownerUrl);
    const strangers = [await makeContract(ctx), await makeContract(foreign)];
    const notFound = { ok: false, refusal: { kind: "not-found" } };
    for (const { id } of strangers)
      expect(await save(ctx, record, "additional", { contractIds: id })).toMatchObject(notFound);
    for (const { id } of [await makeTransfer(ctx), await makeTransfer(foreign)])
      expect(
        await save(ctx, record, "transfers", { transferAnswer: "yes", destinations: [{ transferId: id }] }),
      ).toMatchObject(notFound);
    expect(await rowOf(record.id)).toMatchObject({ version: record.version, contractIds: [] });
  });

  it("names nothing of a client in the company's own register", async () => {
    const { transfer } = await makeWorded();
    const own = await makeOwnRecord(ctx);
    const destinations = [{ transferId: transfer.id }];
    expect(await save(ctx, own, "transfers", { transferAnswer: "yes", destinations })).toMatchObject({
      refusal: { kind: "not-found" },
    });
  });

  it("is linked anew to no transfer that has ended, and keeps the one it names", async () => {
    const { record, transfer } = await makeWorded();
    const ended = await stepTransfer(ctx, transfer, "end");
    const destinations = [{ transferId: ended.id }];
    const stated = { transferAnswer: "yes", destinations };
    expect(await save(ctx, record, "transfers", stated)).toMatchObject({
      refusal: { issues: [{ path: "destinations.0.transferId", key: "linkEnded" }] },
    });
  });

  it("is not given to another controller while it names what is the first one's", async () => {
    const { record, contract } = await makeWorded();
    const linked = valueOf(await save(ctx, record, "additional", { contractIds: contract.id }));
    const { id: controllerId } = await makeController(ctx);
    const { reference } = linked;
    expect(await save(ctx, linked, "parties", { controllerId, reference })).toMatchObject({
      refusal: { issues: [{ path: "controllerId", key: "linksOfFormer" }] },
    });
  });
});

describe("the linked row is the fact", () => {
  it("assesses the entry again when the transfer it names changes, and reads a past day's row as of that day", async () => {
    const { record, transfer } = await makeWorded();
    const destinations = [{ transferId: transfer.id }];
    const linked = valueOf(await save(ctx, record, "transfers", { transferAnswer: "yes", destinations }));
    const before = await rowOf(record.id);
    expect(before.gapCodes).not.toContain("REG-7");
    const later = { ...ctx, now: new Date(ctx.now.getTime() + 86_400_000) };
    await fillTransferSection(later, transfer, "tool", { tool: "" });
    const after = await rowOf(record.id);
    expect([after.version, after.gapCodes.includes("REG-7"), after.instruments]).toEqual([
      before.version,
      true,
      [],
    ]);
    const readAt = (at: Date | null) =>
      withOrg(ctx.scope, async (tx) => {
        const found = (await findRecord(tx, linked.id, at))!;
        const links = (await findLinks(tx, { now: later.now, at }, [found]))(found);
        return readLinked(found.content, links).destinations[0]!.instrument;
      });
    expect([await readAt(null), await readAt(ctx.now)]).toEqual([null, "scc-2021-914"]);
  });
});

describe("linking in bulk", () => {
  async function look(of: StaffCtx, ids: string[]) {
    const search = { act: "links", id: ids };
    const ask = bulkAskSchema.parse(search);
    const preview = await previewBulk(of, { ask, search, capacity: "processor" });
    const { seen, proposed } = preview;
    return {
      preview,
      input: bulkActSchema.parse({ act: "links", capacity: "processor", of: "chosen", seen, proposed }),
    };
  }

  it("shows the rows that words lead to, links what was shown, and says what leads to none", async () => {
    const of = await makeOrganisation(database.ownerUrl);
    const { record, contract, transfer } = await makeWorded(of);
    const silent = await makeRecord(of);
    const { preview, input } = await look(of, [record.id, silent.id]);
    expect(preview.changes).toMatchObject([
      { id: record.id, linked: { pairs: [{ row: contract.reference }, { row: transfer.reference }] } },
    ]);
    expect(preview.left).toMatchObject([{ id: silent.id, key: "nothingToLink" }]);
    expect(await changeTogether(of, input)).toEqual({ ok: true, value: { changed: 1, left: 1 } });
    expect(await rowOf(record.id, of)).toMatchObject({
      version: record.version + 1,
      contractIds: [contract.id],
      transferIds: [transfer.id],
      content: { contractReference: record.content.contractReference },
    });
    const journal = await withOrg(of.scope, (tx) =>
      tx.journalText.findMany({ orderBy: { seq: "desc" }, take: 1 }),
    );
    expect(journal[0]!.text).toContain(contract.id);
  });

  it("does nothing where a row came between the preview and the act", async () => {
    const of = await makeOrganisation(database.ownerUrl);
    const { record, controllerId } = await makeWorded(of);
    const { input } = await look(of, [record.id]);
    const other = await makeTransfer(of, { controllerId });
    await fillTransferSection(of, other, "tool", SIGNED_CLAUSES);
    expect(await changeTogether(of, input)).toMatchObject({ refusal: { issues: [{ key: "bulk.changed" }] } });
    expect(await rowOf(record.id, of)).toMatchObject({ version: record.version, transferIds: [] });
  });
});
