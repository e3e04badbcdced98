import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Client } from "pg";
import { chain, digestEntry, digestHeader, genesis, type Sha256 } from "@/lib/domain/journal/seal";
import { exportHeads } from "@/lib/features/journal/write/mutations";
import { publishWithinDay } from "@/lib/features/journal/write/heads-within-days";
import { publishHead } from "@/lib/features/journal/write/publication";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { withOrg } from "@/lib/platform/database/transaction";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import { makeRecord, valueOf } from "@/prisma/factories/register";
import { makeWhole, readMade } from "./dossier.fixture";
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
import { prepareDossiers, database, ctx, verify, ask, eventsOf } from "./make.fixture";
import { temporaryFolder } from "@/scripts/test/temporary-folder";

prepareDossiers();

const job = () => jobContext("dossier-making", ctx.scope.org, ctx.now);

const digest: Sha256 = (bytes) => new Uint8Array(createHash("sha256").update(bytes).digest());

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

const chunksOf = (id: string) =>
  withOrg(ctx.scope, (tx) => tx.dossierChunk.count({ where: { dossierId: id } }));

const run = (id: string) => makeDossier(job(), id, new AbortController().signal);

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

describe("the heads of days", () => {
  it("stand beside each other where one day has several", async () => {
    const other = await makeOrganisation(database.ownerUrl);
    const tomorrow = addDaysToDay(other.now.toISOString().slice(0, 10), 1);
    for (const hour of ["12:00", "14:00"]) {
      await makeRecord(other);
      const at = new Date(`${tomorrow}T${hour}:00Z`);
      const job = jobContext("journal-publication", other.scope.org, at);
      expect(valueOf(await publishWithinDay(job))).not.toBeNull();
    }
    const { row, zip } = await makeWhole(other, { sections: ["journal"] });
    const { out, status } = verify(zip, "--key", row.keyFingerprint);
    expect(out).not.toContain("duplicate-name");
    expect(status).toBe(0);
  }, 300_000);

  it("find a journal that was rewritten as a whole with the organisation's own key", async () => {
    valueOf(await publishHead(jobContext("journal-publication", ctx.scope.org, ctx.now)));
    const published = await withOrg(ctx.scope, (tx) => tx.journalPublication.findFirstOrThrow());
    const { row, zip } = await makeWhole(ctx, { sections: ["journal"] });
    const { out, status } = verify(zip, "--key", row.keyFingerprint);
    expect(out).toContain(`the head published on ${published.day}`);
    expect(status).toBe(0);
    const handed = await exportHeads(ctx, ctx.slug, { day: published.day });
    const file = join(temporaryFolder("head"), "head.txt");
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
