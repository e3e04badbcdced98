import { describe, expect, it } from "vitest";
import { moveRequest } from "@/lib/features/authorisation/write/mutations";
import { endContact } from "@/lib/features/contact/write/mutations";
import { moveContract } from "@/lib/features/contract/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeAgreed, makeRequest, moveInput } from "@/prisma/factories/authorisation";
import { makeContact } from "@/prisma/factories/contact";
import { makeContractInForce, fillSection } from "@/prisma/factories/contract";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { makeSubProcessor } from "@/prisma/factories/sub-processor";
import { makeWholeTransfer, stepTransfer } from "@/prisma/factories/transfer";
import { remindOfObligations } from "./mutations";
import { database, ctx, foreign, remind, prepareDatabase } from "./mutations.fixture";

prepareDatabase();
/** Letters of some templates that a run on a day queued. */
const remindOf = async (day: string, template: string) => {
  const where = { template: { startsWith: template } };
  const count = () => withOrg(ctx.scope, (tx) => tx.outboxMail.count({ where }));
  const before = await count();
  await remind(day);
  return (await count()) - before;
};
const letters = () =>
  withOrg(ctx.scope, (tx) =>
    tx.outboxMail.findMany({
      where: { template: { startsWith: "contract-" } },
      orderBy: { createdAt: "asc" },
    }),
  );

describe("reminders of contracts", () => {
  it("tells each reader once of each threshold, in words that keep a renewal from an end", async () => {
    const contract = await makeContractInForce(ctx, { reference: "ORV-1" }, "2026-01-05");
    const term = { endsOn: "2026-12-31", renewal: "tacit", renewalMonths: "12", noticeCount: "1" };
    await fillSection(ctx, contract, "term", term);

    expect(await remind("2026-08-01")).toBe(0);
    // Ninety days before the window for notice closes, on 30 November.
    expect(await remind("2026-09-01")).toBe(1);
    expect(await remind("2026-09-01")).toBe(0);
    await Promise.allSettled([remind("2026-10-02"), remind("2026-10-02")]);
    expect(await remind("2026-12-31")).toBe(1);
    const sent = await letters();
    expect(sent.map(({ template }) => template)).toEqual([
      "contract-notice",
      "contract-renewal",
      "contract-renews-tomorrow",
    ]);
    expect(sent[0]).toMatchObject({
      toAddress: ctx.email,
      locale: "fr",
      params: { reference: "ORV-1", day: "30\u00a0novembre\u00a02026", days: "90" },
    });
    const journal = await withOrg(ctx.scope, (tx) =>
      tx.journalText.count({ where: { event: "contract.reminded", subjectId: contract.id } }),
    );
    expect(journal).toBe(3);
  });

  it("tells that a term has passed, and nothing more once its end is recorded", async () => {
    const contract = await makeContractInForce(ctx, {}, "2026-01-05");
    const stated = await fillSection(ctx, contract, "term", { endsOn: "2026-07-31" });
    expect(await remind("2026-08-01")).toBe(1);
    expect((await letters()).map(({ template }) => template)).toContain("contract-expired");
    const now = new Date("2026-08-02T08:00:00Z");
    const end = { id: contract.id, version: stated.version, event: "end", on: "2026-08-01", reason: "Échu" };
    valueOf(await moveContract({ ...ctx, now }, { ...end, event: "end" as const }));
    expect(await remind("2026-08-03")).toBe(0);
  });

  it("is the job's alone, and reads no other organisation", async () => {
    expect(await remindOfObligations(ctx)).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await remind("2026-12-31", foreign.scope.org)).toBe(0);
  });
});

describe("reminders of reviews", () => {
  it("tell each reader once of a threshold, and nothing of a transfer that was stopped", async () => {
    const transfer = await makeWholeTransfer(ctx);
    await stepTransfer(ctx, await makeWholeTransfer(ctx), "suspend");
    expect(await remindOf("2026-12-10", "transfer-review")).toBe(0);
    expect(await remindOf("2026-12-12", "transfer-review")).toBe(1);
    expect(await remindOf("2026-12-12", "")).toBe(0);
    const [letter] = await withOrg(ctx.scope, (tx) =>
      tx.outboxMail.findMany({ where: { template: "transfer-review" } }),
    );
    expect(letter).toMatchObject({
      toAddress: ctx.email,
      params: { reference: transfer.reference, day: "10\u00a0janvier\u00a02027" },
    });
  });
});

describe("reminders of answers", () => {
  it("recall an answer to the stewards and to the contact, then tell the stewards of the silence", async () => {
    const sent = await makeRequest(ctx, { terms: { objectionDays: "10" } });
    valueOf(await moveRequest(ctx, moveInput(ctx, sent, "receive")));
    const remindOn = (day: string) => remindOf(day, "authorisation-");
    // Received on 1 June: its last day is the 11th.
    expect(await remindOn("2026-06-03")).toBe(0);
    expect(await remindOn("2026-06-04")).toBe(2);
    expect(await remindOn("2026-06-05")).toBe(0);
    await Promise.allSettled([remind("2026-06-08"), remind("2026-06-08")]);
    expect(await remindOn("2026-06-12")).toBe(1);
    expect(await remindOn("2026-06-13")).toBe(0);
    const notified = await withOrg(ctx.scope, (tx) =>
      tx.outboxMail.findMany({
        where: { template: { in: ["authorisation-due", "authorisation-reminder", "authorisation-expired"] } },
        orderBy: [{ createdAt: "asc" }, { template: "asc" }],
      }),
    );
    expect(notified.map(({ template, toAddress }) => [template, toAddress])).toEqual([
      ["authorisation-due", ctx.email],
      ["authorisation-reminder", "contact@orvelle.example"],
      ["authorisation-due", ctx.email],
      ["authorisation-reminder", "contact@orvelle.example"],
      ["authorisation-expired", ctx.email],
    ]);
    const reminded = { event: "authorisation.reminded", subjectId: sent.id };
    expect(await withOrg(ctx.scope, (tx) => tx.journalText.count({ where: reminded }))).toBe(3);
  });

  it("write to whoever stands in the place of a contact whose access has ended", async () => {
    const { id: controllerId } = await makeController(ctx, { contactEmail: "accueil@orvelle.example" });
    const contact = await makeContact(ctx, { controllerId });
    await makeAgreed(ctx, { objectionDays: "10" }, controllerId);
    const sent = await makeRequest(ctx, { controllerId });
    valueOf(await moveRequest(ctx, moveInput(ctx, sent, "receive")));
    valueOf(await endContact(ctx, { id: contact.actor.contactId, reason: "A quitté la société" }));
    await remind("2026-06-10");
    const letters = await withOrg(ctx.scope, (tx) =>
      tx.outboxMail.findMany({ where: { template: "authorisation-reminder" } }),
    );
    const toThem = letters.filter(({ dedupeKey }) => dedupeKey?.includes(sent.id));
    expect(toThem.map(({ toAddress }) => toAddress)).toEqual(["accueil@orvelle.example"]);
  });

  it("recall nothing of a controller that was archived, nor about a sub-processor that left the list", async () => {
    const own = await makeOrganisation(database.ownerUrl, undefined, ctx.now);
    const asked = await makeSubProcessor(own);
    const ask = async (controllerId: string, subProcessorId: string) => {
      const sent = await makeRequest(own, { controllerId, subProcessorId });
      return valueOf(await moveRequest(own, moveInput(own, sent, "receive")));
    };
    const [served, left] = [await makeController(own), await makeController(own)];
    for (const { id } of [served, left]) await makeAgreed(own, { objectionDays: "10" }, id);
    const ended = await makeSubProcessor(own);
    const stored = await ask(served.id, asked.id);
    for (const [controller, about] of [
      [left, asked],
      [served, ended],
    ] as const)
      await ask(controller.id, about.id);
    await withOrg(own.scope, async (tx) => {
      await tx.controller.update({ where: { id: left.id }, data: { archivedAt: own.now } });
      await tx.subProcessor.update({ where: { id: ended.id }, data: { state: "ended" } });
    });
    expect(await remind("2026-06-10", own.scope.org)).toBe(2);
    const reminded = await withOrg(own.scope, (tx) =>
      tx.journalText.findMany({ where: { event: "authorisation.reminded" }, select: { subjectId: true } }),
    );
    expect(reminded).toEqual([{ subjectId: stored.id }]);
  });
});
