import { expect, it } from "vitest";
import { findClockedRequests } from "@/lib/features/rights-request/read/to-plan";
import { composeLetter } from "@/lib/i18n/letter";
import { LOCALES } from "@/lib/i18n/locale";
import { withOrg } from "@/lib/platform/database/transaction";
import { moveContract } from "@/lib/features/contract/write/mutations";
import { openSecrets } from "@/lib/features/outbox/read/queries";
import { fillSection, makeContract } from "@/prisma/factories/contract";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { makeRightsRequest } from "@/prisma/factories/rights-request";
import { openDatabase } from "@/scripts/test/open-database";
import { required } from "@/lib/domain/invariant/required";
import { queueAnswer, queueRelay } from "./letters";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

const HOUR = 3_600_000;
const RECEIVED = Date.parse("2026-01-05T09:30:00Z");

/** A contract in force that has requests forwarded within a day. */
async function contractOf(controllerId: string) {
  const draft = await makeContract(ctx, { controllerId });
  const terms = { rightsRequests: "forwarded", rightsRequestsHours: "24" };
  const filled = await fillSection(ctx, draft, "terms", terms);
  const move = (event: "sign" | "begin", version: number) =>
    moveContract(ctx, { id: draft.id, version, event, on: "2026-01-01", reason: "" });
  const signed = valueOf(await move("sign", filled.version));
  valueOf(await move("begin", signed.version));
}

/** Paragraphs of the letter by which a request is passed on so many hours after its receipt, in each language. */
async function wordsOf(
  stated: { country: string; rights: string; hasContract: boolean; hours: number },
  role: Record<string, string> = {},
) {
  const { id: controllerId } = await makeController(ctx, { country: stated.country, ...role });
  if (stated.hasContract) await contractOf(controllerId);
  const row = await makeRightsRequest(ctx, { controllerId, rights: stated.rights });
  const at = { ...ctx, now: new Date(RECEIVED + stated.hours * HOUR) };
  const letter = await withOrg(ctx.scope, async (tx) => {
    const [of] = await findClockedRequests(tx, { id: row.id });
    const [id] = await queueRelay(tx, at, required(of, "request"));
    return tx.outboxMail.findUniqueOrThrow({ where: { id } });
  });
  const { template } = letter;
  // Values are strings, as they were queued.
  const params = letter.params as Record<string, string>;
  const composed = [];
  for (const locale of LOCALES)
    composed.push(
      await composeLetter({ template, locale, params, secrets: openSecrets(letter), organisation: null }),
    );
  return composed.map(({ paragraphs }) => paragraphs.join(" "));
}

const EEA = { country: "FR", rights: "access" };

it("names the contract's period only where a contract has one, and says when it was late", async () => {
  const [fr, en, ar] = await wordsOf({ ...EEA, hasContract: true, hours: 2 });
  expect(fr).toContain("dans le délai convenu au contrat");
  expect(en).toContain("within the period agreed in the contract");
  expect(ar).toContain("داخل الأجل المتفق عليه في العقد");
  const late = await wordsOf({ ...EEA, hasContract: true, hours: 30 });
  expect(late[0]).toContain("avec 6 h de retard sur le délai convenu au contrat");
  expect(late[1]).toContain("6 h after the end of the period agreed in the contract");
  expect(late[2]).toContain("بتأخير يساوي");
  const barely = await wordsOf({ ...EEA, hasContract: true, hours: 24.5 });
  expect(barely[0]).toContain("avec moins d’une heure de retard sur le délai convenu au contrat");
  expect(barely[1]).toContain("less than an hour after the end of the period");
  expect(barely[2]).toContain("بتأخير يقل عن ساعة");
});

it("names no contract for a client without one, and the article of the term", async () => {
  const [fr, en, ar] = await wordsOf({ ...EEA, hasContract: false, hours: 30 });
  expect(fr).toContain("aucun délai n’est convenu");
  expect(fr).toContain("art. 12(3).");
  expect(en).toContain("no period is agreed");
  expect(ar).toContain("لا أجل متفق عليه");
  for (const words of [fr, en, ar])
    expect(words).not.toMatch(/délai convenu au contrat|agreed in the contract/);
});

it("takes term and article from the client's own law, and names neither where that law has none", async () => {
  const [swiss] = await wordsOf({ country: "CH", rights: "access", hasContract: false, hours: 2 });
  expect(swiss).toContain("art. 25(7)");
  expect(swiss).not.toContain("12(3)");
  const moroccan = await wordsOf({ country: "MA", rights: "erasure", hasContract: false, hours: 2 });
  for (const words of moroccan) expect(words).not.toMatch(/12\(3\)|EMPTY|\{/);
});

it("is read as it was queued, where its words asked for less", async () => {
  for (const template of ["rights-request-passed-on", "rights-request-carried-out"])
    for (const locale of LOCALES) {
      const values = {
        name: "Hélène",
        organisation: "Salam",
        reference: "DP-1",
        rights: "accès",
        received: "hier",
      };
      const params = { ...values, due: "5 février 2026" };
      const link = "https://amana.example/portal/rights-requests/1";
      const letter = await composeLetter({ template, locale, params, link, secrets: {}, organisation: null });
      expect([letter.closing, ...letter.paragraphs].join(" ")).not.toMatch(/[{}]/);
    }
});

it("says in subject and text that a client lodged a request, which is no answer, and that a late extension has no effect", async () => {
  const template = "portal-rights-request-answered";
  const link = "https://amana.example/a/rights-requests/1";
  const composed = (said: string, locale: string) =>
    composeLetter({
      template,
      locale,
      link,
      secrets: {},
      organisation: null,
      params: { name: "Hélène", reference: "DP-1", controller: "Orvelle", author: "Yann", said },
    });
  for (const locale of LOCALES) {
    const [lodged, answered] = await Promise.all([
      composed("lodged", locale),
      composed("executeandanswer", locale),
    ]);
    expect(lodged.subject).not.toBe(answered.subject);
    expect([lodged.subject, ...lodged.paragraphs, ...answered.paragraphs].join(" ")).not.toMatch(/[{}]/);
  }
  const french = await composed("lodged", "fr");
  expect([french.subject, ...french.paragraphs].join(" ")).not.toContain("répond");
  expect((await composed("extensionwithouteffect", "fr")).paragraphs.join(" ")).toContain("sans effet");
});

const PROCESSOR = { clientRole: "processor", otherControllers: "Compagnie du Rhône\nHarbour Ltd" };

it("says to a client that is itself a processor to pass the request on, to whom, and no month of its own", async () => {
  const late = { ...EEA, hasContract: false, hours: 24 * 60 };
  const passed = [/transmettez-leur la demande/, /pass the request on to them/, /أحيلوا إليهم الطلب/];
  for (const [at, words] of (await wordsOf(late, PROCESSOR)).entries()) {
    expect(words).toMatch(required(passed[at], "words"));
    expect(words).toMatch(/Compagnie du Rhône.*Harbour Ltd/);
    expect(words).not.toMatch(/12\(3\)|attendue au plus tard|was due|is due|مستحق/);
  }
  const [unknown = ""] = await wordsOf(late, { ...PROCESSOR, otherControllers: "" });
  expect(unknown).toContain("Vous agissez pour d’autres responsables\u00a0: transmettez-leur");
});

it("answers the person for the one for whom the client acts, and names none of several", async () => {
  const answerOf = async (otherControllers: string) => {
    const { id: controllerId } = await makeController(ctx, { ...PROCESSOR, otherControllers });
    const row = await makeRightsRequest(ctx, { controllerId, contact: "personne@exemple.fr" });
    const letter = await withOrg(ctx.scope, async (tx) => {
      const [of] = await findClockedRequests(tx, { id: row.id });
      const id = await queueAnswer(tx, ctx, required(of, "request"), { words: "Oui.", documentId: null });
      return tx.outboxMail.findUniqueOrThrow({ where: { id: required(id, "letter") } });
    });
    expect(letter).toMatchObject({ toAddress: "", toName: "" });
    const params = letter.params as Record<string, string>;
    const secrets = openSecrets(letter);
    const { template } = letter;
    const composed = await composeLetter({ template, locale: "fr", params, secrets, organisation: null });
    return composed.paragraphs.join(" ");
  };
  expect(await answerOf("Compagnie du Rhône")).toContain("agit lui-même pour Compagnie du Rhône");
  const several = await answerOf(PROCESSOR.otherControllers);
  expect(several).toContain("agit lui-même pour un autre responsable");
  expect(several).not.toMatch(/Rhône|Harbour/);
  expect(await answerOf("")).toContain("agit lui-même pour un autre responsable");
});
