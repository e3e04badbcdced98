import { findPendingObjections } from "@/lib/features/choice/read/pending-objections";
import { composeLetter } from "@/lib/i18n/letter";
import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { makeContact, type MadeContact, portalSettings } from "@/prisma/factories/contact";
import { step } from "@/prisma/factories/instruction";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeCampaign } from "@/prisma/factories/campaign";
import { makeController, valueOf } from "@/prisma/factories/register";
import { makeRightsRequest, stepRightsRequest } from "@/prisma/factories/rights-request";
import { findRelayed } from "@/lib/features/portal-rights-request/read/queries";
import { lodgingSchema, rightsAnswerSchema } from "@/lib/features/portal-rights-request/schema";
import { planRightsRequest } from "@/lib/domain/obligation/plan-rights-request";
import { personKey } from "@/lib/platform/secrets/person-key";
import { findClockedRequests } from "@/lib/features/rights-request/read/to-plan";
import { findMaybeSame } from "@/lib/features/rights-request/read/same-request";
import { requestEventSchema } from "@/lib/features/rights-request/schema";
import { recordEvent } from "@/lib/features/rights-request/write/mutations";
import { recordPageAccess } from "@/lib/platform/access/access-log";
import { withOrg } from "@/lib/platform/database/transaction";
import { openDatabase } from "@/scripts/test/open-database";
import { lodgeRequest } from "./lodge";
import { answerRequest } from "./mutations";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

/** A request to erase, relayed by letter to a controller with a signatory. */
async function relay() {
  const { id: controllerId } = await makeController(ctx);
  const signatory = await makeContact(ctx, { controllerId });
  const made = await makeRightsRequest(ctx, { controllerId, rights: "erasure" });
  const row = await stepRightsRequest(ctx, made, "relayed", { means: "letter" });
  return { controllerId, signatory, row };
}
const answer = (by: MadeContact, { id, version }: { id: string; version: number }, stated: object) =>
  answerRequest(by, rightsAnswerSchema.parse({ id, version, power: "annexe 3", ...stated }));
const readClocked = async (id: string) => {
  const [found] = await withOrg(ctx.scope, (tx) => findClockedRequests(tx, { id }));
  if (!found) throw new Error("no request");
  return found;
};
const lettersOf = (template: string) =>
  withOrg(ctx.scope, (tx) => tx.outboxMail.findMany({ where: { template }, orderBy: { createdAt: "asc" } }));

/** Examines and accepts the instruction that a controller's answer became. */
async function accept(requestId: string) {
  const { file } = await readClocked(requestId);
  const on = ctx.now.toISOString().slice(0, 10);
  const instruction = { id: file.instructed?.value.instructionId ?? "", version: 1 };
  await step(ctx, await step(ctx, instruction, "check", { on }), "accept", { on });
}

describe("a relay by letter", () => {
  it("writes to who enters the portal, and leaves the person out of the letter", async () => {
    const { row, signatory } = await relay();
    const letters = await lettersOf("rights-request-forwarded");
    const letter = letters.find(({ toAddress }) => toAddress === signatory.email);
    expect(letter).toMatchObject({ sealed: null });
    expect(JSON.stringify(letter?.params)).toContain(row.reference);
    expect(JSON.stringify(letter?.params)).not.toMatch(/cliente|12 34/);
    expect((await readClocked(row.id)).file.unsent.relayed?.fact.value.letterIds).toEqual([letter?.id]);
  });

  it("seals the person in a letter to an address outside the portal", async () => {
    const { id: controllerId } = await makeController(ctx);
    await stepRightsRequest(ctx, await makeRightsRequest(ctx, { controllerId }), "relayed", {
      means: "letter",
    });
    const letter = (await lettersOf("rights-request-forwarded-whole")).at(-1);
    expect(letter?.toAddress).toBe("contact@orvelle.example");
    expect(letter?.sealed).not.toBeNull();
    expect(JSON.stringify(letter?.params)).not.toMatch(/cliente|12 34/);
  });

  it("is refused beside its means where nobody can be written to", async () => {
    const { id: controllerId } = await makeController(ctx, { contactEmail: "" });
    const { id, version } = await makeRightsRequest(ctx, { controllerId });
    const input = requestEventSchema.parse({
      id,
      version,
      kind: "relayed",
      means: "letter",
      on: "2026-01-06",
      time: "09:00",
    });
    expect(await recordEvent(ctx, input)).toMatchObject({
      refusal: { issues: [{ path: "means", key: "rights-request.noAddress" }] },
    });
  });
});

describe("the portal", () => {
  it("shows a request once it was relayed, to its own controller alone", async () => {
    const { controllerId, signatory, row } = await relay();
    const waiting = await makeRightsRequest(ctx, { controllerId });
    const foreign = await makeContact(ctx);
    const seen = (by: MadeContact) =>
      withOrg(by.scope, async (tx) => (await findRelayed(tx)).map((relayed) => relayed.row.id));
    expect(await seen(signatory)).toEqual([row.id]);
    expect(await seen(signatory)).not.toContain(waiting.id);
    expect(await seen(foreign)).toEqual([]);
    expect(await answer(foreign, row, { answer: "execute" })).toMatchObject({
      refusal: { kind: "not-found" },
    });
  });

  it("takes an answer to act as an instruction of the ledger", async () => {
    const { signatory, row } = await relay();
    valueOf(await answer(signatory, row, { answer: "execute", note: "Sous trois jours." }));
    const { file } = await readClocked(row.id);
    expect(file).toMatchObject({ state: "instructed", decision: "execute" });
    const instruction = await withOrg(ctx.scope, (tx) =>
      tx.instruction.findFirstOrThrow({ where: { id: file.instructed?.value.instructionId ?? "" } }),
    );
    expect(instruction).toMatchObject({ channel: "portal", state: "received", authorPower: "annexe 3" });
    expect(instruction.kind).toBe("rights-request");
    expect(instruction.text).toContain(row.reference);
    expect(instruction.text).toContain("Sous trois jours.");
    const reference: unknown = expect.objectContaining({ reference: row.reference });
    expect(await lettersOf("portal-rights-request-answered")).toContainEqual(
      expect.objectContaining({ toAddress: ctx.email, params: reference }),
    );
  });

  it("executes an answer to act once its instruction was examined and accepted", async () => {
    const { signatory, row } = await relay();
    valueOf(await answer(signatory, row, { answer: "execute-and-answer" }));
    const { file, request } = await readClocked(row.id);
    const added = await stepRightsRequest(ctx, request, "task-added", {
      taskKind: "system",
      taskName: "CRM",
    });
    const recorded = (kind: string, stated: object = {}) =>
      recordEvent(
        ctx,
        requestEventSchema.parse({
          id: row.id,
          version: added.version,
          kind,
          on: "2026-01-07",
          time: "09:00",
          ...stated,
        }),
      );
    const unexamined = {
      refusal: {
        kind: "invalid",
        issues: [{ path: "instructionReason", key: "instructionReason_Unexamined" }],
      },
    };
    expect(await recorded("started")).toMatchObject(unexamined);
    const told = { answeredBy: "processor", answerMeans: "telephone", answer: "action-taken" };
    expect(await recorded("answered", told)).toMatchObject(unexamined);
    expect(file.state).toBe("instructed");
    await accept(row.id);
    valueOf(await recorded("started", { instructionReason: "No need any more" }));
    expect((await readClocked(row.id)).facts.at(-1)?.value.instructionReason).toBeUndefined();
    expect((await readClocked(row.id)).file.state).toBe("executing");
  });

  it("takes a refusal with its ground, an extension and a doubt", async () => {
    const { signatory, row } = await relay();
    valueOf(await answer(signatory, row, { answer: "identity-doubted" }));
    const after = { ...row, version: row.version + 1 };
    valueOf(await answer(signatory, after, { answer: "extension-announced" }));
    valueOf(
      await answer(
        signatory,
        { ...after, version: after.version + 1 },
        { answer: "refused", ground: "excessive" },
      ),
    );
    const { file } = await readClocked(row.id);
    expect(file).toMatchObject({ state: "refused", refused: { value: { ground: "excessive" } } });
    expect(file.doubts).toHaveLength(1);
    expect(file.announcedAt).not.toBeNull();
  });

  it("is told to the stewards as an extension where it moves an end, and as without effect after the first month", async () => {
    const announceAfter = async (days: number) => {
      const { signatory, row } = await relay();
      const { request } = await readClocked(row.id);
      const now = new Date(request.receivedAt.getTime() + days * 86_400_000);
      valueOf(await answer({ ...signatory, now }, row, { answer: "extension-announced" }));
      const letters = await lettersOf("portal-rights-request-answered");
      const params = letters.map((letter) => letter.params as { reference: string; said: string });
      return params.find(({ reference }) => reference === request.reference)?.said;
    };
    expect(await announceAfter(2)).toBe("extensionannounced");
    expect(await announceAfter(62)).toBe("extensionwithouteffect");
  });

  it("takes the controller's own answer to the person with its instant, also once the request is closed", async () => {
    const { signatory, row } = await relay();
    const stated = { answer: "answered", means: "post", told: "action-taken" };
    const typed = rightsAnswerSchema.safeParse({ id: row.id, version: row.version, power: "", ...stated });
    expect(typed.error?.issues.map(({ path }) => path[0])).toEqual(["answeredOn", "answeredTime"]);
    const tomorrow = new Date(signatory.now.getTime() + 2 * 86_400_000).toISOString().slice(0, 10);
    expect(
      await answer(signatory, row, { ...stated, answeredOn: tomorrow, answeredTime: "10:00" }),
    ).toMatchObject({ refusal: { issues: [{ path: "answeredOn", key: "dateAhead" }] } });
    expect(
      await answer(signatory, row, { ...stated, answeredOn: "2024-10-01", answeredTime: "10:00" }),
    ).toMatchObject({
      refusal: { issues: [{ path: "answeredOn", key: "rights-request.answerBeforeReceipt" }] },
    });
    const refused = valueOf(await answer(signatory, row, { answer: "refused", ground: "excessive" }));
    const closed = await stepRightsRequest(ctx, { id: refused.id, version: row.version + 1 }, "closed");
    expect((await readClocked(row.id)).file).toMatchObject({ answered: null });
    valueOf(
      await answer(signatory, closed, {
        answer: "answered",
        means: "post",
        told: "refused",
        answeredOn: "2026-01-12",
        answeredTime: "10:00",
      }),
    );
    const { file, request } = await readClocked(row.id);
    expect(file).toMatchObject({
      state: "closed",
      answered: { value: { answeredBy: "controller", answerMeans: "post", answer: "refused" } },
    });
    expect(request.answeredAt?.toISOString()).toBe("2026-01-12T09:00:00.000Z");
  });

  it("refuses a reader, one of the processor's own, and an answer to what was answered meanwhile", async () => {
    const { controllerId, signatory, row } = await relay();
    const reader = await makeContact(ctx, { controllerId, role: "reader" });
    const own = await makeContact(ctx, { controllerId, personId: ctx.actor.personId });
    expect(await answer(reader, row, { answer: "execute" })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    expect(await answer(own, row, { answer: "execute" })).toMatchObject({
      refusal: { issues: [{ path: "", key: "processorsOwn" }] },
    });
    valueOf(await answer(signatory, row, { answer: "execute" }));
    expect(await answer(signatory, row, { answer: "refused", ground: "identity" })).toMatchObject({
      refusal: { kind: "conflict", author: "Claire Vasseur" },
    });
  });

  it("makes of an opening the controller's receipt", async () => {
    const { signatory, row } = await relay();
    expect((await readClocked(row.id)).file.controllerAt).toBeNull();
    await recordPageAccess(signatory, { noun: "rights-request", id: row.id, label: row.reference });
    const { file, openedAt } = await readClocked(row.id);
    expect([file.controllerAt, openedAt]).toEqual([signatory.now.getTime(), signatory.now.getTime()]);
  });

  it("cannot rewrite what was received, nor move it where a controller may not", async () => {
    const { signatory, row } = await relay();
    const role = new Client({ connectionString: database.portalUrl });
    await role.connect();
    for (const [name, value] of Object.entries(portalSettings(signatory.scope)))
      await role.query("SELECT set_config($1, $2, false)", [`app.${name}`, value]);
    await expect(role.query(`UPDATE portal.rights_request SET rights = '{access}'`)).rejects.toThrow(
      /permission denied/,
    );
    await expect(
      role.query(`UPDATE portal.rights_request SET state = 'closed' WHERE id = $1`, [row.id]),
    ).rejects.toThrow(/neither confirms nor closes/);
    await expect(role.query("SELECT clue FROM public.rights_request")).rejects.toThrow(/permission denied/);
    await role.end();
  });
});

describe("a request that the controller lodges", () => {
  const lodging = (stated: object = {}) =>
    lodgingSchema.parse({
      rights: ["erasure", "marketing-objection"],
      receivedOn: "2026-01-02",
      receivedTime: "10:00",
      name: "Odile Karmoussi",
      contact: "06 77 88 99 00",
      words: "Effacez-moi.",
      ...stated,
    });

  it("runs from its own receipt, waits for no relay, and stops calls at once", async () => {
    const { id: controllerId } = await makeController(ctx);
    const signatory = await makeContact(ctx, { controllerId });
    const reader = await makeContact(ctx, { controllerId, role: "reader" });
    expect(await lodgeRequest(reader, lodging())).toMatchObject({ refusal: { kind: "forbidden" } });
    const { id } = valueOf(await lodgeRequest(signatory, lodging()));
    const found = await readClocked(id);
    const { reference } = found.request;
    const letters = await lettersOf("portal-rights-request-answered");
    const letter = letters.find(({ params }) => (params as { reference: string }).reference === reference)!;
    expect(letter).toMatchObject({ toAddress: ctx.email, params: { reference } });
    const { subject } = await composeLetter({
      template: letter.template,
      locale: "fr",
      params: letter.params as Record<string, string>,
      secrets: { link: "https://amana.example" },
      organisation: null,
    });
    expect(subject).toContain("dépose la demande");
    expect(found.file).toMatchObject({ state: "relayed", controllerId, lodged: { value: { controllerId } } });
    expect(found.request).toMatchObject({ channel: "portal", controllerId });
    expect(found.clock).toMatchObject({ startedBy: "controller", startDay: "2026-01-02" });
    expect(planRightsRequest(found).map(({ kind }) => kind)).not.toContain("rights-request.relay");
    const key = personKey(ctx.scope.org, "+33677889900");
    const choices = await withOrg(ctx.scope, (tx) => tx.choice.findMany({ where: { personKey: key } }));
    expect(choices.map(({ act }) => act).sort()).toEqual(["mail", "telephone"]);
    for (const choice of choices)
      expect(choice).toMatchObject({
        controllerId,
        outcome: "refused",
        source: "portal",
        proof: found.request.reference,
        // From the day of the controller's own receipt, not from the lodging.
        decidedAt: new Date("2026-01-02T09:00:00Z"),
      });
    const seen = await withOrg(reader.scope, async (tx) => (await findRelayed(tx)).map(({ row }) => row.id));
    expect(seen).toContain(id);
    const { text } = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findFirstOrThrow({ orderBy: { seq: "desc" }, select: { text: true } }),
    );
    expect(text).not.toMatch(/Karmoussi|77 88/);
  });

  it("withdraws an agreement from the day of the controller's own receipt, 7(3)", async () => {
    const { id: controllerId } = await makeController(ctx);
    const signatory = await makeContact(ctx, { controllerId });
    valueOf(
      await lodgeRequest(signatory, lodging({ rights: "consent-withdrawal", contact: "06 77 88 99 11" })),
    );
    const key = personKey(ctx.scope.org, "+33677889911");
    const choices = await withOrg(ctx.scope, (tx) => tx.choice.findMany({ where: { personKey: key } }));
    expect(choices.map(({ outcome, decidedAt }) => [outcome, decidedAt.toISOString()])).toEqual([
      ["withdrawn", "2026-01-02T09:00:00.000Z"],
      ["withdrawn", "2026-01-02T09:00:00.000Z"],
    ]);
  });

  it("ends contact under numbers of its words and of every country that its campaigns call", async () => {
    const { id: controllerId } = await makeController(ctx, { country: "FR" });
    await makeCampaign(ctx, { controllerId, countries: ["BE"] });
    const signatory = await makeContact(ctx, { controllerId });
    const words = "Ni au +33 6 77 88 99 21";
    const contact = "0470 12 34 81";
    valueOf(await lodgeRequest(signatory, lodging({ rights: "marketing-objection", contact, words })));
    for (const number of ["+33470123481", "+32470123481", "+33677889921"]) {
      const where = { personKey: personKey(ctx.scope.org, number), controllerId };
      const choices = await withOrg(ctx.scope, (tx) => tx.choice.findMany({ where }));
      expect(choices.map(({ act }) => act).sort(), number).toEqual(["mail", "telephone"]);
    }
  });

  it("ends contact under everything that its field holds, and asks for what is read as nothing", async () => {
    const { id: controllerId } = await makeController(ctx, { country: "FR" });
    const signatory = await makeContact(ctx, { controllerId });
    const contact = "jean@m.example 06 77 88 99 31/06 77 88 99 32";
    valueOf(await lodgeRequest(signatory, lodging({ contact })));
    for (const value of ["jean@m.example", "+33677889931", "+33677889932"]) {
      const where = { personKey: personKey(ctx.scope.org, value), controllerId };
      expect(await withOrg(ctx.scope, (tx) => tx.choice.count({ where })), value).toBeGreaterThan(0);
    }
    expect(await lodgeRequest(signatory, lodging({ contact: "067788" }))).toMatchObject({
      refusal: { issues: [{ path: "contact", key: "rights-request.contactUnread" }] },
    });
    valueOf(await lodgeRequest(signatory, lodging({ contact: "067788", isContactMeant: "on" })));
  });

  it("is held in doubt, towards every client, where its words seem to be an objection under another right, 21(2)", async () => {
    const { id: controllerId } = await makeController(ctx, { country: "FR" });
    const signatory = await makeContact(ctx, { controllerId });
    const words = "Effacez tout et ne m’appelez plus au +33612345542";
    const asked = { rights: "erasure", contact: "", words };
    valueOf(await lodgeRequest(signatory, lodging(asked)));
    const key = personKey(ctx.scope.org, "+33612345542");
    const held = await withOrg(ctx.scope, (tx) =>
      findPendingObjections(tx, new Set([key.toString("hex")]), Date.now()),
    );
    expect(held.get(key.toString("hex"))).toMatchObject([{ isDoubtful: true }]);
    const where = { personKey: key, controllerId };
    expect(await withOrg(ctx.scope, (tx) => tx.choice.count({ where }))).toBe(0);
  });

  it("is asked whether an objection is limited to the times of its words, and holds at them alone", async () => {
    const { id: controllerId } = await makeController(ctx, { country: "FR" });
    const signatory = await makeContact(ctx, { controllerId });
    const asked = { rights: "marketing-objection", contact: "06 77 88 99 61", words: "Jamais le samedi" };
    expect(await lodgeRequest(signatory, lodging(asked))).toMatchObject({
      refusal: { issues: [{ path: "timesAnswer", key: "rights-request.timesAsked" }] },
    });
    valueOf(await lodgeRequest(signatory, lodging({ ...asked, timesAnswer: "as-written" })));
    const where = { personKey: personKey(ctx.scope.org, "+33677889961"), controllerId };
    const made = await withOrg(ctx.scope, (tx) => tx.choice.findMany({ where }));
    expect(made.map(({ times }) => times)).toEqual(made.map(() => ({ days: [6], zones: ["Europe/Paris"] })));
    expect(made).toHaveLength(2);
  });

  it("is asked whether it is an earlier one, and is another on its word alone", async () => {
    const { id: controllerId } = await makeController(ctx, { country: "FR" });
    const signatory = await makeContact(ctx, { controllerId });
    const contact = "06 77 88 99 51";
    const first = valueOf(await lodgeRequest(signatory, lodging({ contact })));
    const { reference } = (await readClocked(first.id)).request;
    expect(await lodgeRequest(signatory, lodging({ contact: "+33 6 77 88 99 51" }))).toMatchObject({
      refusal: {
        issues: [{ path: "contact", key: "rights-request.lodgedBefore", params: { reference } }],
      },
    });
    // Nobody asks about one of another right or of another client.
    valueOf(await lodgeRequest(signatory, lodging({ contact, rights: "access" })));
    const { id: otherId } = await makeController(ctx, { country: "FR" });
    valueOf(await lodgeRequest(await makeContact(ctx, { controllerId: otherId }), lodging({ contact })));
    const { id } = valueOf(await lodgeRequest(signatory, lodging({ contact, isAnother: "on" })));
    const { request, facts } = await readClocked(id);
    expect(facts.find(({ kind }) => kind === "lodged")?.value.apartFrom).toContain(first.id);
    const same = await withOrg(ctx.scope, (tx) => findMaybeSame(tx, request, facts));
    expect(same.map((one) => one.id)).not.toContain(first.id);
  });

  it("is refused of a day to come, of one of the processor's own, and outside the portal", async () => {
    const { id: controllerId } = await makeController(ctx);
    const signatory = await makeContact(ctx, { controllerId });
    expect(await lodgeRequest(signatory, lodging({ receivedOn: "2099-01-01" }))).toMatchObject({
      refusal: { issues: [{ path: "receivedOn", key: "dateAhead" }] },
    });
    const own = await makeContact(ctx, { controllerId, personId: ctx.actor.personId });
    expect(await lodgeRequest(own, lodging())).toMatchObject({
      refusal: { issues: [{ path: "", key: "processorsOwn" }] },
    });
    const lodge = `SELECT portal_request_lodge('00000000-0000-7000-8000-000000000009', 'D-9', ARRAY['access'], NULL,
      NULL, NULL, NULL, false, '[]', now())`;
    await expect(withOrg(ctx.scope, (tx) => tx.$queryRawUnsafe(lodge))).rejects.toThrow(
      /permission denied|42501/,
    );
  });
});

it("confirms with a certificate, which goes with the letter and stands in the portal", async () => {
  const { signatory, row } = await relay();
  valueOf(await answer(signatory, row, { answer: "execute" }));
  await accept(row.id);
  let next = { id: row.id, version: row.version + 1 };
  next = await stepRightsRequest(ctx, next, "task-added", { taskKind: "system", taskName: "Enregistreur" });
  next = await stepRightsRequest(ctx, next, "started");
  const taskId = (await readClocked(row.id)).file.tasks[0]?.id;
  next = await stepRightsRequest(ctx, next, "task-answered", { taskId, outcome: "done" });
  await stepRightsRequest(ctx, next, "confirmed", { means: "letter" });
  const { file } = await readClocked(row.id);
  const documentId = file.unsent.confirmed?.fact.value.documentId ?? "";
  const shown = await withOrg(signatory.scope, (tx) =>
    tx.attachment.findFirst({ where: { id: documentId }, select: { fileName: true, contentType: true } }),
  );
  expect(shown).toEqual({
    fileName: `${row.reference} attestation d’exécution.pdf`,
    contentType: "application/pdf",
  });
  expect(await lettersOf("rights-request-outcome")).toContainEqual(
    expect.objectContaining({ attachmentId: documentId, toAddress: signatory.email }),
  );
});
