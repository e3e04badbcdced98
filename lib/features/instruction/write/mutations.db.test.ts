import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { instructionsInForce } from "@/lib/domain/instruction/in-force";
import { archiveController } from "@/lib/features/controller-archive/write/mutations";
import { downloadAttachment } from "@/lib/features/attachment/write/mutations";
import { closeClients } from "@/lib/platform/database/clients";
import { sha256 } from "@/lib/platform/files/chunks";
import { mintScope } from "@/lib/platform/database/scope";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContractInForce, nameInstructor } from "@/prisma/factories/contract";
import { makeAccepted, makeInstruction, step } from "@/prisma/factories/instruction";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { datedInstruction, findInstructionsOf } from "@/lib/features/instruction/read/queries";
import { correctInstruction, moveInstruction, recordInstruction } from "./mutations";
import {
  instructionCreateSchema,
  instructionMoveSchema,
  instructionUpdateSchema,
} from "@/lib/features/instruction/schema";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let foreign: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  foreign = await makeOrganisation(database.ownerUrl);
});
afterAll(async () => {
  await closeClients();
  await database.drop();
});

const FIELDS = {
  text: "Cessez l’écoute\r\ndes appels ",
  authorName: "Claire Vasseur",
  channel: "letter",
  receivedOn: "2026-03-03",
  receivedTime: "23:30",
  effectiveOn: "2026-03-05",
};
const create = (of: MadeOrganisation, controllerId: string, stated: Record<string, unknown> = {}) =>
  recordInstruction(of, instructionCreateSchema.parse({ ...FIELDS, controllerId, ...stated }));
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
const lastEntry = async () => {
  const row = await withOrg(ctx.scope, (tx) => tx.journalText.findFirstOrThrow({ orderBy: { seq: "desc" } }));
  return JSON.parse(row.text!);
};
const refusedFor = (path: string, key: string) => ({ refusal: { kind: "invalid", issues: [{ path, key }] } });

describe("recordInstruction", () => {
  it("writes the row under its number, the hash of its words, its version and its entry", async () => {
    const { id: controllerId } = await makeController(ctx, { legalName: "Téléno" });
    const row = valueOf(await create(ctx, controllerId, { code: "tln" }));
    expect(row).toMatchObject({
      number: "TLN-2026-001",
      text: "Cessez l’écoute\ndes appels",
      textDigest: sha256(new TextEncoder().encode("Cessez l’écoute\ndes appels")),
      authority: "unlisted",
      state: "received",
      // Morocco was at +00:00 in Ramadan.
      receivedAt: new Date("2026-03-03T23:30:00Z"),
    });
    expect(await lastEntry()).toMatchObject({
      event: "instruction.recorded",
      subject: { id: row.id, label: "TLN-2026-001" },
      after: { text: row.text },
    });
    expect(valueOf(await create(ctx, controllerId)).number).toBe("TLN-2026-002");
    expect(valueOf(await create(ctx, controllerId, { receivedOn: "2025-12-31" })).number).toBe(
      "TLN-2025-001",
    );
  });

  it(
    "gives twenty who write at once twenty numbers in a row, per controller",
    { timeout: 60_000 },
    async () => {
      const [one, other] = [await makeController(ctx), await makeController(ctx)];
      const written = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          create(ctx, index % 4 === 3 ? other.id : one.id, { code: index % 4 === 3 ? "OTH" : "ONE" }),
        ),
      );
      const numbers = written.map((outcome) => valueOf(outcome).number).toSorted();
      const series = (code: string, count: number) =>
        Array.from({ length: count }, (_, index) => `${code}-2026-${String(index + 1).padStart(3, "0")}`);
      expect(numbers).toEqual([...series("ONE", 15), ...series("OTH", 5)]);
    },
  );

  it("wants a code once, that nobody else has", async () => {
    const [one, other] = [await makeController(ctx), await makeController(ctx)];
    expect(await create(ctx, one.id)).toMatchObject(refusedFor("code", "required"));
    valueOf(await create(ctx, one.id, { code: "UNIQUE" }));
    expect(await create(ctx, other.id, { code: "unique" })).toMatchObject(
      refusedFor("code", "instruction.codeTaken"),
    );
    expect(valueOf(await create(ctx, one.id, { code: "ELSE" })).number).toBe("UNIQUE-2026-002");
  });

  it("leaves no hole where one is refused", async () => {
    const { id } = await makeController(ctx);
    valueOf(await create(ctx, id, { code: "HOL" }));
    expect(await create(ctx, id, { receivedOn: "2999-01-01" })).toMatchObject(
      refusedFor("receivedOn", "instruction.future"),
    );
    expect(valueOf(await create(ctx, id)).number).toBe("HOL-2026-002");
  });

  it("flags an author whom no contract names, and refuses none", async () => {
    const { id } = await makeController(ctx);
    const contract = await makeContractInForce(ctx, { controllerId: id });
    await nameInstructor(ctx, contract, { name: "Claire Vasseur", from: "2026-01-05", until: "2026-03-03" });
    expect(valueOf(await create(ctx, id, { code: "AUT" })).authority).toBe("listed");
    expect(valueOf(await create(ctx, id, { receivedOn: "2026-03-04" })).authority).toBe("no-longer");
    expect(valueOf(await create(ctx, id, { authorName: "Luc Vasseur" })).authority).toBe("unlisted");
  });

  it("concerns entries of its own controller, and comes in the place of its own instructions", async () => {
    const [own, other] = [await makeRecord(ctx), await makeRecord(ctx)];
    const first = valueOf(await create(ctx, own.controllerId!, { code: "OWN", recordIds: own.id }));
    expect(first.recordIds).toEqual([own.id]);
    expect(await create(ctx, own.controllerId!, { recordIds: [own.id, other.id] })).toMatchObject(
      refusedFor("recordIds", "instruction.recordsElsewhere"),
    );
    const elsewhere = await makeInstruction(ctx);
    expect(await create(ctx, own.controllerId!, { supersedesId: elsewhere.id })).toMatchObject(
      refusedFor("supersedesId", "instruction.notItsPlace"),
    );
    expect(valueOf(await create(ctx, own.controllerId!, { supersedesId: first.id })).supersedesId).toBe(
      first.id,
    );
  });

  it("takes nothing new from an archived controller, a reader, or another organisation", async () => {
    const { id } = await makeController(ctx);
    expect(await create(foreign, id, { code: "FOR" })).toMatchObject({ refusal: { kind: "not-found" } });
    const input = instructionCreateSchema.parse({ ...FIELDS, controllerId: id, code: "VIE" });
    expect(await recordInstruction(as(ctx, "viewer"), input)).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    valueOf(await archiveController(ctx, { id, version: 1, reason: "Contrat fini" }));
    expect(await create(ctx, id, { code: "ARC" })).toMatchObject(
      refusedFor("controllerId", "instruction.archived"),
    );
  });

  it("wants words, an author, a way and an instant", () => {
    const issues = instructionCreateSchema
      .safeParse({
        text: " ",
        authorName: "",
        receivedOn: "2026-02-30",
        receivedTime: "25:00",
        effectiveOn: "",
      })
      .error?.issues.map(({ path, message }) => [path.join("."), message]);
    expect(issues).toEqual([
      ["text", "required"],
      ["authorName", "required"],
      ["channel", "required"],
      ["receivedOn", "day"],
      ["receivedTime", "instruction.time"],
      ["effectiveOn", "day"],
      ["controllerId", "required"],
    ]);
  });
});

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
    const seenBy = (controllerId: string) =>
      withOrg(mintScope({ org: ctx.scope.org, scope: "portal", controllerId }), async (tx) => [
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
