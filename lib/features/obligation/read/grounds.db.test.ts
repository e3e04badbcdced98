import { expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContractInForce } from "@/prisma/factories/contract";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { findGrounds } from "./grounds";

const NOW = new Date("2026-11-24T10:00:00Z");
const database = await openDatabase();

it("owes each client’s duties by its laws and its contract, and what is nobody’s by the first of all", async () => {
  const ctx = await makeOrganisation(database.ownerUrl, undefined, NOW);
  const stated = { targeting: "no" } as const;
  const french = await makeController(ctx, { legalName: "Orvelle SAS", country: "FR" });
  const moroccan = await makeController(ctx, { legalName: "Assurances Atlas", country: "MA", ...stated });
  const bound = await makeController(ctx, { legalName: "Banque du Souss", country: "MA", ...stated });
  await makeContractInForce(ctx, { controllerId: bound.id });
  const groundOf = await withOrg(ctx.scope, (tx) => findGrounds(tx, NOW));
  const told = (of: { id: string } | null) =>
    groundOf({ kind: "breach.tell", controller: of && { id: of.id, name: "" } }).provisions;
  expect(told(french)).toEqual([{ source: "gdpr", article: "33(2)" }]);
  expect(told(moroccan)).toEqual([{ source: "own", article: "" }]);
  expect(told(bound)).toEqual([{ source: "contract", article: "" }]);
  expect(told(null)).toEqual([{ source: "gdpr", article: "33(2)" }]);
});
