import { describe, expect, it } from "vitest";
import { Client } from "pg";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { todayIn } from "@/lib/domain/time/zones";
import { composeLetter } from "@/lib/i18n/letter";
import { publishHead, publishMissedHeads } from "./publication";
import { renewJournalKey, exportHeads } from "./mutations";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { isSignedHead, readHeads } from "@/lib/platform/journal/published-head";
import { verifyJournal } from "@/lib/platform/journal/verify-journal";
import { withOrg } from "@/lib/platform/database/transaction";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeRecord, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";

const DAY_MS = 86_400_000;

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
await makeRecord(ctx);

const job = (days: number) =>
  jobContext("journal-publication", ctx.scope.org, new Date(ctx.now.getTime() + days * DAY_MS));
const letters = () =>
  withOrg(ctx.scope, (tx) =>
    tx.outboxMail.findMany({ where: { template: "journal-head" }, orderBy: { createdAt: "asc" } }),
  );
const keys = () => withOrg(ctx.scope, (tx) => tx.journalKey.findMany({ orderBy: { createdAt: "asc" } }));
const taken = async () => {
  const { body } = valueOf(await exportHeads(ctx, ctx.slug));
  return readHeads(new TextDecoder().decode(body));
};

describe("the head of a day that ended while no job ran", () => {
  it("has the last entry of its day, and says when it was really signed", async () => {
    const late = await makeOrganisation(database.ownerUrl);
    const { length } = await moveEntries(late, "- interval '2 days'");
    await makeRecord(late);
    const job = jobContext("journal-publication", late.scope.org, new Date(Date.now() + DAY_MS));
    const today = todayIn("Africa/Casablanca", Date.now());
    const days = [-2, -1, 0].map((count) => addDaysToDay(today, count));
    expect(valueOf(await publishMissedHeads(job))).toEqual(days);
    expect(valueOf(await publishMissedHeads(job))).toEqual([]);
    const { body } = valueOf(await exportHeads(late, late.slug));
    const heads = readHeads(new TextDecoder().decode(body));
    expect(heads.every(isSignedHead)).toBe(true);
    expect(heads.map(({ document }) => document.at)).toEqual(days.map(() => job.now.toISOString()));
    expect(heads.map(({ document }) => document.seq)).toEqual([length, length, expect.any(Number)]);
    expect(heads[2]!.document.seq).toBeGreaterThan(length);
    const one = valueOf(await exportHeads(late, late.slug, { day: days[1]! }));
    expect(readHeads(new TextDecoder().decode(one.body)).map(({ document }) => document.day)).toEqual([
      days[1],
    ]);
    expect(await exportHeads(late, late.slug, { day: "2026-01-01" })).toMatchObject({ ok: false });
    await moveEntries(late, "+ interval '2 days'", length);
  });
});

/** Moves entries to other days, since the database stamps them: they stand for a journal that went on over days. */
async function moveEntries({ scope }: MadeOrganisation, by: string, until = 1_000_000) {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const table = "ALTER TABLE journal_entry";
  await owner.query(`${table} DISABLE TRIGGER USER; ${table} NO FORCE ROW LEVEL SECURITY`);
  const { rows } = await owner.query(
    `UPDATE journal_entry SET recorded_at = recorded_at ${by} WHERE org_id = $1 AND seq <= $2 RETURNING seq`,
    [scope.org, until],
  );
  await owner.query(`${table} ENABLE TRIGGER USER; ${table} FORCE ROW LEVEL SECURITY`);
  await owner.end();
  return rows;
}

describe("the head of a day", () => {
  it("is signed once, names who signs, and is sent to the DPO", async () => {
    const head = valueOf(await publishHead(job(0)));
    expect(valueOf(await publishHead(job(0)))).toBeNull();
    const sent = await letters();
    expect(sent.map(({ toAddress }) => toAddress)).toEqual(["dpo@centre.example"]);
    const [{ template, locale, params }] = sent as [(typeof sent)[0]];
    const letter = await composeLetter({
      template,
      locale,
      params: params as Record<string, string>,
      secrets: { link: "https://amana.example/x" },
      organisation: null,
    });
    const [read] = readHeads(letter.paragraphs.join("\n"));
    expect(read!.document).toMatchObject({ chain: ctx.scope.org, seq: head!.seq, hash: head!.hash });
    expect(read!.document.issuer.name).toMatch(/^Centre/);
    expect(isSignedHead(read!)).toBe(true);
    expect(isSignedHead({ ...read!, text: read!.text.replace('"seq":', '"seq":1') })).toBe(false);
  });

  it("is kept for download, by whoever may read the journal", async () => {
    valueOf(await publishHead(job(1)));
    expect((await taken()).map(({ document }) => document.day)).toHaveLength(2);
    expect(await exportHeads(as(ctx, "editor"), ctx.slug)).toMatchObject({ ok: false });
    expect(await publishHead(ctx)).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
  });

  it("is signed by another key after a year; the older one still answers for its heads", async () => {
    valueOf(await publishHead(job(400)));
    const all = await keys();
    expect(all.map(({ retiredAt }) => retiredAt !== null)).toEqual([true, false]);
    const heads = await taken();
    expect(heads.every(isSignedHead)).toBe(true);
    expect(new Set(heads.map(({ document }) => document.key.id))).toEqual(new Set(all.map(({ id }) => id)));
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    expect((await verifyJournal(owner, heads)).isWhole).toBe(true);
    await owner.end();
  });

  it("is signed by the key that an owner had made, who gave a second factor a moment ago", async () => {
    const lately = { ...ctx, secondFactorAt: new Date(ctx.now.getTime() - 4 * 60_000) };
    const before = await keys();
    expect(await renewJournalKey(as(lately, "dpo"))).toMatchObject({ refusal: { kind: "forbidden" } });
    for (const secondFactorAt of [undefined, null, new Date(ctx.now.getTime() - 11 * 60_000)])
      expect(await renewJournalKey({ ...ctx, secondFactorAt })).toMatchObject({
        refusal: { kind: "invalid", issues: [{ key: "journal.factorFirst" }] },
      });
    expect(await keys()).toEqual(before);
    const { id } = valueOf(await renewJournalKey(lately));
    const after = await keys();
    expect(after.filter(({ retiredAt }) => retiredAt === null).map((key) => key.id)).toEqual([id]);
    const entry = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findFirstOrThrow({ orderBy: { seq: "desc" } }),
    );
    expect(JSON.parse(entry.text!)).toMatchObject({
      event: "journal.key-made",
      actor: { name: ctx.actor.name },
      after: { replaced: before.find(({ retiredAt }) => retiredAt === null)!.id },
    });
    valueOf(await publishHead(job(2)));
    const signed = (await taken()).filter(({ document }) => document.key.id === id);
    expect(signed.map(isSignedHead)).toEqual([true]);
  });

  it("is signed by a key that nobody reads in the database", async () => {
    for (const { sealed } of await keys())
      expect(Buffer.from(sealed).toString("latin1")).not.toMatch(/MC4CAQAw/);
  });
});
