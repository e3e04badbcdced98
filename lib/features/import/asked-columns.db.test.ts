import { expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { findRunHead } from "@/lib/features/import/read/queries";
import { planRun } from "@/lib/features/import/read/plan-run";
import { isPlanned } from "@/lib/features/import/read/plan-store";
import { ASK_TARGET, columnsSchema } from "@/lib/features/import/schema";
import { commitImport } from "@/lib/features/import/write/commit";
import { mapColumns, openImport } from "@/lib/features/import/write/mutations";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";

const DAY = "2026-11-25";
const FILE = "Réf.;Client;Activité;Pays\r\nC1;Voltiris SA;Appels;Maroc";

const database = await openDatabase();
const ctx = { ...(await makeOrganisation(database.ownerUrl)), now: new Date(`${DAY}T10:00:00Z`) };

const open = async () =>
  valueOf(await openImport(ctx, { fileName: "registre.csv", bytes: new Uint8Array(Buffer.from(FILE)) })).id;
const columnsOf = async (id: string) =>
  (await withOrg(ctx.scope, (tx) => findRunHead(tx, id)))?.mapping ?? [];

async function planned(id: string) {
  const made = await planRun({ scope: ctx.scope, id, today: DAY });
  if (!made || !isPlanned(made.result)) throw new Error("There is no plan.");
  return made.result;
}

it(
  "asks what an ambiguous head means before anything is written, and remembers it",
  { timeout: 60_000 },
  async () => {
    const id = await open();
    expect((await columnsOf(id))[3]).toMatchObject({
      target: "note",
      asked: ["controllerCountry", "transfer", "sites"],
    });
    const before = await planned(id);
    expect(before.plan.rows[0]?.content).toMatchObject({
      transferAnswer: "unanswered",
      notes: "Pays : Maroc",
    });
    expect(await commitImport(ctx, { id, version: 1, plan: before.fingerprint })).toMatchObject({
      refusal: { issues: [{ path: "", key: "columnsAsked" }] },
    });
    const targets = ["reference", "controllerName", "activity"] as const;
    const map = (last: string) =>
      mapColumns(ctx, columnsSchema.parse({ id, version: 1, targets: [...targets, last] }));
    expect(await map(ASK_TARGET)).toMatchObject({
      refusal: { issues: [{ path: "targets.3", key: "columnAsked" }] },
    });
    valueOf(await map("transfer"));
    const after = await planned(id);
    expect(after.plan.rows[0]?.content.destinations).toMatchObject([{ country: "MA" }]);
    valueOf(await commitImport(ctx, { id, version: 2, plan: after.fingerprint }));
    expect((await columnsOf(await open()))[3]).toEqual({ column: 3, header: "Pays", target: "transfer" });
  },
);
