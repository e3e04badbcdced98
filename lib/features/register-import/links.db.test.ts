import { expect, it } from "vitest";
import { recordContentSchema } from "@/lib/domain/processing-record/content";
import { exportRegister } from "@/lib/features/export/write/mutations";
import { exportSchema } from "@/lib/features/export/schema";
import { saveRecordSection } from "@/lib/features/processing-record/write/mutations";
import { sectionSaveSchema } from "@/lib/features/processing-record/schema";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContractInForce } from "@/prisma/factories/contract";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { makeTransfer, fillTransferSection, SIGNED_CLAUSES } from "@/prisma/factories/transfer";
import { openDatabase } from "@/scripts/test/open-database";
import { importRegister } from "@/lib/features/register-import/write/mutations";

const database = await openDatabase();

it("says in words what links led to, in the entry and in each of its versions, where those rows are not", async () => {
  const [there, here] = [
    await makeOrganisation(database.ownerUrl),
    await makeOrganisation(database.ownerUrl),
  ];
  const { id: controllerId } = await makeController(there);
  const contract = await makeContractInForce(there, { controllerId, reference: "ORV-2026-3" });
  const begun = await makeTransfer(there, { controllerId });
  const transfer = await fillTransferSection(there, begun, "tool", SIGNED_CLAUSES);
  const { id, version } = await makeRecord(there, { controllerId });
  const save = (stated: object) => saveRecordSection(there, sectionSaveSchema.parse({ id, ...stated }));
  const linked = valueOf(await save({ version, section: "additional", contractIds: contract.id }));
  const destinations = [{ transferId: transfer.id }];
  const transfers = { section: "transfers", transferAnswer: "yes", destinations };
  valueOf(await save({ version: linked.version, ...transfers }));

  const { body } = valueOf(await exportRegister(there, there.slug, exportSchema.parse({ format: "json" })));
  const bytes = new Uint8Array(await new Response(body).arrayBuffer());
  valueOf(await importRegister(here, { fileName: "registre.json", file: new Blob([bytes]) }));
  const values = { contractIds: [], contractReference: "ORV-2026-3" };
  const destination = { transferId: null, country: "MA", instrument: "scc-2021-914", sccModule: 2 };
  const [record, versions] = await withOrg(here.scope, async (tx) => [
    await tx.processingRecord.findFirstOrThrow(),
    await tx.recordVersion.findMany({ orderBy: { version: "asc" } }),
  ]);
  expect(record).toMatchObject({
    contractIds: [],
    transferIds: [],
    countries: ["MA"],
    instruments: ["scc-2021-914:2"],
    content: { ...values, destinations: [destination] },
  });
  const contents = versions.map(({ snapshot }) => recordContentSchema.parse(snapshot));
  expect(contents.map(({ contractReference }) => contractReference)).toEqual([
    "",
    "ORV-2026-3",
    "ORV-2026-3",
  ]);
  expect(contents.at(-1)).toMatchObject({ ...values, destinations: [destination] });
});
