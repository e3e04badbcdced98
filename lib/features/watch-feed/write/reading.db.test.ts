import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { workCreateSchema } from "@/lib/features/dpo-work/schema";
import { createWork } from "@/lib/features/dpo-work/write/mutations";
import { countEntries, findEntryPage, findFeeds } from "@/lib/features/watch-feed/read/queries";
import { type EntryView, feedAddSchema } from "@/lib/features/watch-feed/schema";
import { withOrg } from "@/lib/platform/database/transaction";
import { operatorPolicy } from "@/lib/platform/outbound/outbound-policy";
import { loopbackPolicy, rssOf, serveOnLoopback } from "@/lib/platform/outbound/loopback.fixture";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { readerFor } from "@/lib/platform/read/reader";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { addFeed, askReading, decideEntry, endFeed } from "./mutations";
import { readDueFeeds } from "./reading";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let foreign: MadeOrganisation;
let server: Awaited<ReturnType<typeof serveOnLoopback>>;
/** Body of the next answers; null refuses. */
let body: string | null = null;
let asked = 0;

beforeAll(async () => {
  database = await freshDatabase();
  foreign = await makeOrganisation(database.ownerUrl);
  server = await serveOnLoopback((_, response) => {
    asked += 1;
    if (body === null) response.writeHead(503);
    response.end(body ?? "");
  });
});
beforeEach(async () => {
  ctx = await makeOrganisation(database.ownerUrl);
  body = rssOf([{ title: "Avis 2" }, { title: "Avis 1" }]);
  asked = 0;
});
afterAll(async () => {
  server.stop();
  await database.drop();
});

const never = new AbortController().signal;
const add = async (url = server.url, name = "") =>
  valueOf(await addFeed(ctx, feedAddSchema.parse({ url, name })));
const job = (hours = 0) =>
  jobContext("returned-mail", ctx.scope.org, new Date(ctx.now.getTime() + hours * 3_600_000));
const readAt = (hours = 0) => readDueFeeds(job(hours), never, loopbackPolicy);
const feeds = () => withOrg(ctx.scope, findFeeds);
const entries = (view: EntryView = "proposed") => findEntryPage(readerFor(ctx.scope), { view, after: "" });
const titles = async (view?: EntryView) => (await entries(view)).map(({ title }) => title);
const firstId = async () => (await entries())[0]!.id;
const record = (entryId: string, of = ctx) =>
  createWork(
    of,
    workCreateSchema.parse({ kind: "watch-item", title: "Avis 2", readOn: "2026-11-02", entryId }),
  );

describe("a feed", () => {
  it("is read once it is added, and then every six hours", async () => {
    await add();
    expect(await feeds()).toMatchObject([{ readAt: null, failure: "" }]);
    expect(await readAt()).toBe(1);
    expect(await feeds()).toMatchObject([{ title: "CNIL", readAt: ctx.now, failure: "" }]);
    expect(await titles()).toEqual(["Avis 2", "Avis 1"]);
    expect(await readAt(5)).toBe(0);
    body = rssOf([{ title: "Avis 3" }, { title: "Avis 2" }]);
    expect(await readAt(6)).toBe(1);
    expect(await titles()).toEqual(["Avis 3", "Avis 2", "Avis 1"]);
  });

  it("that fails says why and since when, and when it was last read", async () => {
    const { id } = await add();
    await readAt();
    body = null;
    await readAt(6);
    body = "<html></html>";
    await readAt(12);
    const failedAt = job(6).now;
    expect(await feeds()).toMatchObject([{ failure: "notFeed", failedAt, readAt: ctx.now }]);
    expect(await titles()).toEqual(["Avis 2", "Avis 1"]);
    body = rssOf([]);
    valueOf(await askReading({ ...ctx, now: job(13).now }, { id }));
    await readAt(13);
    expect(await feeds()).toMatchObject([{ failure: "", failedAt: null, readAt: job(13).now }]);
  });

  it("on this machine is not asked, where a test does not admit it", async () => {
    await add();
    const policy = { ...operatorPolicy(), isPortAllowed: () => true };
    expect(await readDueFeeds(job(), never, policy)).toBe(1);
    expect(await feeds()).toMatchObject([{ failure: "private", readAt: null }]);
    expect(asked).toBe(0);
  });

  it("is not read before anybody adds it, nor once it has ended", async () => {
    expect(await readAt()).toBe(0);
    const { id } = await add();
    valueOf(await endFeed(ctx, { id }));
    expect(await readAt()).toBe(0);
    expect(asked).toBe(0);
    await add();
    expect(await feeds()).toHaveLength(2);
  });

  it("is followed once at a time, and of the web alone", async () => {
    await add();
    expect(await addFeed(ctx, feedAddSchema.parse({ url: `${server.url}/#top` }))).toMatchObject({
      refusal: { issues: [{ path: "url", key: "followed" }] },
    });
    expect(feedAddSchema.safeParse({ url: "ftp://cnil.example/" }).error?.issues[0]?.message).toBe(
      "webAddress",
    );
    expect(feedAddSchema.safeParse({ url: "https://me:pw@cnil.example/" }).error?.issues[0]?.message).toBe(
      "credentials",
    );
  });

  it.each(["editor", "viewer"] as const)("is neither added nor ended by %s", async (role) => {
    const { id } = await add();
    const forbidden = { ok: false, refusal: { kind: "forbidden" } };
    expect(await addFeed(as(ctx, role), feedAddSchema.parse({ url: "https://x.example" }))).toEqual(
      forbidden,
    );
    expect(await endFeed(as(ctx, role), { id })).toEqual(forbidden);
    expect(await askReading(as(ctx, role), { id })).toEqual(forbidden);
  });

  it("of another organisation is not found", async () => {
    const { id } = await add();
    expect(await endFeed(foreign, { id })).toMatchObject({ refusal: { kind: "not-found" } });
    expect(await withOrg(foreign.scope, findFeeds)).toEqual([]);
  });
});

describe("an entry", () => {
  const counts = () => countEntries(readerFor(ctx.scope));

  it("becomes a reading once, of two who record it", async () => {
    await add();
    await readAt();
    const id = await firstId();
    const row = valueOf(await record(id));
    expect(await record(id)).toMatchObject({ refusal: { issues: [{ path: "title", key: "entryDecided" }] } });
    expect(await entries("recorded")).toMatchObject([{ id, workId: row.id, workReference: row.reference }]);
    expect(await counts()).toEqual({ proposed: 1, recorded: 1, "set-aside": 0 });
  });

  it("is set aside and proposed again, journalled, and is not proposed by the next reading", async () => {
    await add();
    await readAt();
    const id = await firstId();
    valueOf(await decideEntry(ctx, { id, to: "set-aside" }));
    await readAt(6);
    expect(await titles()).toEqual(["Avis 1"]);
    expect(await entries("set-aside")).toMatchObject([{ id, decidedByName: ctx.actor.name }]);
    expect(await record(id)).toMatchObject({ ok: false });
    const last = await withOrg(ctx.scope, (tx) => tx.journalText.findFirst({ orderBy: { seq: "desc" } }));
    expect(JSON.parse(last?.text ?? "{}")).toMatchObject({
      event: "watch-feed.entry-set-aside",
      after: { entry: "Avis 2" },
    });
    valueOf(await decideEntry(ctx, { id, to: "proposed" }));
    expect(await titles()).toEqual(["Avis 2", "Avis 1"]);
  });

  it("is decided by no viewer, and not from another organisation", async () => {
    await add();
    await readAt();
    const id = await firstId();
    expect(await decideEntry(as(ctx, "viewer"), { id, to: "set-aside" })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    expect(await decideEntry(foreign, { id, to: "set-aside" })).toMatchObject({
      refusal: { kind: "not-found" },
    });
    expect(await record(id, foreign)).toMatchObject({ ok: false });
    expect(await counts()).toMatchObject({ proposed: 2 });
  });
});
