import { afterAll, beforeAll } from "vitest";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { remindOfObligations } from "./mutations";

export let database: Awaited<ReturnType<typeof freshDatabase>>;
export let ctx: MadeOrganisation;
export let foreign: MadeOrganisation;

/** Gives the file that calls it a database of its own. */
export function prepareDatabase() {
  beforeAll(async () => {
    database = await freshDatabase();
    ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-06-01T10:00:00Z"));
    foreign = await makeOrganisation(database.ownerUrl);
  });
  afterAll(() => database.drop());
}

export const remind = async (day: string, org = ctx.scope.org) =>
  valueOf(await remindOfObligations(jobContext("contract-reminder", org, new Date(`${day}T08:00:00Z`))));
