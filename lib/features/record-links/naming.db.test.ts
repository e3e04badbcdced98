import { expect, it } from "vitest";
import { saveRecordSection } from "@/lib/features/processing-record/write/mutations";
import { sectionSaveSchema } from "@/lib/features/processing-record/schema";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContractInForce } from "@/prisma/factories/contract";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { makeTransfer, fillTransferSection, SIGNED_CLAUSES } from "@/prisma/factories/transfer";
import { openDatabase } from "@/scripts/test/open-database";
import { findNaming } from "@/lib/features/record-links/read/queries";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

it("finds the entries that name a contract and a transfer by their rows, and those that do in words", async () => {
  const { id: controllerId } = await makeController(ctx);
  const contract = await makeContractInForce(ctx, { controllerId, reference: "ORV-2026-3" });
  const transfer = await fillTransferSection(
    ctx,
    await makeTransfer(ctx, { controllerId }),
    "tool",
    SIGNED_CLAUSES,
  );
  const [linked, worded] = [await makeRecord(ctx, { controllerId }), await makeRecord(ctx, { controllerId })];
  const stranger = await makeRecord(ctx);
  const translate = async (of: { id: string; version: number }, additional: object, destination: object) => {
    const { id, version } = of;
    const saved = valueOf(
      await saveRecordSection(
        ctx,
        sectionSaveSchema.parse({ id, version, section: "additional", ...additional }),
      ),
    );
    const stated = { transferAnswer: "yes", destinations: [destination] };
    const next = { id, version: saved.version, section: "transfers", ...stated };
    valueOf(await saveRecordSection(ctx, sectionSaveSchema.parse(next)));
  };
  const words = { country: "MA", instrument: "scc-2021-914", sccModule: "2" };
  await translate(linked, { contractIds: contract.id }, { transferId: transfer.id });
  await translate(worded, { contractReference: "orv 26/3" }, words);
  await translate(stranger, { contractReference: "ORV-2026-3" }, words);
  for (const subject of [
    { id: contract.id, noun: "contract" as const },
    { id: transfer.id, noun: "transfer" as const },
  ]) {
    const found = await withOrg(ctx.scope, (tx) => findNaming(tx, ctx, { ...subject, controllerId }));
    expect(found.named.map(({ id }) => id)).toEqual([linked.id]);
    expect(found.worded.map(({ id }) => id)).toEqual([worded.id]);
  }
});
