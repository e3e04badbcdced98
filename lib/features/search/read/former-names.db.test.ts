import { expect, it } from "vitest";
import { searchTerms } from "@/lib/domain/search/terms";
import { searchNoun } from "@/lib/platform/database/search";
import { withOrg } from "@/lib/platform/database/transaction";
import { updateController } from "@/lib/features/controller/write/mutations";
import { controllerUpdateSchema } from "@/lib/features/controller/schema";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

const found = (text: string) => withOrg(ctx.scope, (tx) => searchNoun(tx, "controller", searchTerms(text)));

it("finds a client by the name that it had, and by the one that a source writes", async () => {
  const { id, version } = await makeController(ctx, { legalName: "Valmeras Énergie" });
  const renamed = controllerUpdateSchema.parse({ id, version, legalName: "Solenor", country: "FR" });
  valueOf(await updateController(ctx, renamed));
  expect(await found("Valmeras")).toEqual([id]);
  await withOrg(ctx.scope, (tx) =>
    tx.controllerSpelling.create({
      data: { orgId: ctx.scope.org, spelling: "SNR Groupe", controllerId: id, createdAt: ctx.now },
    }),
  );
  expect(await found("SNR")).toEqual([id]);
  expect(await found("Solenor")).toEqual([id]);
});
