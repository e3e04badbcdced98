import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { updateController } from "@/lib/features/controller/write/mutations";
import { controllerUpdateSchema } from "@/lib/features/controller/schema";
import type { StaffCtx } from "@/lib/platform/request/context";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeIssuedNotice } from "@/prisma/factories/breach";
import { makeContract } from "@/prisma/factories/contract";
import { makeInstruction } from "@/prisma/factories/instruction";
import { insertAuthorisation } from "@/prisma/factories/authorisation-row";
import { makeCallScript } from "@/prisma/factories/call-script";
import { makeCampaign } from "@/prisma/factories/campaign";
import { makeConsultation } from "@/prisma/factories/consultation";
import { adoptMeasure } from "@/prisma/factories/measure";
import { makeContact } from "@/prisma/factories/contact";
import { makeQueuedDossier } from "@/prisma/factories/dossier";
import { makeWork } from "@/prisma/factories/dpo-work";
import { countFindings } from "@/lib/features/compliance/read/findings";
import { findJudgedAt } from "@/lib/features/compliance/read/judged-at";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeActiveRecord, makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { makeSubProcessor, fillSubProcessorSection } from "@/prisma/factories/sub-processor";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { nothingFound } from "@/lib/domain/search/found";
import { findMatches as findIn } from "./queries";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  const energy = await makeController(ctx, { legalName: "Énergie Cœur de Loire" });
  await makeRecord(ctx, { controllerId: energy.id, activity: "Téléprospection" });
  await makeRecord(ctx, { controllerId: energy.id, activity: "Relance des impayés, 100 % à l’écrit" });
});
afterAll(() => database.drop());

const findMatches = async (of: StaffCtx, question: string) =>
  (await findIn(of, question, { locale: "fr" })).found;
const references = async (question: string, of = ctx) =>
  (await findMatches(of, question)).records.map(({ reference }) => reference);

describe("findMatches", () => {
  it.each([
    ["teleprospection", ["T-001"]],
    ["ÉNERGIE impayes", ["T-002"]],
    ["t-002", ["T-002"]],
    ["coeur", ["T-001", "T-002"]],
    ["l'ecrit", ["T-002"]],
    ["100 %", ["T-002"]],
    ["_", []],
    ["z", []],
    ["zq", []],
    ["zqx", []],
    ["zqxw", []],
    ["energie rien", []],
    ["   ", []],
    ["teleprospectoin", ["T-001"]],
    ["impayé enrgie", ["T-002"]],
  ])("%j finds %j", async (question, found) => expect(await references(question)).toEqual(found));

  it("finds controllers by any word of their name", async () => {
    const { controllers } = await findMatches(ctx, "loire coeur");
    expect(controllers).toMatchObject([{ id: expect.any(String), name: "Énergie Cœur de Loire", mark: "" }]);
  });

  it("finds contracts by their reference, their title and whose they are", async () => {
    const controller = await makeController(ctx, { legalName: "Papeteries du Scorff" });
    const stated = { controllerId: controller.id, reference: "PS-12", title: "Convention de rappel" };
    const { id } = await makeContract(ctx, stated);
    for (const asked of ["ps-12", "convention rappel", "papeteries scorff"])
      expect((await findMatches(ctx, asked)).contracts).toMatchObject([
        {
          path: `/contracts/${id}`,
          reference: "PS-12",
          name: "Convention de rappel",
          aside: "Papeteries du Scorff",
        },
      ]);
  });

  it("finds instructions by their number, their words and whose they are, under a new name too", async () => {
    const { id: controllerId } = await makeController(ctx, { legalName: "Minoterie Bréval" });
    const text = "Rappelez les dossiers incomplets sous deux jours.";
    const { id, number } = await makeInstruction(ctx, { controllerId, text });
    const row = { id, reference: number, name: text, aside: "Minoterie Bréval" };
    for (const asked of [number, "rappelez incomplets", "breval dossiers"])
      expect((await findMatches(ctx, asked)).instructions).toMatchObject([row]);
    const renamed = { id: controllerId, version: 1, legalName: "Moulins du Scorff" };
    valueOf(await updateController(ctx, controllerUpdateSchema.parse(renamed)));
    expect((await findMatches(ctx, "moulins incomplets")).instructions).toMatchObject([{ id }]);
  });

  it("finds authorisations by their reference, by whose word they are and about whom, under new names too", async () => {
    const controller = await makeController(ctx, { legalName: "Scierie du Blavet" });
    const subProcessor = await makeSubProcessor(ctx, { name: "Relais Transcription" });
    const stated = { controllerId: controller.id, subProcessor, state: "approved" };
    const { id, reference } = await insertAuthorisation(ctx, stated);
    const row = { id, reference, name: "Relais Transcription", aside: "Scierie du Blavet" };
    for (const asked of [reference, "relais blavet", `scierie ${reference}`])
      expect((await findMatches(ctx, asked)).authorisations).toMatchObject([row]);

    await fillSubProcessorSection(ctx, subProcessor, "identity", { name: "Ouessant Écrit" });
    const renamed = { id: controller.id, version: 1, legalName: "Menuiseries Réunies" };
    valueOf(await updateController(ctx, controllerUpdateSchema.parse(renamed)));
    expect((await findMatches(ctx, "menuiseries ouessant")).authorisations).toMatchObject([{ id }]);
    expect((await findMatches(ctx, "blavet")).authorisations).toEqual([]);
    // A name that it had calls the same sub-processor.
    expect((await findMatches(ctx, "relais")).authorisations).toMatchObject([{ id }]);
  });

  it("finds authorisations by what was asked in them, and says where the words stand", async () => {
    const { id: controllerId } = await makeController(ctx, { legalName: "Forges du Trégor" });
    const subProcessor = await makeSubProcessor(ctx, { name: "Dictée Claire" });
    const { id } = await insertAuthorisation(ctx, { controllerId, subProcessor, state: "approved" });
    const asked = (await findMatches(ctx, "vous demandons")).authorisations.find((one) => one.id === id);
    expect(asked?.where?.text).toContain("demandons");
  });

  it("keeps a word longer than a key of the index, and finds what stands beside it", async () => {
    const { id: controllerId } = await makeController(ctx, { legalName: "Tannerie Lozach" });
    const text = `Reprenez ${"é".repeat(1500)} puis quernéviec.`;
    const { id } = await makeInstruction(ctx, { controllerId, text });
    expect((await findMatches(ctx, "querneviec")).instructions).toMatchObject([{ id }]);
  });

  it("finds breaches by their reference, their words and whom they touch, the real ones first", async () => {
    const { id: controllerId } = await makeController(ctx, { legalName: "Faïencerie du Léguer" });
    const { breachId: drill } = await makeIssuedNotice(ctx, { controllerId, isDrill: true });
    const { breachId } = await makeIssuedNotice(ctx, { controllerId });
    const { reference } = await withOrg(ctx.scope, (tx) =>
      tx.breach.update({ where: { id: breachId }, data: { updatedAt: ctx.now } }),
    );
    await withOrg(ctx.scope, (tx) =>
      tx.breach.update({ where: { id: drill }, data: { updatedAt: ctx.now } }),
    );
    const row = { id: breachId, reference, name: "Export envoyé au mauvais destinataire", mark: "" };
    expect((await findMatches(ctx, reference)).breaches).toMatchObject([row]);
    for (const asked of ["faiencerie leguer", "mauvais destinataire", "appels export"])
      expect((await findMatches(ctx, asked)).breaches).toMatchObject([row, { id: drill, mark: "drill" }]);
  });

  it("finds what has no document by its name: dossiers, measures, contacts, members, work of the DPO", async () => {
    const { id: controllerId } = await makeController(ctx, { legalName: "Voilerie du Trieux" });
    const work = await makeWork(ctx, "training");
    const measure = await adoptMeasure(ctx, "two-factors");
    const dossier = await makeQueuedDossier(ctx);
    const contact = await makeContact(ctx, { controllerId });
    const { recipient } = await withOrg(ctx.scope, (tx) =>
      tx.dossier.findFirstOrThrow({ where: { id: dossier } }),
    );
    const { reference } = await withOrg(ctx.scope, (tx) => tx.dpoWork.findFirstOrThrow());
    expect((await findMatches(ctx, reference)).work).toMatchObject([
      { path: `/dpo/trainings/${work.id}`, mark: "training" },
    ]);
    expect((await findMatches(ctx, "double authentification")).measures).toMatchObject([{ id: measure.id }]);
    expect((await findIn(ctx, "two factors", { locale: "en" })).found.measures).toMatchObject([
      { id: measure.id },
    ]);
    expect((await findMatches(ctx, recipient)).dossiers).toMatchObject([{ path: `/dossiers/${dossier}` }]);
    expect((await findMatches(ctx, contact.email)).contacts).toMatchObject([
      { path: `/controllers/${controllerId}` },
    ]);
    expect((await findMatches(ctx, ctx.actor.name)).members).toMatchObject([{ name: ctx.actor.name }]);
  });

  it("finds what belongs to calls by its title, its reference or whose it is, and never by a number", async () => {
    const own = await makeOrganisation(database.ownerUrl);
    const { id: controllerId } = await makeController(own, { legalName: "Corderie du Léguer" });
    const campaign = await makeCampaign(own, { controllerId, title: "Câbles, printemps" });
    const script = await makeCallScript(own, { controllerId, title: "Accueil des câbles" });
    const consultation = await makeConsultation(own, { controllerId, title: "Câbles et Sénégal" });
    const { telephone } = await findMatches(own, "cables");
    expect(telephone.map(({ id, mark }) => [id, mark])).toEqual(
      expect.arrayContaining([
        [campaign.id, "campaign"],
        [script.id, "call-script"],
        [consultation.id, "consultation"],
      ]),
    );
    expect((await findMatches(own, campaign.reference)).telephone).toMatchObject([
      { path: `/telephone/campaigns/${campaign.id}`, aside: "Corderie du Léguer" },
    ]);
    expect((await findMatches(own, "corderie")).telephone).toHaveLength(3);
    expect((await findMatches(own, "23456789")).telephone).toEqual([]);
    expect((await findMatches(ctx, "cables")).telephone).toEqual([]);
  });

  it("finds what lacks by its words, its code and its article, with the list of as many rows", async () => {
    const own = await makeOrganisation(database.ownerUrl);
    await makeActiveRecord(own, { operations: [] });
    const { gaps } = await findMatches(own, "REG-5");
    expect(gaps).toMatchObject([
      { path: "/compliance/gaps?duty=register&code=REG-5", reference: "30(2)(b)" },
    ]);
    const counted = await withOrg(own.scope, async (tx) =>
      countFindings(tx, { duty: "register", code: "REG-5" }, await findJudgedAt(tx, own.now)),
    );
    expect(gaps[0]?.aside).toBe(String(counted));
    expect((await findMatches(own, "trop vagues")).gaps.map(({ id }) => id)).toEqual(
      gaps.map(({ id }) => id),
    );
  });

  it("shows no group to whoever may not read it", async () => {
    await makeQueuedDossier(ctx);
    const { recipient } = await withOrg(ctx.scope, (tx) => tx.dossier.findFirstOrThrow());
    expect((await findMatches(as(ctx, "viewer"), recipient)).dossiers).toEqual([]);
  });

  it("follows a new name, and forgets the old one", async () => {
    const controller = await makeController(ctx, { legalName: "Ancienne Maison" });
    await makeRecord(ctx, { controllerId: controller.id, activity: "Chat" });
    valueOf(
      await updateController(
        ctx,
        controllerUpdateSchema.parse({ ...controller, legalName: "Nouvelle Demeure" }),
      ),
    );
    expect(await references("chat demeure")).toEqual(["T-003"]);
    expect(await references("chat maison")).toEqual([]);
  });

  it("finds no other word in place of one that nothing has", async () => {
    await makeRecord(ctx, {
      controllerId: (await makeController(ctx, { legalName: "Corderie Ladan" })).id,
      activity: "Fidélisation",
    });
    const { respelt, found } = await findIn(ctx, "localisation", { locale: "fr" });
    expect([respelt, found.records]).toEqual(["", []]);
  });

  it("finds nothing of another organisation", async () => {
    const foreign = await makeOrganisation(database.ownerUrl);
    expect(await findMatches(foreign, "energie")).toEqual(nothingFound());
  });
});
