import { Client } from "pg";
import { expect, inject, it } from "vitest";
import { migrate } from "@/lib/platform/migrate/migrate";
import { migrationNames, projectSources } from "@/lib/platform/migrate/read-migrations";
import { bareDatabase } from "@/scripts/test/fresh-database";

const ORG = "01a20000-0000-7000-8000-000000000001";
const THE_WHOLE = "20261125114000_organisation";

it("an organisation of before keeps what was typed: its sites by country, its representative, its reason", async () => {
  const database = await bareDatabase();
  const { secret } = inject("testCluster");
  const names = migrationNames(projectSources.migrations);
  const only = names.filter((name) => name < THE_WHOLE);
  await migrate(database.ownerUrl, { secret }, { ...projectSources, only });
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query("SELECT set_config('app.org', $1, false), set_config('app.scope', 'staff', false)", [
    ORG,
  ]);
  await owner.query(
    `INSERT INTO organisation (id, slug, legal_name, country, eu_representative_reason, site_countries, created_at, updated_at)
     VALUES ($1, 'nejma', 'Nejma', 'MA', 'Sans objet', '{MA,FR}', now(), now())`,
    [ORG],
  );
  await owner.query("SELECT set_config('app.org', '', false)");

  await migrate(database.ownerUrl, { secret });
  const { rows } = await owner.query("SELECT * FROM organisation");
  const blank = { name: "", address: "", city: "", activity: "", people: null };
  expect(rows).toMatchObject([
    {
      site_countries: ["MA", "FR"],
      sites: [
        { ...blank, country: "MA" },
        { ...blank, country: "FR" },
      ],
      eu_representative_reason: "Sans objet",
      eu_representative_exemption: "other",
      tools: [],
      turnover_currency: "EUR",
      logo_id: null,
    },
  ]);
  await owner.end();
  await database.drop();
});
