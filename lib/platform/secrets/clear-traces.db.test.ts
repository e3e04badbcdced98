import { randomUUID } from "node:crypto";
import { serialize } from "node:v8";
import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { makeCallLog } from "@/prisma/factories/call-log";
import { makeCampaign } from "@/prisma/factories/campaign";
import { makeAuthorisation, makeChoice, makeListCheck, makeParentalRequest } from "@/prisma/factories/choice";
import { makeCollection, makeConsentFile } from "@/prisma/factories/consent";
import { addPeople, answer, makeOpenConsultation, tokensOf } from "@/prisma/factories/consultation";
import { makeContact } from "@/prisma/factories/contact";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeOpenPage } from "@/prisma/factories/public-page";
import { sendPublicRequest } from "@/prisma/factories/public-request";
import { makeController, valueOf } from "@/prisma/factories/register";
import { makeRightsRequest, stepRightsRequest } from "@/prisma/factories/rights-request";
import { recordMinorCall } from "@/lib/features/minor/write/mutations";
import { sendByMail } from "@/lib/features/consultation/write/send";
import { readReturned } from "@/lib/features/returned-mail/read/returned";
import { recordReturned } from "@/lib/features/returned-mail/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { postfixReport } from "@/lib/platform/mail/returned.fixture";
import { required } from "@/lib/domain/invariant/required";
import { openDatabase } from "@/scripts/test/open-database";
import { findClearTraces, type Trace } from "./clear-traces.fixture";

const [CHOOSER, CONSENTER, REFUSED, LISTED] = [
  "+33621314151",
  "+33622324252",
  "+33623334353",
  "+33624344454",
];
const [CALLED, OBJECTOR] = ["+33612345678", "+33698765432"];
const CONSULTED = "+33625354555";
const CALLER = "+33755667788";
const ADDRESS = "cliente.privee@exemple.test";
const HOME = "14 rue des Tisserands, 59800 Lille";
const NAME = "Odile Quarantequatre";
const [PARENT, BORN, CHILD] = ["Anselme Quarantequatre", "2014-07-19", "+33644556677"];

const PERSONS: readonly Trace[] = [
  ...[CHOOSER, CONSENTER, REFUSED, LISTED, CALLED, OBJECTOR, CALLER, CHILD, CONSULTED].map((number) => ({
    number,
  })),
  ...[ADDRESS, HOME, NAME, PARENT, BORN].map((words) => ({ words })),
];

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const { id: controllerId } = await makeController(ctx);
await choose();
await call();
// The requests object, at an address too: who asks this person for consent by mail does so before.
await consult();
await request();

/** A person who is asked, and answers through their link. */
async function consult() {
  const { id } = await makeOpenConsultation(ctx, { controllerId });
  await addPeople(ctx, id, [`06 25 35 45 55;${ADDRESS};fr`]);
  const [token] = await tokensOf(ctx, id);
  valueOf(await sendByMail(ctx, { id }));
  await makeReturned();
  valueOf(await answer(token!, { q1: "allow" }, ctx.now));
}

/** A server refuses the letter of the consultation and names its recipient, and the recipient answers another. */
async function makeReturned() {
  const letter = await withOrg(ctx.scope, (tx) =>
    tx.outboxMail.findFirstOrThrow({ where: { template: "consultation-choices" } }),
  );
  await withOrg(ctx.scope, (tx) =>
    tx.outboxMail.updateMany({ where: { id: letter.id }, data: { state: "accepted", acceptedAt: ctx.now } }),
  );
  const report = postfixReport({ ...letter, to: ADDRESS }).replace(/^From: .*$/m, `From: ${ADDRESS}`);
  const outcome = await recordReturned(jobContext("returned-mail", ctx.scope.org, ctx.now), {
    returned: required(await readReturned(new TextEncoder().encode(report)), "message"),
    letter: { id: letter.id, by: "envelope" },
    cameBy: "mailbox",
  });
  expect(outcome).toEqual({ ok: true, value: "bounced" });
}

/** Choices one by one, one of a child with a parent, by a file with a line that is refused, and the check of a list. */
async function choose() {
  await makeChoice(ctx, { controllerId, number: "06 21 31 41 51" });
  await makeAuthorisation(ctx, { controllerId, parent: PARENT, born: BORN });
  const asked = { number: "06 21 31 41 52", parent: PARENT, born: BORN, email: ADDRESS };
  await makeParentalRequest(ctx, { controllerId, ...asked });
  const { id: collection } = await makeCollection(ctx, { controllerId });
  await makeConsentFile(ctx, collection, [
    "06.22.32.42.52;01/10/2026;30/09/2027;FORM-1",
    "06 23 33 43 53;01/10/2026;30/09/2027;REC 0623334353",
    `0033623334353;01/10/2020;30/09/2029;${ADDRESS}`,
  ]);
  await makeListCheck(ctx, { controllerId, lines: ["+33 6 24 34 44 54", `${NAME} 0624344454`] });
}

/** A log of calls with an objection that becomes a choice, and a minor on the line. */
async function call() {
  const { id: campaign } = await makeCampaign(ctx, { controllerId, basis: "contract" });
  await makeCallLog(ctx, campaign);
  valueOf(await recordMinorCall(ctx, { outcome: "ended" }));
}

/** Requests by telephone, mail, letter and the public form, one of them relayed. */
async function request() {
  const words = `Je suis ${NAME}, ${HOME} ; rappelez-moi au (+33) 7 55.66.77.88 ou écrivez à ${ADDRESS}.`;
  const person = { name: NAME, contact: "07 55 66 77 88", words, controllerId };
  const relayed = await makeRightsRequest(ctx, person);
  await makeContact(ctx, { controllerId });
  await stepRightsRequest(ctx, relayed, "relayed", { means: "letter" });
  await makeRightsRequest(ctx, { ...person, channel: "e-mail", contact: ADDRESS, rights: "access" });
  await makeRightsRequest(ctx, { name: NAME, contact: HOME, words, controllerId: "", channel: "letter" });
  const typed = { answerBy: "telephone", contact: "07 55 66 77 88", name: NAME, words };
  const page = await makeOpenPage(ctx);
  valueOf(await sendPublicRequest(page, ctx, { ...typed, client: words.slice(0, 100) }));
}

const SPELT = ["+33612345678", "0612345678", "06 12 34 56 78", "+33 (0)6.12.34.56.78", "00 33 6-12-34-56-78"];

describe("a dump of the database", () => {
  it("names no person in clear: no number however it is spelt, no address, no name", async () => {
    expect(await findClearTraces(database.ownerUrl, PERSONS)).toEqual([]);
  });

  it("would be found to hold a number however it is spelt, in text, JSON and bytes", async () => {
    const planted = new Client({ connectionString: database.ownerUrl });
    await planted.connect();
    try {
      await planted.query("CREATE SCHEMA planted");
      for (const [at, spelt] of SPELT.entries()) {
        const table = `planted.cell_${at}`;
        await planted.query(`CREATE TABLE ${table} (words text, stored jsonb, sent bytea, list text[])`);
        const sent = serialize({ to: `Zoé → ${spelt}` });
        const cells = [`rappeler le ${spelt}.`, JSON.stringify({ a: [spelt] }), sent, [randomUUID(), spelt]];
        await planted.query(`INSERT INTO ${table} VALUES ($1, $2, $3, $4)`, cells);
      }
      expect(await findClearTraces(database.ownerUrl, PERSONS)).toEqual(
        SPELT.flatMap((_, at) =>
          ["words", "stored", "sent", "list"].map((column) => `planted.cell_${at}.${column}`),
        ),
      );
    } finally {
      await planted.query("DROP SCHEMA planted CASCADE");
      await planted.end();
    }
  });

  it("is read whole: what is meant to be legible is found where it is", async () => {
    const found = await findClearTraces(database.ownerUrl, [{ words: "FORM-1" }]);
    expect(found).toEqual(["public.choice.proof"]);
  });
});
