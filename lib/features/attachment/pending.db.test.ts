import { expect, it } from "vitest";
import { recordInstruction } from "@/lib/features/instruction/write/mutations";
import { instructionCreateSchema } from "@/lib/features/instruction/schema";
import { sha256 } from "@/lib/platform/files/chunks";
import { EML, PDF } from "@/lib/platform/files/documents.fixture";
import { withOrg } from "@/lib/platform/database/transaction";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { findDocuments } from "@/lib/features/attachment/read/queries";
import { insertPendingFile, downloadAttachment } from "@/lib/features/attachment/write/mutations";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

const eml = { fileName: "consigne.eml", bytes: EML };
const enter = (controllerId: string, stated: Record<string, unknown> = {}) =>
  recordInstruction(
    ctx,
    instructionCreateSchema.parse({
      controllerId,
      code: "ORV",
      kind: "processing",
      text: "Ne rappelez plus.",
      authorName: "Claire Vasseur",
      channel: "e-mail",
      receivedOn: "2026-03-03",
      receivedTime: "10:12",
      effectiveOn: "2026-03-05",
      ...stated,
    }),
  );

it("waits for its instruction, and becomes its document with the same bytes", async () => {
  const waiting = valueOf(await insertPendingFile(ctx, eml));
  expect(waiting).toMatchObject({ fileName: "consigne.eml", sha256: sha256(EML) });
  const controllerId = (await makeController(ctx)).id;
  expect((await enter(controllerId, { email: waiting.id, effectiveOn: "2026-03-05", code: "" })).ok).toBe(
    false,
  );
  const { id } = valueOf(await enter(controllerId, { email: waiting.id }));
  const [document] = await withOrg(ctx.scope, (tx) => findDocuments(tx, "instruction", id));
  expect(document).toMatchObject({ fileName: "consigne.eml", sha256: sha256(EML) });
  expect(Buffer.from(valueOf(await downloadAttachment(ctx, document!.id)).bytes)).toEqual(Buffer.from(EML));
});

it("refuses an instruction whose e-mail is not there, and enters nothing", async () => {
  const controllerId = (await makeController(ctx)).id;
  const refused = await enter(controllerId, { email: crypto.randomUUID(), code: "ORW" });
  expect(refused).toMatchObject({ refusal: { issues: [{ path: "email", key: "instruction.noEmail" }] } });
  expect(await withOrg(ctx.scope, (tx) => tx.instruction.count({ where: { controllerId } }))).toBe(0);
});

it("takes what its bytes say, from whoever may enter instructions", async () => {
  expect(await insertPendingFile(ctx, { fileName: "consigne.eml", bytes: PDF })).toMatchObject({ ok: false });
  expect(await insertPendingFile(as(ctx, "viewer"), eml)).toMatchObject({ refusal: { kind: "forbidden" } });
});
