import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authorisationCellOf, type Cell } from "@/lib/domain/authorisation/authorisation-status";
import { authorisationStatusAt } from "@/lib/domain/authorisation/request-status";
import { endContact } from "@/lib/features/contact/write/mutations";
import type { Ctx, StaffCtx } from "@/lib/platform/request/context";
import { closeClients } from "@/lib/platform/database/clients";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { withOrg } from "@/lib/platform/database/transaction";
import {
  attachLetter,
  makeAgreed,
  makeRequest,
  moveInput,
  prepareRequest,
  sendDraft,
  stepRequest,
} from "@/prisma/factories/authorisation";
import { makeContact } from "@/prisma/factories/contact";
import { decide, makeDecision } from "@/prisma/factories/decision";
import { fillSection } from "@/prisma/factories/contract";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeReport } from "@/prisma/factories/outbox";
import { makeController, valueOf } from "@/prisma/factories/register";
import {
  makeSubProcessor,
  makeWholeSubProcessor,
  fillSubProcessorSection,
} from "@/prisma/factories/sub-processor";
import { freshDatabase } from "@/scripts/test/fresh-database";
import {
  storedRequestOf,
  cellKey,
  findAgreed,
  findAuthorisation,
  findRequests,
  findUsed,
} from "@/lib/features/authorisation/read/queries";
import { askConfirmation, moveRequest } from "./mutations";
import { recordReceipts } from "./receipts";
import { findOwnCell } from "@/lib/features/authorisation/read/own-status";
import { editRequest, prepareRequests } from "./requests";
import { sendRequests } from "./sending";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let foreign: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-02T09:00:00Z"));
  foreign = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-02T09:00:00Z"));
});
afterAll(async () => {
  await closeClients();
  await database.drop();
});

const on = <C extends Ctx>(of: C, instant: string): C => ({ ...of, now: new Date(instant) });
const lastEntry = async (of: StaffCtx) => {
  const [entry] = await withOrg(of.scope, (tx) =>
    tx.journalText.findMany({ orderBy: { seq: "desc" }, take: 1 }),
  );
  return JSON.parse(entry!.text!) as {
    event: string;
    subject: { id: string };
    after?: Record<string, unknown>;
  };
};
const eventsOf = async (of: StaffCtx, id: string) => {
  const entries = await withOrg(of.scope, (tx) => tx.journalText.findMany({ orderBy: { seq: "asc" } }));
  return entries
    .map(({ text }) => JSON.parse(text!) as { event: string; subject: { id: string } })
    .filter(({ subject }) => subject.id === id)
    .map(({ event }) => event);
};
const read = (of: Ctx, id: string) => withOrg(of.scope, (tx) => findAuthorisation(tx, id));
const cellFor = (of: Ctx, row: { controllerId: string; subProcessorId: string }): Promise<Cell> =>
  withOrg(of.scope, async (tx) => {
    const today = of.now.toISOString().slice(0, 10);
    const requests = await findRequests(tx, { controllerId: row.controllerId });
    const [asked] = await findUsed(tx, today, { id: row.subProcessorId });
    const { regime } = (await findAgreed(tx, today))(row.controllerId);
    const own = requests.get(cellKey(row.controllerId, row.subProcessorId)) ?? [];
    return authorisationCellOf(
      { requests: own, subProcessor: asked!.usedFor(row.controllerId), regime },
      of.now.getTime(),
    );
  });

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
      ...{ regime: "specific", days: 30, zone: "Europe/Paris", language: "fr", state: "draft" },
      ...{ contractId: specific.id, recipient: "contact@orvelle.example", sentAt: null },
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
      ...{ template: "authorisation-request", toAddress: "contact@orvelle.example", state: "queued" },
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

describe("receipt", () => {
  const accepted = (id: string, at: string, state = "accepted") =>
    withOrg(ctx.scope, (tx) =>
      tx.outboxMail.update({
        where: { id },
        data: { state, acceptedAt: new Date(at), response: "250 2.0.0" },
      }),
    );
  const reported = async (id: string, at: string, kind: "delivered" | "relayed") => {
    await accepted(id, at, kind === "delivered" ? kind : "accepted");
    await makeReport(ctx, id, { kind, at: new Date(at), server: "mx.orvelle.example", status: "2.0.0" });
  };

  it.each([["accepted"], ["relayed"]] as const)("is not shown by a letter that is %s", async (how) => {
    const sent = await makeRequest(ctx);
    const at = "2026-11-02T09:00:12Z";
    await (how === "accepted" ? accepted(sent.letterId!, at) : reported(sent.letterId!, at, how));
    const job = jobContext("returned-mail", ctx.scope.org, new Date("2026-11-02T09:01:00Z"));
    expect(valueOf(await recordReceipts(job))).toBe(0);
    const row = (await read(ctx, sent.id))!;
    expect(row).toMatchObject({ receivedAt: null, facts: [{ event: "submit" }] });
    expect(authorisationStatusAt(storedRequestOf(row), Date.parse("2027-11-02T09:00:00Z"))).toMatchObject({
      ...{ state: "submitted", period: null, waits: "receipt" },
    });
  });

  it("is what the controller's own server reports delivered, noted once", async () => {
    const sent = await makeRequest(ctx);
    await reported(sent.letterId!, "2026-11-02T09:00:12Z", "delivered");
    const job = jobContext("returned-mail", ctx.scope.org, new Date("2026-11-02T09:01:00Z"));
    expect(valueOf(await recordReceipts(job))).toBe(1);
    expect(valueOf(await recordReceipts(job))).toBe(0);
    expect(await read(ctx, sent.id)).toMatchObject({
      receivedAt: new Date("2026-11-02T09:00:12Z"),
      facts: [
        {},
        {
          ...{ event: "receive", channel: "e-mail", authorKind: "system", letterId: sent.letterId },
          source: "mx.orvelle.example 2.0.0",
        },
      ],
    });
    expect(await recordReceipts(ctx)).toMatchObject({ refusal: { kind: "forbidden" } });
  });

  it("is moved by an earlier one alone", async () => {
    const later = on(ctx, "2026-11-05T09:00:00Z");
    const sent = await makeRequest(ctx);
    const received = valueOf(await moveRequest(later, moveInput(later, sent, "receive")));
    expect(received.receivedAt).toEqual(later.now);
    expect(
      await moveRequest(later, moveInput(later, received, "receive", { on: "2026-11-03", channel: "" })),
    ).toMatchObject({ refusal: { issues: [{ path: "channel", key: "authorisation.howMissing" }] } });
    const again = (day: string) => moveRequest(later, moveInput(later, received, "receive", { on: day }));
    expect(await again("2026-11-05")).toMatchObject({
      refusal: { issues: [{ path: "on", key: "authorisation.receivedBefore" }] },
    });
    expect(valueOf(await again("2026-11-03")).receivedAt).toEqual(new Date("2026-11-03T09:00:00Z"));
    expect(await lastEntry(ctx)).toMatchObject({ event: "authorisation.received" });
  });
});

describe("a decision on paper", () => {
  it("is recorded with its document, and touches that controller alone", async () => {
    const asked = await makeWholeSubProcessor(ctx);
    const [one, other] = [
      await makeRequest(ctx, { subProcessorId: asked.id }),
      await makeRequest(ctx, { subProcessorId: asked.id }),
    ];
    const refused = await stepRequest(ctx, one, "refuse");
    expect(refused).toMatchObject({ state: "refused", version: 3 });
    expect(refused.facts.at(-1)).toMatchObject({
      ...{ event: "refuse", channel: "letter", signatory: "Claire Orvelle", power: "Représentante légale" },
    });
    expect(await lastEntry(ctx)).toMatchObject({ event: "authorisation.refused", subject: { id: one.id } });
    expect(await read(ctx, other.id)).toMatchObject({ state: "submitted", version: 2 });
    expect((await cellFor(ctx, one)).state).toBe("refused");
    expect((await cellFor(ctx, other)).state).toBe("awaited");
  });

  it.each([
    [{ channel: "telephone" }, "channel", "telephoneProvesNothing"],
    [{ document: "" }, "document", "documentMissing"],
    [{ power: "" }, "power", "powerMissing"],
    [{ on: "2026-11-03" }, "on", "future"],
    [{ on: "2026-11-01" }, "on", "beforeLast"],
  ])("%j is refused beside %s: %s", async (stated, path, key) => {
    const sent = await makeRequest(ctx);
    const document = await attachLetter(ctx, sent);
    expect(await moveRequest(ctx, moveInput(ctx, sent, "approve", { document, ...stated }))).toMatchObject({
      refusal: { issues: [{ path, key: `authorisation.${key}` }] },
    });
  });

  it("says at once of every field that is blank", async () => {
    const sent = await makeRequest(ctx);
    const blank = { channel: "", source: "", signatory: "", capacity: "", power: "" };
    const refused = await moveRequest(ctx, moveInput(ctx, sent, "approve", blank));
    expect(refused).toMatchObject({
      refusal: {
        issues: ["channel", "document", "source", "signatory", "capacity", "power"].map((path) => ({
          path,
          key: `authorisation.${path}Missing`,
        })),
      },
    });
  });

  it("stands as a no said on the telephone, and is asked for in writing", async () => {
    const sent = await makeRequest(ctx);
    const stated = {
      ...{
        channel: "telephone",
        document: "",
        source: "Samia Rais, standard",
        signatory: "M. Petit, comptabilité",
      },
      ...{ capacity: "", power: "", reason: "" },
    };
    const refused = await stepRequest(ctx, sent, "refuse", stated);
    expect(refused).toMatchObject({ state: "refused" });
    expect(refused.facts.at(-1)).toMatchObject({
      ...{ event: "refuse", channel: "telephone", documentId: null },
      ...{ signatory: "M. Petit, comptabilité", source: "Samia Rais, standard" },
    });
    expect((await cellFor(on(ctx, "2027-03-01T09:00:00Z"), sent)).state).toBe("refused");
    const asked = valueOf(await askConfirmation(ctx, { id: refused.id, version: refused.version }));
    expect(asked).toMatchObject({ state: "refused" });
    expect(asked.facts.at(-1)).toMatchObject({
      event: "ask-confirmation",
      letterId: expect.any(String) as string,
    });
    expect(await askConfirmation(ctx, { id: asked.id, version: asked.version })).toMatchObject({
      refusal: { issues: [{ key: "authorisation.noConfirmation" }] },
    });
  });

  it("is not shown by a document of another request, nor by the request itself", async () => {
    const [sent, other] = [await makeRequest(ctx), await makeRequest(ctx)];
    for (const document of [await attachLetter(ctx, other), sent.documentId!])
      expect(await moveRequest(ctx, moveInput(ctx, sent, "approve", { document }))).toMatchObject({
        refusal: { issues: [{ path: "document", key: "authorisation.documentElsewhere" }] },
      });
  });

  it("is a steward's to record, and no other organisation's", async () => {
    const sent = await makeRequest(ctx);
    expect(await moveRequest(as(ctx, "editor"), moveInput(ctx, sent, "withdraw"))).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    expect(await moveRequest(foreign, moveInput(ctx, sent, "withdraw"))).toMatchObject({
      refusal: { kind: "not-found" },
    });
  });

  it("of two at once one wins, the other is told", async () => {
    const sent = await makeRequest(ctx);
    const document = await attachLetter(ctx, sent);
    const outcomes = await Promise.all([
      moveRequest(ctx, moveInput(ctx, sent, "approve", { document })),
      moveRequest(ctx, moveInput(ctx, sent, "refuse", { document })),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: "conflict", version: 3 } });
  });
});

describe("conditions", () => {
  it("keep it from use until each is met with its evidence", async () => {
    const asked = await makeWholeSubProcessor(ctx);
    const sent = await makeRequest(ctx, { subProcessorId: asked.id });
    const conditions = ["Chiffrement au repos", "Audit annuel"];
    let row = await stepRequest(ctx, sent, "approve", { conditions });
    expect(row.conditions).toMatchObject([{ text: conditions[0], metAt: null }, { text: conditions[1] }]);
    expect(await cellFor(ctx, row)).toMatchObject({ state: "to-sign", missing: ["conditions"] });
    for (const { id } of row.conditions)
      row = valueOf(await moveRequest(ctx, moveInput(ctx, row, "meet", { conditionId: id, channel: "" })));
    expect(await cellFor(ctx, row)).toMatchObject({ state: "active", missing: [] });
    expect(await lastEntry(ctx)).toMatchObject({ event: "authorisation.condition-met" });
    const again = moveInput(ctx, row, "meet", { conditionId: row.conditions[0]!.id });
    expect(await moveRequest(ctx, again)).toMatchObject({
      refusal: { issues: [{ path: "conditionId", key: "authorisation.conditionMissing" }] },
    });
  });
});

describe("afterwards", () => {
  it("is suspended, resumed and ended, each with its reason", async () => {
    let row = await stepRequest(ctx, await makeRequest(ctx), "approve");
    const states = [];
    for (const event of ["suspend", "resume", "end"]) {
      row = valueOf(await moveRequest(ctx, moveInput(ctx, row, event, { channel: "" })));
      states.push(row.state);
    }
    expect(states).toEqual(["suspended", "approved", "ended"]);
    const fresh = await stepRequest(ctx, await makeRequest(ctx), "approve");
    expect(await moveRequest(ctx, moveInput(ctx, fresh, "suspend", { reason: " " }))).toMatchObject({
      refusal: { issues: [{ path: "reason", key: "authorisation.reasonMissing" }] },
    });
  });

  it("a change of site is asked anew, and takes the place of what was authorised once it holds", async () => {
    const asked = await makeWholeSubProcessor(ctx);
    const first = await stepRequest(ctx, await makeRequest(ctx, { subProcessorId: asked.id }), "approve");
    expect((await cellFor(ctx, first)).state).toBe("active");
    const places = { sites: [{ name: "Lille", country: "FR" }], accessAnswer: "no" };
    await fillSubProcessorSection(ctx, asked, "places", places);
    expect(await cellFor(ctx, first)).toMatchObject({
      state: "to-sign",
      missing: ["scope"],
      isChangedSince: true,
    });
    const second = await makeRequest(ctx, {
      controllerId: first.controllerId,
      subProcessorId: asked.id,
    });
    expect(second).toMatchObject({ supersedesId: first.id, list: { version: 2 } });
    expect(second.text).toContain("Ce qui change\u00a0: les lieux.");
    expect(await read(ctx, first.id)).toMatchObject({ state: "approved" });
    await stepRequest(ctx, second, "approve");
    expect(await read(ctx, first.id)).toMatchObject({ state: "replaced" });
    expect(await cellFor(ctx, first)).toMatchObject({ state: "active", requestId: second.id });
    const own = await withOrg(ctx.scope, (tx) => findOwnCell(tx, ctx, first));
    expect(own).toMatchObject({ state: "replaced", requestId: first.id });
  });

  it("a notice of a change takes nothing from what silence authorised, until it holds itself", async () => {
    const asked = await makeWholeSubProcessor(ctx);
    const terms = { authorisation: "general", objectionDays: "10" };
    const sent = await makeRequest(ctx, { subProcessorId: asked.id, terms });
    const notified = valueOf(await moveRequest(ctx, moveInput(ctx, sent, "receive")));
    const later = on(ctx, "2026-11-20T09:00:00Z");
    expect((await cellFor(later, notified)).state).toBe("active");
    const places = { sites: [{ name: "Lille", country: "FR" }], accessAnswer: "no" };
    await fillSubProcessorSection(later, asked, "places", places);
    const { controllerId, subProcessorId } = notified;
    const change = await makeRequest(later, { controllerId, subProcessorId });
    expect(change).toMatchObject({ supersedesId: notified.id, state: "notified" });
    expect(await read(later, notified.id)).toMatchObject({ state: "notified" });
    await stepRequest(later, change, "approve");
    expect(await read(later, notified.id)).toMatchObject({ state: "replaced" });
  });

  it("silence: a refusal in the one regime, an authorisation in the other, nothing where no period was agreed", async () => {
    const asked = await makeWholeSubProcessor(ctx);
    const rows = [];
    for (const terms of [{}, { authorisation: "general" }, { authorisation: "general", objectionDays: "" }]) {
      const sent = await makeRequest(ctx, { subProcessorId: asked.id, terms });
      rows.push(valueOf(await moveRequest(ctx, moveInput(ctx, sent, "receive"))));
    }
    const later = on(ctx, "2026-12-24T09:00:00Z");
    const cells = await Promise.all(rows.map((row) => cellFor(later, row)));
    expect(cells.map(({ state, waits }) => [state, waits])).toEqual([
      ["expired", null],
      ["active", null],
      ["notified", "confirmation"],
    ]);
    const { id, version } = rows[2]!;
    const notified = valueOf(await askConfirmation(later, { id, version }));
    expect(notified.facts.at(-1)).toMatchObject({ event: "ask-confirmation", state: "notified" });
    const own = { document: notified.facts.at(-1)!.documentId! };
    expect(await moveRequest(later, moveInput(later, notified, "approve", own))).toMatchObject({
      refusal: { issues: [{ path: "document", key: "authorisation.documentElsewhere" }] },
    });
    expect(await askConfirmation(later, { id: rows[1]!.id, version: rows[1]!.version })).toMatchObject({
      refusal: { issues: [{ key: "authorisation.noConfirmation" }] },
    });
    expect(await askConfirmation(as(later, "editor"), { id, version })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
  });
});

describe("in the portal", () => {
  it("keeps who decided on which words, from where", async () => {
    const sent = await makeRequest(ctx);
    const contact = await makeContact(ctx, { controllerId: sent.controllerId });
    const decided = await makeDecision(contact, sent, { choice: "conditions", conditions: "Audit annuel" });
    expect(decided).toMatchObject({
      state: "approved",
      receivedAt: ctx.now,
      conditions: [{ text: "Audit annuel" }],
    });
    expect(decided.facts.at(-1)).toMatchObject({
      ...{ channel: "portal", authorKind: "controller-contact", authorName: "Claire Vasseur" },
      ...{ textDigest: sent.textDigest, listDigest: sent.listDigest },
      ...{ address: contact.device.address, agent: contact.device.userAgent },
    });
    expect(await eventsOf(ctx, sent.id)).toEqual([
      "authorisation.prepared",
      "authorisation.sent",
      "authorisation.received",
      "authorisation.approved",
    ]);
  });

  it("is a signatory's, on what was shown, and of one's own controller", async () => {
    const [sent, other] = [await makeRequest(ctx), await makeRequest(ctx)];
    const { controllerId } = sent;
    const [signatory, reader] = [
      await makeContact(ctx, { controllerId }),
      await makeContact(ctx, { controllerId, role: "reader" }),
    ];
    expect(await decide(reader, sent)).toMatchObject({ refusal: { kind: "forbidden" } });
    const elsewise = { ...sent, textDigest: "0".repeat(64) };
    expect(await decide(signatory, elsewise)).toMatchObject({ refusal: { kind: "conflict" } });
    expect(await decide(signatory, other)).toMatchObject({ refusal: { kind: "not-found" } });
  });

  it("two signatories at once: one wins, the other is told", async () => {
    const sent = await makeRequest(ctx);
    const { controllerId } = sent;
    const [one, other] = [await makeContact(ctx, { controllerId }), await makeContact(ctx, { controllerId })];
    const outcomes = await Promise.all([decide(one, sent), decide(other, sent, { choice: "refuse" })]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: "conflict", version: 3 } });
  });

  it("raw SQL of a contact's connection reaches its own sent requests, and changes no word of them", async () => {
    const [own, other, draft] = [await makeRequest(ctx), await makeRequest(ctx), await prepareRequest(ctx)];
    await stepRequest(ctx, other, "approve", { conditions: ["Audit"] });
    const app = new Client({ connectionString: database.portalUrl });
    await app.connect();
    const asContact = async (controllerId: string, sql: string, values: unknown[] = []) => {
      await app.query("BEGIN");
      try {
        await app.query(
          "SELECT set_config('app.org', $1, true), set_config('app.scope', 'portal', true), set_config('app.controller', $2, true)",
          [ctx.scope.org, controllerId],
        );
        return (await app.query(sql, values)).rowCount;
      } catch (error) {
        return (error as { code: string }).code;
      } finally {
        await app.query("ROLLBACK");
      }
    };
    const mine = (sql: string, values?: unknown[]) => asContact(own.controllerId, sql, values);
    expect(await mine("SELECT 1 FROM authorisation")).toBe(1);
    expect(await asContact(draft.controllerId, "SELECT 1 FROM authorisation")).toBe(0);
    expect(await mine("SELECT 1 FROM authorisation_condition")).toBe(0);
    expect(await mine("SELECT 1 FROM authorisation_fact WHERE controller_id <> $1", [own.controllerId])).toBe(
      0,
    );
    expect(await mine("SELECT 1 FROM sub_processor")).toBe(1);
    expect(await mine("UPDATE authorisation SET state = 'approved' WHERE id = $1", [other.id])).toBe(0);
    expect(await mine("UPDATE authorisation SET text = 'x'")).toBe("42501");
    expect(await mine("UPDATE authorisation SET controller_id = $1", [other.controllerId])).toBe("42501");
    const insert = `INSERT INTO authorisation_fact (id, org_id, authorisation_id, controller_id, version, event, state, at, recorded_at, author_kind, author_name)
      VALUES (gen_random_uuid(), $1, $2, $3, 9, 'approve', 'approved', now(), now(), 'controller-contact', 'x')`;
    expect(await mine(insert, [ctx.scope.org, other.id, other.controllerId])).toBe("42501");
    expect(await mine(insert, [ctx.scope.org, other.id, own.controllerId])).toBe("42501");
    expect(await mine(insert, [ctx.scope.org, own.id, own.controllerId])).toBe(1);
    await app.end();
  });
});
