import { expect, it } from "vitest";
import { sectionSaveSchema } from "@/lib/features/processing-record/schema";
import { saveRecordSection } from "@/lib/features/processing-record/write/mutations";
import { findEntryDraft } from "@/lib/features/transfer/read/entry-draft";
import { transferCreateSchema } from "@/lib/features/transfer/schema";
import { createTransfer } from "@/lib/features/transfer/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeOwnRecord, makeRecord, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-24T10:00:00Z"));
const foreign = await makeOrganisation(database.ownerUrl);

const draftOf = (of: typeof ctx, record: string, destination: string) =>
  withOrg(of.scope, (tx) => findEntryDraft(tx, { record, destination }));

const HERE = {
  country: "MA",
  place: "Rabat, plateau B",
  placeKind: "access",
  instrument: "scc-2021-914",
  sccModule: "2",
  signedOn: "2026-01-10",
};

async function makeEntry() {
  const { id: controllerId } = await makeController(ctx);
  const { id, version } = await makeRecord(ctx, { controllerId });
  const stated = { transferAnswer: "yes", destinations: [HERE, { country: "TN", instrument: "bcr" }] };
  const saved = sectionSaveSchema.parse({ id, version, section: "transfers", ...stated });
  return { ...valueOf(await saveRecordSection(ctx, saved)), controllerId };
}

it("fills a transfer from the destination of an entry where it is recorded from there", async () => {
  const { id, reference, controllerId } = await makeEntry();
  const found = await draftOf(ctx, id, "0");
  expect(found).toMatchObject({
    reference,
    controllerId,
    draft: { flow: "to-organisation", tool: "scc-2021-914" },
  });
  const input = transferCreateSchema.parse({ ...found?.draft, controllerId });
  const { content } = valueOf(await createTransfer(ctx, input));
  expect(content.importer).toMatchObject({
    country: "MA",
    placeKind: "access",
    address: "Rabat, plateau B",
  });
  expect(content.tool).toMatchObject({ tool: "scc-2021-914", module: 2, signedOn: "2026-01-10" });
  expect((await draftOf(ctx, id, "1"))?.draft).toMatchObject({ flow: null, country: "TN", tool: "bcr" });
});

it("begins with nothing where the address names no destination of an entry for a client", async () => {
  const { id } = await makeEntry();
  const own = await makeOwnRecord(ctx);
  expect(await draftOf(ctx, id, "7")).toBeNull();
  expect(await draftOf(ctx, id, "x")).toBeNull();
  expect(await draftOf(ctx, "x", "0")).toBeNull();
  expect(await draftOf(ctx, own.id, "0")).toBeNull();
  expect(await draftOf(foreign, id, "0")).toBeNull();
});

it("refuses a tool that nobody can rely on, and a day to come, beside their fields", async () => {
  const { id: controllerId } = await makeController(ctx);
  const refused = async (stated: Record<string, string>) => {
    const input = transferCreateSchema.parse({ flow: "to-organisation", controllerId, ...stated });
    const outcome = await createTransfer(ctx, input);
    return outcome.ok || outcome.refusal.kind !== "invalid" ? outcome : outcome.refusal.issues;
  };
  expect(await refused({ tool: "privacy-shield" })).toEqual([
    { path: "tool", key: "transfer.privacyShield" },
  ]);
  expect(await refused({ tool: "scc-2021-914", signedOn: "2027-01-10" })).toEqual([
    { path: "signedOn", key: "transfer.future" },
  ]);
});
