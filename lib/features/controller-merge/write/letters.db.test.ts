import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { endContact } from "@/lib/features/contact/write/mutations";
import { letterText } from "@/lib/features/outbox/print/letter-text";
import { composeLetter } from "@/lib/i18n/letter";
import { withOrg } from "@/lib/platform/database/transaction";
import { openSealed } from "@/lib/platform/secrets/seal";
import { makeContact } from "@/prisma/factories/contact";
import { mergeInto, unmerge } from "@/prisma/factories/merge";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { changeContactSight } from "./contact-sight";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let serial = 0;

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  ctx = await makeOrganisation(database.ownerUrl);
  serial += 1;
});
afterAll(() => database.drop());

/** Letters of confirmations, as their readers get them, in the order of their addresses, templates and subjects. */
async function sent() {
  const rows = await withOrg(ctx.scope, (tx) =>
    tx.outboxMail.findMany({ where: { template: { startsWith: "contact-sight" } }, orderBy: { id: "asc" } }),
  );
  const letters = [];
  for (const { template, locale, params, sealed, toAddress } of rows) {
    const source = { template, locale, params: params as Record<string, string>, organisation: null };
    const secrets: Record<string, string> = sealed ? JSON.parse(openSealed("mail", sealed)) : {};
    const letter = await composeLetter({ ...source, secrets });
    letters.push({ template, locale, to: toAddress, subject: letter.subject, text: letterText(letter) });
  }
  return letters.sort((one, other) => orderOf(one).localeCompare(orderOf(other)));
}

const orderOf = (letter: { to: string; template: string; subject: string }) =>
  [letter.to, letter.template, letter.subject].join(" ");

/** Differs in each test, since a person has one account in all organisations. */
const addressOf = (name: string) => `${name.toLowerCase()}${serial}@ombrelle.example`;

const speak = (contactId: string, language: string) =>
  withOrg(ctx.scope, (tx) => tx.controllerContact.update({ where: { id: contactId }, data: { language } }));

/** Two controllers with a signatory each, and a reader of the one that remains. */
async function makeTwo() {
  const from = await makeController(ctx, { legalName: "Tissages Ombrelle Nord", contactEmail: "" });
  const into = await makeController(ctx, { legalName: "Tissages Ombrelle", contactEmail: "" });
  const of = (controllerId: string, name: string, role: "signatory" | "reader") =>
    makeContact(ctx, { controllerId, name, role, email: addressOf(name) });
  const nadege = await of(from.id, "Nadege", "signatory");
  const samira = await of(into.id, "Samira", "signatory");
  const luc = await of(into.id, "Luc", "reader");
  await speak(samira.actor.contactId, "ar");
  await speak(luc.actor.contactId, "en");
  return { from, into, nadege, samira, luc };
}

describe("a contact that is confirmed for the rows of a merged controller", () => {
  it("is written to in its language, and so is each signatory but itself", async () => {
    const { from, into, luc } = await makeTwo();
    valueOf(await mergeInto(ctx, [from.id, into.id]));
    expect(await sent()).toEqual([]);
    valueOf(await changeContactSight(ctx, { id: luc.actor.contactId, from: [], confirmed: [from.id] }));
    const letters = await sent();
    expect(letters.map(({ to, locale, template }) => [to, locale, template])).toEqual([
      [addressOf("Luc"), "en", "contact-sight-changed"],
      [addressOf("Nadege"), "fr", "contact-sight-told"],
      [addressOf("Samira"), "ar", "contact-sight-told"],
    ]);
    const [own, french, arabic] = letters;
    expect(own!.subject).toBe(
      "Portal of Tissages Ombrelle: you also see what came from Tissages Ombrelle Nord",
    );
    expect(own!.text).toContain(`${ctx.actor.name} opened to you in the portal`);
    expect(own!.text).toContain("You may read; giving instructions and deciding is for the signatories");
    expect(own!.text).toContain(`/portal/${luc.actor.contactId}`);
    expect(french!.text).toContain("Tissages Ombrelle Nord et Tissages Ombrelle sont réunis");
    expect(french!.text).toContain(`– Luc · Directrice de la relation client · ${luc.email}`);
    expect(french!.text).toContain("Elles consultent, et ne décident rien");
    expect(arabic!.text).toContain(addressOf("Luc"));
    expect(arabic!.text).toContain("لهم حق الاطلاع");
  });

  it("is written to again when that is withdrawn, and nobody is where nothing changed", async () => {
    const { from, into, luc } = await makeTwo();
    valueOf(await mergeInto(ctx, [from.id, into.id]));
    const id = luc.actor.contactId;
    valueOf(await changeContactSight(ctx, { id, from: [], confirmed: [] }));
    expect(await sent()).toEqual([]);
    valueOf(await changeContactSight(ctx, { id, from: [], confirmed: [from.id] }));
    valueOf(await changeContactSight(ctx, { id, from: [from.id], confirmed: [] }));
    const own = (await sent()).filter(({ to }) => to === luc.email);
    expect(own.map(({ subject }) => subject)).toEqual([
      expect.stringContaining("you also see"),
      expect.stringContaining("you no longer see"),
    ]);
  });

  it("is named as a signatory of the whole where it becomes one", async () => {
    const { from, into, nadege } = await makeTwo();
    valueOf(await mergeInto(ctx, [from.id, into.id]));
    const id = nadege.actor.contactId;
    valueOf(await changeContactSight(ctx, { id, from: [], confirmed: [into.id] }));
    const letters = await sent();
    expect(letters.map(({ to }) => to)).toEqual([addressOf("Nadege"), addressOf("Samira")]);
    expect(letters[0]!.text).toContain("Vous êtes signataire");
    expect(letters[1]!.text).toContain("هم من الموقّعين");
  });

  it("reaches the address of the client's own sheet where the contact is its only signatory", async () => {
    const from = await makeController(ctx, { legalName: "Filatures Aubin" });
    const into = await makeController(ctx, {
      legalName: "Filatures Aubin SAS",
      contactName: "Direction",
      contactEmail: "direction@aubin.example",
    });
    const { actor } = await makeContact(ctx, { controllerId: into.id, email: "seule@aubin.example" });
    valueOf(await mergeInto(ctx, [from.id, into.id]));
    valueOf(await changeContactSight(ctx, { id: actor.contactId, from: [], confirmed: [from.id] }));
    expect((await sent()).map(({ to }) => to)).toEqual(["direction@aubin.example", "seule@aubin.example"]);
  });
});

describe("a merge", () => {
  it("writes to those ticked by name and to the signatories, of each others' rows, and its undoing again", async () => {
    const { from, into, nadege, luc } = await makeTwo();
    const contacts = [nadege.actor.contactId, luc.actor.contactId];
    valueOf(await mergeInto(ctx, [from.id, into.id], { contacts }));
    expect((await sent()).map(({ to, template }) => `${to} ${template}`)).toEqual([
      `${addressOf("Luc")} contact-sight-changed`,
      `${addressOf("Nadege")} contact-sight-changed`,
      `${addressOf("Nadege")} contact-sight-told`,
      `${addressOf("Samira")} contact-sight-told`,
      `${addressOf("Samira")} contact-sight-told`,
    ]);
    valueOf(await unmerge(ctx, from.id));
    const parted = (await sent()).filter(({ text }) => /fusion|undid|ألغى/.test(text));
    expect(parted.map(({ to }) => to)).toEqual([addressOf("Luc"), addressOf("Nadege"), addressOf("Samira")]);
    expect(parted[1]!.text).toContain("Vous ne voyez plus dans le portail ce qui vient de Tissages Ombrelle");
  });

  it("writes to nobody whose access has ended, and to nobody where none was ticked", async () => {
    const { from, into, nadege, luc } = await makeTwo();
    valueOf(await endContact(ctx, { id: nadege.actor.contactId, reason: "Partie" }));
    const contacts = [nadege.actor.contactId];
    valueOf(await mergeInto(ctx, [from.id, into.id], { contacts }));
    expect(await sent()).toEqual([]);
    valueOf(await changeContactSight(ctx, { id: luc.actor.contactId, from: [], confirmed: [from.id] }));
    expect((await sent()).map(({ to }) => to)).toEqual([addressOf("Luc"), addressOf("Samira")]);
  });
});
