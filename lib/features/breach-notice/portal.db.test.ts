import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { controllerAwareAt } from "@/lib/domain/breach/clocks";
import { informedBy } from "@/lib/domain/breach/notice-state";
import { breachQuerySchema, findBreachPage } from "@/lib/features/breach/read/list";
import { findInformed } from "@/lib/features/breach/read/queries";
import { findRunning } from "@/lib/features/breach/read/running";
import { findOwnPeople } from "@/lib/platform/access/own-people";
import { closeClients } from "@/lib/platform/database/clients";
import { withOrg } from "@/lib/platform/database/transaction";
import { readFile } from "@/lib/platform/files/store";
import { recordAccess } from "@/lib/platform/access/access-log";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { closeJobsPool } from "@/lib/platform/jobs/pool";
import { makeBreachFile } from "@/prisma/factories/breach-notice";
import { makeContact, type MadeContact } from "@/prisma/factories/contact";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { packSchema } from "./print/pack-json";
import { findPortalAwareness, findPortalFacts, findPortalNotices } from "./read/portal";
import { findProofs } from "./read/proofs";
import { findNotice, findNoticeFacts } from "./read/queries";
import { noticeSaveSchema } from "./schema";
import { draftNotice } from "./write/drafts";
import { acknowledgeNotice, recordInformed, recordReadings } from "./write/informed";
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
afterAll(async () => {
  await Promise.all([closeClients(), closeJobsPool()]);
  await database.drop();
});

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

const inPortal = <T>(client: Client, read: Parameters<typeof withOrg<T>>[1]) =>
  withOrg(client.contact.scope, read);
const raw = (client: Client, sql: string) => inPortal(client, (tx) => tx.$queryRawUnsafe<object[]>(sql));

async function awareness(client: Client, { noticeId, partId }: Client = client) {
  const ownPeople = await findOwnPeople(ctx.scope.org);
  const notices = [{ id: noticeId, breachControllerId: partId }];
  return (await inPortal(client, (tx) => findPortalAwareness(tx, notices, ownPeople)))(partId);
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

  it("has its clock from knowledge that came otherwise, earlier", async () => {
    const values = { partId: own.partId, who: "Presse", contactId: "" as const, source: "Un article" };
    valueOf(
      await recordInformed(ctx, { ...values, kind: "known-elsewhere", day: "2026-01-10", time: "08:00" }),
    );
    await expectAware(own, Date.parse("2026-01-10T07:00:00Z"), 1);
  });
});
