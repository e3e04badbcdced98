import { afterAll, beforeAll } from "vitest";
import { fillExample } from "@/lib/features/example/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeDocument } from "@/prisma/factories/attachment";
import { makeContractInForce } from "@/prisma/factories/contract";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeActiveRecord, makeController, valueOf } from "@/prisma/factories/register";
import { makeRunningBreach } from "@/prisma/factories/running-breach";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { verifyZip } from "./dossier.fixture";
import { dossierSchema } from "./schema";
import { requestDossier } from "./write/mutations";

export let database: Awaited<ReturnType<typeof freshDatabase>>;
export let ctx: MadeOrganisation;
export let voltiris: { id: string };

export const verify = verifyZip;

export const ask = (asked: object = {}) =>
  requestDossier(
    ctx,
    dossierSchema.parse({ audience: "authority", recipient: "CNIL", sections: ["measures"], ...asked }),
  );

export const eventsOf = async (id: string) =>
  (
    await withOrg(ctx.scope, (tx) =>
      tx.journalText.findMany({ where: { subjectId: id }, orderBy: { seq: "asc" }, select: { event: true } }),
    )
  ).map(({ event }) => event);

export function prepareDossiers(): void {
  beforeAll(async () => {
    database = await freshDatabase();
    ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-20T10:00:00Z"));
    valueOf(await fillExample(ctx));
    voltiris = await makeController(ctx, { legalName: "Voltiris Énergies" });
    const orvelle = await makeController(ctx, { legalName: "Orvelle Cosmétiques" });
    await makeActiveRecord(ctx, { controllerId: voltiris.id, activity: "Relances" });
    await makeActiveRecord(ctx, { controllerId: orvelle.id, activity: "Fidélité" });
    const contract = await makeContractInForce(ctx, { controllerId: voltiris.id });
    await makeDocument(ctx, { noun: "contract", subjectId: contract.id });
    const other = await makeContractInForce(ctx, { controllerId: orvelle.id });
    await makeDocument(ctx, { noun: "contract", subjectId: other.id });
    await makeRunningBreach(ctx, { controllerId: voltiris.id });
    ctx = { ...ctx, now: new Date("2026-11-28T10:00:00Z") };
  }, 300_000);
  afterAll(() => database.drop());
}
