import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { makeContact, type MadeContact } from "@/prisma/factories/contact";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { makeRightsRequest, stepRightsRequest } from "@/prisma/factories/rights-request";
import { findRelayed } from "@/lib/features/portal-rights-request/read/queries";
import { lodgingSchema, rightsAnswerSchema } from "@/lib/features/portal-rights-request/schema";
import { planRightsRequest } from "@/lib/domain/obligation/plan-rights-request";
import { personKey } from "@/lib/platform/secrets/person-key";
import { findClockedRequests } from "@/lib/features/rights-request/read/to-plan";
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

describe("a relay by letter", () => {
  it("writes to who enters the portal, and leaves the person out of the letter", async () => {
    const { row, signatory } = await relay();
    const letter = (await lettersOf("rights-request-passed-on")).at(-1);
    expect(letter).toMatchObject({ toAddress: signatory.email, sealed: null });
    expect(JSON.stringify(letter?.params)).toContain(row.reference);
    expect(JSON.stringify(letter?.params)).not.toMatch(/cliente|12 34/);
    expect((await readClocked(row.id)).file.relayed?.value.letterIds).toEqual([letter?.id]);
  });

  it("seals the person in a letter to an address outside the portal", async () => {
    const { id: controllerId } = await makeController(ctx);
    await stepRightsRequest(ctx, await makeRightsRequest(ctx, { controllerId }), "relayed", {
      means: "letter",
    });
    const letter = (await lettersOf("rights-request-passed-on-whole")).at(-1);
    expect(letter?.toAddress).toBe("contact@orvelle.example");
    expect(letter?.sealed).not.toBeNull();
    expect(JSON.stringify(letter?.params)).not.toMatch(/cliente|12 34/);
  });

  it("is refused beside its means where nobody can be written to", async () => {
    const { id: controllerId } = await makeController(ctx, { contactEmail: "" });
    const { id, version } = await makeRightsRequest(ctx, { controllerId });
    const input = requestEventSchema.parse({
      ...{ id, version, kind: "relayed", means: "letter", on: "2026-01-06", time: "09:00" },
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
    expect(instruction.text).toContain(row.reference);
    expect(instruction.text).toContain("Sous trois jours.");
    expect((await lettersOf("portal-rights-request-answered")).at(-1)).toMatchObject({
      toAddress: ctx.email,
    });
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

  it("takes the controller's own answer to the person with its instant, also once the request is closed", async () => {
    const { signatory, row } = await relay();
    const stated = { answer: "answered", means: "post", told: "action-taken" };
    const typed = rightsAnswerSchema.safeParse({ id: row.id, version: row.version, power: "", ...stated });
    expect(typed.error?.issues.map(({ path }) => path[0])).toEqual(["answeredOn", "answeredTime"]);
    const tomorrow = new Date(signatory.now.getTime() + 2 * 86_400_000).toISOString().slice(0, 10);
    expect(
      await answer(signatory, row, { ...stated, answeredOn: tomorrow, answeredTime: "10:00" }),
    ).toMatchObject({ refusal: { issues: [{ path: "answeredOn", key: "dateAhead" }] } });
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
    for (const by of [reader, own])
      expect(await answer(by, row, { answer: "execute" })).toMatchObject({ refusal: { kind: "forbidden" } });
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
    await role.query("SELECT set_config('app.org', $1, false), set_config('app.controller', $2, false)", [
      ctx.scope.org,
      signatory.actor.controllerId,
    ]);
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
    expect(found.file).toMatchObject({ state: "relayed", controllerId, lodged: { value: { controllerId } } });
    expect(found.request).toMatchObject({ channel: "portal", controllerId });
    expect(found.clock).toMatchObject({ startedBy: "controller", startDay: "2026-01-02" });
    expect(planRightsRequest(found).map(({ kind }) => kind)).not.toContain("rights-request.relay");
    const key = personKey(ctx.scope.org, "+33677889900");
    const choices = await withOrg(ctx.scope, (tx) => tx.choice.findMany({ where: { personKey: key } }));
    expect(choices).toMatchObject([
      {
        controllerId,
        act: "telephone",
        outcome: "refused",
        source: "portal",
        proof: found.request.reference,
      },
    ]);
    const seen = await withOrg(reader.scope, async (tx) => (await findRelayed(tx)).map(({ row }) => row.id));
    expect(seen).toContain(id);
    const { text } = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findFirstOrThrow({ orderBy: { seq: "desc" }, select: { text: true } }),
    );
    expect(text).not.toMatch(/Karmoussi|77 88/);
  });

  it("is refused of a day to come, of one of the processor's own, and outside the portal", async () => {
    const { id: controllerId } = await makeController(ctx);
    const signatory = await makeContact(ctx, { controllerId });
    expect(await lodgeRequest(signatory, lodging({ receivedOn: "2099-01-01" }))).toMatchObject({
      refusal: { issues: [{ path: "receivedOn", key: "dateAhead" }] },
    });
    const own = await makeContact(ctx, { controllerId, personId: ctx.actor.personId });
    expect(await lodgeRequest(own, lodging())).toMatchObject({ refusal: { kind: "forbidden" } });
    const lodge = `SELECT portal_request_lodge('00000000-0000-7000-8000-000000000009', 'D-9', ARRAY['access'], NULL,
      NULL, NULL, '[]', now())`;
    await expect(withOrg(ctx.scope, (tx) => tx.$queryRawUnsafe(lodge))).rejects.toThrow(
      /permission denied|42501/,
    );
  });
});

it("confirms with a certificate, which goes with the letter and stands in the portal", async () => {
  const { signatory, row } = await relay();
  valueOf(await answer(signatory, row, { answer: "execute" }));
  let next = { id: row.id, version: row.version + 1 };
  next = await stepRightsRequest(ctx, next, "task-added", { taskName: "Enregistreur" });
  next = await stepRightsRequest(ctx, next, "started");
  const taskId = (await readClocked(row.id)).file.tasks[0]?.id;
  next = await stepRightsRequest(ctx, next, "task-answered", { taskId, outcome: "done" });
  await stepRightsRequest(ctx, next, "confirmed");
  const { file } = await readClocked(row.id);
  const documentId = file.confirmed?.value.documentId ?? "";
  const shown = await withOrg(signatory.scope, (tx) =>
    tx.attachment.findFirst({ where: { id: documentId }, select: { fileName: true, contentType: true } }),
  );
  expect(shown).toEqual({
    fileName: `${row.reference} attestation d’exécution.pdf`,
    contentType: "application/pdf",
  });
  expect((await lettersOf("rights-request-carried-out")).at(-1)).toMatchObject({
    attachmentId: documentId,
    toAddress: signatory.email,
  });
});
