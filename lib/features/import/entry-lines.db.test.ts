import { expect, it } from "vitest";
import { itemAt } from "@/lib/domain/invariant/required";
import { planRun } from "@/lib/features/import/read/plan-run";
import { isPlanned } from "@/lib/features/import/read/plan-store";
import { decisionsSchema } from "@/lib/features/import/schema";
import { commitImport } from "@/lib/features/import/write/commit";
import { decideImport, openImport } from "@/lib/features/import/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";

const DAY = "2026-11-25";
const FILE = [
  "Réf.;Client;Activité;Données traitées;Pays d’accès",
  "L1;Voltiris SA;Appels;Nom;Maroc",
  ";;;Adresse;Tunisie",
  ";;;Téléphone;",
  "L2;Voltiris SA;Relances;Nom;",
].join("\n");

const database = await openDatabase();
const ctx = { ...(await makeOrganisation(database.ownerUrl)), now: new Date(`${DAY}T10:00:00Z`) };

const open = async () =>
  valueOf(await openImport(ctx, { fileName: "registre.csv", bytes: new Uint8Array(Buffer.from(FILE)) })).id;

async function planned(id: string) {
  const made = await planRun({ scope: ctx.scope, id, today: DAY });
  if (!made || !isPlanned(made.result)) throw new Error("There is no plan.");
  return made.result;
}

it(
  "joins the lines of an entry only when asked, takes it back, and remembers it",
  { timeout: 60_000 },
  async () => {
    const id = await open();
    const { plan } = await planned(id);
    expect(plan.rows.map(({ reason }) => reason)).toEqual(["question", "question", "question", null]);
    const { key } = itemAt(plan.questions, 0);
    let version = 0;
    const answer = async (stated: string) => {
      version += 1;
      const questions = [{ key, answer: stated }];
      valueOf(await decideImport(ctx, decisionsSchema.parse({ id, version, questions })));
      return planned(id);
    };
    const joined = await answer("take");
    expect(joined.plan.tally).toMatchObject({ new: 2, "set-aside": 0 });
    expect(joined.plan.questions.map((one) => one.answer)).toEqual(["take"]);
    const apart = await answer("open");
    expect(apart.plan.rows.map(({ reason }) => reason)).toEqual([
      null,
      "no-controller",
      "no-controller",
      null,
    ]);
    const again = await answer("take");
    valueOf(await commitImport(ctx, { id, version: version + 1, plan: again.fingerprint }));
    const records = await withOrg(ctx.scope, (tx) =>
      tx.processingRecord.findMany({ orderBy: { reference: "asc" } }),
    );
    expect(records.map(({ reference, content }) => [reference, content])).toMatchObject([
      [
        "L1",
        {
          activity: "Appels",
          dataCategories: ["Nom", "Adresse", "Téléphone"],
          destinations: [{ country: "MA" }, { country: "TN" }],
        },
      ],
      ["L2", { activity: "Relances" }],
    ]);
    const second = await planned(await open());
    expect(second.plan.tally).toMatchObject({ unchanged: 2, "set-aside": 0 });
    expect(second.plan.questions.map((one) => one.answer)).toEqual(["take"]);
  },
);
