import { afterAll, beforeAll, expect, it } from "vitest";
import { readQuestion } from "@/lib/i18n/search-question";
import { breachBeginSchema } from "@/lib/features/breach/schema";
import { beginBreach } from "@/lib/features/breach/write/mutations";
import { searchNoun } from "@/lib/platform/database/search";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { breachQuerySchema, countBreachViews, findBreachPage } from "./list";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-24T16:42:00Z"));
  for (const [what, isDrill] of [
    ["Export d’appels au mauvais destinataire", ""],
    ["Poste volé à Casablanca", ""],
    ["Exercice : poste volé", "on"],
  ])
    valueOf(await beginBreach(ctx, breachBeginSchema.parse({ what, awareness: "unknown", isDrill })));
});
afterAll(() => database.drop());

/** Titles of a page of the list, and the counts of its views. */
const list = (search: Record<string, string>) =>
  withOrg(ctx.scope, async (tx) => {
    const query = breachQuerySchema.parse(search);
    const ids = await searchNoun(tx, "breach", await readQuestion(query.q));
    const rows = await findBreachPage(tx, query, ids);
    return { titles: rows.map(({ title }) => title), counts: await countBreachViews(tx, ids) };
  });

it.each([
  [{}, ["Poste volé à Casablanca", "Export d’appels au mauvais destinataire"]],
  [{ q: "poste vole" }, ["Poste volé à Casablanca"]],
  [{ q: "poste vole", view: "drills" }, ["Exercice : poste volé"]],
  [{ q: "poste vole", view: "closed" }, []],
  [{ q: "v-2026-001" }, ["Export d’appels au mauvais destinataire"]],
])("%o lists %o", async (search: Record<string, string>, titles) =>
  expect((await list(search)).titles.toSorted()).toEqual(titles.toSorted()),
);

it("counts in each view what answers the question", async () => {
  expect((await list({ q: "poste vole" })).counts).toMatchObject({ running: 1, drills: 1, closed: 0 });
});
