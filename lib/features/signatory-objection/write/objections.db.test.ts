import { expect, it } from "vitest";
import { findAuthorisation } from "@/lib/features/authorisation/read/queries";
import { findProof } from "@/lib/features/contact/read/proofs";
import { confirmContact } from "@/lib/features/contact/write/confirm";
import { endContact } from "@/lib/features/contact/write/mutations";
import { withdrawDocument } from "@/lib/features/attachment/write/mutations";
import { findPeople } from "@/lib/features/portal/read/queries";
import { findInstruction } from "@/lib/features/instruction/read/queries";
import { findContactObligations } from "@/lib/features/obligation/read/sources/people";
import { composeLetter } from "@/lib/i18n/letter";
import { isAddressUnproven } from "@/lib/platform/access/address-proofs";
import { newId } from "@/lib/platform/database/ids";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeRequest } from "@/prisma/factories/authorisation";
import { makeContact, type MadeContact } from "@/prisma/factories/contact";
import { makeDecision } from "@/prisma/factories/decision";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { signInstruction } from "@/prisma/factories/signed-acts";
import { makeWrittenAct } from "@/prisma/factories/written-act";
import { openDatabase } from "@/scripts/test/open-database";
import { objectToSignatory } from "./object";
import { findWrittenActs } from "@/lib/features/signatory-objection/read/written-acts";
import { settleObjections } from "./settle";

const database = await openDatabase();
const own = await makeOrganisation(database.ownerUrl);

/** Another, proven contact of the controller of a signatory. */
async function pair() {
  const request = await makeRequest(own);
  const { controllerId } = request;
  const signatory = await makeContact(own, { controllerId });
  const other = await makeContact(own, { controllerId, name: "Luc Ferrand", role: "reader" });
  const read = () => withOrg(own.scope, (tx) => findAuthorisation(tx, request.id));
  const isHeld = async () => (await read())!.conditions.some(({ metAt }) => metAt === null);
  return { request, controllerId, signatory, other, read, isHeld };
}

const REASON = "Cette personne ne travaille pas chez nous";
const object = (by: MadeContact, to: MadeContact) =>
  objectToSignatory(by, { id: to.actor.contactId, reason: REASON });
const settleOn = (of: MadeContact, documentId: string, ctx = own) =>
  settleObjections(ctx, { id: of.actor.contactId, source: "Courrier du gérant, 3 décembre", documentId });
const settle = async (of: MadeContact, ctx = own) =>
  settleOn(of, await makeWrittenAct(own, of.actor.controllerId), ctx);
const issue = (key: string) => ({ ok: false, refusal: { issues: [{ key }] } });

const lettersOf = (template: string, person: string) =>
  withOrg(own.scope, (tx) =>
    tx.outboxMail.findMany({
      where: { template, params: { path: ["address"], equals: person } },
      select: { toAddress: true, params: true },
    }),
  );

it("holds what the signatory approved until a written act settles it, and tells both sides", async () => {
  const { request, signatory, other, read, isHeld } = await pair();
  await makeDecision(signatory, request);
  expect(await isHeld()).toBe(false);
  valueOf(await object(other, signatory));
  expect(await isHeld()).toBe(true);
  expect((await read())!.conditions.map(({ text }) => text).join()).toContain("Luc Ferrand");
  const told = await lettersOf("signatory-objection-told", signatory.email);
  expect(told.map(({ toAddress }) => toAddress)).toContain(signatory.email);
  expect(await lettersOf("signatory-objection-made", signatory.email)).not.toEqual([]);
  valueOf(await settle(signatory));
  expect(await isHeld()).toBe(false);
  const settled = await lettersOf("signatory-objections-settled", signatory.email);
  expect(settled.map(({ toAddress }) => toAddress)).toContain(other.email);
  expect(await settle(signatory)).toMatchObject(issue("contact.nothingToSettle"));
});

it("enters the objection, its reason and the approvals that it holds", async () => {
  const { request, signatory, other } = await pair();
  await makeDecision(signatory, request);
  valueOf(await object(other, signatory));
  const texts = await withOrg(own.scope, (tx) =>
    tx.journalText.findMany({ where: { subjectId: signatory.actor.contactId } }),
  );
  const entries = texts.map(({ text }) => JSON.parse(text!) as Record<string, unknown>);
  expect(entries).toContainEqual(
    expect.objectContaining({
      event: "contact.signatory-objected",
      reason: REASON,
      after: expect.objectContaining({ byContactId: other.actor.contactId, heldIds: [request.id] }),
    }),
  );
});

it("holds instructions that a proven address gave, and the approvals that it gives meanwhile", async () => {
  const { request, signatory, other, isHeld } = await pair();
  const given = valueOf(await signInstruction(signatory));
  const heldUntil = () => withOrg(own.scope, async (tx) => (await findInstruction(tx, given.id))!.heldUntil);
  expect(await heldUntil()).toBeUndefined();
  valueOf(await object(other, signatory));
  expect(await heldUntil()).toBeNull();
  await makeDecision(signatory, request);
  expect(await isHeld()).toBe(true);
  valueOf(await settle(signatory));
  expect(await heldUntil()).toBeUndefined();
  expect(await isHeld()).toBe(false);
});

it("lets a refusal stand, however many object", async () => {
  const { request, signatory, other, read } = await pair();
  await makeDecision(signatory, request, { choice: "refuse", reason: "Pays tiers" });
  valueOf(await object(other, signatory));
  expect(await read()).toMatchObject({ state: "refused", conditions: [] });
});

it("is made once by each, by a proven contact of the same client, about a signatory", async () => {
  const { controllerId, signatory, other } = await pair();
  const unproven = await makeContact(own, { controllerId, isProven: false });
  expect(await object(unproven, signatory)).toMatchObject(issue("portal.objectUnproven"));
  expect(await object(await makeContact(own), signatory)).toMatchObject({ refusal: { kind: "not-found" } });
  expect(await object(signatory, signatory)).toMatchObject({ refusal: { kind: "not-found" } });
  expect(await object(signatory, other)).toMatchObject({ refusal: { kind: "not-found" } });
  valueOf(await object(other, signatory));
  expect(await object(other, signatory)).toMatchObject(issue("portal.objectedAlready"));
  // Accepts the objection of the signatory too: whoever objects first would silence the other.
  const third = await makeContact(own, { controllerId });
  valueOf(await object(third, signatory));
  valueOf(await object(signatory, third));
  valueOf(await settle(signatory));
  valueOf(await object(other, signatory));
});

it("takes from the signatory the word by which it confirms others", async () => {
  const { controllerId, signatory, other } = await pair();
  const asked = await makeContact(own, { controllerId, isProven: false });
  valueOf(await object(other, signatory));
  const unproven = await withOrg(own.scope, (tx) => isAddressUnproven(tx, signatory.actor.contactId));
  expect(unproven).toBe(true);
  expect(await confirmContact(signatory, { id: asked.actor.contactId })).toMatchObject(
    issue("portal.ownAddressUnproven"),
  );
  expect(await withOrg(own.scope, (tx) => findProof(tx, asked.actor.contactId))).toBeNull();
});

it("is written by no SQL of the portal's role for an unproven author, another client, or a reader", async () => {
  const { controllerId, signatory, other } = await pair();
  const unproven = await makeContact(own, { controllerId, isProven: false });
  const foreign = await makeContact(own);
  const insert = (by: string, to: string, of = controllerId) =>
    withOrg(
      other.scope,
      (tx) => tx.$executeRaw`
        INSERT INTO signatory_objection (id, org_id, controller_id, contact_id, by_contact_id, by_name, reason, objected_at)
        VALUES (${newId(own.now)}::uuid, ${own.scope.org}::uuid, ${of}::uuid, ${to}::uuid, ${by}::uuid, 'x', 'x', now())`,
    );
  const [mine, theirs] = [other.actor.contactId, signatory.actor.contactId];
  await expect(insert(unproven.actor.contactId, theirs)).rejects.toThrow(/row-level security/u);
  await expect(insert(mine, mine)).rejects.toThrow(/row-level security/u);
  await expect(insert(theirs, mine)).rejects.toThrow(/row-level security/u);
  await expect(insert(mine, foreign.actor.contactId, foreign.actor.controllerId)).rejects.toThrow(
    /row-level security/u,
  );
  await expect(
    withOrg(
      other.scope,
      (tx) => tx.$executeRaw`
        INSERT INTO signatory_settlement (id, org_id, controller_id, objection_id, source, settled_by_name, settled_at)
        VALUES (${newId(own.now)}::uuid, ${own.scope.org}::uuid, ${controllerId}::uuid, ${newId(own.now)}::uuid, 'x', 'x', now())`,
    ),
  ).rejects.toThrow(/permission denied/u);
});

it("is settled on no act but a document of that client, which a head that left the house binds", async () => {
  const { controllerId, signatory, other, isHeld, request } = await pair();
  await makeDecision(signatory, request);
  valueOf(await object(other, signatory));
  const foreign = await makeWrittenAct(own, (await makeContact(own)).actor.controllerId);
  const [printed] = await withOrg(own.scope, (tx) =>
    tx.decisionCertificate.findMany({ where: { controllerId }, select: { documentId: true } }),
  );
  for (const document of [foreign, printed!.documentId, newId(own.now)])
    expect(await settleOn(signatory, document)).toMatchObject(issue("contact.documentMissing"));
  const unbound = await makeWrittenAct(own, controllerId, { isBound: false });
  expect(await settleOn(signatory, unbound)).toMatchObject(issue("contact.documentUnbound"));
  expect(await isHeld()).toBe(true);
  // Binds the document that was stored before it.
  const act = await makeWrittenAct(own, controllerId);
  valueOf(await settleOn(signatory, unbound));
  expect(await isHeld()).toBe(false);
  const acts = await withOrg(own.scope, (tx) => findWrittenActs(tx, controllerId));
  const { fileName, sha256 } = acts.find(({ id }) => id === unbound)!;
  const [told] = await lettersOf("signatory-objections-settled", signatory.email);
  const letter = await composeLetter({
    template: "signatory-objections-settled",
    locale: "en",
    params: told!.params as Record<string, string>,
    secrets: {},
    organisation: null,
  });
  expect(letter.paragraphs.join(" ")).toMatch(new RegExp(`${fileName}.*${sha256}`, "u"));
  expect(acts).toHaveLength(2);
  expect(acts).toEqual(
    expect.arrayContaining([act, unbound].map((id) => expect.objectContaining({ id, isBound: true }))),
  );
  const withdrawn = await withdrawDocument(own, {
    noun: "contract",
    subjectId: await contractOf(controllerId),
    id: unbound,
    reason: "Erreur",
  });
  expect(withdrawn.ok).toBe(false);
  const people = await withOrg(other.scope, (tx) => findPeople(tx, controllerId));
  const shown = people.find(({ id }) => id === signatory.actor.contactId);
  expect(shown?.objections).toEqual([
    expect.objectContaining({
      byName: "Luc Ferrand",
      reason: REASON,
      settlement: expect.objectContaining({
        source: "Courrier du gérant, 3 décembre",
        settledByName: own.actor.name,
        documentId: unbound,
      }),
    }),
  ]);
});

const contractOf = async (controllerId: string) =>
  (await withOrg(own.scope, (tx) => tx.contract.findFirstOrThrow({ where: { controllerId } }))).id;

it("is settled by owner or DPO, and waits among what is due until then, or until the access ends", async () => {
  const { signatory, other } = await pair();
  const due = () =>
    withOrg(own.scope, async (tx) => {
      const found = await findContactObligations(tx, {
        now: own.now.getTime(),
        until: "2999-01-01",
        doneSince: new Date(own.now.getTime() - 1),
        measureTitle: () => "",
      });
      return found
        .filter(
          ({ kind, subject }) => kind === "contact.objection" && subject.id === signatory.actor.contactId,
        )
        .map(({ doneAt }) => doneAt !== null);
    });
  valueOf(await object(other, signatory));
  expect(await due()).toEqual([false]);
  expect(await settle(signatory, { ...own, ...as(own, "editor") })).toMatchObject({
    refusal: { kind: "forbidden" },
  });
  valueOf(await settle(signatory, { ...own, ...as(own, "dpo") }));
  expect(await due()).toEqual([true]);
  valueOf(await object(other, signatory));
  valueOf(await endContact(own, { id: signatory.actor.contactId, reason: "Partie" }));
  expect(await due()).toEqual([]);
});
