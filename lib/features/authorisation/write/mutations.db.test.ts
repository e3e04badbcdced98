import { describe, expect, it } from "vitest";
import { endContact } from "@/lib/features/contact/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import {
  makeAgreed,
  makeRequest,
  moveInput,
  prepareRequest,
  sendDraft,
} from "@/prisma/factories/authorisation";
import { makeContact } from "@/prisma/factories/contact";
import { fillSection } from "@/prisma/factories/contract";
import { as } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import {
  makeSubProcessor,
  makeWholeSubProcessor,
  fillSubProcessorSection,
} from "@/prisma/factories/sub-processor";
import { moveRequest } from "./mutations";
import { editRequest, prepareRequests } from "./requests";
import { sendRequests } from "./sending";
import { ctx, foreign, on, lastEntry, eventsOf, read, prepareDatabase } from "./mutations.fixture";

prepareDatabase();

describe("preparing", () => {
  it("makes each controller its own draft: language, regime, days, zone and list", async () => {
    const german = await makeController(ctx, {
      language: "en",
      country: "DE",
      address: "Alsterufer 3, Hamburg",
    });
    const [specific, general] = [
      await makeAgreed(ctx),
      await makeAgreed(ctx, { authorisation: "general", objectionDays: "10" }, german.id),
    ];
    const asked = await makeSubProcessor(ctx);
    const controllerIds = [specific.controllerId, general.controllerId];
    const rows = valueOf(await prepareRequests(ctx, { subProcessorId: asked.id, controllerIds }));
    const of = (id: string) => rows.find(({ controllerId }) => controllerId === id)!;
    expect(of(specific.controllerId)).toMatchObject({
      regime: "specific",
      days: 30,
      zone: "Europe/Paris",
      language: "fr",
      state: "draft",
      contractId: specific.id,
      recipient: "contact@orvelle.example",
      sentAt: null,
      list: { version: 1, entries: [{ reference: asked.reference, isAsked: true }] },
    });
    expect(of(specific.controllerId).text).toContain("Sans réponse à l’échéance, l’autorisation est refusée");
    expect(of(german.id)).toMatchObject({
      regime: "general",
      days: 10,
      zone: "Europe/Berlin",
      language: "en",
    });
    expect(of(german.id).text).toContain("You may object to this change within 10 days");
    expect(await lastEntry(ctx)).toMatchObject({ event: "authorisation.prepared" });
  });

  it("writes to whoever may decide in the portal, where somebody does", async () => {
    const { id: controllerId } = await makeController(ctx, { contactEmail: "accueil@orvelle.example" });
    await makeContact(ctx, { controllerId, role: "reader", email: "lecture@orvelle.example" });
    expect(await prepareRequest(ctx, { controllerId })).toMatchObject({
      recipient: "accueil@orvelle.example",
    });
    await makeContact(ctx, { controllerId, email: "signature@orvelle.example" });
    expect(await prepareRequest(ctx, { controllerId })).toMatchObject({
      recipient: "signature@orvelle.example",
    });
  });

  it("presumes no general authorisation where no contract is in force", async () => {
    const draft = await prepareRequest(ctx, { controllerId: (await makeController(ctx)).id });
    expect(draft).toMatchObject({ regime: "specific", days: null, contractId: null });
  });

  it("asks by the contract that takes effect today, though the night's work has yet to say so", async () => {
    const { id, controllerId } = await makeAgreed(ctx, { authorisation: "general" });
    await withOrg(ctx.scope, (tx) => tx.contract.update({ where: { id }, data: { state: "signed" } }));
    expect(await prepareRequest(ctx, { controllerId })).toMatchObject({ regime: "general", contractId: id });
  });

  it("asks nothing twice, nobody who is not there, and nothing of one that is listed no more", async () => {
    const draft = await prepareRequest(ctx);
    const again = { subProcessorId: draft.subProcessorId, controllerIds: [draft.controllerId] };
    expect(await prepareRequests(ctx, again)).toMatchObject({
      refusal: { issues: [{ path: "controllerIds", key: "authorisation.askedAlready" }] },
    });
    const elsewhere = (await makeController(foreign)).id;
    expect(await prepareRequests(ctx, { ...again, controllerIds: [elsewhere] })).toMatchObject({
      refusal: { issues: [{ path: "controllerIds", key: "authorisation.noSuchController" }] },
    });
    expect(await prepareRequests(as(ctx, "viewer"), again)).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(
      await prepareRequests(ctx, { ...again, subProcessorId: (await makeSubProcessor(foreign)).id }),
    ).toMatchObject({ refusal: { issues: [{ path: "subProcessorId" }] } });
  });

  it("asks anew once silence has become a refusal, and takes its place", async () => {
    const sent = await makeRequest(ctx, { subProcessorId: (await makeWholeSubProcessor(ctx)).id });
    const { id, controllerId, subProcessorId } = valueOf(
      await moveRequest(ctx, moveInput(ctx, sent, "receive")),
    );
    const anew = { controllerId, subProcessorId };
    const lastDay = on(ctx, "2026-12-02T22:59:00Z");
    expect(await prepareRequests(lastDay, { subProcessorId, controllerIds: [controllerId] })).toMatchObject({
      refusal: { issues: [{ key: "authorisation.askedAlready" }] },
    });
    const over = on(ctx, "2026-12-02T23:00:00Z");
    const again = await makeRequest(over, anew);
    expect(again).toMatchObject({ supersedesId: id, state: "submitted" });
    expect(again.text).toContain("vous soumet de nouveau la même demande");
    expect(await read(ctx, id)).toMatchObject({ state: "replaced" });
  });

  it("lets a draft be said otherwise until it is sent", async () => {
    const draft = await prepareRequest(ctx);
    const stated = { id: draft.id, version: 1, text: "Bonjour", recipient: "dpo@orvelle.example" };
    const edited = valueOf(await editRequest(ctx, stated));
    expect(edited).toMatchObject({ text: "Bonjour", recipient: "dpo@orvelle.example", version: 2 });
    expect(await editRequest(ctx, stated)).toMatchObject({ refusal: { kind: "conflict", version: 2 } });
    expect(await editRequest(foreign, stated)).toMatchObject({ refusal: { kind: "not-found" } });
    const sent = await sendDraft(ctx, edited);
    expect(await editRequest(ctx, { ...stated, version: sent.version })).toMatchObject({
      refusal: { issues: [{ key: "authorisation.sentAlready" }] },
    });
  });
});

describe("sending", () => {
  it("seals text and list, files the request and queues its letter with it", async () => {
    const sent = await makeRequest(ctx);
    expect(sent).toMatchObject({ state: "submitted", sentAt: ctx.now, receivedAt: null, version: 2 });
    expect(sent.textDigest).toMatch(/^[0-9a-f]{64}$/);
    expect(sent.facts).toMatchObject([
      { event: "submit", textDigest: sent.textDigest, letterId: sent.letterId },
    ]);
    const { letter, file } = await withOrg(ctx.scope, async (tx) => ({
      letter: await tx.outboxMail.findUniqueOrThrow({ where: { id: sent.letterId! } }),
      file: await tx.attachment.findUniqueOrThrow({ where: { id: sent.documentId! } }),
    }));
    expect(letter).toMatchObject({
      template: "authorisation-request",
      toAddress: "contact@orvelle.example",
      state: "queued",
      attachmentId: file.id,
    });
    expect(file).toMatchObject({ contentType: "application/pdf", controllerId: sent.controllerId });
    expect(await eventsOf(ctx, sent.id)).toEqual(["authorisation.prepared", "authorisation.sent"]);
  });

  it("is refused without an address, to an editor, and to another organisation", async () => {
    const { id } = await makeController(ctx, { contactEmail: "" });
    const draft = await prepareRequest(ctx, { controllerId: id });
    const requests = [{ id: draft.id, version: 1 }];
    expect(await sendRequests(ctx, { requests })).toMatchObject({
      refusal: {
        issues: [{ key: "authorisation.addressMissing", params: { reference: draft.reference } }],
      },
    });
    expect(await sendRequests(as(ctx, "editor"), { requests })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    expect(await sendRequests(foreign, { requests })).toMatchObject({ refusal: { kind: "not-found" } });
    expect(await read(ctx, draft.id)).toMatchObject({ state: "draft", textDigest: null });
  });

  it("goes to no contact whose access has ended since it was prepared", async () => {
    const { id: controllerId } = await makeController(ctx, { contactEmail: "accueil@orvelle.example" });
    const { actor, email } = await makeContact(ctx, { controllerId });
    const draft = await prepareRequest(ctx, { controllerId });
    expect(draft.recipient).toBe(email);
    valueOf(await endContact(ctx, { id: actor.contactId, reason: "A quitté la société" }));
    expect(await sendRequests(ctx, { requests: [draft] })).toMatchObject({
      refusal: { issues: [{ path: "requests", key: "authorisation.addressLeft" }] },
    });
    const edited = { id: draft.id, version: 1, text: draft.text, recipient: "accueil@orvelle.example" };
    expect(await sendDraft(ctx, valueOf(await editRequest(ctx, edited)))).toMatchObject({
      state: "submitted",
    });
  });

  it("sends no words of a place, a service or a contract that have changed since", async () => {
    const asked = await makeWholeSubProcessor(ctx);
    const [moved, agreed, same] = [
      await prepareRequest(ctx, { subProcessorId: asked.id }),
      await prepareRequest(ctx),
      await prepareRequest(ctx),
    ];
    await fillSubProcessorSection(ctx, asked, "places", {
      sites: [{ name: "Lille", country: "FR" }],
      accessAnswer: "no",
    });
    const contract = await withOrg(ctx.scope, (tx) =>
      tx.contract.findUniqueOrThrow({ where: { id: agreed.contractId! } }),
    );
    await fillSection(ctx, contract, "terms", { authorisation: "general", objectionDays: "15" });
    for (const draft of [moved, agreed])
      expect(await sendRequests(ctx, { requests: [draft] })).toMatchObject({
        refusal: {
          issues: [{ key: "authorisation.saidOtherwise", params: { reference: draft.reference } }],
        },
      });
    expect(await sendDraft(ctx, same)).toMatchObject({ state: "submitted" });
    expect(await read(ctx, moved.id)).toMatchObject({ state: "draft" });
  });
});
