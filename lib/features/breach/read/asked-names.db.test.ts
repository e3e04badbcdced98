import { expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeController } from "@/prisma/factories/register";
import { ctx, prepareDatabase } from "@/lib/features/breach/write/mutations.fixture";
import { askedNameFinder } from "./asked-names";
import { findNameable } from "./names";

prepareDatabase();

it("names every client that a title calls, as people call it", async () => {
  for (const legalName of ["Mutuelle des Trois Rivières", "Harbour & Finch Travel Ltd", "Réseau Hertzia SAS"])
    await makeController(ctx, { legalName });
  const find = await withOrg(ctx.scope, async (tx) => askedNameFinder(tx, [], await findNameable(tx)));
  const named = (text: string) => find(text).map(({ found }) => found);
  expect(
    named("Fichier de la Mutuelle 3R, d’H. & F. et Orvelle, de l’assureur belge et de Valmeras").toSorted(),
  ).toEqual(["3R", "H F", "Orvelle", "Valmeras", "assureur belge"]);
  expect(named("نُسخت ملفات هرتزيا وأورفيل").toSorted()).toEqual(["هرتزيا", "وأورفيل"]);
  expect(named("Copie d’enregistrements d’appels")).toEqual([]);
});
