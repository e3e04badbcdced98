import { expect, it } from "vitest";
import { measureRetireSchema } from "@/lib/features/measure/schema";
import { retireMeasure } from "@/lib/features/measure/write/mutations";
import { makeMeasure, nameMeasures } from "@/prisma/factories/measure";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeActiveRecord, makeController, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { makeVerified } from "./dossier.fixture";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

const REASON = "Remplacée par le nouveau plan de numéros";

it("states to an authority why a measure is no longer in use, and to a controller that it is not", async () => {
  const { id: controllerId } = await makeController(ctx);
  const record = await makeActiveRecord(ctx, { controllerId });
  const { id, version } = await makeMeasure(ctx, { title: "Numéros masqués" });
  await nameMeasures(ctx, record, [id]);
  const retired = measureRetireSchema.parse({ id, version, reason: REASON, confirmed: "on" });
  valueOf(await retireMeasure(ctx, retired));
  const tableFor = async (asked: object) => {
    const files = await makeVerified(ctx, { sections: ["measures"], ...asked });
    return [...files].find(([path]) => path.endsWith("measures.csv"))?.[1].toString("utf8") ?? "";
  };
  expect(await tableFor({})).toContain(`non, motif\u00a0: ${REASON}`);
  const told = await tableFor({ audience: "controller", recipient: "x", controllerIds: [controllerId] });
  expect(told).toContain("Numéros masqués");
  expect(told).not.toContain(REASON);
});
