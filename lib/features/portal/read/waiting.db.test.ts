import { describe, expect, it } from "vitest";
import { WAITING_NOUNS, type WaitingNoun } from "@/lib/domain/nouns/waiting";
import { draftNotice } from "@/lib/features/breach-notice/write/drafts";
import { acknowledgeNotice } from "@/lib/features/breach-notice/write/informed";
import { issueNotice } from "@/lib/features/breach-notice/write/issue";
import { noticeSaveSchema } from "@/lib/features/breach-notice/schema";
import { findNotice } from "@/lib/features/breach-notice/read/queries";
import { recordAccess } from "@/lib/platform/access/access-log";
import { findOwnPeople } from "@/lib/platform/access/own-people";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeAgreed, makeRequest } from "@/prisma/factories/authorisation";
import { makeBreachFile } from "@/prisma/factories/breach-notice";
import { askForApproval, makeCallScript } from "@/prisma/factories/call-script";
import { makeContact, type MadeContact } from "@/prisma/factories/contact";
import { makeInstruction, step } from "@/prisma/factories/instruction";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeActiveRecord, makeController, valueOf } from "@/prisma/factories/register";
import { makeRightsRequest, stepRightsRequest } from "@/prisma/factories/rights-request";
import { addMessage } from "@/prisma/factories/thread";
import { openDatabase } from "@/scripts/test/open-database";
import { findWaiting } from "./waiting";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

async function issueNoticeTo(controllerId: string): Promise<string> {
  const { parts } = await makeBreachFile(ctx, {
    controllerIds: [controllerId],
    facts: { "what-happened": { text: "Une sauvegarde a été copiée." } },
  });
  const { id } = valueOf(await draftNotice(ctx, { partId: parts[0]!.partId }));
  const { version, locale, content } = (await withOrg(ctx.scope, (tx) => findNotice(tx, id)))!;
  const { whatHappened, contactPoint } = content;
  const input = { id, version, locale, whatHappened, contactPoint: contactPoint ?? "", act: "issue" };
  valueOf(await issueNotice(ctx, noticeSaveSchema.parse(input)));
  return id;
}

/** A row of each noun that waits for the contacts of one controller. */
const MAKE: Record<WaitingNoun, (controllerId: string) => Promise<string>> = {
  "breach-notice": issueNoticeTo,
  "rights-request": async (controllerId) => {
    const made = await makeRightsRequest(ctx, { controllerId });
    return (await stepRightsRequest(ctx, made, "relayed", { means: "letter" })).id;
  },
  "call-script": async (controllerId) =>
    (await askForApproval(ctx, await makeCallScript(ctx, { controllerId }))).id,
  thread: async (controllerId) => addMessage(ctx, (await makeActiveRecord(ctx, { controllerId })).id),
  authorisation: async (controllerId) => {
    await makeAgreed(ctx, {}, controllerId);
    return (await makeRequest(ctx, { controllerId })).id;
  },
  instruction: async (controllerId) => {
    const made = await makeInstruction(ctx, { controllerId });
    return (await step(ctx, await step(ctx, made, "check"), "contest")).id;
  },
};

const ownPeople = () => findOwnPeople(ctx.scope.org);
async function waitingFor(contact: MadeContact) {
  const own = await ownPeople();
  return withOrg(contact.scope, (tx) => findWaiting(tx, { ctx: contact, own }));
}

describe("the portal's home", () => {
  it.each(WAITING_NOUNS)("shows a %s that waits, to its own contact alone", async (noun) => {
    const { id: controllerId } = await makeController(ctx);
    const contact = await makeContact(ctx, { controllerId });
    expect(await waitingFor(contact)).toEqual([]);
    const id = await MAKE[noun](controllerId);
    expect(await waitingFor(contact)).toMatchObject([{ noun, id }]);
    expect(await waitingFor(await makeContact(ctx))).toEqual([]);
  });

  it("begins with what ends first, and drops what was answered", async () => {
    const { id: controllerId } = await makeController(ctx);
    const contact = await makeContact(ctx, { controllerId });
    for (const noun of WAITING_NOUNS) await MAKE[noun](controllerId);
    const notice = (await waitingFor(contact)).find(({ noun }) => noun === "breach-notice")!;
    expect(notice.due).toBeNull();
    await withOrg(contact.scope, (tx) =>
      recordAccess(tx, contact, { noun: "breach-notice", id: notice.id, label: "1" }),
    );
    const rows = await waitingFor(contact);
    // The request was received in January: its month is over, and comes before the 72 hours.
    expect(rows.slice(0, 2)).toMatchObject([
      { noun: "rights-request" },
      { noun: "breach-notice", due: contact.now.getTime() + 72 * 3_600_000 },
    ]);
    expect(new Set(rows.map(({ noun }) => noun))).toEqual(new Set(WAITING_NOUNS));
    valueOf(await acknowledgeNotice(contact, { id: notice.id }));
    expect((await waitingFor(contact)).map(({ noun }) => noun)).not.toContain("breach-notice");
  });
});
