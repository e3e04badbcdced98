import { describe, expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { sha256 } from "@/lib/platform/files/chunks";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { answerRequest, askForApproval, makeCallScript, WHOLE_SCRIPT } from "@/prisma/factories/call-script";
import { makeContact } from "@/prisma/factories/contact";
import { addDevice } from "@/prisma/factories/passkey";
import { makeController, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { findPortalRequest, findPortalRequests } from "@/lib/features/call-script/read/portal";
import { findRequests } from "@/lib/features/call-script/read/queries";
import { findShownSignatures } from "@/lib/platform/read/shown-signatures";
import { scriptDecisionSchema } from "@/lib/features/call-script/schema";
import { decideScript } from "./decisions";
import { askScriptSignature } from "./signature";
import { moveCallScript, updateCallScript } from "./mutations";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const { id: controllerId } = await makeController(ctx);
const contact = await makeContact(ctx, { controllerId });

const answer = ({ id, digest }: { id: string; digest: string }, changes: object = {}) =>
  scriptDecisionSchema.parse({ id, digest, outcome: "approved", power: "Mandat social", ...changes });
const ask = async () => askForApproval(ctx, await makeCallScript(ctx, { controllerId }));

describe("decideScript", () => {
  it("records who answered on which text, tells both sides, and is one answer", async () => {
    const colleague = await makeContact(ctx, { controllerId, name: "Luc Ferrand" });
    const request = await ask();
    valueOf(await decideScript(contact, answer(request)));
    const [row] = await withOrg(contact.scope, (tx) => findPortalRequests(tx));
    expect(row).toMatchObject({
      id: request.id,
      digest: sha256(Buffer.from(WHOLE_SCRIPT)),
      isOpen: false,
      decision: { outcome: "approved", by: "Claire Vasseur", power: "Mandat social" },
    });
    const letters = await withOrg(ctx.scope, (tx) =>
      tx.outboxMail.findMany({
        where: { template: { startsWith: "portal-script" } },
        select: { template: true, toAddress: true },
      }),
    );
    expect(letters).toContainEqual({ template: "portal-script-decided", toAddress: ctx.email });
    expect(letters).toContainEqual({ template: "portal-script-told", toAddress: colleague.email });
    expect(letters.map(({ toAddress }) => toAddress)).not.toContain(contact.email);
    const entry = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findFirst({ where: { event: "call-script.approved" }, select: { text: true } }),
    );
    expect(entry?.text).toContain(request.digest);
    expect(
      await decideScript(colleague, answer(request, { outcome: "refused", reason: "Non" })),
    ).toMatchObject({
      refusal: { issues: [{ key: "call-script.closed" }] },
    });
  });

  it("is of the text that was shown", async () => {
    const request = await ask();
    expect(await decideScript(contact, answer({ ...request, digest: "0".repeat(64) }))).toMatchObject({
      refusal: { issues: [{ key: "call-script.otherText" }] },
    });
  });

  it("is closed once a later edition was submitted", async () => {
    const script = await makeCallScript(ctx, { controllerId });
    const first = await askForApproval(ctx, script);
    const reworded = { id: script.id, version: script.version, title: script.title, text: "Bonjour" };
    const fields = { sector: null, language: "fr" as const, isRecorded: true };
    const later = valueOf(await updateCallScript(ctx, { ...reworded, ...fields }));
    await askForApproval({ ...ctx, now: new Date(ctx.now.getTime() + 1000) }, later);
    expect(await decideScript(contact, answer(first))).toMatchObject({
      refusal: { issues: [{ key: "call-script.closed" }] },
    });
  });

  it("is of signatories of its own controller, and of nobody of the processor", async () => {
    const request = await ask();
    const reader = await makeContact(ctx, { controllerId, role: "reader" });
    expect(await decideScript(reader, answer(request))).toMatchObject({ refusal: { kind: "forbidden" } });
    const stranger = await makeContact(ctx);
    expect(await decideScript(stranger, answer(request))).toMatchObject({ refusal: { kind: "not-found" } });
    const own = await makeContact(ctx, { controllerId, email: `moi@${ctx.email.split("@")[1]}` });
    expect(await decideScript(own, answer(request))).toMatchObject({
      refusal: { issues: [{ key: "call-script.ownPeople" }] },
    });
  });

  it("needs reasons for a refusal, after which the same edition may be submitted again", async () => {
    const script = await makeCallScript(ctx, { controllerId });
    const request = await askForApproval(ctx, script);
    expect(() => answer(request, { outcome: "refused" })).toThrow();
    await answerRequest(contact, request, { outcome: "refused", reason: "Ton trop pressant" });
    const again = await askForApproval({ ...ctx, now: new Date(ctx.now.getTime() + 1000) }, script);
    expect(again).toMatchObject({ edition: 1, decision: null });
  });
});

it("is never written by the processor's own role", async () => {
  const request = await ask();
  const data = {
    id: request.id,
    orgId: ctx.scope.org,
    controllerId,
    requestId: request.id,
    contactId: contact.actor.contactId,
    outcome: "approved",
    digest: request.digest,
    power: "x",
    reason: "",
    recordedAt: ctx.now,
    authorName: "Claire Vasseur",
  };
  await expect(withOrg(ctx.scope, (tx) => tx.callScriptDecision.createMany({ data }))).rejects.toThrow(
    /permission denied/,
  );
});

describe("a request about a script that is retired", () => {
  it("is withdrawn in the portal and for good, and another may follow it", async () => {
    const script = await makeCallScript(ctx, { controllerId });
    const request = await askForApproval(ctx, script);
    const move = { id: script.id, on: "2026-11-24", reason: "Offre abandonnée" };
    const retired = valueOf(await moveCallScript(ctx, { ...move, version: script.version, event: "retire" }));
    expect(await withOrg(contact.scope, (tx) => findPortalRequest(tx, request.id))).toMatchObject({
      isOpen: false,
      isWithdrawn: true,
    });
    expect(await decideScript(contact, answer(request))).toMatchObject({
      refusal: { issues: [{ key: "call-script.closed" }] },
    });
    const later = { ...ctx, now: new Date(ctx.now.getTime() + 60_000) };
    const reopened = valueOf(
      await moveCallScript(later, { ...move, version: retired.version, event: "reopen" }),
    );
    const again = await askForApproval(later, reopened);
    const requests = await withOrg(ctx.scope, (tx) => findRequests(tx, [script.id]));
    expect(requests.map(({ isWithdrawn }) => isWithdrawn)).toEqual([true, false]);
    valueOf(await decideScript(contact, answer(again)));
  });

  it("is not withdrawn for whoever answered before", async () => {
    const script = await makeCallScript(ctx, { controllerId });
    const request = await askForApproval(ctx, script);
    valueOf(await decideScript(contact, answer(request)));
    const { id, version } = script;
    valueOf(
      await moveCallScript(ctx, {
        id,
        version,
        event: "retire",
        on: "2026-11-24",
        reason: "Offre abandonnée",
      }),
    );
    const [row] = await withOrg(ctx.scope, (tx) => findRequests(tx, [id]));
    expect(row).toMatchObject({ isWithdrawn: false, decision: { outcome: "approved" } });
  });
});

describe("an answer signed by a passkey", () => {
  it("is kept with what was signed, and refused where another answer was", async () => {
    const request = await ask();
    const { sign } = await addDevice(contact);
    const input = answer(request);
    const { challenge } = valueOf(await askScriptSignature(contact, input));
    const assertion = JSON.stringify(sign(challenge));
    const other = { ...input, power: "Autre pouvoir", assertion };
    expect(await decideScript(contact, other)).toMatchObject({
      refusal: { issues: [{ key: "call-script.passkeyRefused" }] },
    });
    valueOf(await decideScript(contact, { ...input, assertion }));
    const [kept] = await withOrg(contact.scope, (tx) =>
      tx.contactSignature.findMany({ where: { subjectId: request.id } }),
    );
    expect(JSON.parse(kept!.statement)).toMatchObject({
      act: "approved",
      script: { request: request.id, textDigest: request.digest },
    });
    const shown = await withOrg(contact.scope, (tx) => findShownSignatures(tx, "call-script", [request.id]));
    expect(shown).toEqual(
      await withOrg(ctx.scope, (tx) => findShownSignatures(tx, "call-script", [request.id])),
    );
    expect(shown).toMatchObject([{ subjectId: request.id, fingerprint: sha256(kept!.publicKey) }]);
  });
});
