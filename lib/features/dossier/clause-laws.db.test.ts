import { expect, it } from "vitest";
import { makeContractInForce } from "@/prisma/factories/contract";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { makeVerified, rowsOf } from "./dossier.fixture";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

it("cites each clause by the laws of its client", async () => {
  const seats = { MA: "Zellij Banque", CH: "Lémanis", GB: "Harbour", FR: "Nordalia" };
  for (const [country, legalName] of Object.entries(seats)) {
    const { id: controllerId } = await makeController(ctx, { legalName, country });
    await makeContractInForce(ctx, { controllerId });
  }
  const files = await makeVerified(ctx, { audience: "authority", recipient: "CNDP", sections: ["clauses"] });
  const table = files.get("02-clauses/clauses.csv")!.toString("utf8");
  const cited = (client: string) =>
    table
      .split("\n")
      .filter((line) => line.includes(client))
      .join("\n");
  expect(cited("Zellij Banque")).toMatch(/art\.\s23\(3\)[^;]* loi 09‑08/);
  expect(cited("Lémanis")).toMatch(/art\.\s9\(1\) LPD suisse/);
  expect(cited("Harbour")).toMatch(/art\.\s28\(3\) UK GDPR/);
  expect(cited("Nordalia")).toMatch(/art\.\s28\(3\)\(a\), 29, 32\(4\) RGPD/);
  for (const row of rowsOf(files, "02-clauses/clauses.json"))
    expect(row).toMatchObject({ provisions: expect.arrayContaining([expect.anything()]) });
});
