import { expect, it } from "vitest";
import { gapProvisions } from "@/lib/domain/obligation/gap-ground";
import { fillExample } from "@/lib/features/example/write/mutations";
import { findGroundFacts } from "@/lib/features/obligation/read/grounds";
import { withOrg } from "@/lib/platform/database/transaction";
import { readerFor } from "@/lib/platform/read/reader";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeActiveRecord, makeController, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { readFigures } from "./current";
import { countFindings } from "./findings";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
valueOf(await fillExample(ctx));
const { at, codes } = await readFigures(ctx.scope, ctx.now);

it("names for each gap exactly the parties whose lists hold its lines", async () => {
  expect(codes.length).toBeGreaterThan(10);
  await withOrg(ctx.scope, async (tx) => {
    for (const { duty, code, lacking, parties } of codes) {
      const counts = await Promise.all(
        parties.map((controllerId) => countFindings(tx, { duty, code, controllerId }, at)),
      );
      expect(Math.min(...counts), `${duty} ${code}`).toBeGreaterThan(0);
      expect(
        counts.reduce((sum, count) => sum + count, 0),
        `${duty} ${code}`,
      ).toBe(lacking);
    }
  });
});

it("names the law of each client, and of the organisation what binds it", async () => {
  const { id: moroccan } = await makeController(ctx, { legalName: "Aman", country: "MA" });
  const { id: british } = await makeController(ctx, { legalName: "Harbour", country: "GB" });
  await makeActiveRecord(ctx, { controllerId: moroccan });
  const factsOf = await findGroundFacts(readerFor(ctx.scope), ctx.now);
  const none = [{ duty: "contract" as const, code: "none" }];
  expect(gapProvisions(none, factsOf(british))).toContainEqual({ source: "uk-gdpr", article: "28(3)" });
  expect(gapProvisions(none, factsOf(moroccan)).map(({ source }) => source)).toContain("law0908");
  expect(gapProvisions(none, factsOf(moroccan)).map(({ source }) => source)).not.toContain("gdpr");
  const own = gapProvisions([{ duty: "register", code: "REG1-c" }], factsOf("", "own"));
  expect(own.map(({ source }) => source)).toEqual(["own"]);
});
