import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { controllerAwareAt } from "@/lib/domain/breach/clocks";
import { informedBy } from "@/lib/domain/breach/notice-state";
import { localParts, todayIn } from "@/lib/domain/time/zones";
import { breachQuerySchema, findBreachPage } from "@/lib/features/breach/read/list";
import { findOwnNotifications, findOwnNotificationsOf } from "@/lib/features/breach/read/own-notifications";
import { findInformed } from "@/lib/features/breach/read/queries";
import { findRunning } from "@/lib/features/breach/read/running";
import { findOwnPeople } from "@/lib/platform/access/own-people";
import { withOrg } from "@/lib/platform/database/transaction";
import { readFile } from "@/lib/platform/files/store";
import { recordAccess } from "@/lib/platform/access/access-log";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { makeBreachFile } from "@/prisma/factories/breach-notice";
import { makeContact, type MadeContact } from "@/prisma/factories/contact";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { packSchema } from "./print/pack-json";
import { findPortalFacts, findPortalNotices } from "./read/portal";
import { findToldIncidents } from "./read/portal-proofs";
import { findProofs } from "./read/proofs";
import { findNotice, findNoticeFacts } from "./read/queries";
import { noticeSaveSchema, ownNotificationSchema } from "./schema";
import { draftNotice } from "./write/drafts";
import { stateOwnNotification } from "./write/own-notification";
import { recordInformed } from "./write/informed";
import { acknowledgeNotice, recordReadings } from "./write/receipts";
import { issueNotice } from "./write/issue";
import { exportPack } from "./write/pack";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
/** Two controllers of one incident, each with a contact and a notice; and a draft of the first. */
let breachId: string;
let own: Client;
let other: Client;

type Client = { controllerId: string; partId: string; noticeId: string; contact: MadeContact };

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  const ids = [
    (await makeController(ctx)).id,
    (await makeController(ctx, { legalName: "Brenval Distribution" })).id,
  ];
  const made = await makeBreachFile(ctx, {
    controllerIds: ids,
    facts: { "what-happened": { text: "Une sauvegarde a été copiée." } },
  });
  breachId = made.breachId;
  const { parts } = made;
  [own, other] = [await issueTo(parts[0]!), await issueTo(parts[1]!)];
  valueOf(await draftNotice(ctx, { partId: own.partId }));
}, 120_000);
afterAll(() => database.drop());

async function issueTo({ partId, controllerId }: { partId: string; controllerId: string }): Promise<Client> {
  const { id } = valueOf(await draftNotice(ctx, { partId }));
  const { version, locale, content } = (await withOrg(ctx.scope, (tx) => findNotice(tx, id)))!;
  const { whatHappened, contactPoint } = content;
  const input = { id, version, locale, whatHappened, contactPoint: contactPoint ?? "", act: "issue" };
  valueOf(await issueNotice(ctx, noticeSaveSchema.parse(input)));
  const contact = await makeContact(ctx, {
    controllerId,
    role: "reader",
    email: `c-${partId}@client.example`,
  });
  return { controllerId, partId, noticeId: id, contact };
}

const parisDay = (at: Date) => todayIn("Europe/Paris", at.getTime());
const parisTime = (at: Date) => {
  const { hour, minute } = localParts("Europe/Paris", at.getTime());
  return [hour, minute].map((part) => String(part).padStart(2, "0")).join(":");
};
const inPortal = <T>(client: Client, read: Parameters<typeof withOrg<T>>[1]) =>
  withOrg(client.contact.scope, read);
const raw = (client: Client, sql: string) => inPortal(client, (tx) => tx.$queryRawUnsafe<object[]>(sql));

async function awareness(client: Client, { noticeId, partId, controllerId }: Client = client) {
  const ownPeople = await findOwnPeople(ctx.scope.org);
  const issued = { number: 1, phase: "initial" as const, issuedAt: ctx.now.getTime() };
  const notices = [{ id: noticeId, breachControllerId: partId, controllerId, ...issued }];
  const told = await inPortal(client, (tx) => findToldIncidents(tx, notices, ownPeople));
  return told.find(({ id }) => id === partId)?.proof?.at ?? null;
}

/** Expects one C0 in the portal, in the breach's file and on the controller's page, and a list that counts it. */
async function expectAware(client: Client, at: number | null, told: number) {
  const { controllerId } = client;
  const ownPeople = await findOwnPeople(ctx.scope.org);
  expect(await awareness(client)).toBe(at);
  await withOrg(ctx.scope, async (tx) => {
    const informed = (await findInformed(tx, [breachId])).get(`${breachId} ${controllerId}`) ?? [];
    expect(controllerAwareAt(informed)).toBe(at);
    const facts = await findNoticeFacts(tx, { breachId, controllerId });
    expect(controllerAwareAt(informedBy(await findProofs(tx, facts, ownPeople)))).toBe(at);
    const [line] = await findBreachPage(tx, breachQuerySchema.parse({}), null);
    expect(line).toMatchObject({ id: breachId, affected: 2, informed: told });
    expect(await findRunning(tx, ctx.now.getTime())).toMatchObject([{ notInformed: 2 - told }]);
  });
}

describe("a client in its portal", () => {
  it("reads its own issued notices alone, also by raw SQL, and not that there is another", async () => {
    const seen = await inPortal(own, (tx) => findPortalNotices(tx));
    expect(seen).toMatchObject([{ id: own.noticeId, breachControllerId: own.partId, number: 1 }]);
    expect(await inPortal(own, (tx) => findPortalNotices(tx, { id: other.noticeId }))).toEqual([]);
    expect(await raw(own, "SELECT id FROM breach_notice")).toEqual([{ id: own.noticeId }]);
    const facts = await raw(own, "SELECT DISTINCT controller_id FROM breach_notice_fact");
    expect(facts).toEqual([{ controller_id: own.controllerId }]);
    expect(await raw(own, "SELECT DISTINCT breach_controller_id FROM breach_informed")).toEqual([]);
    for (const sql of [
      "SELECT * FROM public.breach",
      "SELECT * FROM public.breach_fact",
      "SELECT * FROM public.breach_controller",
      "SELECT * FROM public.night_contact",
      "SELECT breach_id FROM public.breach_notice",
      "SELECT value FROM public.breach_notice_fact",
      "SELECT * FROM public.outbox_fact",
    ])
      await expect(raw(own, sql), sql).rejects.toThrow();
  });

  it("opens the PDF of its own notice, and no other", async () => {
    const documentOf = async (client: Client) =>
      (await withOrg(ctx.scope, (tx) => findNotice(tx, client.noticeId)))!.documentId!;
    const ownId = await documentOf(own);
    expect((await inPortal(own, (tx) => readFile(tx, ownId)))!.contentType).toBe("application/pdf");
    const foreign = await documentOf(other);
    expect(await inPortal(own, (tx) => readFile(tx, foreign))).toBeNull();
  });

  it("receives by reading, at once and for both sides, before and after a job makes a fact of it", async () => {
    const { contact, noticeId } = own;
    await inPortal(own, (tx) =>
      recordAccess(tx, contact, { noun: "breach-notice", id: noticeId, label: "1" }),
    );
    await expectAware(own, contact.now.getTime(), 1);
    await expectAware(other, null, 1);
    const job = () => recordReadings(jobContext("returned-mail", ctx.scope.org, new Date()));
    expect(valueOf(await job())).toBe(1);
    expect(valueOf(await job())).toBe(0);
    await expectAware(own, contact.now.getTime(), 1);
    expect(await inPortal(own, (tx) => findPortalFacts(tx, [noticeId]))).toMatchObject([
      { kind: "read-in-portal", authorName: contact.actor.name },
    ]);
    expect(await awareness(other, own)).toBeNull();
  });

  it("receives nothing by a person of the processor", async () => {
    const { noticeId, controllerId } = other;
    const staff = await makeContact(ctx, { controllerId, personId: ctx.actor.personId, role: "reader" });
    await withOrg(staff.scope, (tx) =>
      recordAccess(tx, staff, { noun: "breach-notice", id: noticeId, label: "1" }),
    );
    await expectAware(other, null, 1);
  });

  it("acknowledges its own notice once, and nobody else's", async () => {
    const { contact, noticeId } = own;
    valueOf(await acknowledgeNotice(contact, { id: noticeId }));
    valueOf(await acknowledgeNotice(contact, { id: noticeId }));
    const facts = await inPortal(own, (tx) => findPortalFacts(tx, [noticeId]));
    expect(facts.filter(({ kind }) => kind === "acknowledged")).toHaveLength(1);
    const entries = await withOrg(ctx.scope, (tx) =>
      tx.journalText.count({ where: { subjectId: noticeId, event: "breach-notice.acknowledged" } }),
    );
    expect(entries).toBe(1);
    expect(await acknowledgeNotice(contact, { id: other.noticeId })).toMatchObject({
      refusal: { kind: "not-found" },
    });
    const forged = `INSERT INTO breach_notice_fact (id, org_id, controller_id, notice_id, kind, at, recorded_at, author_kind,
      author_name) VALUES (gen_random_uuid(), '${ctx.scope.org}', '${other.controllerId}', '${other.noticeId}',
      'acknowledged', now(), now(), 'controller-contact', 'x')`;
    await expect(inPortal(own, (tx) => tx.$executeRawUnsafe(forged))).rejects.toThrow();
  });

  it("takes the facts for its authority, as PDF and as JSON, with its own awareness", async () => {
    const { contact, noticeId } = own;
    const json = valueOf(await exportPack(contact, { id: noticeId, format: "json" }));
    const pack = packSchema.parse(JSON.parse(new TextDecoder().decode(json.body)));
    const answers = pack.sections.flatMap(({ entries }) => entries);
    expect(answers.find(({ id }) => id === "discovered")!.answer).toEqual({
      status: "answered",
      value: [contact.now.toISOString()],
    });
    expect(JSON.stringify(pack)).not.toContain("Brenval");
    const pdf = valueOf(await exportPack(contact, { id: noticeId, format: "pdf" }));
    expect(new TextDecoder("latin1").decode(pdf.body)).toContain("pdfuaid");
    expect(await exportPack(contact, { id: other.noticeId, format: "json" })).toMatchObject({
      refusal: { kind: "not-found" },
    });
  });

  const tell = (client: Client, more: Record<string, string> = {}) =>
    stateOwnNotification(
      client.contact,
      ownNotificationSchema.parse({
        id: own.noticeId,
        kind: "authority-stated",
        answer: "done",
        authority: "CNIL",
        day: parisDay(client.contact.now),
        time: parisTime(client.contact.now),
        ...more,
      }),
    );
  const toldBy = async ({ controllerId }: Client) =>
    withOrg(ctx.scope, async (tx) => (await findOwnNotifications(tx, [breachId]))(breachId, controllerId));

  it("tells of its own notification, corrects it with a reason, and the processor reads it", async () => {
    valueOf(await tell(own, { reference: "FR-1" }));
    const [first] = await toldBy(own);
    expect(first).toMatchObject({ told: { authority: "CNIL", reference: "FR-1" }, earlier: [] });
    valueOf(await tell(own, { reference: "FR-2", correctsId: first!.id, reason: "référence" }));
    const [second, ...none] = await toldBy(own);
    expect(none).toEqual([]);
    expect(second).toMatchObject({ told: { reference: "FR-2" }, earlier: [{ told: { reference: "FR-1" } }] });
    // A correction is not corrected twice.
    expect(await tell(own, { correctsId: first!.id, reason: "encore" })).toMatchObject({
      refusal: { kind: "invalid", issues: [{ key: "breach-notice.correctedMeanwhile" }] },
    });
    expect(await toldBy(other)).toEqual([]);
    const entries = await withOrg(ctx.scope, (tx) =>
      tx.journalText.count({ where: { subjectId: own.noticeId, event: "breach-notice.stated" } }),
    );
    expect(entries).toBe(2);
    const [line] = await withOrg(ctx.scope, (tx) => findBreachPage(tx, breachQuerySchema.parse({}), null));
    expect(line).toMatchObject({ authorityNotified: 1 });
    const json = valueOf(await exportPack(own.contact, { id: own.noticeId, format: "json" }));
    expect(new TextDecoder().decode(json.body)).toContain("FR-2");
    expect(
      await inPortal(own, (tx) => findOwnNotificationsOf(tx, { incident: own.partId, noticeIds: [] })),
    ).toHaveLength(1);
  });

  it("asks how it knew before any awareness, and neither the same twice nor its contrary", async () => {
    const early = { kind: "persons-stated", day: "2020-11-20", time: "10:00", authority: "CNIL" };
    expect(await tell(own, early)).toMatchObject({
      refusal: { issues: [{ path: "note", key: "breach-notice.beforeAwareness" }] },
    });
    valueOf(await tell(own, { ...early, note: "Alertés par un client" }));
    const [persons] = (await toldBy(own)).filter(({ kind }) => kind === "persons-stated");
    // Persons are told of no authority.
    expect(persons).toMatchObject({ told: { authority: "", note: "Alertés par un client" } });
    const again = { ...early, note: "Alertés" };
    expect(await tell(own, again)).toMatchObject({
      refusal: { issues: [{ path: "answer", key: "breach-notice.toldAlready" }] },
    });
    expect(await tell(own, { ...again, answer: "decided-not" })).toMatchObject({
      refusal: { issues: [{ path: "answer", key: "breach-notice.contradicts" }] },
    });
    const withdrawn = { ...again, answer: "withdrawn", correctsId: persons!.id, reason: "Jamais fait" };
    valueOf(await tell(own, withdrawn));
  });

  it("is not told for it by others: another client, or a person of the processor", async () => {
    expect(await tell(other)).toMatchObject({ refusal: { kind: "not-found" } });
    const { controllerId } = own;
    const staff = await makeContact(ctx, { controllerId, personId: ctx.actor.personId, role: "reader" });
    expect(await tell({ ...own, contact: staff })).toMatchObject({
      refusal: { issues: [{ key: "breach-notice.statedByProcessor" }] },
    });
    const forged = `INSERT INTO breach_notice_fact (id, org_id, controller_id, notice_id, kind, at, recorded_at, author_kind,
      author_name, told) VALUES (gen_random_uuid(), '${ctx.scope.org}', '${own.controllerId}', '${own.noticeId}',
      'acknowledged', now(), now(), 'controller-contact', 'x', '{}')`;
    await expect(inPortal(own, (tx) => tx.$executeRawUnsafe(forged))).rejects.toThrow();
  });

  it("has its clock from knowledge that came otherwise, earlier", async () => {
    const values = { partId: own.partId, who: "Presse", contactId: "" as const, source: "Un article" };
    valueOf(
      await recordInformed(ctx, { ...values, kind: "known-elsewhere", day: "2026-01-10", time: "08:00" }),
    );
    await expectAware(own, Date.parse("2026-01-10T07:00:00Z"), 1);
  });

  it("gives the reasons for a notification beyond its 72 hours, and none that is ahead", async () => {
    // Known since 10 January 2026.
    const late = { day: "2026-01-14", time: "08:00", authority: "ICO" };
    expect(await tell(own, late)).toMatchObject({
      refusal: { issues: [{ path: "delayReason", key: "breach-notice.reasonsBeyond" }] },
    });
    valueOf(await tell(own, { ...late, delayReason: "Enquête" }));
    expect(await tell(own, { day: "2099-01-01", time: "08:00" })).toMatchObject({
      refusal: { issues: [{ key: "breach-notice.ahead" }] },
    });
    expect((await toldBy(own)).map(({ told }) => told.authority)).toContain("ICO");
  });
});
