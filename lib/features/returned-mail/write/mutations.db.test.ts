import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PLATFORM_CHAIN } from "@/lib/domain/journal/chain-id";
import { findLetterFacts } from "@/lib/features/outbox/read/letter-facts";
import { countUnmatched } from "@/lib/features/outbox/read/queries";
import { retryLetter } from "@/lib/features/outbox/write/mutations";
import { assumeEnvironment } from "@/lib/platform/environment/env";
import { jobContext } from "@/lib/platform/jobs/job-context";
import {
  exchangeReport,
  eximBounce,
  gmailReport,
  holidayNotice,
  postfixReport,
} from "@/lib/platform/mail/returned.fixture";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeRequest } from "@/prisma/factories/authorisation";
import { as, type MadeOrganisation, makeOrganisation } from "@/prisma/factories/organisation";
import { makeLetter, makePlatformLetter } from "@/prisma/factories/outbox";
import { valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { startImapServer } from "@/scripts/test/imap-server";
import { recordReturned, readMailbox, receiveReturnedFile } from "./mutations";
import { readReturned } from "@/lib/features/returned-mail/read/returned";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let own: MadeOrganisation;
let foreign: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
  own = await makeOrganisation(database.ownerUrl);
  foreign = await makeOrganisation(database.ownerUrl);
});
afterAll(() => database.drop());

const SENT = new Date("2026-11-02T08:59:00Z");
const GUESSED = "0123456789abcdef0123456789abcdef01234567";
const never = new AbortController().signal;
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Letter accepted one minute before the fixtures' reports. */
async function makeHandedOver(ctx = own) {
  const { id } = await makeLetter({ scope: ctx.scope, now: SENT });
  return accept(id, ctx);
}

function accept(id: string, ctx = own) {
  return withOrg(ctx.scope, async (tx) => {
    const data = { state: "accepted", acceptedAt: SENT, closedAt: SENT, isNoticeAsked: true };
    await tx.outboxMail.updateMany({ where: { id }, data });
    return tx.outboxMail.findUniqueOrThrow({ where: { id } });
  });
}
const rowOf = (id: string, ctx = own) =>
  withOrg(ctx.scope, (tx) => tx.outboxMail.findUniqueOrThrow({ where: { id } }));
const factsOf = (id: string) => withOrg(own.scope, (tx) => findLetterFacts(tx, id));
const eventsOf = (id: string) =>
  withOrg(own.scope, async (tx) =>
    (await tx.journalText.findMany({ where: { subjectId: id }, orderBy: { seq: "asc" } })).map(
      ({ text }) => (JSON.parse(text!) as { event: string }).event,
    ),
  );
const receive = async (text: string, ctx = own) => valueOf(await receiveReturnedFile(ctx, bytesOf(text)));

describe("a delivery notification", () => {
  it("that repeats the envelope's id shows the letter delivered, once however often it is read", async () => {
    const letter = await makeHandedOver();
    const report = postfixReport({ ...letter, action: "delivered" });
    expect(await receive(report)).toEqual({ delivered: 1 });
    expect(await rowOf(letter.id)).toMatchObject({ state: "delivered" });
    const facts = await factsOf(letter.id);
    expect(facts).toMatchObject([
      {
        kind: "delivered",
        source: "notification",
        server: "mx.orvelle.example",
        status: "2.0.0",
        at: new Date("2026-11-02T09:00:04Z"),
      },
    ]);
    expect(await receive(report)).toEqual({ again: 1 });
    // A forwarded copy has other headers and equal contents.
    expect(await receive(report.replace("Subject: ", "Subject: Fwd: "))).toEqual({ delivered: 1 });
    expect(await factsOf(letter.id)).toHaveLength(1);
    expect(await eventsOf(letter.id)).toEqual(["mail.delivered"]);
  });

  it.each(["relayed", "delayed", "expanded"])("that says %s is noted, and is no receipt", async (action) => {
    const letter = await makeHandedOver();
    expect(await receive(postfixReport({ ...letter, action }))).toEqual({ [action]: 1 });
    expect(await rowOf(letter.id)).toMatchObject({ state: "accepted" });
    expect(await factsOf(letter.id)).toMatchObject([{ kind: action }]);
    expect(await eventsOf(letter.id)).toEqual([]);
  });

  it("of a guessed envelope, or of a Message-ID alone, shows nothing delivered, and is counted", async () => {
    const letter = await makeHandedOver();
    const forged = [GUESSED, "", undefined].map((envelopeId) =>
      postfixReport({ messageId: letter.messageId, envelopeId, action: "delivered" }),
    );
    for (const report of forged) expect(await receive(report)).toEqual({ unmatched: 1 });
    expect(await receive(postfixReport({ messageId: letter.messageId, envelopeId: GUESSED }))).toEqual({
      unmatched: 1,
    });
    expect(await receive(holidayNotice(letter))).toEqual({ unread: 1 });
    expect(await rowOf(letter.id)).toMatchObject({ state: "accepted" });
    expect(await factsOf(letter.id)).toEqual([]);
  });

  it("is read of one's own letters alone, by a steward or the job", async () => {
    const letter = await makeHandedOver();
    const report = postfixReport({ ...letter, action: "delivered" });
    expect(await receive(report, foreign)).toEqual({ unmatched: 1 });
    const editor = await as(own, "editor");
    expect(await receiveReturnedFile(editor, bytesOf(report))).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    const returned = (await readReturned(bytesOf(report)))!;
    const noted = { returned, letter: { id: letter.id, by: "envelope" }, cameBy: "file" } as const;
    expect(await recordReturned(jobContext("mail-delivery", own.scope.org, own.now), noted)).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    expect(await rowOf(letter.id)).toMatchObject({ state: "accepted" });
  });
});

describe("a letter that came back", () => {
  it.each([
    ["Postfix", postfixReport],
    ["Exchange", exchangeReport],
    ["Gmail", gmailReport],
    ["Exim", eximBounce],
  ] as const)("is known by the Message-ID that %s returns", async (_, write) => {
    const { id, messageId } = await makeHandedOver();
    expect(await receive(write({ messageId }))).toEqual({ bounced: 1 });
    expect(await rowOf(id)).toMatchObject({ state: "bounced" });
    expect(await eventsOf(id)).toEqual(["mail.bounced"]);
  });

  it("stays so, whatever was read first, and is sent again with all its tries", async () => {
    const letter = await makeHandedOver();
    const [good, bad] = [postfixReport({ ...letter, action: "delivered" }), postfixReport(letter)];
    const mbox = [good, bad].map((report) => `From MAILER-DAEMON Mon Nov  2\r\n${report}`).join("\r\n");
    expect(await receive(mbox)).toEqual({ delivered: 1, bounced: 1 });
    expect(await rowOf(letter.id)).toMatchObject({ state: "bounced" });
    expect((await factsOf(letter.id)).map(({ kind }) => kind).toSorted()).toEqual(["bounced", "delivered"]);
    valueOf(await retryLetter(own, { id: letter.id }));
    expect(await rowOf(letter.id)).toMatchObject({ state: "queued", attempts: 0 });
  });

  it.each([
    ["%PDF-1.7", "notMail"],
    ["\u00d0\u00cf\u0011\u00e0 Outlook", "outlook"],
  ])("is not read from %j", async (text, key) => {
    expect(await receiveReturnedFile(own, Buffer.from(text, "latin1"))).toMatchObject({
      refusal: { issues: [{ path: "file", key }] },
    });
  });
});

describe("the mailbox for returns", () => {
  it("is read into each organisation, and what is nobody's is counted and changes nothing", async () => {
    const [one, other] = [await makeHandedOver(), await makeHandedOver(foreign)];
    const platform = await makePlatformLetter(SENT);
    const server = await startImapServer({
      messages: [
        postfixReport({ ...one, action: "delivered" }),
        eximBounce({ messageId: other.messageId }),
        postfixReport({ messageId: "<unknown@amana.example>", envelopeId: GUESSED, action: "delivered" }),
        "not a message at all",
      ],
    });
    assumeEnvironment({ IMAP_URL: server.url });
    const unmatched = () => withOrg(own.scope, (tx) => countUnmatched(tx, SENT));
    const before = await unmatched();
    await readMailbox(never);
    await readMailbox(never);
    await server.stop();
    expect(await rowOf(one.id)).toMatchObject({ state: "delivered" });
    expect(await rowOf(other.id, foreign)).toMatchObject({ state: "bounced" });
    expect(await unmatched()).toBe(before + 1);
    const chain = jobContext("returned-mail", PLATFORM_CHAIN, new Date());
    const stored = await withOrg(chain.scope, (tx) =>
      tx.outboxMail.findUniqueOrThrow({ where: { id: platform.id } }),
    );
    expect(stored.state).toBe("queued");
  });

  it("starts the period of a request, from the instant that the controller's own server reports", async () => {
    const early = { ...own, now: SENT };
    const request = await makeRequest(early);
    const letter = await accept(request.letterId!);
    const read = () =>
      withOrg(own.scope, (tx) => tx.authorisation.findUniqueOrThrow({ where: { id: request.id } }));
    const messages = [postfixReport({ ...letter, action: "relayed" })];
    const readAll = async () => {
      const server = await startImapServer({ messages });
      assumeEnvironment({ IMAP_URL: server.url });
      await readMailbox(never);
      await server.stop();
    };
    await readAll();
    expect((await read()).receivedAt).toBeNull();
    messages.push(postfixReport({ ...letter, action: "delivered" }));
    await readAll();
    expect((await read()).receivedAt).toEqual(new Date("2026-11-02T09:00:04Z"));
  });
});
