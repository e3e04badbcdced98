import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Client } from "pg";
import { chain, digestEntry, digestHeader, genesis, type Sha256 } from "@/lib/domain/journal/seal";
import { fillExample } from "@/lib/features/example/write/mutations";
import { exportHeads } from "@/lib/features/journal/write/mutations";
import { publishHead } from "@/lib/features/journal/write/publication";
import { closeClients } from "@/lib/platform/database/clients";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeDocument } from "@/prisma/factories/attachment";
import { makeContractInForce } from "@/prisma/factories/contract";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { makeRunningBreach } from "@/prisma/factories/running-breach";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { makeWhole, readMade, unzip, verifyPath, verifyZip } from "./dossier.fixture";
import { dossierSchema } from "./schema";
import { makeDossier } from "./write/make";
import {
  cancelDossier,
  expireDossier,
  openZip,
  requestDossier,
  retryDossier,
  exportDossier,
} from "./write/mutations";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let voltiris: { id: string };
const folders: string[] = [];
const digest: Sha256 = (bytes) => new Uint8Array(createHash("sha256").update(bytes).digest());

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-20T10:00:00Z"));
  valueOf(await fillExample(ctx));
  voltiris = await makeController(ctx, { legalName: "Voltiris Énergies" });
  const orvelle = await makeController(ctx, { legalName: "Orvelle Cosmétiques" });
  await makeRecord(ctx, { controllerId: voltiris.id, activity: "Relances" });
  await makeRecord(ctx, { controllerId: orvelle.id, activity: "Fidélité" });
  const contract = await makeContractInForce(ctx, { controllerId: voltiris.id });
  await makeDocument(ctx, { noun: "contract", subjectId: contract.id });
  const other = await makeContractInForce(ctx, { controllerId: orvelle.id });
  await makeDocument(ctx, { noun: "contract", subjectId: other.id });
  await makeRunningBreach(ctx, { controllerId: voltiris.id });
  ctx = { ...ctx, now: new Date("2026-11-28T10:00:00Z") };
}, 300_000);
afterAll(async () => {
  folders.forEach((folder) => rmSync(folder, { recursive: true }));
  await closeClients();
  await database.drop();
});

/** Files that no manifest can list. */
const UNLISTED = ["manifest.json", "manifest.sig", "key.pem"];
const verify = (zip: Buffer, ...words: string[]) => {
  const { folder, ...result } = verifyZip(zip, ...words);
  folders.push(folder);
  return result;
};
const job = () => jobContext("dossier-making", ctx.scope.org, ctx.now);
const run = (id: string) => makeDossier(job(), id, new AbortController().signal);
const ask = (asked: object = {}) =>
  requestDossier(
    ctx,
    dossierSchema.parse({ audience: "authority", recipient: "CNIL", sections: ["measures"], ...asked }),
  );
const chunksOf = (id: string) =>
  withOrg(ctx.scope, (tx) => tx.dossierChunk.count({ where: { dossierId: id } }));
const eventsOf = async (id: string) =>
  (
    await withOrg(ctx.scope, (tx) =>
      tx.journalText.findMany({ where: { subjectId: id }, orderBy: { seq: "asc" }, select: { event: true } }),
    )
  ).map(({ event }) => event);

describe("a dossier of the whole", () => {
  it("holds each section in four forms, its documents and the chain, and is whole by its own verifier", async () => {
    const { row, zip, outcome } = await makeWhole(ctx);
    expect({ outcome, failure: row.failure }).toEqual({ outcome: "made", failure: "" });
    expect(zip.length).toBe(Number(row.size));
    const { status, out } = verify(zip, "--key", row.keyFingerprint);
    expect(out).toContain("RESULT whole");
    expect(status).toBe(0);
    const files = await unzip(zip);
    for (const form of ["pdf", "xlsx", "csv", "json"])
      for (const at of [
        "01-register/register",
        "02-clauses/clauses",
        "04-chain/chain",
        "08-breaches/breaches",
      ])
        expect([...files.keys()]).toContain(`${at}.${form}`);
    expect([...files.keys()].filter((path) => path.startsWith("02-clauses/documents/"))).toHaveLength(2);
    for (const [path, bytes] of files)
      if (path.endsWith(".pdf"))
        expect(bytes.toString("latin1"), path).toMatch(/pdfaid:part>3<.*pdfaid:conformance>A</s);
    const breaches = JSON.parse(files.get("08-breaches/breaches.json")!.toString());
    expect(breaches.rows).toMatchObject([{ controller: "Voltiris Énergies", clock: expect.any(String) }]);
    expect(await eventsOf(row.id)).toEqual(["dossier.requested", "dossier.made"]);
  }, 300_000);

  it("has every file found and named of which one byte changed, all of them at once", async () => {
    const { row, zip } = await makeWhole(ctx);
    const files = await unzip(zip);
    const folder = mkdtempSync(join(tmpdir(), "amana-dossier-"));
    folders.push(folder);
    for (const [path, bytes] of files) {
      const at = bytes.length >> 1;
      if (!UNLISTED.includes(path)) bytes[at] = bytes[at]! ^ 1;
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    const { status, out } = verifyPath(folder, "--key", row.keyFingerprint);
    expect(status).toBe(1);
    for (const path of files.keys())
      if (!UNLISTED.includes(path)) expect(out).toContain(`FAIL  altered  ${path}  `);
  }, 300_000);

  it("is written in Arabic and in English as well", async () => {
    for (const language of ["ar", "en"] as const) {
      const { row, zip } = await makeWhole(ctx, {
        language,
        sections: ["clauses", "transfers", "authorisations"],
      });
      expect(row.state).toBe("made");
      expect(verify(zip, "--key", row.keyFingerprint).status).toBe(0);
      const files = await unzip(zip);
      for (const path of [
        "02-clauses/clauses.csv",
        "05-authorisations/authorisations.csv",
        `README.${language}.txt`,
      ])
        expect(String(files.get(path)), `${path} holds marks of direction`).not.toMatch(
          /[\u200e\u200f\u2066-\u2069]/,
        );
    }
  }, 300_000);

  it("leaves a drill out, however open it is", async () => {
    await withOrg(ctx.scope, (tx) => tx.breach.updateMany({ data: { isDrill: true } }));
    const { zip } = await makeWhole(ctx, { sections: ["breaches"] });
    await withOrg(ctx.scope, (tx) => tx.breach.updateMany({ data: { isDrill: false } }));
    expect(JSON.parse((await unzip(zip)).get("08-breaches/breaches.json")!.toString()).rows).toEqual([]);
  }, 300_000);
});

describe("a dossier for one controller", () => {
  it("holds its data alone and names no other controller, in any file", async () => {
    const { row, zip } = await makeWhole(ctx, {
      ...{ audience: "controller", recipient: "Voltiris Énergies", controllerIds: [voltiris.id] },
    });
    expect(row.state).toBe("made");
    expect(verify(zip, "--key", row.keyFingerprint).status).toBe(0);
    const files = await unzip(zip);
    const others = await withOrg(ctx.scope, (tx) =>
      tx.controller.findMany({ where: { id: { not: voltiris.id } }, select: { id: true, legalName: true } }),
    );
    expect(others.length).toBeGreaterThan(3);
    for (const [path, bytes] of files)
      for (const { id, legalName } of others) {
        const text = bytes.toString("utf8");
        expect(text.includes(legalName) || text.includes(id), `${path} names ${legalName}`).toBe(false);
      }
    const register = JSON.parse(files.get("01-register/register.json")!.toString());
    expect(
      register.records.map(({ content }: { content: { activity: string } }) => content.activity),
    ).toEqual(["Relances"]);
    expect([...files.keys()].filter((path) => path.includes("/documents/"))).toHaveLength(1);
    const journal = files
      .get("90-journal/journal.jsonl")!
      .toString()
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(journal.some((entry) => entry.text !== undefined)).toBe(false);
    expect(journal.some((entry) => entry.event !== undefined)).toBe(true);
    expect(journal.some((entry) => entry.event === undefined)).toBe(true);
  }, 300_000);

  it("is asked for with exactly one controller", () => {
    const asked = { audience: "controller", recipient: "x", sections: ["register"] };
    for (const controllerIds of [[], [voltiris.id, ctx.scope.org]])
      expect(dossierSchema.safeParse({ ...asked, controllerIds }).error?.issues[0]?.message).toBe(
        "oneController",
      );
  });
});

describe("a dossier as of a date", () => {
  it("holds what was recorded by then", async () => {
    const before = await makeWhole(ctx, { sections: ["clauses", "register"], on: "2026-11-19" });
    const files = await unzip(before.zip);
    expect(JSON.parse(files.get("02-clauses/clauses.json")!.toString())).toMatchObject({
      asOf: "2026-11-19",
      rows: [],
    });
    expect(JSON.parse(files.get("01-register/register.json")!.toString()).records).toEqual([]);
    const after = await makeWhole(ctx, { sections: ["clauses"], on: "2026-11-20" });
    expect(
      JSON.parse((await unzip(after.zip)).get("02-clauses/clauses.json")!.toString()).rows.length,
    ).toBeGreaterThan(20);
    expect(await ask({ on: "2026-12-24" })).toMatchObject({ ok: false });
  }, 300_000);
});

describe("the making of a dossier", () => {
  it("is asked for and taken by owner and DPO alone, and made by its job alone", async () => {
    const input = dossierSchema.parse({ audience: "authority", recipient: "CNIL", sections: ["measures"] });
    for (const role of ["editor", "viewer"] as const)
      expect(await requestDossier(as(ctx, role), input)).toMatchObject({ refusal: { kind: "forbidden" } });
    const { id, row } = await makeWhole(ctx, { sections: ["measures"] });
    expect(await makeDossier(ctx, id, new AbortController().signal)).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    expect(await openZip(as(ctx, "viewer"), id)).toMatchObject({ refusal: { kind: "forbidden" } });
    const opened = valueOf(await openZip(ctx, id));
    const bytes = Buffer.from(await new Response(opened.read(0, opened.size - 1)).arrayBuffer());
    const rest = Buffer.from(await new Response(opened.read(1000, opened.size - 1)).arrayBuffer());
    expect(bytes.subarray(1000).equals(rest)).toBe(true);
    expect(bytes.length).toBe(Number(row.size));
    valueOf(await exportDossier(ctx, id, { from: 1000, to: opened.size - 1 }));
    expect(await eventsOf(id)).toEqual(["dossier.requested", "dossier.made", "dossier.taken"]);
  }, 300_000);

  it("is cancelled before and while it is made, and leaves no bytes", async () => {
    const { id } = valueOf(await ask());
    valueOf(await cancelDossier(ctx, { id }));
    expect(valueOf(await run(id))).toBe("taken");
    expect(await cancelDossier(ctx, { id })).toMatchObject({ ok: false });
    valueOf(await retryDossier(ctx, { id }));
    const stopping = new AbortController();
    stopping.abort();
    expect(valueOf(await makeDossier(job(), id, stopping.signal))).toBe("stopped");
    expect((await readMade(ctx, id)).row.state).toBe("queued");
    expect(valueOf(await run(id))).toBe("made");
  }, 300_000);

  it("fails with its reason where a document is damaged, and is made once it was asked for again", async () => {
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const damage = async (by: string) => {
      await owner.query(
        "ALTER TABLE attachment_chunk DISABLE TRIGGER USER; ALTER TABLE attachment_chunk NO FORCE ROW LEVEL SECURITY; ALTER TABLE attachment NO FORCE ROW LEVEL SECURITY",
      );
      await owner.query(`UPDATE attachment_chunk c SET sha256 = ${by} FROM attachment a
        WHERE a.id = c.attachment_id AND a.purpose = 'document' AND a.subject_noun = 'contract'`);
      await owner.query(
        "ALTER TABLE attachment_chunk ENABLE TRIGGER USER; ALTER TABLE attachment_chunk FORCE ROW LEVEL SECURITY; ALTER TABLE attachment FORCE ROW LEVEL SECURITY",
      );
    };
    await damage("reverse(c.sha256)");
    const { id, row } = await makeWhole(ctx, { sections: ["clauses"] });
    expect(row).toMatchObject({ state: "failed", failure: "damaged" });
    expect(await chunksOf(id)).toBe(0);
    expect(await openZip(ctx, id)).toMatchObject({ refusal: { kind: "not-found" } });
    await damage("reverse(c.sha256)");
    await owner.end();
    valueOf(await retryDossier(ctx, { id }));
    expect(valueOf(await run(id))).toBe("made");
    expect(await eventsOf(id)).toEqual([
      ...["dossier.requested", "dossier.failed", "dossier.retried", "dossier.made"],
    ]);
  }, 300_000);

  it("is taken over from a process that died, and given up after the third", async () => {
    const { id } = valueOf(await ask());
    const die = () =>
      withOrg(ctx.scope, (tx) =>
        tx.dossier.updateMany({
          where: { id },
          data: { state: "running", leasedUntil: new Date(ctx.now.getTime() - 1000) },
        }),
      );
    await die();
    expect(valueOf(await run(id))).toBe("made");
    await die();
    await run(id);
    await die();
    expect(valueOf(await run(id))).toBe("failed");
    expect((await readMade(ctx, id)).row.failure).toBe("interrupted");
  }, 300_000);

  it("expires: its file is deleted, its row and its digest stay", async () => {
    const { id, row } = await makeWhole(ctx, { sections: ["measures"] });
    valueOf(await expireDossier(job(), id));
    expect(await chunksOf(id)).toBeGreaterThan(0);
    const later = { ...job(), now: new Date(row.expiresAt!.getTime() + 1) };
    expect(await openZip({ ...ctx, now: later.now }, id)).toMatchObject({ refusal: { kind: "not-found" } });
    valueOf(await expireDossier(later, id));
    expect(await chunksOf(id)).toBe(0);
    expect((await readMade(ctx, id)).row).toMatchObject({ state: "expired", sha256: row.sha256 });
  }, 300_000);
});

/** Rewrites every entry of the journal and its published heads as the operator could, who holds the database and the key. */
async function rewriteChain({ day }: { day: string }) {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const tables = ["journal_entry", "journal_text", "journal_head", "journal_publication", "journal_key"];
  for (const table of tables)
    await owner.query(
      `ALTER TABLE ${table} DISABLE TRIGGER USER; ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`,
    );
  const org = ctx.scope.org;
  const { rows } = await owner.query<{
    seq: string;
    salt: Buffer;
    text: string;
    event: string;
    noun: string;
    at: Date;
  }>(
    `SELECT e.seq, t.salt, t.text, t.event, t.noun, e.recorded_at AS at FROM journal_entry e
      JOIN journal_text t USING (org_id, seq) WHERE e.org_id = $1 ORDER BY e.seq`,
    [org],
  );
  let h = genesis(digest, org);
  for (const { seq, salt, text, event, noun, at } of rows) {
    const forged = seq === "2" ? text.replace(/"at":"2026/, '"at":"2025') : text;
    const commitment = digestEntry(digest, salt, forged);
    const header = { chainId: org, seq: Number(seq), recordedAt: at.getTime(), event, noun, commitment };
    const d = digestHeader(digest, { ...header, rows: { count: 0, digest: null } });
    h = chain(digest, h, d);
    await owner.query(
      `UPDATE journal_entry SET d = $3, h = $4, commitment = $5, version = 2, rows_count = 0, rows_digest = NULL
        WHERE org_id = $1 AND seq = $2`,
      [org, seq, d, h, commitment],
    );
    await owner.query("UPDATE journal_text SET text = $3 WHERE org_id = $1 AND seq = $2", [org, seq, forged]);
  }
  await owner.query("UPDATE journal_head SET h = $2 WHERE org_id = $1", [org, h]);
  await owner.query("DELETE FROM journal_publication WHERE org_id = $1 AND day = $2", [org, day]);
  for (const table of tables)
    await owner.query(
      `ALTER TABLE ${table} ENABLE TRIGGER USER; ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    );
  await owner.end();
  // Signed anew by the key of the day, as the operator can.
  valueOf(await publishHead(jobContext("journal-publication", org, ctx.now)));
}

describe("the heads of days", () => {
  it("find a journal that was rewritten as a whole with the organisation's own key", async () => {
    valueOf(await publishHead(jobContext("journal-publication", ctx.scope.org, ctx.now)));
    const published = await withOrg(ctx.scope, (tx) => tx.journalPublication.findFirstOrThrow());
    const { row, zip } = await makeWhole(ctx, { sections: ["journal"] });
    const { out, status } = verify(zip, "--key", row.keyFingerprint);
    expect(out).toContain(`the head published on ${published.day}`);
    expect(status).toBe(0);
    const handed = await exportHeads(ctx, ctx.slug, { day: published.day });
    const file = join(mkdtempSync(join(tmpdir(), "amana-head-")), "head.txt");
    folders.push(dirname(file));
    writeFileSync(file, valueOf(handed).body);
    expect(verify(zip, "--key", row.keyFingerprint, "--heads", file).status).toBe(0);
    await rewriteChain(published);
    const forged = await makeWhole(ctx, { sections: ["journal"] });
    expect(verify(forged.zip, "--key", row.keyFingerprint).status).toBe(0);
    const found = verify(forged.zip, "--key", row.keyFingerprint, "--heads", file);
    expect(found.out).toContain(`is not the one published on ${published.day}`);
    expect(found.status).toBe(1);
  }, 300_000);
});
