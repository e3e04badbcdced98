import { expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { fillSection, makeContractInForce } from "@/prisma/factories/contract";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { findGroundFacts, findGrounds } from "./grounds";

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

it("binds the processor itself under the contract that says so, and under no other", async () => {
  const ctx = await makeOrganisation(database.ownerUrl, undefined, NOW);
  await withOrg(ctx.scope, (tx) => tx.organisation.updateMany({ data: { gdprBinding: "contractual-only" } }));
  const [direct, usual] = [
    await makeController(ctx, { legalName: "Orvelle SAS", country: "FR" }),
    await makeController(ctx, { legalName: "Calanques SARL", country: "FR" }),
  ];
  const { id } = await makeContractInForce(ctx, { controllerId: direct.id });
  await makeContractInForce(ctx, { controllerId: usual.id });
  const contract = await withOrg(ctx.scope, (tx) => tx.contract.findFirstOrThrow({ where: { id } }));
  await fillSection(ctx, contract, "terms", { binding: "direct_3_2" });
  const factsOf = await withOrg(ctx.scope, (tx) => findGroundFacts(tx, NOW));
  expect(factsOf(direct.id).isProcessorBound).toBe(true);
  expect(factsOf(usual.id)).toMatchObject({ isProcessorBound: false, hasContract: true });
  expect(factsOf("", "own").isProcessorBound).toBe(false);
});
