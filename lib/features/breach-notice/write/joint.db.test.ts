import { afterAll, beforeAll, expect, it } from "vitest";
import { jointRecipientsOf } from "@/lib/domain/breach/joint-recipients";
import { composeLetter } from "@/lib/i18n/letter";
import { withOrg } from "@/lib/platform/database/transaction";
import { findOwnPeople } from "@/lib/platform/access/own-people";
import { findInformed } from "@/lib/features/breach/read/queries";
import { findJointTellings } from "@/lib/features/breach-notice/read/joint";
import { findPortalIncidents } from "@/lib/features/breach-notice/read/portal-incidents";
import { findNotice, findNoticeFacts } from "@/lib/features/breach-notice/read/queries";
import { noticeSaveSchema } from "@/lib/features/breach-notice/schema";
import { makeBreachFile } from "@/prisma/factories/breach-notice";
import { makeContact } from "@/prisma/factories/contact";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeReport } from "@/prisma/factories/outbox";
import { makeController, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { draftNotice } from "./drafts";
import { issueNotice } from "./issue";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
});
afterAll(() => database.drop());

const BRENVAL = "Brenval SA, dpo@brenval.example";
const ORVELLE = "Orvelle Assurances";

async function draftedFor(otherControllers: string) {
  const { id: controllerId } = await makeController(ctx, { otherControllers });
  const { parts, breachId } = await makeBreachFile(ctx, {
    controllerIds: [controllerId],
    facts: { "what-happened": { text: "Une sauvegarde a été copiée." } },
  });
  const { id } = valueOf(await draftNotice(ctx, { partId: parts[0]!.partId }));
  const { version, locale, content } = (await withOrg(ctx.scope, (tx) => findNotice(tx, id)))!;
  const typed = { id, version, locale, whatHappened: content.whatHappened, contactPoint: "DPO" };
  const issue = (joint: object[]) => issueNotice(ctx, noticeSaveSchema.parse({ ...typed, joint }));
  return { id, breachId, controllerId, issue };
}

it("writes to each joint controller of the client or keeps why it does not, and counts neither as the client's knowledge", async () => {
  const { id, breachId, controllerId, issue } = await draftedFor(`${BRENVAL}\n${ORVELLE}`);
  const told = { name: BRENVAL, addressee: "Brenval SA", address: "dpo@brenval.example" };
  expect(await issue([])).toMatchObject({
    refusal: {
      issues: [
        { path: "joint.0.reason", key: "breach-notice.jointWithoutReason" },
        { path: "joint.1.reason", key: "breach-notice.jointWithoutReason" },
      ],
    },
  });
  expect(await issue([told, { name: ORVELLE, address: "foreign@else.example" }])).toMatchObject({
    refusal: { issues: [{ path: "joint.1.address", key: "breach-notice.unknownRecipient" }] },
  });
  expect(
    await issue([
      { ...told, addressee: "" },
      { name: ORVELLE, reason: "Désigné" },
    ]),
  ).toMatchObject({
    refusal: { issues: [{ path: "joint.0.addressee", key: "breach-notice.jointWithoutName" }] },
  });
  const reason = "L’accord du 3 mars désigne Brenval comme point de contact";
  valueOf(await issue([told, { name: ORVELLE, reason }]));
  const facts = await withOrg(ctx.scope, (tx) => findNoticeFacts(tx, { noticeId: id }));
  const letterId = facts.find(({ kind }) => kind === "joint-mail-queued")!.letterId!;
  await makeReport(ctx, letterId, { kind: "delivered", at: ctx.now });
  await withOrg(ctx.scope, async (tx) => {
    expect(await findJointTellings(tx, facts)).toMatchObject([
      { who: BRENVAL, address: "dpo@brenval.example", state: "delivered", reason: "" },
      { who: ORVELLE, address: "", state: "not-told", reason },
    ]);
    expect((await findInformed(tx, [breachId])).get(`${breachId} ${controllerId}`)).toBeUndefined();
  });
  const letter = await withOrg(ctx.scope, (tx) =>
    tx.outboxMail.findUniqueOrThrow({ where: { id: letterId } }),
  );
  expect(letter).toMatchObject({ toAddress: "dpo@brenval.example", toName: "Brenval SA" });
  expect(letter.params).not.toHaveProperty("link");
  const notice = await withOrg(ctx.scope, (tx) => findNotice(tx, id));
  expect(letter.attachmentId).not.toBeNull();
  // Their copy is printed for them: the client's own speaks of the client's law.
  expect(letter.attachmentId).not.toBe(notice?.documentId);
  const copy = await withOrg(ctx.scope, (tx) =>
    tx.attachment.findUniqueOrThrow({
      where: { id: letter.attachmentId! },
      select: { sha256: true, controllerId: true },
    }),
  );
  const queued = facts.find(({ kind }) => kind === "joint-mail-queued")!;
  expect(queued.value).toMatchObject({ digest: copy.sha256 });
  expect(copy.controllerId).toBeNull();
  const { paragraphs, action, closing } = await composeLetter({
    template: letter.template,
    locale: "fr",
    params: letter.params as Record<string, string>,
    secrets: { link: "https://amana.example" },
    organisation: null,
  });
  expect(paragraphs.join(" ")).toContain("comme responsable conjoint");
  // No joint controller enters the client's portal.
  expect(action).toBeNull();
  expect([...paragraphs, closing].join(" ")).not.toContain("portail");
  const contact = await makeContact(ctx, { controllerId, role: "reader" });
  const own = await findOwnPeople(ctx.scope.org);
  const aware = await withOrg(contact.scope, async (tx) => {
    const [incident] = await findPortalIncidents(tx, own);
    return incident!.controllerAt;
  });
  expect(aware).toBeNull();
});

it("sends one letter to an address that two joint controllers agreed on, 26(1)", async () => {
  const { id, issue } = await draftedFor(`${BRENVAL}\n${ORVELLE}`);
  const address = "dpo@brenval.example";
  // Asks of an address on the line of the other: a person says that both share it.
  const toBoth = (isShared: object) =>
    issue([
      { name: BRENVAL, addressee: "Brenval SA", address },
      { name: ORVELLE, typed: address, ...isShared },
    ]);
  expect(await toBoth({})).toMatchObject({
    refusal: { issues: [{ path: "joint.1.isShared", key: "breach-notice.jointSharedAddress" }] },
  });
  valueOf(await toBoth({ isShared: "on" }));
  const facts = await withOrg(ctx.scope, (tx) => findNoticeFacts(tx, { noticeId: id }));
  const told = facts.filter(({ kind }) => kind === "joint-mail-queued");
  expect(told).toHaveLength(2);
  expect(new Set(told.map(({ letterId }) => letterId)).size).toBe(1);
});

it.each(["contact@orvelle.example", "DPO@orvelle.example", "contact@autre.example"])(
  "asks of the address of a client, its own or another, whether it is that of the joint controller too (%s)",
  async (typed) => {
    await makeController(ctx, { contactEmail: "contact@autre.example" });
    const { issue } = await draftedFor("Prévoyance Océane SA");
    const name = "Prévoyance Océane SA";
    expect(await issue([{ name, typed }])).toMatchObject({
      refusal: { issues: [{ path: "joint.0.isShared", key: "breach-notice.jointKnownAddress" }] },
    });
    expect(await issue([{ name, typed, isShared: "on" }])).toMatchObject({ ok: true });
  },
);

it("asks of the address of a member whether it is that of the joint controller", async () => {
  const { issue } = await draftedFor("Prévoyance Océane SA");
  expect(await issue([{ name: "Prévoyance Océane SA", typed: ctx.email }])).toMatchObject({
    refusal: { issues: [{ path: "joint.0.isShared", key: "breach-notice.jointKnownAddress" }] },
  });
});

it("offers each joint controller the addresses of its own line, and takes one that is typed", async () => {
  const otherControllers = `${BRENVAL}\n${ORVELLE}`;
  const sheet = await makeController(ctx, { otherControllers });
  const row = await withOrg(ctx.scope, (tx) => tx.controller.findUniqueOrThrow({ where: { id: sheet.id } }));
  expect(jointRecipientsOf(row)).toEqual([
    { name: BRENVAL, addresses: ["dpo@brenval.example"], addressee: "Brenval SA" },
    { name: ORVELLE, addresses: [], addressee: ORVELLE },
  ]);
  const { id, issue } = await draftedFor(otherControllers);
  valueOf(
    await issue([
      { name: BRENVAL, addressee: "Brenval SA", address: "dpo@brenval.example" },
      { name: ORVELLE, typed: "dpo@assurances.example" },
    ]),
  );
  const facts = await withOrg(ctx.scope, (tx) => findNoticeFacts(tx, { noticeId: id }));
  expect(await withOrg(ctx.scope, (tx) => findJointTellings(tx, facts))).toMatchObject([
    { who: BRENVAL, address: "dpo@brenval.example" },
    { who: ORVELLE, address: "dpo@assurances.example" },
  ]);
});

it("asks nothing of a client that is a controller alone", async () => {
  const { issue } = await draftedFor("");
  expect(await issue([])).toMatchObject({ ok: true });
});
