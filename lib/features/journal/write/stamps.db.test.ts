import { Client } from "pg";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { readHeads } from "@/lib/platform/journal/published-head";
import { verifyJournal } from "@/lib/platform/journal/verify-journal";
import { withOrg } from "@/lib/platform/database/transaction";
import { loopbackPolicy, serveOnLoopback } from "@/lib/platform/outbound/loopback.fixture";
import { operatorPolicy } from "@/lib/platform/outbound/outbound-policy";
import { makeStamper, rejection } from "@/lib/platform/timestamp/stamper.fixture";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeRecord, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { publishWithinDay } from "./heads-within-days";
import { exportHeads } from "./mutations";
import { publishHead } from "./publication";
import { stampNewestHead } from "./stamps";

const database = await openDatabase();
const stamper = await makeStamper();

type Answer = (request: Uint8Array) => Promise<Uint8Array> | Uint8Array;
let asked: { type: string | undefined; length: number }[] = [];
let answer: Answer;
const server = await serveOnLoopback((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const body = Buffer.concat(chunks);
    asked.push({ type: request.headers["content-type"], length: body.length });
    void Promise.resolve(answer(body)).then((bytes) => response.end(bytes));
  });
});
afterAll(() => server.stop());
beforeEach(() => {
  asked = [];
  answer = (request) => stamper.answer(request);
});

const HOUR = 3_600_000;
const stamp = (ctx: MadeOrganisation, policy = loopbackPolicy) =>
  stampNewestHead(jobContext("journal-publication", ctx.scope.org, new Date()), {
    address: server.url,
    policy,
  });
const stampsOf = (ctx: MadeOrganisation) => withOrg(ctx.scope, (tx) => tx.journalStamp.findMany());

async function published(): Promise<MadeOrganisation> {
  const ctx = await makeOrganisation(database.ownerUrl);
  await makeRecord(ctx);
  valueOf(await publishHead(jobContext("journal-publication", ctx.scope.org, new Date())));
  return ctx;
}

/** Runs as the owner, without triggers, and takes it back. */
async function tampered<T>(sql: string, run: (owner: Client) => Promise<T>): Promise<T> {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    await owner.query("BEGIN");
    await owner.query("SELECT set_config('app.backup', 'on', true)");
    if (sql) {
      await owner.query("ALTER TABLE journal_stamp DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY");
      await owner.query(sql);
      await owner.query("ALTER TABLE journal_stamp ENABLE TRIGGER USER, FORCE ROW LEVEL SECURITY");
    }
    return await run(owner);
  } finally {
    await owner.query("ROLLBACK");
    await owner.end();
  }
}

const stampFaults = async (owner: Client, ctx: MadeOrganisation) =>
  (await verifyJournal(owner)).heads.filter(({ org }) => org === ctx.scope.org).map(({ kind }) => kind);

describe("a time stamp of a head", () => {
  it("is asked for the newest head by its digest, kept with its certificate, and noted", async () => {
    const ctx = await published();
    const given = valueOf(await stamp(ctx));
    expect(given).toMatchObject({ authority: "Stamps of the tests, Example" });
    expect(asked).toEqual([{ type: "application/timestamp-query", length: expect.any(Number) }]);
    expect(asked[0]!.length).toBeLessThan(120);
    const [row] = await stampsOf(ctx);
    expect(Buffer.from(row!.answer).includes(stamper.certificate)).toBe(true);
    const events = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findMany({ where: { event: "journal.stamped" }, select: { text: true } }),
    );
    expect(events.map(({ text }) => JSON.parse(text ?? "") as object)).toMatchObject([
      { after: { seq: given!.seq, stampedBy: "Stamps of the tests, Example" } },
    ]);
    expect(await tampered("", (owner) => stampFaults(owner, ctx))).toEqual([]);
  });

  it("is asked once, and anew after the next head; being stamped is no change that asks for one", async () => {
    const ctx = await published();
    valueOf(await stamp(ctx));
    expect(valueOf(await stamp(ctx))).toBeNull();
    expect(asked).toHaveLength(1);
    const later = (hours: number) =>
      publishWithinDay(jobContext("journal-publication", ctx.scope.org, new Date(Date.now() + hours * HOUR)));
    expect(valueOf(await later(2))).toBeNull();
    await makeRecord(ctx);
    expect(valueOf(await later(4))).not.toBeNull();
    expect(await stampsOf(ctx)).toHaveLength(1);
  });

  it.each<[string, Answer]>([
    ["the authority refuses", () => rejection()],
    ["it answers with a page", () => new TextEncoder().encode("<html>503</html>")],
    [
      "it stamps an instant before the head was signed",
      (request) => stamper.answer(request, new Date("2026-01-05")),
    ],
  ])("is none where %s, and is asked again", async (_, answers) => {
    const ctx = await published();
    answer = answers;
    expect(valueOf(await stamp(ctx))).toBeNull();
    expect(await stampsOf(ctx)).toEqual([]);
    answer = (request) => stamper.answer(request);
    expect(valueOf(await stamp(ctx))).not.toBeNull();
  });

  it("is asked only where the operator admits the host", async () => {
    const ctx = await published();
    expect(valueOf(await stamp(ctx, operatorPolicy("any")))).toBeNull();
    expect(asked).toEqual([]);
  });

  it("goes with the heads that are downloaded, and is verified from the file alone", async () => {
    const ctx = await published();
    valueOf(await stamp(ctx));
    const { body } = valueOf(await exportHeads(ctx, "amana"));
    const text = new TextDecoder().decode(body as Uint8Array);
    const [head] = readHeads(text);
    expect(head!.stamp?.length).toBeGreaterThan(300);
    const faultsOf = async (content: string) =>
      tampered("", async (owner) => (await verifyJournal(owner, readHeads(content))).heads);
    expect(await faultsOf(text)).toEqual([]);
    const of = await published();
    valueOf(await stamp(of));
    const other = new TextDecoder().decode(valueOf(await exportHeads(of, "amana")).body as Uint8Array);
    const exchanged = text.replace(/amana-stamp-1\.\S+/, /amana-stamp-1\.\S+/.exec(other)![0]);
    expect((await faultsOf(exchanged)).map(({ kind }) => kind)).toEqual(["stamp-invalid"]);
  });

  it.each([
    ["its instant", "UPDATE journal_stamp SET stamped_at = stamped_at - interval '1 day'"],
    ["its authority", "UPDATE journal_stamp SET authority = 'A notary'"],
    ["its answer", "UPDATE journal_stamp SET answer = set_byte(answer, 120, get_byte(answer, 120) # 1)"],
  ])("is found where the owner of the database changes %s", async (_, sql) => {
    const ctx = await published();
    valueOf(await stamp(ctx));
    expect(await tampered(sql, (owner) => stampFaults(owner, ctx))).toContain("stamp-invalid");
  });
});
