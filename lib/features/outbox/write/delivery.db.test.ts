import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { PLATFORM_CHAIN } from "@/lib/domain/journal/chain-id";
import { MAX_ATTEMPTS } from "@/lib/domain/outbox/retry";
import { assumeEnvironment } from "@/lib/platform/environment/env";
import { listDueLetters } from "@/lib/platform/jobs/candidates";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeDocument } from "@/prisma/factories/attachment";
import { makeContract } from "@/prisma/factories/contract";
import { type MadeOrganisation, makeOrganisation } from "@/prisma/factories/organisation";
import { makeLetter, makePlatformLetter } from "@/prisma/factories/outbox";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { type MailServer, replyOf, startMailServer } from "@/scripts/test/mail-server";
import { deliverLetter } from "./delivery";
import { findLetterFacts } from "@/lib/features/outbox/read/letter-facts";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let own: MadeOrganisation;
let foreign: MadeOrganisation;
let server: MailServer;
const received: { to: string; message: string }[] = [];

/** Replies per address, once each; afterwards the server accepts. */
const replies = new Map<string, Error[]>();

beforeAll(async () => {
  database = await freshDatabase();
  own = await makeOrganisation(database.ownerUrl);
  foreign = await makeOrganisation(database.ownerUrl);
  server = await startMailServer({
    keep: async (recipients, message) => void received.push({ to: recipients.join(), message }),
    refuse: (address) => replies.get(address)?.shift(),
  });
});
beforeEach(() => useServer(server.url));
afterAll(async () => {
  await server.stop();
  await database.drop();
});

const MINUTE = 60_000;
const useServer = (url: string) =>
  assumeEnvironment({ SMTP_URL: url, MAIL_FROM: "Amana <amana@centre.example>" });
const job = (org = own.scope.org, now = new Date()) => jobContext("mail-delivery", org, now);
const rowOf = (id: string, scope = own.scope) =>
  withOrg(scope, (tx) => tx.outboxMail.findUniqueOrThrow({ where: { id } }));
const eventsOf = (id: string) =>
  withOrg(own.scope, (tx) => tx.journalText.findMany({ where: { subjectId: id }, orderBy: { seq: "asc" } }));
const factsOf = (id: string) => withOrg(own.scope, (tx) => findLetterFacts(tx, id));
const change = (id: string, data: object) =>
  withOrg(own.scope, (tx) => tx.outboxMail.updateMany({ where: { id }, data }));
const toAddress = (address: string) => received.filter(({ to }) => to === address);
const newAddress = () => `${randomUUID()}@orvelle.example`;

describe("deliverLetter", () => {
  it("hands the letter over once, keeps the answer and its instant, and forgets the secrets", async () => {
    const link = "https://amana.example/reset?token=very-secret";
    const letter = await makeLetter(own, { secrets: { link } });
    expect(await deliverLetter(job(), letter.id)).toEqual({ ok: true, value: "accepted" });
    const row = await rowOf(letter.id);
    expect(row).toMatchObject({
      state: "accepted",
      attempts: 1,
      sealed: null,
      leasedUntil: null,
      lastError: "",
    });
    expect(row.response).toMatch(/^250 /);
    expect(row.acceptedAt!.getTime()).toBeGreaterThanOrEqual(row.createdAt.getTime());
    expect(row.closedAt).toEqual(row.acceptedAt);
    expect(row.isNoticeAsked).toBe(true);
    expect(row.envelopeId).toMatch(/^[0-9a-f]{40}$/);
    expect(await factsOf(letter.id)).toMatchObject([
      { kind: "handed-over", source: "relay", at: row.acceptedAt, details: row.response },
    ]);
    const { message } = toAddress(letter.to.address)[0]!;
    expect(message).not.toContain(row.envelopeId);
    expect(message).toContain(`Message-ID: ${row.messageId}`);
    expect(message).toContain("Auto-Submitted: auto-generated");
    expect(message).toContain("Content-Language: fr");
    const [entry] = await eventsOf(letter.id);
    expect(JSON.parse(entry!.text!)).toMatchObject({
      event: "mail.accepted",
      actor: { kind: "system", id: "mail-delivery" },
      after: { messageId: row.messageId, response: row.response, acceptedAt: row.acceptedAt!.toISOString() },
    });
    expect(entry!.text).not.toContain("very-secret");
    expect(await deliverLetter(job(), letter.id)).toEqual({ ok: true, value: "taken" });
    expect(toAddress(letter.to.address)).toHaveLength(1);
  });

  it("reaches a data subject whom the row names only until then, whatever the server repeats", async () => {
    const address = newAddress();
    const params = { processor: "Nejma", controller: "Orvelle", until: "31 décembre 2026" };
    const secrets = { link: "https://amana.example/answer/x" };
    const to = { name: "", address };
    const letter = await makeLetter(own, {
      template: "consultation",
      to,
      params,
      secrets,
      isToDataSubject: true,
    });
    expect(await rowOf(letter.id)).toMatchObject({ toAddress: "", toName: "" });
    replies.set(address, [
      replyOf(450, `<${address}> is greylisted`),
      replyOf(550, `<${address}> is unknown`),
    ]);
    expect(await deliverLetter(job(), letter.id)).toEqual({ ok: true, value: "queued" });
    expect((await rowOf(letter.id)).lastError).toContain("<address>");
    const later = new Date(Date.now() + 60 * MINUTE);
    expect(await deliverLetter(job(own.scope.org, later), letter.id)).toEqual({ ok: true, value: "refused" });
    expect(await rowOf(letter.id)).toMatchObject({ toAddress: "", sealed: null, state: "refused" });
    const stated = JSON.stringify(
      [await factsOf(letter.id), await eventsOf(letter.id), await rowOf(letter.id)],
      (_, value) => (typeof value === "bigint" ? String(value) : (value as unknown)),
    );
    expect(stated).toContain("is unknown");
    expect(stated).not.toContain(address);
    const other = await makeLetter(own, {
      template: "consultation",
      to,
      params,
      secrets,
      isToDataSubject: true,
    });
    expect(await deliverLetter(job(), other.id)).toEqual({ ok: true, value: "accepted" });
    expect(toAddress(address)).toHaveLength(1);
  });

  it("carries the file that was kept with it", async () => {
    const attachmentId = await makeDocument(own, {
      noun: "contract",
      subjectId: (await makeContract(own)).id,
    });
    const letter = await makeLetter(own, { attachmentId });
    expect(await deliverLetter(job(), letter.id)).toEqual({ ok: true, value: "accepted" });
    expect(toAddress(letter.to.address)[0]!.message).toContain("filename=message.eml");
  });

  it("is sent once when twenty processes want it at once", async () => {
    const letters = await Promise.all(Array.from({ length: 20 }, () => makeLetter(own)));
    const tries = letters.flatMap(({ id }) => [deliverLetter(job(), id), deliverLetter(job(), id)]);
    const outcomes = (await Promise.all(tries)).map((outcome) => outcome.ok && outcome.value);
    expect(outcomes.filter((value) => value === "accepted")).toHaveLength(20);
    expect(outcomes.filter((value) => value === "taken")).toHaveLength(20);
    for (const { to } of letters) expect(toAddress(to.address)).toHaveLength(1);
  });

  it("tries again after a passing refusal, under the same Message-ID", async () => {
    const letter = await makeLetter(own, { to: { name: "", address: newAddress() } });
    replies.set(letter.to.address, [replyOf(450, "Greylisted")]);
    const now = new Date();
    expect(await deliverLetter(job(), letter.id)).toEqual({ ok: true, value: "queued" });
    const row = await rowOf(letter.id);
    expect(row).toMatchObject({ state: "queued", attempts: 1, leasedUntil: null });
    expect(row.lastError).toContain("Greylisted");
    expect(row.nextAttemptAt.getTime()).toBeGreaterThan(now.getTime() + 0.7 * MINUTE);
    expect(await eventsOf(letter.id)).toEqual([]);
    expect(await deliverLetter(job(), letter.id)).toEqual({ ok: true, value: "taken" });

    const later = new Date(now.getTime() + 2 * MINUTE);
    expect(await deliverLetter(job(own.scope.org, later), letter.id)).toEqual({
      ok: true,
      value: "accepted",
    });
    expect(toAddress(letter.to.address)[0]!.message).toContain(row.messageId);
  });

  it("gives up at once when the server refuses for good, and forgets the secrets", async () => {
    const letter = await makeLetter(own, {
      to: { name: "", address: newAddress() },
      secrets: { link: "https://a.example" },
    });
    replies.set(letter.to.address, [replyOf(550, "Nobody of that name here")]);
    expect(await deliverLetter(job(), letter.id)).toEqual({ ok: true, value: "refused" });
    expect(await rowOf(letter.id)).toMatchObject({ state: "refused", sealed: null, acceptedAt: null });
    expect(await factsOf(letter.id)).toMatchObject([
      { kind: "refused", source: "relay", details: expect.stringContaining("Nobody of that name") },
    ]);
    const [entry] = await eventsOf(letter.id);
    expect(JSON.parse(entry!.text!)).toMatchObject({
      event: "mail.refused",
      reason: expect.stringContaining("Nobody of that name"),
    });
  });

  it("gives up after its last try", async () => {
    const letter = await makeLetter(own, { to: { name: "", address: newAddress() } });
    replies.set(letter.to.address, [replyOf(451, "Not now")]);
    await change(letter.id, { attempts: MAX_ATTEMPTS - 1 });
    expect(await deliverLetter(job(), letter.id)).toEqual({ ok: true, value: "given-up" });
  });

  it("waits while no server answers", async () => {
    useServer("smtp://127.0.0.1:1");
    const letter = await makeLetter(own, { secrets: { link: "https://amana.example/x" } });
    expect(await deliverLetter(job(), letter.id)).toEqual({ ok: true, value: "queued" });
    const row = await rowOf(letter.id);
    expect(row.lastError).toContain("ECONNREFUSED");
    expect(row.sealed).not.toBeNull();
  });

  it("keeps a letter that cannot be written, and says why", async () => {
    const letter = await makeLetter(own, { template: "no-such-letter" });
    expect(await deliverLetter(job(), letter.id)).toEqual({ ok: true, value: "queued" });
    expect((await rowOf(letter.id)).lastError).toContain("no-such-letter");
    expect(toAddress(letter.to.address)).toEqual([]);
  });

  it("takes over what a killed process left behind, once its lease has run out", async () => {
    const letter = await makeLetter(own);
    const now = Date.now();
    await change(letter.id, { state: "sending", attempts: 1, leasedUntil: new Date(now + MINUTE) });
    expect(await deliverLetter(job(), letter.id)).toEqual({ ok: true, value: "taken" });
    const later = new Date(now + 2 * MINUTE);
    expect(await listDueLetters(new Date(now), 1000)).not.toContainEqual({
      id: letter.id,
      org: own.scope.org,
    });
    expect(await listDueLetters(later, 1000)).toContainEqual({ id: letter.id, org: own.scope.org });
    expect(await deliverLetter(job(own.scope.org, later), letter.id)).toEqual({
      ok: true,
      value: "accepted",
    });
    expect((await rowOf(letter.id)).attempts).toBe(2);
  });

  it("sends a letter of the platform and writes it into the platform's chain", async () => {
    const letter = await makePlatformLetter(new Date());
    expect(await listDueLetters(new Date(), 1000)).toContainEqual({ id: letter.id, org: PLATFORM_CHAIN });
    expect(await deliverLetter(job(PLATFORM_CHAIN), letter.id)).toEqual({ ok: true, value: "accepted" });
    expect(toAddress(letter.to.address)[0]!.message).not.toContain("Centre 1");
  });

  it("does not reach a letter of another organisation, and is no person's act", async () => {
    const letter = await makeLetter(own);
    expect(await deliverLetter(job(foreign.scope.org), letter.id)).toEqual({ ok: true, value: "taken" });
    expect(await deliverLetter(own, letter.id)).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
    expect((await rowOf(letter.id)).state).toBe("queued");
  });
});
