import { describe, expect, it } from "vitest";
import { findAuthorisation } from "@/lib/features/authorisation/read/queries";
import { findUnrecorded, findWithOpenings } from "@/lib/features/authorisation/read/receipts";
import { moveRequest } from "@/lib/features/authorisation/write/mutations";
import { findOwnPeople } from "@/lib/platform/access/own-people";
import { withOrg } from "@/lib/platform/database/transaction";
import { jobContext } from "@/lib/platform/jobs/job-context";
import type { Ctx } from "@/lib/platform/request/context";
import { makeRequest, attachLetter, moveInput, prepareRequest } from "@/prisma/factories/authorisation";
import { makeContact } from "@/prisma/factories/contact";
import { decide, openRequest } from "@/prisma/factories/decision";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeReport } from "@/prisma/factories/outbox";
import { valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { recordReceipts } from "./receipts";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-02T09:00:00Z"));

const at = <C extends Ctx>(of: C, time: string): C => ({ ...of, now: new Date(`2026-11-02T${time}Z`) });
const read = (id: string) => withOrg(ctx.scope, async (tx) => (await findAuthorisation(tx, id))!);
const runJob = async (time: string) =>
  valueOf(await recordReceipts(at(jobContext("access-log-sealing", ctx.scope.org, ctx.now), time)));
const shown = async (id: string, of: Pick<Ctx, "scope"> = ctx) => {
  const own = await findOwnPeople(ctx.scope.org);
  return withOrg(of.scope, async (tx) => {
    const [row] = await findWithOpenings(tx, [(await findAuthorisation(tx, id))!], own);
    return row!.receivedAt;
  });
};
const instant = (time: string) => new Date(`2026-11-02T${time}Z`);
const delivered = async (letterId: string, time: string) => {
  await withOrg(ctx.scope, (tx) =>
    tx.outboxMail.update({
      where: { id: letterId },
      data: { state: "delivered", acceptedAt: instant(time), response: "250 2.0.0" },
    }),
  );
  await makeReport(ctx, letterId, { kind: "delivered", at: instant(time), server: "mx.orvelle.example" });
};

async function makeSent() {
  const sent = await makeRequest(ctx);
  return { sent, by: await makeContact(ctx, { controllerId: sent.controllerId }) };
}

describe("a request that was opened in the portal", () => {
  it("is received at the instant of its first opening, by whom, recorded once", async () => {
    const { sent, by } = await makeSent();
    const colleague = await makeContact(ctx, { controllerId: sent.controllerId, name: "Luc Ferrand" });
    await openRequest(at(by, "09:10:00"), sent);
    await openRequest(at(colleague, "09:11:00"), sent);
    await openRequest(at(by, "09:12:00"), sent);
    expect([await runJob("09:13:00"), await runJob("09:14:00")]).toEqual([1, 0]);
    const row = await read(sent.id);
    expect(row.receivedAt).toEqual(instant("09:10:00"));
    expect(row.facts).toHaveLength(2);
    expect(row.facts[1]).toMatchObject({
      event: "receive",
      channel: "portal",
      source: "portal",
      authorKind: "controller-contact",
      at: instant("09:10:00"),
      recordedAt: instant("09:13:00"),
      authorName: "Claire Vasseur",
      address: by.device.address,
    });
  });

  it("is shown received to both sides before the job has run, and writes no fact by being shown", async () => {
    const { sent, by } = await makeSent();
    expect([await shown(sent.id), await shown(sent.id, by)]).toEqual([null, null]);
    await openRequest(at(by, "09:10:00"), sent);
    expect([await shown(sent.id), await shown(sent.id, by)]).toEqual(Array(2).fill(instant("09:10:00")));
    expect((await read(sent.id)).facts).toHaveLength(1);
    await runJob("09:11:00");
    expect([await shown(sent.id), await shown(sent.id, by)]).toEqual(Array(2).fill(instant("09:10:00")));
  });

  it("keeps the earlier instant that its mail server reports, and is moved to it where it comes later", async () => {
    const [first, second] = [await makeSent(), await makeSent()];
    await delivered(first.sent.letterId!, "09:05:00");
    await openRequest(at(first.by, "09:10:00"), first.sent);
    await runJob("09:11:00");
    expect((await read(first.sent.id)).facts.map(({ channel }) => channel)).toEqual(["", "e-mail"]);
    expect([(await read(first.sent.id)).receivedAt, await shown(first.sent.id)]).toEqual(
      Array(2).fill(instant("09:05:00")),
    );
    await openRequest(at(second.by, "09:10:00"), second.sent);
    await runJob("09:11:00");
    await delivered(second.sent.letterId!, "09:06:00");
    await runJob("09:12:00");
    expect((await read(second.sent.id)).receivedAt).toEqual(instant("09:06:00"));
  });

  it("is not received by an access before it was sent, nor by that of a person of the processor", async () => {
    const draft = await prepareRequest(ctx);
    const early = await makeContact(ctx, { controllerId: draft.controllerId });
    await openRequest(at(early, "09:30:00"), draft);
    const { sent } = await makeSent();
    const { controllerId } = sent;
    const [member, colleague] = [
      await makeContact(ctx, { controllerId, personId: ctx.actor.personId }),
      await makeContact(ctx, { controllerId, email: "direction@centre.example" }),
    ];
    for (const by of [member, colleague]) await openRequest(at(by, "09:10:00"), sent);
    const own = await findOwnPeople(ctx.scope.org);
    expect(await withOrg(ctx.scope, (tx) => findUnrecorded(tx, own))).toEqual([]);
    expect([await runJob("09:31:00"), await shown(sent.id), await shown(draft.id)]).toEqual([0, null, null]);
  });

  it("is received before it is decided, by the decision itself where no job has run", async () => {
    const { sent, by } = await makeSent();
    await openRequest(at(by, "09:10:00"), sent);
    const decided = valueOf(await decide(at(by, "09:20:00"), sent));
    expect(decided.facts.map(({ event }) => event)).toEqual(["submit", "receive", "approve"]);
    expect(decided).toMatchObject({ state: "approved", receivedAt: instant("09:10:00"), version: 4 });
    expect(await read(sent.id)).toEqual(decided);
    expect(await runJob("09:21:00")).toBe(0);
  });

  it("is decided by a form that was read before the job recorded its receipt", async () => {
    const { sent, by } = await makeSent();
    await openRequest(at(by, "09:10:00"), sent);
    await runJob("09:11:00");
    const decided = valueOf(await decide(at(by, "09:20:00"), sent));
    expect(decided.facts.map(({ event }) => event)).toEqual(["submit", "receive", "approve"]);
    expect(await decide(at(by, "09:21:00"), sent)).toMatchObject({ refusal: { kind: "conflict" } });
  });

  it("is received before a decision on paper is recorded", async () => {
    const { sent, by } = await makeSent();
    await openRequest(at(by, "09:10:00"), sent);
    const staff = at(ctx, "10:00:00");
    const document = await attachLetter(staff, sent);
    const stated = { document, conditions: "Audit annuel" };
    const moved = valueOf(await moveRequest(staff, moveInput(staff, sent, "approve", stated)));
    expect(moved.facts.map(({ event }) => event)).toEqual(["submit", "receive", "approve"]);
    expect(await read(sent.id)).toEqual(moved);
  });
});
