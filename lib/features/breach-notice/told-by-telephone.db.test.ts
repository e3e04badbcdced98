import { afterAll, beforeAll, expect, it } from "vitest";
import { findOwnNotifications } from "@/lib/features/breach/read/own-notifications";
import { findWaiting } from "@/lib/features/portal/read/waiting";
import { findAskable, findThreadSubject } from "@/lib/features/thread/read/subject";
import { findOwnPeople } from "@/lib/platform/access/own-people";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeBreachFile } from "@/prisma/factories/breach-notice";
import { makeContact, type MadeContact } from "@/prisma/factories/contact";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { addMessage } from "@/prisma/factories/thread";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { packSchema } from "./print/pack-json";
import { findPortalIncident, findPortalIncidents } from "./read/portal-incidents";
import { findNotice } from "./read/queries";
import { noticeSaveSchema, ownNotificationSchema } from "./schema";
import { exportAuthorityDraft } from "./write/authority-draft";
import { draftNotice } from "./write/drafts";
import { issueNotice } from "./write/issue";
import { stateOwnNotification } from "./write/own-notification";
import { exportPack } from "./write/pack";
import { insertNoticeFact } from "./write/rows";

const BEGAN = new Date("2026-11-24T10:00:00Z");
const CALLED = new Date("2026-11-24T11:00:00Z");
const DAY = "2026-11-25";
let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let contact: MadeContact;
let stranger: MadeContact;
let breachId: string;
let controllerId: string;
let partId: string;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl, undefined, BEGAN);
  controllerId = (await makeController(ctx)).id;
  const made = await makeBreachFile(ctx, {
    controllerIds: [controllerId],
    awareAt: BEGAN,
    facts: { "what-happened": { text: "Une sauvegarde a été copiée." } },
  });
  breachId = made.breachId;
  partId = made.parts[0]!.partId;
  contact = {
    ...(await makeContact(ctx, { controllerId, role: "reader" })),
    now: new Date("2026-11-26T10:00:00Z"),
  };
  stranger = await makeContact(ctx);
}, 120_000);
afterAll(() => database.drop());

const record = (kind: string, at: Date) =>
  withOrg(ctx.scope, (tx) =>
    insertNoticeFact(tx, ctx, { breachId, controllerId, noticeId: null, kind, at, value: { who: "Yann" } }),
  );
const incidentOf = async (who: MadeContact) => {
  const own = await findOwnPeople(ctx.scope.org);
  return withOrg(who.scope, (tx) => findPortalIncident(tx, partId, own));
};
const waitingFor = async (who: MadeContact) => {
  const own = await findOwnPeople(ctx.scope.org);
  return withOrg(who.scope, (tx) => findWaiting(tx, { ctx: who, own }));
};
const state = (who: MadeContact, id: string, typed: Record<string, string>) =>
  stateOwnNotification(who, ownNotificationSchema.parse({ id, day: DAY, time: "09:00", ...typed }));
const DONE = { kind: "authority-stated", answer: "done", authority: "CNIL", reference: "N-1" };

it("is not shown an incident of which nobody told it, and states nothing of it", async () => {
  expect(await incidentOf(contact)).toBeNull();
  expect(await state(contact, partId, DONE)).toMatchObject({ refusal: { kind: "not-found" } });
});

it("states what it did of an incident before any notice, which console and home read", async () => {
  await record("call-made", CALLED);
  expect(await waitingFor(contact)).toMatchObject([{ id: partId, step: "told", reference: "" }]);
  expect(await incidentOf(contact)).toMatchObject({ title: "", announcedAt: CALLED.getTime() });
  expect(await state(stranger, partId, DONE)).toMatchObject({ refusal: { kind: "not-found" } });
  valueOf(await state(contact, partId, DONE));
  valueOf(
    await state({ ...contact, now: new Date(contact.now.getTime() + 60_000) }, partId, {
      kind: "persons-stated",
      answer: "decided-not",
      note: "Données chiffrées",
    }),
  );
  const told = await withOrg(ctx.scope, async (tx) =>
    (await findOwnNotifications(tx, [breachId]))(breachId, controllerId),
  );
  expect(told.map(({ kind, told: { answer } }) => [kind, answer])).toEqual([
    ["authority-stated", "done"],
    ["persons-stated", "decided-not"],
  ]);
  expect(await waitingFor(contact)).toEqual([]);
  expect(await incidentOf(contact)).toMatchObject({
    controllerAt: CALLED.getTime(),
    own: [{ told: { reference: "N-1" } }, { told: { note: "Données chiffrées" } }],
  });
});

it("asks a question about it, and nobody else's client does", async () => {
  const askable = await withOrg(contact.scope, findAskable);
  expect(askable).toContainEqual(
    expect.objectContaining({ noun: "breach-notice", id: partId, reference: "2026-11-24" }),
  );
  const thread = await addMessage(contact, partId, { noun: "breach-notice" });
  const row = await withOrg(ctx.scope, (tx) => tx.thread.findUnique({ where: { id: thread } }));
  expect(row).toMatchObject({ subjectId: partId, state: "with-processor", controllerId });
  const seenByStaff = await withOrg(ctx.scope, (tx) => findThreadSubject(tx, "breach-notice", partId));
  expect(seenByStaff).toMatchObject({ reference: "2026-11-24" });
  await expect(addMessage(stranger, partId, { noun: "breach-notice" })).rejects.toThrow("not-found");
});

it("keeps what it stated, and its question, once a notice is issued; statements about a notice of before count too", async () => {
  const { id } = valueOf(await draftNotice(ctx, { partId }));
  const { version, locale, content } = (await withOrg(ctx.scope, (tx) => findNotice(tx, id)))!;
  const { whatHappened, contactPoint } = content;
  const form = { id, version, locale, whatHappened, contactPoint: contactPoint ?? "", act: "issue" };
  valueOf(await issueNotice(ctx, noticeSaveSchema.parse(form)));
  const told = JSON.stringify({
    answer: "done",
    authority: "APD",
    reference: "",
    delayReason: "",
    note: "",
    correctsId: null,
    reason: "",
  });
  await withOrg(
    contact.scope,
    (tx) =>
      tx.$executeRaw`INSERT INTO breach_notice_fact (id, org_id, controller_id, notice_id, kind, at, told, recorded_at,
      author_kind, author_id, author_name) VALUES (gen_random_uuid(), ${ctx.scope.org}::uuid, ${controllerId}::uuid, ${id}::uuid,
      'authority-stated', ${BEGAN}, ${told}::jsonb, now(), 'controller-contact', ${contact.actor.contactId}::uuid,
      ${contact.actor.name})`,
  );
  const own = await findOwnPeople(ctx.scope.org);
  const incidents = await withOrg(contact.scope, (tx) => findPortalIncidents(tx, own));
  expect(incidents).toMatchObject([
    { id: partId, title: "Une sauvegarde a été copiée.", announcedAt: BEGAN.getTime(), notices: [{ id }] },
  ]);
  expect(await waitingFor(contact)).toMatchObject([{ id, title: "Une sauvegarde a été copiée." }]);
  expect(incidents[0]!.own.map((one) => one.told.authority)).toEqual(["APD", "CNIL", ""]);
  expect(await withOrg(contact.scope, (tx) => findThreadSubject(tx, "breach-notice", partId))).not.toBeNull();
  expect(await state(contact, id, DONE)).toMatchObject({
    refusal: { issues: [{ key: "breach-notice.toldAlready" }] },
  });
});

it("is told by telephone that it is not affected: no time of its own runs any more", async () => {
  expect(await incidentOf(contact)).toMatchObject({ isRectified: false });
  await record("call-rectified", new Date("2026-11-27T10:00:00Z"));
  expect(await incidentOf(contact)).toMatchObject({ isRectified: true, rectifyingCall: { to: "Yann" } });
});

it("stays listed once set aside, and is no longer taken back once told anew", async () => {
  const place = (status: string) =>
    withOrg(ctx.scope, (tx) => tx.breachController.updateMany({ where: { id: partId }, data: { status } }));
  await place("set-aside");
  expect(await incidentOf(contact)).toMatchObject({ isRectified: true, call: { to: "Yann" } });
  await place("confirmed");
  const anew = new Date("2026-11-28T10:00:00Z");
  await record("call-made", anew);
  expect(await incidentOf(contact)).toMatchObject({ isRectified: false, rectifyingCall: null });
  const calls = (await incidentOf(contact))?.calls.map(({ kind, at }) => [kind, at]);
  expect(calls).toEqual([
    ["call-made", CALLED.getTime()],
    ["call-rectified", Date.parse("2026-11-27T10:00:00Z")],
    ["call-made", anew.getTime()],
  ]);
  expect(await incidentOf(contact)).toMatchObject({ call: { at: anew.getTime() } });
  // Its own hours count from its first awareness: whether the rectification ended them is for it to judge.
  expect(await incidentOf(contact)).toMatchObject({
    controllerAt: anew.getTime(),
    countedAt: CALLED.getTime(),
  });
});

it("states the first awareness in the facts for an authority, whoever takes them", async () => {
  const [notice] = await withOrg(ctx.scope, (tx) =>
    tx.breachNotice.findMany({
      where: { breachControllerId: partId, status: "issued" },
      select: { id: true },
    }),
  );
  const asked = { id: notice!.id, format: "json" } as const;
  for (const file of [
    valueOf(await exportPack(contact, asked)),
    valueOf(await exportAuthorityDraft(ctx, asked)),
  ]) {
    const { sections } = packSchema.parse(JSON.parse(new TextDecoder().decode(file.body)));
    const entries = sections.flatMap((section) => section.entries);
    expect(entries.find(({ id }) => id === "discovered")!.answer).toEqual({
      status: "answered",
      value: [CALLED.toISOString()],
    });
  }
});
