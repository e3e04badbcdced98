import { describe, expect, it } from "vitest";
import { meetProvenConditions } from "@/lib/features/authorisation/write/proven-conditions";
import { findAuthorisation, findRequests } from "@/lib/features/authorisation/read/queries";
import { moveRequest } from "@/lib/features/authorisation/write/mutations";
import { publishHead } from "@/lib/features/journal/write/publication";
import { readReturned } from "@/lib/features/returned-mail/read/returned";
import { proveByAnswer } from "@/lib/features/returned-mail/write/mutations";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { findSignatures } from "@/lib/platform/mail/signature";
import { resolver, signedMail } from "@/lib/platform/mail/signed-mail.fixture";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeRequest, moveInput } from "@/prisma/factories/authorisation";
import { makeContact, type MadeContact } from "@/prisma/factories/contact";
import { makeDecision } from "@/prisma/factories/decision";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { confirmContact } from "./confirm";
import { changeContactRole, inviteContact } from "./mutations";
import { findObjections } from "@/lib/features/contact/read/proofs";
import { proveBySilence } from "./proofs";
import { contactInviteSchema } from "@/lib/features/contact/schema";

const DAY = 86_400_000;
const database = await openDatabase();
const own = await makeOrganisation(database.ownerUrl);
const { org } = own.scope;
const later = (days: number) => ({ ...own, now: new Date(own.now.getTime() + days * DAY) });

const proofOf = (contactId: string) =>
  withOrg(own.scope, (tx) => tx.contactProof.findFirst({ where: { contactId } }));

/** A controller whose sheet names an address, with a published head that binds it or none. */
async function controllerKnownAt(contactEmail: string, isPublished = true) {
  const controller = await makeController(own, { contactEmail });
  if (isPublished) valueOf(await publishHead(jobContext("journal-publication", org, later(serial++).now)));
  return controller;
}
let serial = 0;

/** Invites a signatory some days after the head, who has come in. */
async function signatoryOf(controllerId: string, email: string, on = later(serial + 30)) {
  const stated = { controllerId, name: "Claire Vasseur", email, role: "signatory", language: "fr" };
  const { id } = valueOf(await inviteContact(on, contactInviteSchema.parse(stated)));
  await withOrg(own.scope, (tx) =>
    tx.controllerContact.updateMany({
      where: { id },
      data: { acceptedAt: on.now, personId: own.actor.personId },
    }),
  );
  return { id, email, on };
}

/** Has every letter about a signatory taken by its server at an instant. */
const letterTaken = (id: string, acceptedAt: Date) =>
  withOrg(own.scope, (tx) =>
    tx.outboxMail.updateMany({
      where: { dedupeKey: { startsWith: `contact-role-told ${id}` } },
      data: { state: "accepted", acceptedAt },
    }),
  );

const silence = async (days: number, on: { now: Date }) =>
  valueOf(
    await proveBySilence(jobContext("contract-reminder", org, new Date(on.now.getTime() + days * DAY))),
  );

describe("silence", () => {
  it("proves fourteen days after letters reached an address that a published head bound before", async () => {
    const { id: controllerId } = await controllerKnownAt("contact@silence.example");
    const { id, on } = await signatoryOf(controllerId, "claire@silence.example");
    await letterTaken(id, on.now);
    await silence(13, on);
    expect(await proofOf(id)).toBeNull();
    await silence(15, on);
    expect(await proofOf(id)).toMatchObject({ means: "silence", headId: expect.any(String) });
    expect((await proofOf(id))!.addresses).toContain("contact@silence.example");
  });

  it("proves nothing where no head had left, or the letter did not", async () => {
    const { id: controllerId } = await controllerKnownAt("contact@loin.example");
    const { id, on } = await signatoryOf(controllerId, "claire@loin.example");
    await silence(15, on);
    expect(await proofOf(id)).toBeNull();
    const fresh = await makeController(later(serial + 29), { contactEmail: "contact@neuf.example" });
    const second = await signatoryOf(fresh.id, "claire@neuf.example");
    await letterTaken(second.id, second.on.now);
    await silence(15, second.on);
    expect(await proofOf(second.id)).toBeNull();
  });
});

const findSigned = (message: Uint8Array) => findSignatures(message, resolver);

describe("an answer by mail", () => {
  /** Answers the invitation from an address, signed by a domain. */
  async function answer(contactId: string, signing: { from: string; domain: string }) {
    const { letterId } = (await withOrg(own.scope, (tx) =>
      tx.controllerContact.findFirst({ where: { id: contactId }, select: { letterId: true } }),
    ))!;
    const letter = (await withOrg(own.scope, (tx) => tx.outboxMail.findFirst({ where: { id: letterId! } })))!;
    const bytes = await signedMail({ ...signing, answers: letter.messageId });
    await proveByAnswer(bytes, (await readReturned(bytes))!, findSigned);
    return bytes;
  }

  it("proves by a signature of the client's own domain, and keeps message and key", async () => {
    const { id: controllerId } = await controllerKnownAt("contact@signe.example");
    const { id, email } = await signatoryOf(controllerId, "claire@signe.example");
    const bytes = await answer(id, { from: email, domain: "signe.example" });
    const proof = (await proofOf(id))!;
    expect(proof).toMatchObject({ means: "signed-mail", domain: "signe.example", selector: "s1" });
    expect(proof.publishedKey).toContain("p=");
    expect(Buffer.from(proof.message!).equals(bytes)).toBe(true);
  });

  it("proves nothing by a look-alike of the processor's, nor from another mailbox", async () => {
    const { id: controllerId } = await controllerKnownAt("contact@vrai.example");
    const { id, email } = await signatoryOf(controllerId, "claire@vrai-groupe.example");
    await answer(id, { from: email, domain: "vrai-groupe.example" });
    expect(await proofOf(id)).toBeNull();
    const second = await signatoryOf(controllerId, "paul@vrai.example");
    await answer(second.id, { from: "autre@vrai.example", domain: "vrai.example" });
    expect(await proofOf(second.id)).toBeNull();
  });
});

describe("another contact", () => {
  it("confirms once proven itself, for its own controller and nobody else", async () => {
    const proven = await makeContact(own);
    const { controllerId } = proven.actor;
    const asked = await makeContact(own, { controllerId, isProven: false });
    const third = await makeContact(own, { controllerId, isProven: false });
    const confirm = (by: MadeContact, of: MadeContact) => confirmContact(by, { id: of.actor.contactId });
    expect(await confirm(asked, third)).toMatchObject({
      refusal: { issues: [{ key: "portal.ownAddressUnproven" }] },
    });
    expect(await confirm(asked, asked)).toMatchObject({ refusal: { kind: "not-found" } });
    expect(await confirm(await makeContact(own), asked)).toMatchObject({ refusal: { kind: "not-found" } });
    valueOf(await confirm(proven, asked));
    expect(await proofOf(asked.actor.contactId)).toMatchObject({
      means: "contact",
      byContactId: proven.actor.contactId,
      byName: proven.actor.name,
    });
    valueOf(await confirm(asked, third));
  });
});

describe("an approval with an address that nothing proves", () => {
  async function approved(isProven: boolean) {
    const request = await makeRequest(own);
    const by = await makeContact(own, { controllerId: request.controllerId, isProven });
    await makeDecision(by, request);
    const read = () => withOrg(own.scope, (tx) => findAuthorisation(tx, request.id));
    return { by, request, read };
  }
  const covers = async (of: { controllerId: string; subProcessorId: string }) => {
    const requests = await withOrg(own.scope, (tx) => findRequests(tx, { controllerId: of.controllerId }));
    return [...requests.values()].flat().every(({ conditions }) => conditions.every(({ isMet }) => isMet));
  };

  it("is kept, covers no use, and covers it once the address is proven", async () => {
    const { by, request, read } = await approved(false);
    const row = (await read())!;
    expect(row.state).toBe("approved");
    expect(row.conditions).toMatchObject([{ contactId: by.actor.contactId, metAt: null }]);
    expect(await covers(row)).toBe(false);
    const meet = moveInput(own, row, "meet", { conditionId: row.conditions[0]!.id, source: "courriel" });
    expect(await moveRequest(own, meet)).toMatchObject({
      refusal: { issues: [{ key: "authorisation.conditionMissing" }] },
    });
    const other = await makeContact(own, { controllerId: request.controllerId });
    valueOf(await confirmContact(other, { id: by.actor.contactId }));
    expect(valueOf(await meetProvenConditions(jobContext("returned-mail", org, own.now)))).toBe(1);
    expect(await covers((await read())!)).toBe(true);
    expect(valueOf(await meetProvenConditions(jobContext("returned-mail", org, own.now)))).toBe(0);
  });

  it("covers at once with a proven one", async () => {
    const { read } = await approved(true);
    expect((await read())!.conditions).toEqual([]);
  });

  it("stands at once where it is a refusal", async () => {
    const request = await makeRequest(own);
    const by = await makeContact(own, { controllerId: request.controllerId, isProven: false });
    await makeDecision(by, request, { choice: "refuse", reason: "Pays tiers" });
    const row = await withOrg(own.scope, (tx) => findAuthorisation(tx, request.id));
    expect(row).toMatchObject({ state: "refused", conditions: [] });
  });
});

it("finds the address of a reader who becomes a signatory as unproven as a new one's", async () => {
  const { actor } = await makeContact(own, { role: "reader", isProven: false });
  valueOf(await changeContactRole(own, { id: actor.contactId, from: "reader", role: "signatory" }));
  expect(await proofOf(actor.contactId)).toBeNull();
});

describe("an answer by whoever was told of a new signatory", () => {
  const eventsAbout = (id: string) =>
    withOrg(own.scope, async (tx) =>
      (await tx.journalText.findMany({ where: { subjectId: id } })).map(
        ({ text }) => (JSON.parse(text!) as { event: string }).event,
      ),
    );
  async function answerTold(id: string, from: string) {
    const letter = await withOrg(own.scope, (tx) =>
      tx.outboxMail.findFirstOrThrow({ where: { dedupeKey: { startsWith: `contact-role-told ${id}` } } }),
    );
    const bytes = new TextEncoder().encode(
      `From: ${from}\r\nIn-Reply-To: ${letter.messageId}\r\nSubject: Non\r\n\r\nNous ne la connaissons pas.\r\n`,
    );
    await proveByAnswer(bytes, (await readReturned(bytes))!, findSigned);
  }

  it("is kept with an entry, shown, and ends what silence would prove; another's answer does not", async () => {
    const known = "direction@objecte.example";
    const { id: controllerId } = await controllerKnownAt(known);
    const { id, on } = await signatoryOf(controllerId, "claire@ailleurs.example");
    await letterTaken(id, on.now);
    const objections = () => withOrg(own.scope, (tx) => findObjections(tx, id));
    await answerTold(id, "quelquun@autre.example");
    expect(await objections()).toEqual([]);
    await answerTold(id, known);
    await answerTold(id, known);
    expect(await objections()).toMatchObject([{ email: known }]);
    expect(await eventsAbout(id)).toContain("contact.objected");
    const after = new Date(on.now.getTime() + 20 * DAY);
    await proveBySilence(jobContext("contract-reminder", org, after));
    expect(await proofOf(id)).toBeNull();
  });
});
