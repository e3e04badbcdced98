import { describe, expect, it } from "vitest";
import { instructionsInForce } from "@/lib/domain/instruction/in-force";
import { downloadAttachment } from "@/lib/features/attachment/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import { makePortalScope } from "@/prisma/factories/contact";
import { makeAccepted, makeInstruction, step } from "@/prisma/factories/instruction";
import { as, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { datedInstruction, findInstructionsOf } from "@/lib/features/instruction/read/queries";
import { correctInstruction, moveInstruction } from "./mutations";
import { instructionMoveSchema, instructionUpdateSchema } from "@/lib/features/instruction/schema";
import { ctx, foreign, FIELDS, lastEntry, refusedFor, prepareDatabase } from "./mutations.fixture";

prepareDatabase();
const update = (
  of: MadeOrganisation,
  to: { id: string; version: number },
  stated: Record<string, unknown> = {},
) =>
  correctInstruction(
    of,
    instructionUpdateSchema.parse({ ...FIELDS, id: to.id, version: to.version, ...stated }),
  );
const move = (
  of: MadeOrganisation,
  to: { id: string; version: number },
  event: string,
  stated: Record<string, unknown> = {},
) =>
  moveInstruction(
    of,
    instructionMoveSchema.parse({ id: to.id, version: to.version, event, on: "2026-03-06", ...stated }),
  );

describe("correctInstruction", () => {
  it("keeps every version, until it is checked", async () => {
    const row = await makeInstruction(ctx);
    const mended = valueOf(await update(ctx, row, { authorPower: "Annexe 3" }));
    expect(mended).toMatchObject({ version: 2, number: row.number, authorPower: "Annexe 3" });
    expect(await lastEntry()).toMatchObject({
      event: "instruction.corrected",
      before: { authorPower: "" },
      after: { authorPower: "Annexe 3" },
    });
    const versions = await withOrg(ctx.scope, (tx) =>
      tx.instructionVersion.findMany({ where: { instructionId: row.id }, orderBy: { version: "asc" } }),
    );
    expect(versions.map(({ change }) => change)).toEqual(["recorded", "corrected"]);
    expect(versions[0]!.supersededAt).toEqual(versions[1]!.recordedAt);
    const checked = await step(ctx, mended, "check");
    expect(await update(ctx, checked)).toMatchObject(refusedFor("", "instruction.checkedAlready"));
  });

  it("shows a second writer what stands, as the form says it", async () => {
    const row = await makeInstruction(ctx);
    valueOf(await update(ctx, row, { operations: "Rappel\nÉcoute" }));
    expect(await update(ctx, row)).toMatchObject({
      refusal: {
        kind: "conflict",
        version: 2,
        author: ctx.actor.name,
        current: { operations: "Rappel\nÉcoute", receivedOn: "2026-03-03", receivedTime: "23:30" },
      },
    });
  });

  it("stays within the year of its number, and within its organisation", async () => {
    const row = await makeInstruction(ctx);
    expect(await update(ctx, row, { receivedOn: "2025-12-31" })).toMatchObject({
      refusal: { issues: [{ path: "receivedOn", key: "instruction.otherYear", params: { year: 2026 } }] },
    });
    expect(await update(foreign, row)).toMatchObject({ refusal: { kind: "not-found" } });
    expect(await update(ctx, row, { supersedesId: row.id })).toMatchObject(
      refusedFor("supersedesId", "instruction.notItsPlace"),
    );
  });
});

describe("moveInstruction", { timeout: 30_000 }, () => {
  it("contests with a letter in the outbox and its PDF beside it, in the controller's language", async () => {
    const { id: controllerId } = await makeController(ctx, { language: "en" });
    const row = await makeInstruction(ctx, { controllerId });
    const contested = await step(ctx, row, "contest", { note: "No consent is shown." });
    expect(contested.state).toBe("contested");
    const [fact] = contested.facts;
    expect(fact).toMatchObject({ event: "contest", factOn: "2026-03-06", infringes: "art. 9(1) du RGPD" });
    const letter = await withOrg(ctx.scope, (tx) =>
      tx.outboxMail.findFirstOrThrow({ where: { id: fact!.letterId! } }),
    );
    expect(letter).toMatchObject({
      template: "instruction-contested",
      locale: "en",
      toAddress: "contact@orvelle.example",
      params: { number: row.number, reason: "No consent is shown.", digest: row.textDigest },
      // The letter's attachment must be the stored document.
      attachmentId: fact!.documentId,
    });
    const file = valueOf(await downloadAttachment(ctx, fact!.documentId!));
    expect(file).toMatchObject({ contentType: "application/pdf", fileName: `${row.number} notice.pdf` });
    expect(new TextDecoder("latin1").decode(file.bytes.slice(0, 5))).toBe("%PDF-");
  });

  it("writes each step in the journal with its evidence", async () => {
    const accepted = await makeAccepted(ctx);
    expect(await lastEntry()).toMatchObject({
      event: "instruction.accepted",
      subject: { id: accepted.id, label: accepted.number },
      after: {
        state: "accepted",
        recipient: "contact@orvelle.example",
        letterId: accepted.facts[1]!.letterId,
      },
    });
    const row = await step(ctx, accepted, "acknowledge", { time: "16:40", on: "2026-03-07" });
    expect(row).toMatchObject({ state: "accepted", version: 4 });
    expect(row.facts.at(-1)).toMatchObject({ event: "acknowledge", factTime: "16:40" });
  });

  it("refuses a step without its evidence, out of its place or by a role that may not, and sends nothing", async () => {
    const row = await makeInstruction(ctx);
    const letters = () => withOrg(ctx.scope, (tx) => tx.outboxMail.count());
    const before = await letters();
    expect(await move(ctx, row, "check")).toMatchObject(refusedFor("note", "instruction.noteMissing"));
    expect(await move(ctx, row, "accept", { recipient: "a@b.example" })).toMatchObject(
      refusedFor("", "instruction.notFromHere"),
    );
    expect(await move(ctx, row, "contest", { recipient: "a@b.example", note: "x" })).toMatchObject(
      refusedFor("infringes", "instruction.infringesMissing"),
    );
    for (const event of ["check", "contest", "withdraw"])
      expect(await move({ ...as(ctx, "editor"), slug: "", email: "" }, row, event)).toMatchObject({
        refusal: { kind: "forbidden" },
      });
    expect(await move(foreign, row, "check", { note: "x" })).toMatchObject({
      refusal: { kind: "not-found" },
    });
    expect(await letters()).toBe(before);
  });

  it("refuses whoever moves what somebody moved meanwhile, and files no letter for it", async () => {
    const row = await makeInstruction(ctx);
    await step(ctx, row, "check");
    expect(
      await move(ctx, row, "contest", { recipient: "a@b.example", note: "x", infringes: "art. 5" }),
    ).toMatchObject({ refusal: { kind: "conflict", version: 2 } });
    const files = await withOrg(ctx.scope, (tx) => tx.attachment.count({ where: { subjectId: row.id } }));
    expect(files).toBe(0);
  });

  it("amends a contested one in favour of one that says it comes in its place", async () => {
    const contested = await step(ctx, await makeInstruction(ctx), "contest");
    const { controllerId } = contested;
    const stranger = await makeInstruction(ctx, { controllerId });
    expect(await move(ctx, contested, "amend", { successor: stranger.id })).toMatchObject(
      refusedFor("successor", "instruction.notItsSuccessor"),
    );
    const successor = await makeInstruction(ctx, { controllerId, supersedesId: contested.id });
    expect(await step(ctx, contested, "amend", { successor: successor.id })).toMatchObject({
      state: "amended",
    });
  });

  it("makes a telephone call hold only once it is written", async () => {
    const record = await makeRecord(ctx);
    const controllerId = record.controllerId!;
    const call = await makeInstruction(ctx, { controllerId, channel: "telephone" });
    const checked = await step(ctx, call, "check");
    expect(await move(ctx, checked, "accept", { recipient: "a@b.example" })).toMatchObject(
      refusedFor("", "instruction.notDocumented"),
    );
    const held = async (day: string) => {
      const ledger = (await withOrg(ctx.scope, (tx) => findInstructionsOf(tx, controllerId))).map(
        datedInstruction,
      );
      return instructionsInForce({ id: record.id, controllerId }, day, ledger).map(({ id }) => id);
    };
    expect(await held("2026-11-24")).toEqual([]);
    const written = await step(ctx, checked, "confirm-in-writing", { on: "2026-03-10" });
    await step(ctx, written, "accept", { on: "2026-03-12" });
    expect([await held("2026-03-11"), await held("2026-03-12")]).toEqual([[], [call.id]]);
  });

  it("is seen in the portal by its own controller, and never rewritten", async () => {
    const [own, other] = [await makeAccepted(ctx), await makeInstruction(ctx)];
    const seenBy = async (controllerId: string) =>
      withOrg(await makePortalScope(ctx, controllerId), async (tx) => [
        (await tx.instruction.findMany({ select: { id: true } })).map(({ id }) => id),
        await tx.attachment.count(),
      ]);
    expect(await seenBy(own.controllerId)).toEqual([[own.id], 1]);
    expect(await seenBy(other.controllerId)).toEqual([[other.id], 0]);
    const rewrite = { where: { instructionId: own.id }, data: { note: "autre" } };
    await expect(withOrg(ctx.scope, (tx) => tx.instructionFact.updateMany(rewrite))).rejects.toThrow(
      /permission denied/,
    );
  });
});
