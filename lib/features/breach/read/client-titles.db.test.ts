import { expect, it } from "vitest";
import { findTelling } from "@/lib/features/breach-notice/read/telling";
import { findOwnPeople } from "@/lib/platform/access/own-people";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeBreachFile } from "@/prisma/factories/breach-notice";
import { makeController, valueOf } from "@/prisma/factories/register";
import { add, ctx, orvelle, prepareDatabase, refused } from "@/lib/features/breach/write/mutations.fixture";

prepareDatabase();

async function makeNamed(title: string) {
  const { id: rivieres } = await makeController(ctx, { legalName: "Mutuelle des Trois Rivières" });
  const { breachId, parts } = await makeBreachFile(ctx, { controllerIds: [orvelle, rivieres] });
  await withOrg(ctx.scope, (tx) => tx.breach.updateMany({ where: { id: breachId }, data: { title } }));
  const [own, other] = parts.map(({ partId }) => partId) as [string, string];
  return { breachId, rivieres, own, other };
}
const titleOf = async (partId: string) => {
  const own = await findOwnPeople(ctx.scope.org);
  const found = await withOrg(ctx.scope, (tx) => findTelling(tx, { partId, own, now: ctx.now }));
  return found!.breach.title;
};
const rowOf = async (id: string) =>
  (await withOrg(ctx.scope, (tx) => tx.breach.findFirst({ where: { id } })))!;

it("names a breach on the sheet of one client by no words of the file's title, whoever is recognised in it", async () => {
  const { own, other } = await makeNamed("PC : les 3 Riv. et Orvelle Énergie");
  expect([await titleOf(own), await titleOf(other)]).toEqual(["", ""]);
});

it("takes a title for clients, or for one of them, that names no other", async () => {
  const { breachId, own, other, rivieres } = await makeNamed("Copie des appels d’Orvelle Énergie");
  const state = async (text: string, stated: object = {}) =>
    add(await rowOf(breachId), "client-title", { text, ...stated });
  expect(await state("Appels d’Orvelle Énergie")).toEqual(refused("text", "breach.titleNames"));
  expect(await state("Appels du serveur Orvelle")).toEqual(
    refused("areNamesConfirmed", "breach.titleMayName"),
  );
  expect(await state("mot ".repeat(40))).toEqual(refused("text", "breach.titleLength"));
  valueOf(await state("Copie d’enregistrements d’appels"));
  expect([await titleOf(own), await titleOf(other)]).toEqual([
    "Copie d’enregistrements d’appels",
    "Copie d’enregistrements d’appels",
  ]);
  // A share may name its own client, and no other.
  valueOf(await state("Vos appels, Mutuelle des Trois Rivières", { controllerId: rivieres }));
  expect(await state("Vos appels, Orvelle Énergie", { controllerId: rivieres })).toEqual(
    refused("text", "breach.titleNames"),
  );
  expect(await titleOf(other)).toBe("Vos appels, Mutuelle des Trois Rivières");
  valueOf(await state("Copie du serveur Orvelle", { areNamesConfirmed: "on" }));
  expect(await titleOf(own)).toBe("Copie du serveur Orvelle");
});
