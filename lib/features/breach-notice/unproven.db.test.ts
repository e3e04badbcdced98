import { Client } from "pg";
import { afterAll, expect, it } from "vitest";
import { informedBy } from "@/lib/domain/breach/notice-state";
import { breachQuerySchema, findBreachPage } from "@/lib/features/breach/read/list";
import { recordAccess } from "@/lib/platform/access/access-log";
import { findOwnPeople } from "@/lib/platform/access/own-people";
import { withOrg } from "@/lib/platform/database/transaction";
import { whileMoved } from "@/lib/platform/journal/moved-rows.fixture";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { makeBreachFile } from "@/prisma/factories/breach-notice";
import { makeContact, proveAddress } from "@/prisma/factories/contact";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { packSchema } from "./print/pack-json";
import { findIssuedTo } from "./read/issued";
import { findToldIncidents } from "./read/portal-proofs";
import { findProofs } from "./read/proofs";
import { findNotice, findNoticeFacts } from "./read/queries";
import { noticeSaveSchema } from "./schema";
import { draftNotice } from "./write/drafts";
import { exportAuthorityDraft } from "./write/authority-draft";
import { issueNotice } from "./write/issue";
import { exportPack } from "./write/pack";
import { acknowledgeNotice, recordReadings } from "./write/receipts";

const database = await freshDatabase();
afterAll(() => database.drop());
const ctx = await makeOrganisation(database.ownerUrl);
const { id: controllerId } = await makeController(ctx);
const { breachId, parts } = await makeBreachFile(ctx, {
  controllerIds: [controllerId],
  facts: { "what-happened": { text: "Une sauvegarde a été copiée." } },
});
const partId = parts[0]!.partId;
const email = "directeur@client.example";
const noticeId = await issue();
const contact = await makeContact(ctx, { controllerId, role: "signatory", email, isProven: false });
const own = await findOwnPeople(ctx.scope.org);

async function issue(): Promise<string> {
  const { id } = valueOf(await draftNotice(ctx, { partId }));
  const { version, locale, content } = (await withOrg(ctx.scope, (tx) => findNotice(tx, id)))!;
  const { whatHappened, contactPoint } = content;
  const input = { id, version, locale, whatHappened, contactPoint: contactPoint ?? "", act: "issue" };
  valueOf(await issueNotice(ctx, noticeSaveSchema.parse(input)));
  return id;
}

/** Kinds of what the contact did, as the staff and as the contact itself is shown them. */
async function kinds() {
  const byStaff = await withOrg(ctx.scope, async (tx) =>
    findProofs(tx, await findNoticeFacts(tx, { breachId, controllerId }), own),
  );
  const issued = { number: 1, phase: "initial" as const, issuedAt: ctx.now.getTime() };
  const placed = [{ id: noticeId, breachControllerId: partId, controllerId, ...issued }];
  const told = await withOrg(contact.scope, (tx) => findToldIncidents(tx, placed, own));
  expect(informedBy(byStaff).length).toBeGreaterThan(0);
  return {
    staff: byStaff.map(({ kind }) => kind).filter((kind) => kind !== "queued"),
    portal: told[0]?.proof?.kind,
  };
}

/** Reads what the list counts, the state of the notice, and what client and processor may state to the authority. */
async function offered() {
  const [row] = await withOrg(ctx.scope, (tx) => findBreachPage(tx, breachQuerySchema.parse({}), null));
  const issued = await withOrg(ctx.scope, (tx) => findIssuedTo(tx, ctx.scope.org, breachId));
  const packs = [
    valueOf(await exportPack(contact, { id: noticeId, format: "json" })),
    valueOf(await exportAuthorityDraft(ctx, { id: noticeId, format: "json" })),
  ];
  return {
    counted: [row!.informed, row!.openedUnproven],
    status: issued(controllerId)[0]!.status,
    stated: packs.map(({ body }) => {
      const { sections } = packSchema.parse(JSON.parse(new TextDecoder().decode(body)));
      const answers = sections.flatMap(({ entries }) => entries);
      const statusOf = (wanted: string) => answers.find(({ id }) => id === wanted)?.answer.status ?? "absent";
      return [statusOf("discovered"), statusOf("openedUnproven")];
    }),
  };
}

it("starts the clocks by an unproven address and names it apart, until the address is proven", async () => {
  await withOrg(contact.scope, (tx) =>
    recordAccess(tx, contact, { noun: "breach-notice", id: noticeId, label: "1" }),
  );
  expect(await kinds()).toEqual({ staff: ["read-unproven"], portal: "read-unproven" });
  valueOf(await recordReadings(jobContext("returned-mail", ctx.scope.org, new Date())));
  expect(await kinds()).toEqual({ staff: ["read-unproven"], portal: "read-unproven" });
  valueOf(await acknowledgeNotice(contact, { id: noticeId }));
  expect((await kinds()).staff.toSorted()).toEqual(["acknowledged-unproven", "read-unproven"]);
  expect(await offered()).toEqual({
    counted: [0, 1],
    status: "acknowledged-unproven",
    stated: [
      ["controller", "answered"],
      ["controller", "answered"],
    ],
  });
  await proveAddress(ctx, { contactId: contact.actor.contactId, controllerId, email });
  expect(await offered()).toEqual({
    counted: [1, 0],
    status: "acknowledged",
    stated: [
      ["answered", "absent"],
      ["answered", "absent"],
    ],
  });
  const proven = await kinds();
  expect(proven.staff.toSorted()).toEqual(["acknowledged", "read-in-portal"]);
  expect(proven.portal).toMatch(/^(read-in-portal|acknowledged)$/);
});

it("names a pack whose notice does not agree with the journal, for the client and for the processor", async () => {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query("SELECT set_config('app.backup', 'on', false)");
  const take = async () => [
    valueOf(await exportPack(contact, { id: noticeId, format: "json" })).fileName,
    valueOf(await exportAuthorityDraft(ctx, { id: noticeId, format: "json" })).fileName,
  ];
  const told = () =>
    withOrg(ctx.scope, (tx) => tx.journalText.count({ where: { event: "journal.disputed" } }));
  expect(await take()).toEqual(["notification-1.json", "notification-1.json"]);
  expect(await told()).toBe(0);
  const moved = { table: "breach_notice", column: "id", id: noticeId };
  const named = "notification-1-ne-concorde-pas-avec-le-journal.json";
  expect(await whileMoved(owner, moved, take)).toEqual([named, named]);
  expect(await told()).toBe(2);
  await owner.end();
});
