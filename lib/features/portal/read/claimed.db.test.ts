import { describe, expect, it } from "vitest";
import { saveRecordSection } from "@/lib/features/processing-record/write/mutations";
import { sectionSaveSchema } from "@/lib/features/processing-record/schema";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContact } from "@/prisma/factories/contact";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeActiveRecord, makeController, valueOf } from "@/prisma/factories/register";
import { makeTransfer, fillTransferSection, SIGNED_CLAUSES } from "@/prisma/factories/transfer";
import { openDatabase } from "@/scripts/test/open-database";
import { findClaimed } from "./claimed";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

/** Entry with a claim of transfers, and a contact who reads it. */
async function makeReader(stated: Record<string, unknown>) {
  const { id: controllerId } = await makeController(ctx);
  const contact = await makeContact(ctx, { controllerId });
  const { id, version, reference } = await makeActiveRecord(ctx, { controllerId });
  const save = (section: string, what: Record<string, unknown>, at: { id: string; version: number }) =>
    saveRecordSection(ctx, sectionSaveSchema.parse({ id: at.id, version: at.version, section, ...what }));
  const saved = valueOf(await save("transfers", stated, { id, version }));
  return {
    controllerId,
    reference,
    link: async (transferId: string) =>
      valueOf(
        await save(
          "transfers",
          { transferAnswer: "yes", destinations: [{ transferId }] },
          { id, version: saved.version },
        ),
      ),
    read: () => withOrg(contact.scope, (tx) => findClaimed(tx, { ...contact, now: ctx.now })),
  };
}

const YES = { transferAnswer: "yes" };

describe("what the register claims of transfers beyond those described", () => {
  it("is what an entry names in words, until a transfer to there is described", async () => {
    const { controllerId, reference, read, link } = await makeReader({
      ...YES,
      destinations: [{ country: "MA", instrument: "scc-2021-914", sccModule: "2" }],
    });
    expect(await read()).toMatchObject([{ reference, names: ["MA"] }]);
    const transfer = await makeTransfer(ctx, { controllerId });
    const { id } = await fillTransferSection(ctx, transfer, "tool", SIGNED_CLAUSES);
    expect(await read()).toEqual([]);
    await link(id);
    expect(await read()).toEqual([]);
  });

  it("is an answer of yes that names nobody, and never a no", async () => {
    const unnamed = await makeReader({ ...YES, transferText: "hors UE" });
    expect(await unnamed.read()).toMatchObject([{ names: [], text: "hors UE" }]);
    const denied = await makeReader({ transferAnswer: "no", transferReason: "tout reste à Lyon" });
    expect(await denied.read()).toEqual([]);
  });

  it("is nobody else's", async () => {
    await makeReader({ ...YES, destinations: [{ country: "TN" }] });
    const other = await makeReader({ transferAnswer: "no", transferReason: "tout reste à Lyon" });
    expect(await other.read()).toEqual([]);
  });
});
