import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Tx } from "@/lib/platform/database/transaction";
import { makeCollection, makeConsentFile } from "@/prisma/factories/consent";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { countReadRows } from "@/scripts/test/count-read-rows";
import { freshDatabase, type FreshDatabase } from "@/scripts/test/fresh-database";
import { holdStatistics, seedChoices, STALE_STATISTICS } from "@/scripts/test/seed-choices";
import { insertConsents } from "@/lib/features/choice/write/consent-lines";
import { findChoicesOfPersons } from "./choices-of-persons";
import { countHolding } from "./collections";
import { findConsentGroups } from "./consents";

const NOW = new Date("2026-11-28T09:00:00Z");
const PEOPLE = 3_000;
/** Reads of one row of a large file, at most; where each of its rows reads all others it would be thousands. */
const READS = 6;

describe.each(STALE_STATISTICS)("right after a large file, with statistics %s,", (state) => {
  let database: FreshDatabase;
  let ctx: MadeOrganisation;
  let place: { controllerId: string; collectionId: string; fileId: string };
  beforeAll(async () => {
    database = await freshDatabase({ isNew: true });
    ctx = { ...(await makeOrganisation(database.ownerUrl)), now: NOW };
    const { id: controllerId } = await makeController(ctx);
    const { id: collectionId } = await makeCollection(ctx, { controllerId });
    const lines = ["0612345678;01/10/2026;30/09/2027;FORM-1"];
    const { id: fileId } = await makeConsentFile(ctx, collectionId, lines);
    place = { controllerId, collectionId, fileId };
    await holdStatistics(database, state);
    await seedChoices(database, ctx.scope, PEOPLE);
  });
  afterAll(() => database.drop());

  const at = NOW.getTime();
  it("as many consents hold as were written", async () => {
    let holding: unknown;
    const asked = { at, day: "2026-11-28" };
    await countReadRows(ctx.scope, async (tx) => {
      holding = await countHolding(tx, [place.collectionId], asked);
    });
    const counted = { collectionId: place.collectionId, today: PEOPLE + 1, later: PEOPLE + 1 };
    expect(holding).toEqual([{ ...counted, ends: "2027-09-30" }]);
  });

  it.each<[string, (tx: Tx) => Promise<unknown>]>([
    ["the consents that hold", (tx) => countHolding(tx, [place.collectionId], { at, day: "2026-11-28" })],
    ["the groups of a campaign", (tx) => findConsentGroups(tx, { ...place, purpose: "", at })],
    [
      "the choices of some persons",
      (tx) => findChoicesOfPersons(tx, new Set(["ab", "cd"]), { ...place, act: "telephone", at }),
    ],
    [
      "a next file",
      (tx) =>
        insertConsents(tx, ctx, manyLines(), {
          ...place,
          places: { countries: ["FR"] },
          countryColumn: "" as const,
          purpose: "",
          columns: COLUMNS,
          answers: { answers: [], beside: [], denials: [] },
        }),
    ],
  ])("%s are read in some visits of each row", async (_, read) => {
    expect(await countReadRows(ctx.scope, read)).toBeLessThan(READS * PEOPLE);
  });
});

const COLUMNS = { number: 0, givenOn: 1, validUntil: 2, proof: 3 };

/** Lines of two batches. */
async function* manyLines() {
  for (let line = 1; line <= 1_000; line += 1)
    yield { line, cells: [`06${10_000_000 + line}`, "01/10/2026", "30/09/2027", "FORM"] };
}
