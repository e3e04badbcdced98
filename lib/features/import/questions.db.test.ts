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
  "Réf.;Client;Activité;Pays d’accès",
  "Q1;Voltiris SA;Appels;pas le Maroc",
  "Q2;Voltiris SA;Relances;Congo",
  "Q3;Voltiris SA;Accueil;Maroc (prévu)",
  "Q4;Voltiris SA;Conseil;Tunisie",
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
  "asks before a row is written, answers many at once, and remembers the answers of a row",
  { timeout: 60_000 },
  async () => {
    const id = await open();
    const { plan } = await planned(id);
    expect(plan.tally).toMatchObject({ new: 1, "set-aside": 3 });
    const [denied, congo, later] = plan.questions.map(({ key }) => key);
    const questions = [{ key: denied, answer: "take" }, { key: congo, answer: "CD" }, { key: later }];
    valueOf(await decideImport(ctx, decisionsSchema.parse({ id, version: 1, questions, rest: "open" })));
    const answered = await planned(id);
    expect(answered.plan.tally).toMatchObject({ new: 4, "set-aside": 0 });
    expect(answered.plan.questions.map(({ answer }) => answer)).toEqual(["take", "CD", "open"]);
    valueOf(await commitImport(ctx, { id, version: 2, plan: answered.fingerprint }));
    const records = await withOrg(ctx.scope, (tx) =>
      tx.processingRecord.findMany({ orderBy: { reference: "asc" } }),
    );
    expect(records.map(({ content }) => content)).toMatchObject([
      { transferAnswer: "no", transferReason: "pas le Maroc" },
      { transferAnswer: "yes", destinations: [{ country: "CD" }] },
      { transferAnswer: "unanswered", transferText: "Maroc (prévu)", destinations: [] },
      { transferAnswer: "yes", destinations: [{ country: "TN" }] },
    ]);
    const again = await planned(await open());
    expect(again.plan.tally).toMatchObject({ unchanged: 4 });
    expect(itemAt(again.plan.questions, 0).answer).toBe("take");
  },
);
