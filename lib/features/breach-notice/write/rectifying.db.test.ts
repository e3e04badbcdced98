import { afterAll, beforeAll, expect, it } from "vitest";
import { planBreach } from "@/lib/domain/obligation/plan-breach";
import { findIssuedTo } from "@/lib/features/breach-notice/read/issued";
import { findNotice } from "@/lib/features/breach-notice/read/queries";
import { findPortalNotices } from "@/lib/features/breach-notice/read/portal";
import { MAIN_RECIPIENT, noticeSaveSchema } from "@/lib/features/breach-notice/schema";
import { noticeData, type PrintableNotice } from "@/lib/features/breach-notice/print/print-notice";
import { breachQuerySchema, findBreachPage } from "@/lib/features/breach/read/list";
import { findBreach } from "@/lib/features/breach/read/queries";
import { findBreachesToPlan } from "@/lib/features/breach/read/to-plan";
import { controllerPlaceSchema } from "@/lib/features/breach/schema";
import { placeController } from "@/lib/features/breach/write/mutations";
import { closeClients } from "@/lib/platform/database/clients";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeBreachFile } from "@/prisma/factories/breach-notice";
import { makeContact } from "@/prisma/factories/contact";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { draftNotice } from "./drafts";
import { issueNotice } from "./issue";

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
afterAll(async () => {
  await closeClients();
  await database.drop();
});

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

it("takes back what was sent to a client that proves not to be affected, by a notice that its portal shows beside", async () => {
  const before = await draft();
  valueOf(await issueNotice(ctx, await formOf(before)));
  await placeAt("controller-set-aside", "Base de test");
  expect(await dutiesOf()).toContain("breach.rectify open");
  await withOrg(ctx.scope, async (tx) => {
    expect((await findIssuedTo(tx, ctx.scope.org, breachId))(controllerId)).toHaveLength(2);
  });

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
  expect(await dutiesOf()).toContain("breach.rectify met");

  const contact = await makeContact(ctx, { controllerId, role: "reader" });
  const seen = await withOrg(contact.scope, (tx) => findPortalNotices(tx));
  expect(seen.map(({ phase }) => phase).toSorted()).toEqual(["follow-up", "initial", "rectifying"]);
  expect(await draftNotice(ctx, { partId })).toMatchObject({
    refusal: { issues: [{ key: "breach-notice.unconfirmed" }] },
  });
});

it("prints why it takes back, and no hours of the client's authority", async () => {
  const [notice] = await withOrg(ctx.scope, async (tx) => {
    const found = (await findIssuedTo(tx, ctx.scope.org, breachId))(controllerId);
    return [(await findNotice(tx, found.at(-1)!.id))!];
  });
  const { content, phase, number } = notice!;
  const printable: PrintableNotice = {
    organisation: { name: "Atlas", address: "" },
    controller: "Orvelle",
    incident: partId,
    number,
    phase,
    isDrill: false,
    locale: "fr",
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
