import { expect, it } from "vitest";
import { readQuestion } from "@/lib/i18n/search-question";
import { findMatches } from "@/lib/features/search/read/queries";
import { searchNoun } from "@/lib/platform/database/search";
import { withOrg } from "@/lib/platform/database/transaction";
import { updateController } from "@/lib/features/controller/write/mutations";
import { controllerUpdateSchema } from "@/lib/features/controller/schema";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { makeRequest } from "@/prisma/factories/authorisation";
import { fillSubProcessorSection, makeSubProcessor } from "@/prisma/factories/sub-processor";
import { fillTransferSection, makeTransfer } from "@/prisma/factories/transfer";
import { openDatabase } from "@/scripts/test/open-database";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

const found = (text: string) =>
  withOrg(ctx.scope, async (tx) => searchNoun(tx, "controller", await readQuestion(text)));

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

it("finds a sub-processor by the name that it had", async () => {
  const made = await makeSubProcessor(ctx, { name: "Kervoal Hosting" });
  const renamed = { name: "Nordcloud", service: "Hébergement", country: "FR" };
  await fillSubProcessorSection(ctx, made, "identity", renamed);
  const foundBelow = (text: string) =>
    withOrg(ctx.scope, async (tx) => searchNoun(tx, "sub-processor", await readQuestion(text)));
  expect(await foundBelow("Kervoal")).toEqual([made.id]);
  expect(await foundBelow("Nordcloud")).toEqual([made.id]);
});

it("finds a transfer by the name that its importer had", async () => {
  const made = await makeTransfer(ctx);
  const named = await fillTransferSection(ctx, made, "importer", { name: "Ouarzane Voix", country: "MA" });
  await fillTransferSection(ctx, named, "importer", { name: "Tilila Contact", country: "MA" });
  const foundTransfer = (text: string) =>
    withOrg(ctx.scope, async (tx) => searchNoun(tx, "transfer", await readQuestion(text)));
  expect(await foundTransfer("Ouarzane")).toEqual([made.id]);
  expect(await foundTransfer("Tilila")).toEqual([made.id]);
});

it("finds authorisations and onward transfers by every name of their sub-processor", async () => {
  const made = await makeSubProcessor(ctx, { name: "Kersaint Cloud" });
  const { id: asked } = await makeRequest(ctx, { subProcessorId: made.id });
  const onward = await makeTransfer(ctx, {
    flow: "to-sub-processor",
    subProcessorId: made.id,
  });
  await fillSubProcessorSection(ctx, made, "identity", {
    name: "Ploumel",
    service: "Hébergement",
    country: "MA",
  });
  const foundIn = (noun: "authorisation" | "transfer", text: string) =>
    withOrg(ctx.scope, async (tx) => searchNoun(tx, noun, await readQuestion(text)));
  for (const name of ["Kersaint", "Ploumel"]) {
    expect(await foundIn("authorisation", name)).toEqual([asked]);
    expect(await foundIn("transfer", name)).toEqual([onward.id]);
  }
});

it("finds a client as people call it where no row has the words", async () => {
  const { id } = await makeController(ctx, { legalName: "Harbour & Finch Ltd" });
  const {
    found: { controllers },
  } = await findMatches(ctx, "H&F", { locale: "fr" });
  expect(controllers.map((hit) => hit.id)).toEqual([id]);
});
