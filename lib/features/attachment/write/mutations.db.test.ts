import { describe, expect, it } from "vitest";
import { lineagesOf } from "@/lib/domain/attachment/lineage";
import { MAX_DOCUMENT_BYTES } from "@/lib/domain/attachment/formats";
import { done } from "@/lib/domain/outcome/outcome";
import type { Ctx } from "@/lib/platform/request/context";
import { EML, PDF } from "@/lib/platform/files/documents.fixture";
import { pngOf, SVG } from "@/lib/platform/files/images.fixture";
import { storeFile } from "@/lib/platform/files/store";
import { withOrg } from "@/lib/platform/database/transaction";
import { withoutRight } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { makePortalScope } from "@/prisma/factories/contact";
import { makeDocument } from "@/prisma/factories/attachment";
import { makeContractInForce } from "@/prisma/factories/contract";
import { makeMeasure } from "@/prisma/factories/measure";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { findDocuments, findOwnDocuments } from "@/lib/features/attachment/read/queries";
import {
  attachDocument,
  closeDocument,
  downloadAttachment,
  viewDocument,
  withdrawDocument,
} from "./mutations";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const foreign = await makeOrganisation(database.ownerUrl);

const pdf = { fileName: "certificat.pdf", bytes: PDF };
const attach = (of: MadeOrganisation, subjectId: string, file = pdf, replaces: string | null = null) =>
  attachDocument(of, { noun: "measure", subjectId, replaces, file });
const documentsOf = async (subjectId: string) =>
  lineagesOf(await withOrg(ctx.scope, (tx) => findDocuments(tx, "measure", subjectId)));
const lastEntry = async () => {
  const row = await withOrg(ctx.scope, (tx) => tx.journalText.findFirstOrThrow({ orderBy: { seq: "desc" } }));
  return JSON.parse(row.text!);
};
async function given() {
  const { id: subjectId, controllerId } = await makeContractInForce(ctx);
  const about = { noun: "contract", subjectId } as const;
  const id = await makeDocument(ctx, about);
  return {
    about,
    id,
    controllerId,
    portal: await makePortalScope(ctx, controllerId),
  };
}
const refusedFor = (key: string) => ({ refusal: { kind: "invalid", issues: [{ path: "file", key }] } });

describe("attachDocument", () => {
  it("keeps the bytes under their hash beside what they belong to, and says so in the journal", async () => {
    const { id: measure } = await makeMeasure(ctx);
    const { id } = valueOf(await attach(ctx, measure));
    expect(await documentsOf(measure)).toMatchObject([
      { current: { id, fileName: "certificat.pdf", contentType: "application/pdf", size: PDF.length } },
    ]);
    expect(await lastEntry()).toMatchObject({
      event: "attachment.stored",
      subject: { id, label: "certificat.pdf" },
      after: { subjectNoun: "measure", subjectId: measure, contentType: "application/pdf" },
    });
  });

  it.each([
    ["nothing", { fileName: "a.pdf", bytes: new Uint8Array() }, "none"],
    ["a page", { fileName: "a.pdf", bytes: new TextEncoder().encode("<html></html>") }, "type"],
    ["a drawing with a program", { fileName: "a.svg", bytes: SVG }, "svg"],
    ["one byte too many", { fileName: "a.pdf", bytes: new Uint8Array(MAX_DOCUMENT_BYTES + 1) }, "tooLarge"],
    ["a PDF cut short", { fileName: "a.pdf", bytes: PDF.slice(0, 90) }, "broken"],
    ["a picture that calls itself a PDF", { fileName: "a.pdf", bytes: pngOf(4, 4) }, "lies"],
  ])("refuses %s, and keeps nothing", async (_, file, key) => {
    const { id: measure } = await makeMeasure(ctx);
    expect(await attach(ctx, measure, file)).toMatchObject(refusedFor(key));
    expect(await documentsOf(measure)).toEqual([]);
  });

  it("says what a file that lies about its type really is", async () => {
    const { id: measure } = await makeMeasure(ctx);
    expect(await attach(ctx, measure, { fileName: "avenant.docx", bytes: EML })).toMatchObject({
      refusal: { issues: [{ key: "lies", params: { found: "EML" } }] },
    });
  });

  it("never overwrites: a newer version stands before the one it replaces, once", async () => {
    const { id: measure } = await makeMeasure(ctx);
    const first = await makeDocument(ctx, { noun: "measure", subjectId: measure });
    const second = valueOf(await attach(ctx, measure, pdf, first)).id;
    const third = await makeDocument(ctx, { noun: "measure", subjectId: measure, replaces: second });
    expect(await documentsOf(measure)).toMatchObject([
      { current: { id: third }, earlier: [{ id: second }, { id: first }] },
    ]);
    expect(await attach(ctx, measure, pdf, first)).toMatchObject(refusedFor("replaced"));
    const { id: other } = await makeMeasure(ctx);
    expect(await attach(ctx, other, pdf, third)).toMatchObject(refusedFor("replaced"));
    expect(Buffer.compare(valueOf(await downloadAttachment(ctx, second)).bytes, PDF)).toBe(0);
    const rewrite = { where: { id: first }, data: { fileName: "x" } };
    await expect(withOrg(ctx.scope, (tx) => tx.attachment.updateMany(rewrite))).rejects.toThrow(
      /permission denied/,
    );
  });

  it("lets one of eight who replace the same version at once do so", async () => {
    const { id: measure } = await makeMeasure(ctx);
    const first = await makeDocument(ctx, { noun: "measure", subjectId: measure });
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => attach(ctx, measure, pdf, first)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await documentsOf(measure)).toHaveLength(1);
  });

  it("withdraws what was put beside the wrong subject: the bytes stay, the version before stands again", async () => {
    const { id: measure } = await makeMeasure(ctx);
    const first = await makeDocument(ctx, { noun: "measure", subjectId: measure });
    const second = valueOf(await attach(ctx, measure, pdf, first)).id;
    const wrong = {
      noun: "measure",
      subjectId: measure,
      id: second,
      reason: "Celui d’un autre client",
    } as const;
    expect(await withdrawDocument(as(ctx, "viewer"), wrong)).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    expect(await withdrawDocument(foreign, wrong)).toMatchObject({ refusal: { kind: "not-found" } });
    valueOf(await withdrawDocument(ctx, wrong));
    expect(await lastEntry()).toMatchObject({ event: "attachment.withdrawn", reason: wrong.reason });
    expect(await documentsOf(measure)).toMatchObject([
      {
        last: second,
        current: { id: first },
        withdrawn: [{ id: second, withdrawal: { reason: wrong.reason } }],
      },
    ]);
    expect(await withdrawDocument(ctx, wrong)).toMatchObject({ refusal: { kind: "not-found" } });
    expect(Buffer.compare(valueOf(await downloadAttachment(ctx, second)).bytes, PDF)).toBe(0);
    expect(await downloadAttachment(as(ctx, "viewer"), second)).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    const third = valueOf(await attach(ctx, measure, pdf, second)).id;
    expect(await documentsOf(measure)).toMatchObject([{ current: { id: third }, earlier: [{ id: first }] }]);
  });

  it("withdraws nothing that its controller was shown, by the verb or by raw SQL", async () => {
    const { about, id, controllerId, portal } = await given();
    const seen = () => withOrg(portal, (tx) => tx.attachment.count());
    expect(await seen()).toBe(1);
    expect(await withdrawDocument(ctx, { ...about, id, reason: "Projet" })).toMatchObject({
      refusal: { issues: [{ path: "reason", key: "given" }] },
    });
    const raw = withOrg(
      ctx.scope,
      (tx) => tx.$executeRaw`INSERT INTO attachment_withdrawal
        (attachment_id, org_id, controller_id, reason, withdrawn_at, author_name)
        VALUES (${id}::uuid, ${ctx.scope.org}::uuid, ${controllerId}::uuid, 'x', now(), 'x')`,
    );
    await expect(raw).rejects.toThrow(/withdrawn by neither side/);
    expect(await seen()).toBe(1);
  });

  it("closes to view what was given in error: shown to both sides with its reason, handed to neither", async () => {
    const { about, id, portal } = await given();
    const reason = "Contient les données d’un autre client";
    const close = (of: Ctx, isClosed = true) => closeDocument(of, { ...about, id, reason, isClosed });
    expect(await close(as(ctx, "editor"))).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await close(foreign)).toMatchObject({ refusal: { kind: "not-found" } });
    valueOf(await close(ctx));
    expect(await lastEntry()).toMatchObject({ event: "attachment.closed", reason });
    expect(await close(ctx)).toMatchObject({ refusal: { kind: "conflict" } });
    expect(await downloadAttachment(ctx, id)).toMatchObject({ refusal: { kind: "not-found" } });
    for (const scope of [ctx.scope, portal])
      expect(
        await withOrg(scope, async (tx) => [
          await tx.attachmentChunk.count({ where: { attachmentId: id } }),
          (await findDocuments(tx, "contract", about.subjectId))[0],
        ]),
      ).toMatchObject([0, { id, sha256: expect.any(String), closures: [{ isClosed: true, reason }] }]);
    valueOf(await close(ctx, false));
    expect(await lastEntry()).toMatchObject({ event: "attachment.opened" });
    expect(valueOf(await downloadAttachment(ctx, id))).toMatchObject({ id });
  });

  it("lets a replacement stand beside what was given, each naming the other, also in the portal", async () => {
    const { about, id, portal } = await given();
    const second = valueOf(
      await attachDocument(ctx, { ...about, replaces: id, file: { ...pdf, fileName: "avenant-signe.pdf" } }),
    ).id;
    const shown = await withOrg(portal, findOwnDocuments);
    expect(Object.fromEntries(shown.map((file) => [file.id, file]))).toMatchObject({
      [second]: { replaces: { fileName: expect.any(String) }, replacedBy: null },
      [id]: { replaces: null, replacedBy: { fileName: "avenant-signe.pdf" } },
    });
    expect(shown).toHaveLength(2);
  });

  it("closes nothing of the processor's own, and changes no closing", async () => {
    const { id: measure } = await makeMeasure(ctx);
    const own = await makeDocument(ctx, { noun: "measure", subjectId: measure });
    const about = { noun: "measure", subjectId: measure, id: own, reason: "x" } as const;
    expect(await closeDocument(ctx, { ...about, isClosed: true })).toMatchObject({
      refusal: { kind: "not-found" },
    });
    const raw = withOrg(
      ctx.scope,
      (tx) => tx.$executeRaw`INSERT INTO attachment_closure
        (org_id, attachment_id, number, is_closed, reason, recorded_at, author_name)
        VALUES (${ctx.scope.org}::uuid, ${own}::uuid, 1, true, 'x', now(), 'x')`,
    );
    await expect(raw).rejects.toThrow(/nothing else is/);
    for (const sql of ["UPDATE attachment_closure SET reason = 'y'", "DELETE FROM attachment_closure"])
      await expect(withOrg(ctx.scope, (tx) => tx.$executeRawUnsafe(sql))).rejects.toThrow(
        /permission denied/,
      );
  });

  it("is for whoever may write the subject, and finds none of another organisation", async () => {
    const { id: measure } = await makeMeasure(ctx);
    for (const role of ["editor", "viewer"] as const)
      expect(
        await attachDocument(as(ctx, role), {
          noun: "measure",
          subjectId: measure,
          replaces: null,
          file: pdf,
        }),
      ).toMatchObject({
        refusal: { kind: "forbidden" },
      });
    expect(await attach(foreign, measure)).toMatchObject({ refusal: { kind: "not-found" } });
  });

  it("keeps the largest file there may be, and gives it back whole", { timeout: 60_000 }, async () => {
    const { id: measure } = await makeMeasure(ctx);
    const bytes = new Uint8Array(MAX_DOCUMENT_BYTES).fill(32);
    bytes.set(PDF.slice(0, PDF.length - 6));
    bytes.set(new TextEncoder().encode("%%EOF\n"), bytes.length - 6);
    const { id } = valueOf(await attach(ctx, measure, { fileName: "scan.pdf", bytes }));
    expect(Buffer.compare(valueOf(await downloadAttachment(ctx, id)).bytes, bytes)).toBe(0);
  });
});

describe("takeAttachment", () => {
  it("writes who took a document", async () => {
    const { id: measure } = await makeMeasure(ctx);
    const { id } = valueOf(await attach(ctx, measure));
    valueOf(await downloadAttachment(as(ctx, "viewer"), id));
    expect(await lastEntry()).toMatchObject({
      event: "attachment.taken",
      subject: { noun: "attachment", id, label: "certificat.pdf" },
      after: { digest: expect.stringMatching(/^[\da-f]{64}$/) },
    });
    expect(await downloadAttachment(foreign, id)).toMatchObject({ refusal: { kind: "not-found" } });
  });

  it("shows a PDF or a picture by the right and the entry of its taking, and nothing else", async () => {
    const { id: measure } = await makeMeasure(ctx);
    const { id } = valueOf(await attach(ctx, measure));
    expect(Buffer.compare(valueOf(await viewDocument(as(ctx, "viewer"), id)).bytes, PDF)).toBe(0);
    expect(await lastEntry()).toMatchObject({ event: "attachment.taken", subject: { id } });
    expect(await viewDocument(foreign, id)).toMatchObject({ refusal: { kind: "not-found" } });

    const mail = valueOf(await attach(ctx, measure, { fileName: "accord.eml", bytes: EML })).id;
    expect(await viewDocument(ctx, mail)).toMatchObject({ refusal: { kind: "not-found" } });
    expect(await lastEntry()).toMatchObject({ event: "attachment.stored", subject: { id: mail } });

    valueOf(
      await withdrawDocument(ctx, { id, noun: "measure", subjectId: measure, reason: "Mauvais fichier" }),
    );
    expect(await viewDocument(as(ctx, "viewer"), id)).toMatchObject({ refusal: { kind: "forbidden" } });
  });

  it("shows the portal what concerns its controller, bytes and all, and nothing else", async () => {
    const [own, other] = [await makeController(ctx), await makeController(ctx)];
    const stored = valueOf(
      await write(withoutRight(ctx), async (tx, journal) =>
        done(
          await storeFile(tx, ctx, journal, {
            purpose: "document",
            subjectNoun: "measure",
            subjectId: own.id,
            controllerId: own.id,
            contentType: "application/pdf",
            ...pdf,
          }),
        ),
      ),
    );
    const seenBy = async (controllerId: string) =>
      withOrg(await makePortalScope(ctx, controllerId), async (tx) => [
        await tx.attachment.count(),
        await tx.attachmentChunk.count({ where: { attachmentId: stored } }),
      ]);
    expect(await seenBy(own.id)).toEqual([1, 1]);
    expect(await seenBy(other.id)).toEqual([0, 0]);
  });
});
