import { afterAll, beforeAll, expect, it } from "vitest";
import { registerFollowers } from "@/lib/features/reassessment/write/follow";
import type { StaffCtx } from "@/lib/platform/request/context";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContractInForce } from "@/prisma/factories/contract";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { makeTransfer, fillTransferSection, SIGNED_CLAUSES } from "@/prisma/factories/transfer";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { findRun } from "@/lib/features/import/read/queries";
import { commitImport } from "@/lib/features/import/write/commit";
import { openImport } from "@/lib/features/import/write/mutations";
import { previewRun } from "@/lib/features/import/read/preview.fixture";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: StaffCtx;

beforeAll(async () => {
  registerFollowers();
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
});
afterAll(() => database.drop());

const HEAD = "Réf.;Client;Activité confiée;Pays d'accès;Garanties;Contrat";

async function open(row: string) {
  const bytes = new Uint8Array(Buffer.from([HEAD, row].join("\r\n")));
  const { id } = valueOf(await openImport(ctx, { fileName: "registre.csv", bytes }));
  const { version, preview } = await withOrg(ctx.scope, async (tx) => {
    const run = (await findRun(tx, id))!;
    const day = ctx.now.toISOString().slice(0, 10);
    return { version: run.version, preview: (await previewRun(tx, run, day))! };
  });
  return { plan: preview.plan, commit: { id, version, plan: preview.fingerprint } };
}

const entry = (reference: string) =>
  withOrg(ctx.scope, (tx) => tx.processingRecord.findFirstOrThrow({ where: { reference } }));

/** Client with a contract in force and a signed transfer to Morocco. */
async function makeClient(legalName: string, reference: string) {
  const { id: controllerId } = await makeController(ctx, { legalName });
  const contract = await makeContractInForce(ctx, { controllerId, reference });
  const transfer = await makeTransfer(ctx, { controllerId });
  return { contract, transfer: await fillTransferSection(ctx, transfer, "tool", SIGNED_CLAUSES) };
}

it("links what a file names in words, as its preview shows, and leaves it linked when a cell changes", async () => {
  const { contract, transfer } = await makeClient("Mutuelle des Trois Rivières", "M3R-2022-07");
  const first = await open("A-1;Mutuelle des Trois Rivières;Accueil;Maroc;CCT 2021/914 module 2;m3r 22/07");
  expect(first.plan.rows).toMatchObject([{ fate: "new", linked: ["M3R-2022-07", transfer.reference] }]);
  valueOf(await commitImport(ctx, first.commit));
  expect(await entry("A-1")).toMatchObject({
    contractIds: [contract.id],
    transferIds: [transfer.id],
    instruments: ["scc-2021-914:2"],
    content: { contractReference: "m3r 22/07" },
  });

  const changed = await open("A-1;Mutuelle des Trois Rivières;Accueil;Maroc;BCR;m3r 22/07");
  expect(changed.plan.rows).toMatchObject([{ fate: "changed", linked: [] }]);
  valueOf(await commitImport(ctx, changed.commit));
  const after = await entry("A-1");
  // The linked row wins; differing words of the file remain beside it, as a gap.
  expect(after).toMatchObject({
    version: 2,
    contractIds: [contract.id],
    transferIds: [transfer.id],
    instruments: ["scc-2021-914:2"],
    content: { destinations: [{ instrument: "bcr", transferId: transfer.id }] },
  });
  expect(after.gapCodes).toContain("ADV-link");
});

it("writes no link that was not in the preview: a row that comes between is looked at first", async () => {
  const { transfer } = await makeClient("Clinique des Saules", "CSA-2026");
  const run = await open("A-2;Clinique des Saules;Rendez-vous;Maroc;CCT 2021/914 module 2;");
  expect(run.plan.rows).toMatchObject([{ linked: [transfer.reference] }]);
  const { controllerId } = await withOrg(ctx.scope, (tx) =>
    tx.transfer.findUniqueOrThrow({ where: { id: transfer.id } }),
  );
  const other = await makeTransfer(ctx, { controllerId: controllerId! });
  await fillTransferSection(ctx, other, "tool", SIGNED_CLAUSES);
  expect(await commitImport(ctx, run.commit)).toMatchObject({
    refusal: { issues: [{ key: "planChanged" }] },
  });
});
