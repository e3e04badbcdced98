import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newSince } from "@/lib/domain/breach/notice";
import { addFact } from "@/lib/features/breach/write/mutations";
import { factAddSchema } from "@/lib/features/breach/schema";
import { findNotice, findNoticeFacts } from "@/lib/features/breach-notice/read/queries";
import { noticeSaveSchema } from "@/lib/features/breach-notice/schema";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeBreachFile } from "@/prisma/factories/breach-notice";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { draftNotice, refreshNotice, saveNotice, withdrawNotice } from "./drafts";
import { issueNotice } from "./issue";
import { lockPart, queueStep } from "./rows";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let controllerId: string;
let breachId: string;
let partId: string;

beforeAll(async () => {
  database = await freshDatabase();
}, 60_000);
beforeEach(async () => {
  ctx = await makeOrganisation(database.ownerUrl);
  controllerId = (await makeController(ctx, { legalName: "Nordalia" })).id;
  await makeController(ctx, { legalName: "Brenval Distribution" });
  const made = await makeBreachFile(ctx, {
    controllerIds: [controllerId],
    facts: {
      "what-happened": { text: "Une sauvegarde a été copiée." },
      cause: { text: "Le compte d’un technicien de Brenval Distribution a servi." },
      persons: { count: 607 },
      "contact-point": { text: "dpo@centre.example" },
    },
  });
  breachId = made.breachId;
  partId = made.parts[0]!.partId;
});
afterAll(() => database.drop());

const draft = async () => valueOf(await draftNotice(ctx, { partId })).id;
const rowOf = async (id: string) => (await withOrg(ctx.scope, (tx) => findNotice(tx, id)))!;
const lastEntry = async () => {
  const entry = await withOrg(ctx.scope, (tx) => tx.journalText.findFirst({ orderBy: { seq: "desc" } }));
  return JSON.parse(entry!.text!) as Record<string, unknown>;
};

async function formOf(id: string, typed: Record<string, unknown> = {}) {
  const { content, version, locale } = await rowOf(id);
  const shown = Object.entries(content).map(([key, value]) => [key, value === null ? "" : String(value)]);
  return noticeSaveSchema.parse({ ...Object.fromEntries(shown), id, version, locale, ...typed });
}

const CAUSE = "Un compte de technicien a servi.";
const issue = async (id: string, typed: Record<string, unknown> = { cause: CAUSE }) =>
  valueOf(await issueNotice(ctx, await formOf(id, typed)));

/** Another figure than the file had, recorded beside it. */
async function correctPersons(count: string) {
  const { facts, version } = await withOrg(ctx.scope, (tx) =>
    tx.breach.findUniqueOrThrow({ where: { id: breachId }, include: { facts: true } }),
  );
  const corrects = facts.find(({ kind }) => kind === "persons")!.id;
  const fact = { id: breachId, version, kind: "persons", count, corrects, reason: "Doublons retirés" };
  valueOf(await addFact(ctx, factAddSchema.parse(fact)));
}

describe("a draft that is withdrawn", () => {
  it("keeps its words and its reason, changes no more, and leaves its number to the next", async () => {
    const id = await draft();
    const { version } = await rowOf(id);
    valueOf(await withdrawNotice(ctx, { id, version, reason: "Mauvais client" }));
    expect(await rowOf(id)).toMatchObject({
      status: "withdrawn",
      number: 1,
      content: { whatHappened: "Une sauvegarde a été copiée." },
    });
    expect(await lastEntry()).toMatchObject({ event: "breach-notice.withdrawn", reason: "Mauvais client" });
    const dropped = { refusal: { issues: [{ path: "", key: "breach-notice.withdrawnAlready" }] } };
    expect(await saveNotice(ctx, await formOf(id))).toMatchObject(dropped);
    expect(await issueNotice(ctx, await formOf(id, { cause: CAUSE }))).toMatchObject(dropped);

    const next = await draft();
    expect(await rowOf(next)).toMatchObject({ number: 1, phase: "initial", status: "draft" });
    await issue(next);
    expect(await rowOf(await draft())).toMatchObject({ number: 2, phase: "follow-up" });
  });

  it("was a draft: an issued notice is corrected by the next, and a reader withdraws none", async () => {
    const id = await draft();
    const withdrawal = { id, version: 1, reason: "Mauvais client" };
    expect(await withdrawNotice(as(ctx, "viewer"), withdrawal)).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    expect(await withdrawNotice(ctx, { ...withdrawal, version: 7 })).toMatchObject({
      refusal: { kind: "conflict" },
    });
    await issue(id);
    const { version } = await rowOf(id);
    // Tells whoever comes second who issued it, and when.
    const params = { name: ctx.actor.name, at: ctx.now.getTime() };
    const issued = { refusal: { issues: [{ path: "", key: "breach-notice.issuedAlready", params }] } };
    expect(await withdrawNotice(ctx, { ...withdrawal, version })).toMatchObject(issued);
    expect(await saveNotice(ctx, await formOf(id))).toMatchObject(issued);
    expect(await issueNotice(ctx, await formOf(id, { cause: CAUSE }))).toMatchObject(issued);
    expect(await rowOf(id)).toMatchObject({ status: "issued" });
    const foreign = await makeOrganisation(database.ownerUrl);
    expect(await withdrawNotice(foreign, withdrawal)).toMatchObject({ refusal: { kind: "not-found" } });
  });
});

describe("a draft that is composed anew", () => {
  it("says what the file says now, and no word typed before", async () => {
    const id = await draft();
    valueOf(await saveNotice(ctx, await formOf(id, { measures: "Tapé à la main", mandate: "art. 12" })));
    await correctPersons("412");
    expect((await rowOf(id)).content).toMatchObject({ persons: 607, measures: "Tapé à la main" });
    const { version } = await rowOf(id);
    expect(await refreshNotice(ctx, { id, version: version - 1 })).toMatchObject({
      refusal: { kind: "conflict", version },
    });
    valueOf(await refreshNotice(ctx, { id, version }));
    expect(await rowOf(id)).toMatchObject({
      content: { persons: 412, measures: null, cause: null },
      mandate: "art. 12",
      version: version + 1,
    });
    expect(await lastEntry()).toMatchObject({ event: "breach-notice.edited", subject: { id } });
  });

  it("takes again from the notice before what the file cannot say to this controller", async () => {
    await issue(await draft());
    const id = await draft();
    valueOf(await saveNotice(ctx, await formOf(id, { cause: "" })));
    const { version } = await rowOf(id);
    valueOf(await refreshNotice(ctx, { id, version }));
    expect((await rowOf(id)).content).toMatchObject({ cause: CAUSE });
  });
});

it("tells a correction after the sending in a follow-up that marks it, and leaves what was sent", async () => {
  const first = await draft();
  await issue(first);
  const sent = await rowOf(first);
  await correctPersons("412");
  const second = await draft();
  await issue(second);
  const followUp = await rowOf(second);
  expect(followUp).toMatchObject({ number: 2, phase: "follow-up", content: { persons: 412 } });
  expect(newSince(sent.content, followUp.content)).toEqual({ persons: "changed" });
  expect(await rowOf(first)).toEqual(sent);
});

it("queues nothing for a contact who was written to before", async () => {
  const id = await draft();
  await issue(id);
  const notice = await rowOf(id);
  const to = { contactId: null, route: "main" as const, name: "Nordalia", address: "dpo@nordalia.example" };
  const take = (dedupeKey: string) =>
    withOrg(ctx.scope, async (tx) => {
      await lockPart(tx, partId);
      const letter = { template: "breach-notice", locale: "fr", to, params: {}, dedupeKey };
      return queueStep(tx, ctx, { notice, to, letter, silenceMinutes: 60, digest: "" });
    });
  const taken = await Promise.all([take("one"), take("another")]);
  expect(taken.filter((letterId) => letterId !== null)).toHaveLength(1);
  await withOrg(ctx.scope, async (tx) => {
    expect(await tx.outboxMail.count()).toBe(1);
    const facts = await findNoticeFacts(tx, { noticeId: id, kind: "mail-queued" });
    expect(facts).toMatchObject([{ letterId: taken.find((letterId) => letterId !== null) }]);
  });
});
