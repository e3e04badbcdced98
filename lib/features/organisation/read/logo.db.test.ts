import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { downloadAttachment } from "@/lib/features/attachment/write/mutations";
import { exportRegister } from "@/lib/features/export/write/mutations";
import { exportSchema } from "@/lib/features/export/schema";
import { DamagedFileError } from "@/lib/platform/files/chunks";
import { JPEG, pngOf, SVG } from "@/lib/platform/files/images.fixture";
import { objectsOf } from "@/lib/platform/pdf/pdf-probe.fixture";
import { withOrg } from "@/lib/platform/database/transaction";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeAttachment } from "@/prisma/factories/attachment";
import { makeRecord, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { findOrganisation } from "./queries";
import { changeLogo, removeLogo } from "@/lib/features/organisation/write/mutations";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let owner: Client;

const png = pngOf(120, 40);

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  // Disables row-level security, which binds even the owner, to damage a stored file.
  await owner.query("ALTER TABLE attachment NO FORCE ROW LEVEL SECURITY");
  await owner.query("ALTER TABLE attachment_chunk NO FORCE ROW LEVEL SECURITY");
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const put = (bytes: Uint8Array, seen = "", fileName = "logo.png") =>
  changeLogo(ctx, { seen, file: { fileName, bytes } });
const logoId = async () => (await withOrg(ctx.scope, findOrganisation)).logoId;
const filesKept = () => withOrg(ctx.scope, (tx) => tx.attachment.count());
const imagesOf = (pdf: Uint8Array) => objectsOf(pdf).match(/\/Subtype \/Image/g)?.length ?? 0;
const exportPdf = async () => {
  const { body } = valueOf(await exportRegister(ctx, ctx.slug, exportSchema.parse({ format: "pdf" })));
  return new Uint8Array(await new Response(body).arrayBuffer());
};
const tamper = async (sql: string, id: string) => expect((await owner.query(sql, [id])).rowCount).toBe(1);

describe("the logo", { timeout: 30_000 }, () => {
  it.each([
    ["an SVG", SVG, "logoSvg"],
    ["a page that calls itself a PNG", new TextEncoder().encode("<html></html>"), "logoType"],
    ["a picture cut short", png.slice(0, 60), "logoBroken"],
    ["one too many pixels", pngOf(2001, 1), "logoPixels"],
    ["one byte too many", new Uint8Array(1024 * 1024 + 1), "logoTooLarge"],
  ])("is not %s", async (_, bytes, key) => {
    expect(await put(bytes)).toMatchObject({
      ok: false,
      refusal: { kind: "invalid", issues: [{ path: "file", key }] },
    });
    expect([await logoId(), await filesKept()]).toEqual([null, 0]);
  });

  it("is kept in chunks under its hash, told in the journal, and stands in the register", async () => {
    await makeRecord(ctx);
    expect(imagesOf(await exportPdf())).toBe(0);
    const { logoId: id, version } = valueOf(await put(png, "", "C:\\marque\\logo\u0007.png"));
    expect(version).toBe(2);
    const file = valueOf(await downloadAttachment(as(ctx, "viewer"), id!));
    expect(file).toMatchObject({ contentType: "image/png", width: 120, height: 40, fileName: "logo.png" });
    expect(Buffer.compare(file.bytes, png)).toBe(0);
    const entries = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findMany({ orderBy: { seq: "desc" }, take: 2 }),
    );
    expect(entries.map(({ text }) => JSON.parse(text!))).toMatchObject([
      { event: "organisation.updated", before: { logoId: null }, after: { logoId: id } },
      {
        event: "attachment.stored",
        subject: { id, label: "logo.png" },
        after: { contentType: "image/png", digest: file.sha256, size: png.length },
      },
    ]);
    expect(imagesOf(await exportPdf())).toBe(1);
  });

  it("is replaced by a file of its own, by whoever saw the one before, and taken away without being lost", async () => {
    const first = (await logoId())!;
    expect(await put(JPEG, "")).toMatchObject({ ok: false, refusal: { kind: "conflict" } });
    valueOf(await put(JPEG, first, "logo.jpg"));
    const second = (await logoId())!;
    expect(second).not.toBe(first);
    expect(Buffer.compare(valueOf(await downloadAttachment(ctx, first)).bytes, png)).toBe(0);
    expect(await removeLogo(ctx, { seen: first })).toMatchObject({
      ok: false,
      refusal: { kind: "conflict" },
    });
    valueOf(await removeLogo(ctx, { seen: second }));
    expect([await logoId(), await filesKept()]).toEqual([null, 2]);
    expect(imagesOf(await exportPdf())).toBe(0);
  });

  it("is for owner and DPO to change, and for the organisation's own staff to see", async () => {
    const id = valueOf(await put(png)).logoId!;
    for (const role of ["editor", "viewer"] as const) {
      const file = { fileName: "x.png", bytes: png };
      expect(await changeLogo(as(ctx, role), { seen: id, file })).toMatchObject({
        refusal: { kind: "forbidden" },
      });
      expect(await removeLogo(as(ctx, role), { seen: id })).toMatchObject({ refusal: { kind: "forbidden" } });
    }
    const foreign = await makeOrganisation(database.ownerUrl);
    for (const unknown of [id, "../etc/passwd", ""])
      expect(await downloadAttachment(foreign, unknown)).toMatchObject({ refusal: { kind: "not-found" } });
    const stolen = { where: { id: foreign.scope.org }, data: { logoId: id } };
    await expect(withOrg(foreign.scope, (tx) => tx.organisation.updateMany(stolen))).rejects.toThrow();
  });

  it.each([
    [
      "a byte bent",
      "UPDATE attachment_chunk SET bytes = set_byte(bytes, 9, 0) WHERE attachment_id = $1 AND seq = 1",
    ],
    [
      "a byte bent with its hash",
      `UPDATE attachment_chunk SET bytes = set_byte(bytes, 9, 0),
         sha256 = encode(sha256(set_byte(bytes, 9, 0)), 'hex') WHERE attachment_id = $1 AND seq = 1`,
    ],
    ["a chunk gone", "DELETE FROM attachment_chunk WHERE attachment_id = $1 AND seq = 0"],
    ["its size told otherwise", "UPDATE attachment SET size = size - 1 WHERE id = $1"],
  ])("with %s is a fault, and never served", async (_, sql) => {
    const id = await makeAttachment(ctx);
    expect(valueOf(await downloadAttachment(ctx, id)).bytes).toHaveLength(300_000);
    await tamper(sql, id);
    await expect(downloadAttachment(ctx, id)).rejects.toThrow(DamagedFileError);
  });

  it("when damaged keeps no register from being taken", async () => {
    const id = (await logoId())!;
    await tamper("UPDATE attachment_chunk SET bytes = '\\x00' WHERE attachment_id = $1", id);
    expect(imagesOf(await exportPdf())).toBe(0);
  });

  it("can be neither rewritten nor deleted by the application", async () => {
    const where = { where: { id: (await logoId())! } };
    await expect(
      withOrg(ctx.scope, (tx) => tx.attachment.updateMany({ ...where, data: { size: 1 } })),
    ).rejects.toThrow(/permission denied/);
    await expect(withOrg(ctx.scope, (tx) => tx.attachmentChunk.deleteMany({}))).rejects.toThrow(
      /permission denied/,
    );
  });
});
