import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { composeLetter } from "@/lib/i18n/letter";
import { writeMessage } from "@/lib/features/thread/write/mutations";
import { messageSchema } from "@/lib/features/thread/schema";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { isSignedHead, readHeads } from "@/lib/platform/journal/published-head";
import { verifyJournal } from "@/lib/platform/journal/verify-journal";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContact } from "@/prisma/factories/contact";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeActiveRecord, makeRecord, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { publishWithinDay } from "./heads-within-days";
import { clearJournalTexts } from "./mutations";
import { publishHead } from "./publication";

const HOUR = 3_600_000;
const database = await openDatabase();

const publish = (ctx: MadeOrganisation, ms: number) =>
  publishWithinDay(jobContext("journal-publication", ctx.scope.org, new Date(ctx.now.getTime() + ms)));
const lettersTo = (ctx: MadeOrganisation, template: string) =>
  withOrg(ctx.scope, (tx) => tx.outboxMail.findMany({ where: { template }, orderBy: { createdAt: "asc" } }));

async function verify(heads: ReturnType<typeof readHeads>) {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const report = await verifyJournal(owner, heads);
  await owner.end();
  return report;
}

describe("a head within a day", () => {
  it("is signed after an hour in which something changed, and not otherwise", async () => {
    const ctx = await makeOrganisation(database.ownerUrl);
    await makeRecord(ctx);
    expect(valueOf(await publish(ctx, HOUR / 2))).toBeNull();
    const first = valueOf(await publish(ctx, HOUR + 60_000));
    expect(first).toMatchObject({ seq: expect.any(Number), readers: 0 });
    expect(valueOf(await publish(ctx, 3 * HOUR))).toBeNull();
    await makeRecord(ctx);
    expect(valueOf(await publish(ctx, 1.5 * HOUR))).toBeNull();
    expect(valueOf(await publish(ctx, 3 * HOUR))!.seq).toBeGreaterThan(first!.seq);
    // The head of the whole day is another, and is signed at its end as before.
    const atEnd = jobContext("journal-publication", ctx.scope.org, ctx.now);
    expect(valueOf(await publishHead(atEnd))).not.toBeNull();
    expect((await verify([])).heads).toEqual([]);
  });

  it("is signed once where two processes find the same minute due", async () => {
    const ctx = await makeOrganisation(database.ownerUrl);
    await makeRecord(ctx);
    valueOf(await publish(ctx, HOUR + 60_000));
    await makeRecord(ctx);
    const both = await Promise.all([publish(ctx, 3 * HOUR), publish(ctx, 3 * HOUR), publish(ctx, 3 * HOUR)]);
    expect(both.filter((outcome) => valueOf(outcome) !== null)).toHaveLength(1);
  });

  it("goes to the contact who acted, in minutes, and covers the act", async () => {
    const ctx = await makeOrganisation(database.ownerUrl);
    const { id: subjectId, controllerId } = await makeActiveRecord(ctx);
    const [acting] = [
      await makeContact(ctx, { controllerId: controllerId! }),
      await makeContact(ctx, { controllerId: controllerId! }),
    ];
    valueOf(await publish(ctx, 2 * HOUR));
    const message = { noun: "processing-record", subjectId, text: "Où sont les données ?" };
    valueOf(await writeMessage(acting, messageSchema.parse(message)));
    expect(valueOf(await publish(ctx, 2 * HOUR + 60_000))).toMatchObject({ readers: 1 });
    const [letter] = await lettersTo(ctx, "journal-head-act");
    expect(letter).toMatchObject({ toAddress: acting.email });
    const composed = await composeLetter({
      template: letter!.template,
      locale: "fr",
      params: letter!.params as Record<string, string>,
      secrets: null,
      organisation: null,
    });
    const heads = readHeads(composed.paragraphs.join("\n"));
    expect(heads.map(isSignedHead)).toEqual([true]);
    const report = await verify(heads);
    expect(report.heads).toEqual([]);
    const acts = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findMany({ where: { actorId: acting.actor.contactId }, select: { seq: true } }),
    );
    expect(acts.length).toBeGreaterThan(0);
    for (const { seq } of acts) expect(heads[0]!.document.seq).toBeGreaterThanOrEqual(Number(seq));
  });

  it("counts the texts that were cleared, so that a clearing below a kept head is seen", async () => {
    const ctx = await makeOrganisation(database.ownerUrl);
    const clear = (seq: number) =>
      clearJournalTexts(jobContext("journal-publication", ctx.scope.org, ctx.now), {
        seqs: [seq],
        reason: "Délai passé",
      });
    await makeRecord(ctx);
    const cleared = await clear(1);
    const by = cleared.ok ? cleared : await clearJournalTexts(ctx, { seqs: [1], reason: "Délai passé" });
    expect(by.ok).toBe(true);
    valueOf(await publish(ctx, 2 * HOUR));
    const { document, signature } = await withOrg(ctx.scope, (tx) =>
      tx.journalPublication.findFirstOrThrow({ orderBy: { seq: "desc" } }),
    );
    const head = { document: JSON.parse(document), text: document, signature };
    expect(head.document.cleared).toBe(1);
    expect((await verify([head])).heads).toEqual([]);
    valueOf(await clearJournalTexts(ctx, { seqs: [2], reason: "Délai passé" }));
    const report = await verify([head]);
    expect(report.uncovered.find(({ org }) => org === ctx.scope.org)).toMatchObject({ cleared: 1 });
    const forged = { ...head, document: { ...head.document, cleared: 0 } };
    expect((await verify([forged])).heads).toContainEqual(
      expect.objectContaining({ org: ctx.scope.org, kind: "cleared-mismatch" }),
    );
  });
});
