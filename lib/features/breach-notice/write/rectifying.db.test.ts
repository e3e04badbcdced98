import { afterAll, beforeAll, expect, it } from "vitest";
import { planBreach } from "@/lib/domain/obligation/plan-breach";
import { findIssuedTo } from "@/lib/features/breach-notice/read/issued";
import { findNotice } from "@/lib/features/breach-notice/read/queries";
import { findPortalNotices } from "@/lib/features/breach-notice/read/portal";
import { MAIN_RECIPIENT, noticeSaveSchema } from "@/lib/features/breach-notice/schema";
import { noticeData, type PrintableNotice } from "@/lib/features/breach-notice/print/print-notice";
import {
  breachQuerySchema,
  countBreachViews,
  findBreachesOf,
  findBreachPage,
} from "@/lib/features/breach/read/list";
import { findBreach, findInformed } from "@/lib/features/breach/read/queries";
import { findBreachesToPlan } from "@/lib/features/breach/read/to-plan";
import { findRectifications } from "@/lib/features/breach/read/rectifications";
import { controllerPlaceSchema } from "@/lib/features/breach/schema";
import { placeController } from "@/lib/features/breach/write/mutations";
import { addNightContact } from "@/lib/features/night-contact/write/mutations";
import { nightContactAddSchema } from "@/lib/features/night-contact/schema";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeBreachFile } from "@/prisma/factories/breach-notice";
import { makeContact } from "@/prisma/factories/contact";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { draftNotice } from "./drafts";
import { escalateNotices } from "./escalation";
import { issueNotice } from "./issue";
import { insertNoticeFact } from "./rows";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let controllerId: string;
let breachId: string;
let partId: string;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  controllerId = (await makeController(ctx)).id;
  const made = await makeBreachFile(ctx, {
    controllerIds: [controllerId],
    facts: { "what-happened": { text: "Une sauvegarde a été copiée." } },
  });
  breachId = made.breachId;
  partId = made.parts[0]!.partId;
}, 120_000);
afterAll(() => database.drop());

const draft = async () => valueOf(await draftNotice(ctx, { partId })).id;

async function formOf(id: string, typed: Record<string, unknown> = {}) {
  const { content, version, locale } = (await withOrg(ctx.scope, (tx) => findNotice(tx, id)))!;
  const shown = Object.entries(content).map(([key, value]) => [key, value === null ? "" : String(value)]);
  return noticeSaveSchema.parse({ ...Object.fromEntries(shown), id, version, locale, ...typed });
}

async function placeAt(place: "controller-set-aside" | "controller-confirmed", reason: string) {
  const { version } = (await withOrg(ctx.scope, (tx) => findBreach(tx, breachId)))!;
  const input = { id: breachId, version, controllerId, place, reason };
  return valueOf(await placeController(ctx, controllerPlaceSchema.parse(input)));
}

async function dutiesOf() {
  const [found] = await withOrg(ctx.scope, (tx) =>
    findBreachesToPlan(tx, { id: breachId }, ctx.now.getTime()),
  );
  return planBreach(found!).map(({ kind, doneAt, ending }) => `${kind} ${doneAt === null ? "open" : ending}`);
}

/** Ids that the list of breaches gives for a client, before and below a first row, with the count of its view. */
async function listedFor(controller: string) {
  return withOrg(ctx.scope, async (tx) => {
    const query = breachQuerySchema.parse({ controller, after: `${ctx.now.getTime() + 60_000}.${breachId}` });
    const ofParty = await findBreachesOf(tx, query);
    const listed = (await findBreachPage(tx, query, null, ofParty)).map(({ id }) => id);
    expect((await countBreachViews(tx, null, ofParty)).running).toBe(listed.length);
    return listed;
  });
}

it("shows each notice issued to a client on the breach, says so in the list, and stops a second that saw none", async () => {
  const first = await draft();
  const issued = valueOf(
    await issueNotice(ctx, await formOf(first, { recipient: MAIN_RECIPIENT, seenIssued: 0 })),
  );
  expect(issued.letterId).not.toBeNull();
  await withOrg(ctx.scope, async (tx) => {
    const notices = (await findIssuedTo(tx, ctx.scope.org, breachId))(controllerId);
    expect(notices).toMatchObject([
      {
        id: first,
        number: 1,
        phase: "initial",
        issuedByName: ctx.actor.name,
        recipients: ["Hélène Marchetti"],
        status: "queued",
      },
    ]);
    const [line] = await findBreachPage(tx, breachQuerySchema.parse({}), null);
    expect(line).toMatchObject({ notices: 1, proposed: 0, affected: 1 });
  });
  const second = await draft();
  expect(await issueNotice(ctx, await formOf(second, { seenIssued: 0 }))).toMatchObject({
    refusal: { issues: [{ key: "breach-notice.issuedMeanwhile" }] },
  });
});

it("is cancelled where it waits, and written to nobody else, once its client is set aside", async () => {
  const other = (await makeController(ctx)).id;
  for (const email of ["un@hertzia.example", "nuit@hertzia.example"])
    valueOf(
      await addNightContact(ctx, nightContactAddSchema.parse({ controllerId: other, name: email, email })),
    );
  const made = await makeBreachFile(ctx, {
    controllerIds: [other],
    facts: { "what-happened": { text: "Une sauvegarde a été copiée." } },
  });
  const { id } = valueOf(await draftNotice(ctx, { partId: made.parts[0]!.partId }));
  const { id: first } = await withOrg(ctx.scope, (tx) =>
    tx.nightContact.findFirstOrThrow({ where: { controllerId: other }, orderBy: { position: "asc" } }),
  );
  valueOf(await issueNotice(ctx, await formOf(id, { recipient: first, silenceMinutes: "5" })));
  const { version } = (await withOrg(ctx.scope, (tx) => findBreach(tx, made.breachId)))!;
  const away = { id: made.breachId, version, controllerId: other, reason: "Aucune de ses données" };
  valueOf(
    await placeController(ctx, controllerPlaceSchema.parse({ ...away, place: "controller-set-aside" })),
  );
  await withOrg(ctx.scope, async (tx) => {
    const waiting = await tx.outboxMail.findFirstOrThrow({ where: { toAddress: "un@hertzia.example" } });
    expect(waiting.state).toBe("cancelled");
    const told = { event: "mail.cancelled", subjectId: waiting.id };
    expect(await tx.journalText.count({ where: told })).toBe(1);
    expect((await findIssuedTo(tx, ctx.scope.org, made.breachId))(other)).toMatchObject([
      { status: "cancelled" },
    ]);
  });
  const back = await withOrg(ctx.scope, (tx) => findRectifications(tx, [made.breachId]));
  expect(back(made.breachId, other, "set-aside")).toBe("nothing-left");
  expect(await draftNotice(ctx, { partId: made.parts[0]!.partId })).toMatchObject({
    refusal: { issues: [{ key: "breach-notice.unconfirmed" }] },
  });
  const later = new Date(ctx.now.getTime() + 3_600_000);
  valueOf(await escalateNotices(jobContext("returned-mail", ctx.scope.org, later)));
  const letters = await withOrg(ctx.scope, (tx) =>
    tx.breachNoticeFact.count({ where: { noticeId: id, kind: "mail-queued" } }),
  );
  expect(letters).toBe(1);
});

it("writes to nobody else what takes a notice back, once its client is confirmed again", async () => {
  const other = (await makeController(ctx)).id;
  for (const email of ["trois@hertzia.example", "quatre@hertzia.example"])
    valueOf(
      await addNightContact(ctx, nightContactAddSchema.parse({ controllerId: other, name: email, email })),
    );
  const made = await makeBreachFile(ctx, {
    controllerIds: [other],
    facts: { "what-happened": { text: "Une sauvegarde a été copiée." } },
  });
  const { partId: part } = made.parts[0]!;
  const place = async (to: string) => {
    const { version } = (await withOrg(ctx.scope, (tx) => findBreach(tx, made.breachId)))!;
    const input = { id: made.breachId, version, controllerId: other, place: to, reason: "Vérifié" };
    valueOf(await placeController(ctx, controllerPlaceSchema.parse(input)));
  };
  const initial = valueOf(await draftNotice(ctx, { partId: part })).id;
  valueOf(await issueNotice(ctx, await formOf(initial)));
  await place("controller-set-aside");
  const back = valueOf(await draftNotice(ctx, { partId: part })).id;
  const { id: first } = await withOrg(ctx.scope, (tx) =>
    tx.nightContact.findFirstOrThrow({ where: { controllerId: other }, orderBy: { position: "asc" } }),
  );
  const typed = { recipient: first, silenceMinutes: "5", whatHappened: "Une base d’essai." };
  valueOf(await issueNotice(ctx, await formOf(back, typed)));
  await place("controller-confirmed");
  const later = new Date(ctx.now.getTime() + 3_600_000);
  valueOf(await escalateNotices(jobContext("returned-mail", ctx.scope.org, later)));
  const letters = await withOrg(ctx.scope, (tx) =>
    tx.breachNoticeFact.count({ where: { noticeId: back, kind: "mail-queued" } }),
  );
  expect(letters).toBe(1);
  const [found] = await withOrg(ctx.scope, (tx) =>
    findBreachesToPlan(tx, { id: made.breachId }, later.getTime()),
  );
  expect(planBreach(found!).map(({ kind }) => kind)).not.toContain("breach.silence");
  // Set aside once more, it is owed a rectification again: the one before never left.
  await place("controller-set-aside");
  const owed = await withOrg(ctx.scope, (tx) => findRectifications(tx, [made.breachId]));
  expect(owed(made.breachId, other, "set-aside")).toBe("owed");
});

it("takes back what was sent to a client that proves not to be affected, by a notice that its portal shows beside", async () => {
  const before = await draft();
  valueOf(await issueNotice(ctx, await formOf(before)));
  await placeAt("controller-set-aside", "Base de test");
  expect(await dutiesOf()).toContain("breach.rectify open");
  await withOrg(ctx.scope, async (tx) => {
    expect((await findIssuedTo(tx, ctx.scope.org, breachId))(controllerId)).toHaveLength(2);
  });
  expect(await listedFor(controllerId)).toEqual([breachId]);
  const untold = (await makeController(ctx)).id;
  await makeBreachFile(ctx, { controllerIds: [untold], facts: {} });
  await withOrg(ctx.scope, (tx) =>
    tx.breachController.updateMany({ where: { controllerId: untold }, data: { status: "set-aside" } }),
  );
  expect(await listedFor(untold)).toEqual([]);

  const id = await draft();
  expect(await withOrg(ctx.scope, (tx) => findNotice(tx, id))).toMatchObject({
    phase: "rectifying",
    content: { whatHappened: null, persons: null },
  });
  expect(await issueNotice(ctx, await formOf(id))).toMatchObject({
    refusal: { issues: [{ path: "whatHappened", key: "breach-notice.rectifiesNothing" }] },
  });
  valueOf(
    await issueNotice(ctx, await formOf(id, { whatHappened: "La base copiée ne contenait que des essais." })),
  );
  expect(await dutiesOf()).toContain("breach.rectifying-unsent open");
  const call = { kind: "call-made", at: ctx.now };
  await withOrg(ctx.scope, (tx) =>
    insertNoticeFact(tx, ctx, { breachId, controllerId, noticeId: id, ...call }),
  );
  expect(await dutiesOf()).toContain("breach.rectify met");

  const contact = await makeContact(ctx, { controllerId, role: "reader" });
  const seen = await withOrg(contact.scope, (tx) => findPortalNotices(tx));
  expect(seen.map(({ phase }) => phase).toSorted()).toEqual(["follow-up", "initial", "rectifying"]);
  expect(await draftNotice(ctx, { partId })).toMatchObject({
    refusal: { issues: [{ key: "breach-notice.unconfirmed" }] },
  });
});

it("is issued to nobody who was set aside since its draft was opened, and in a closed file as the last alone", async () => {
  const other = (await makeController(ctx)).id;
  const made = await makeBreachFile(ctx, {
    controllerIds: [other],
    facts: { "what-happened": { text: "Une sauvegarde a été copiée." } },
  });
  const { id } = valueOf(await draftNotice(ctx, { partId: made.parts[0]!.partId }));
  const change = (data: object) =>
    withOrg(ctx.scope, (tx) => tx.breachController.updateMany({ where: { controllerId: other }, data }));
  const close = (status: string) =>
    withOrg(ctx.scope, (tx) => tx.breach.updateMany({ where: { id: made.breachId }, data: { status } }));
  const refusedAs = (key: string) => ({ refusal: { issues: [{ path: "", key: `breach-notice.${key}` }] } });
  await change({ status: "set-aside" });
  expect(await issueNotice(ctx, await formOf(id))).toMatchObject(refusedAs("setAsideMeanwhile"));
  await change({ status: "confirmed" });
  await close("closed");
  expect(await issueNotice(ctx, await formOf(id))).toMatchObject(refusedAs("closedMeanwhile"));
  valueOf(await issueNotice(ctx, await formOf(id, { isFinal: "on" })));
});

it("makes awareness begin anew where its client is confirmed again", async () => {
  const call = { kind: "call-made", at: new Date(ctx.now.getTime() - 3_600_000) };
  await withOrg(ctx.scope, (tx) =>
    insertNoticeFact(tx, ctx, { breachId, controllerId, noticeId: null, ...call }),
  );
  const known = async () =>
    (await withOrg(ctx.scope, (tx) => findInformed(tx, [breachId]))).get(`${breachId} ${controllerId}`);
  // A call about the notice that takes the others back made nobody aware.
  expect(await known()).toHaveLength(1);
  await placeAt("controller-confirmed", "Copie retrouvée");
  expect(await known()).toBeUndefined();
  expect(await dutiesOf()).toContain("breach.tell open");
});

it("prints why it takes back, and no hours of the client's authority", async () => {
  const [notice] = await withOrg(ctx.scope, async (tx) => {
    const found = (await findIssuedTo(tx, ctx.scope.org, breachId))(controllerId);
    return [(await findNotice(tx, found.at(-1)!.id))!];
  });
  const { content, phase, number } = notice!;
  const printable: PrintableNotice = {
    organisation: { name: "Atlas", address: "" },
    jointControllers: [],
    controller: "Orvelle",
    incident: partId,
    number,
    phase,
    isDrill: false,
    locale: "fr",
    zone: "Europe/Paris",
    content,
    previous: content,
    lateReason: "",
    duties: [],
    at: 0,
    issuedBy: "Nadia",
  };
  const text = JSON.stringify(await noticeData(printable));
  expect(text).toContain("n’étaient pas concernées");
  expect(text).toContain("ne contenait que des essais");
  expect(text).not.toContain("72 heures");
});
