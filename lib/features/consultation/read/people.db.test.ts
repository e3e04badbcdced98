import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { itemAt } from "@/lib/domain/invariant/required";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import { makeAnswered } from "@/prisma/factories/consultation";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { countReadRows } from "@/scripts/test/count-read-rows";
import { freshDatabase, type FreshDatabase } from "@/scripts/test/fresh-database";
import { holdStatistics, seedChoices, STALE_STATISTICS } from "@/scripts/test/seed-choices";
import { countAnswers, countPeople, countPeopleAt, findPeople, peopleQuerySchema } from "./people";

const NOW = new Date("2026-11-28T09:00:00Z");
const PEOPLE = 3_000;
/** Reads of one person, at most; where each reads the choices of all others it would be thousands. */
const READS = 6;

describe.each(STALE_STATISTICS)("right after a large file, with statistics %s,", (state) => {
  let database: FreshDatabase;
  let ctx: MadeOrganisation;
  let id: string;
  beforeAll(async () => {
    database = await freshDatabase({ isNew: true });
    ctx = { ...(await makeOrganisation(database.ownerUrl)), now: NOW };
    await makeAnswered(ctx, { controllerId: (await makeController(ctx)).id });
    const found = await withOrg(ctx.scope, (tx) => tx.consultation.findMany({ select: { id: true } }));
    id = itemAt(found, 0).id;
    await holdStatistics(database, state);
    await seedChoices(database, ctx.scope, PEOPLE);
  });
  afterAll(() => database.drop());

  it.each<[string, (tx: Tx) => Promise<unknown>]>([
    ["the persons of a consultation", (tx) => countPeople(tx, id)],
    ["those of an instant", (tx) => countPeopleAt(tx, id, NOW)],
    ["their answers", (tx) => countAnswers(tx, id)],
    ["a page of them", (tx) => findPeople(tx, id, peopleQuerySchema.parse({}))],
  ])("%s are read in some visits of each row", async (_, read) => {
    expect(await countReadRows(ctx.scope, read)).toBeLessThan(READS * PEOPLE);
  });
});
