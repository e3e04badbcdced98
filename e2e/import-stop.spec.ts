import { Client } from "pg";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeImport } from "@/prisma/factories/import";
import type { MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { expect, signIn, test } from "./fixtures";

const HEAD = "Réf.;Client;Activité confiée;Opérations réalisées";

type Held = { ownerUrl: string; org: string; statement: string; values?: unknown[] };

/** Runs a statement of the owner in a transaction that stays open during `work`, whose others wait for its locks. */
async function whileHeld({ ownerUrl, org, statement, values }: Held, work: () => Promise<void>) {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('app.org', $1, true), set_config('app.scope', 'staff', true)", [
      org,
    ]);
    await client.query(statement, values);
    await work();
  } finally {
    await client.end();
  }
}

test("a comparison that takes long is left, and nothing of it enters @multiplies", async ({
  page,
  context,
  database,
  organisation,
}) => {
  const rows = Array.from({ length: 9_000 }, (_, at) => `R-${at};Voltiris;Télévente ${at};Appels sortants`);
  const { id } = await makeImport(organisation, "long.csv", [HEAD, ...rows]);
  await signIn(context, organisation);
  const held = {
    ownerUrl: database.ownerUrl,
    org: organisation.scope.org,
    statement: "LOCK TABLE import_row IN ACCESS EXCLUSIVE MODE",
  };
  await whileHeld(held, async () => {
    await page.goto(`/${organisation.slug}/records/import/${id}?step=check`);
    await expect(page.getByRole("heading", { name: "Le fichier est comparé au registre" })).toBeVisible();
    await page.getByRole("button", { name: "Abandonner" }).click();
    await expect(page.getByRole("row", { name: /long\.csv/ })).toContainText("Abandonné");
  });
  await page.goto(`/${organisation.slug}/records/import/${id}?step=check`);
  await expect(page.getByRole("button", { name: /Enregistrer/ })).toHaveCount(0);
});

for (const javaScriptEnabled of [true, false])
  test(`a writing under way is stopped ${javaScriptEnabled ? "with" : "without"} a script, and can be begun again @multiplies`, async ({
    visitor,
    database,
    organisation,
  }) => {
    const context = await visitor({ javaScriptEnabled });
    const page = await context.newPage();
    const client = await makeController(organisation, { legalName: "Voltiris" });
    const { id } = await makeImport(organisation, "registre.csv", [HEAD, "R-1;Voltiris;Télévente;Appels"]);
    await signIn(context, organisation);
    await page.goto(`/${organisation.slug}/records/import/${id}?step=check`);
    const held = {
      ownerUrl: database.ownerUrl,
      org: organisation.scope.org,
      statement: "SELECT 1 FROM controller WHERE id = $1 FOR UPDATE",
      values: [client.id],
    };
    await whileHeld(held, async () => {
      await page.getByRole("button", { name: "Enregistrer la fiche" }).click();
      await expect(page.getByRole("heading", { name: "Écriture de l’import en cours" })).toBeVisible();
      await page.getByRole("button", { name: "Arrêter l’import" }).click();
      await expect.poll(() => isStopAsked(organisation, id)).toBe(true);
    });
    await expect(page.getByRole("button", { name: "Enregistrer la fiche" })).toBeVisible();
    await page.getByRole("button", { name: "Enregistrer la fiche" }).click();
    await expect(page.getByRole("heading", { name: "L’import est enregistré" })).toBeVisible();
  });

async function isStopAsked({ scope }: MadeOrganisation, id: string): Promise<boolean> {
  const run = await withOrg(scope, (tx) => tx.importRun.findFirst({ where: { id } }));
  return run?.stopAskedAt != null;
}
