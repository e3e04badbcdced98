import { expect, it } from "vitest";
import { compareVersions } from "@/lib/domain/processing-record/version-changes";
import { readStoredContent } from "@/lib/domain/processing-record/stored-content";
import { planRun } from "@/lib/features/import/read/plan-run";
import { isPlanned } from "@/lib/features/import/read/plan-store";
import { commitImport } from "@/lib/features/import/write/commit";
import { openImport } from "@/lib/features/import/write/mutations";
import { recordQuerySchema } from "@/lib/features/processing-record/list-schema";
import { findRecordPage } from "@/lib/features/processing-record/read/list";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";

const DAY = "2026-11-25";
const HEAD = "Réf.;Client;Activité;Pays d’accès";

const database = await openDatabase();
const ctx = { ...(await makeOrganisation(database.ownerUrl)), now: new Date(`${DAY}T10:00:00Z`) };

async function bringIn(cell: string) {
  const bytes = new Uint8Array(Buffer.from(`${HEAD}\nP1;Voltiris SA;Appels;"${cell}"`));
  const { id } = valueOf(await openImport(ctx, { fileName: "registre.csv", bytes }));
  const made = await planRun({ scope: ctx.scope, id, today: DAY });
  if (!made || !isPlanned(made.result)) throw new Error("There is no plan.");
  valueOf(await commitImport(ctx, { id, version: 1, plan: made.result.fingerprint }));
  return withOrg(ctx.scope, async (tx) => ({
    versions: await tx.recordVersion.findMany({ orderBy: { version: "asc" } }),
    rows: await findRecordPage(tx, recordQuerySchema.parse({}), { today: DAY }),
  }));
}

it("keeps support, hosting and access apart from the cell to entry, list and history", async () => {
  const first = await bringIn("hébergement France, support Casablanca, accès Tunis");
  const stored = first.versions.map(({ snapshot }) => readStoredContent(snapshot));
  expect(stored[0]?.destinations).toMatchObject([
    { country: "FR", place: "", placeKind: "hosting" },
    { country: "MA", place: "Casablanca", placeKind: "support" },
    { country: "TN", place: "Tunis", placeKind: "access" },
  ]);
  expect(first.rows[0]?.placeKinds).toEqual([
    { country: "FR", kind: "hosting" },
    { country: "MA", kind: "support" },
    { country: "TN", kind: "access" },
  ]);

  const second = await bringIn("hébergement France, hébergement Casablanca, accès Tunis");
  const [before, after] = second.versions.map(({ snapshot }) => ({
    reference: "P1",
    controllerId: null,
    state: "draft" as const,
    stateSince: null,
    content: readStoredContent(snapshot),
  }));
  if (!before || !after) throw new Error("The second file left no version.");
  expect(compareVersions(before, after)).toMatchObject([
    { kind: "destinations", rows: [{ mark: "kept" }, { mark: "changed" }, { mark: "kept" }] },
  ]);
});
