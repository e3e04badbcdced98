import { describe, expect, it } from "vitest";
import { archiveController } from "@/lib/features/controller-archive/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import { sha256 } from "@/lib/platform/files/chunks";
import { makeContractInForce, nameInstructor } from "@/prisma/factories/contract";
import { makeAccepted, makeInstruction } from "@/prisma/factories/instruction";
import type { Ctx } from "@/lib/platform/request/context";
import { as, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { classifyInstruction, recordInstruction } from "./mutations";
import { instructionClassifySchema, instructionCreateSchema } from "@/lib/features/instruction/schema";
import { ctx, foreign, FIELDS, lastEntry, refusedFor, prepareDatabase } from "./mutations.fixture";

prepareDatabase();
const create = (of: MadeOrganisation, controllerId: string, stated: Record<string, unknown> = {}) =>
  recordInstruction(of, instructionCreateSchema.parse({ ...FIELDS, controllerId, ...stated }));

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
      refusedFor("code", "instruction.codeUsed"),
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
      ["kind", "required"],
      ["authorName", "required"],
      ["channel", "required"],
      ["receivedOn", "day"],
      ["receivedTime", "instruction.time"],
      ["effectiveOn", "day"],
      ["controllerId", "required"],
    ]);
  });
});

describe("classifyInstruction", () => {
  const classify = (of: Ctx, stated: object) =>
    classifyInstruction(of, instructionClassifySchema.parse({ version: 1, kind: "erasure", ...stated }));

  it("states what an old instruction is about, whatever its state, and changes nothing of its words", async () => {
    const made = await makeAccepted(ctx);
    await withOrg(ctx.scope, (tx) =>
      tx.instruction.update({ where: { id: made.id }, data: { kind: "unsaid" } }),
    );
    const row = valueOf(await classify(ctx, { id: made.id, version: made.version }));
    expect(row).toMatchObject({ kind: "erasure", state: "accepted", textDigest: made.textDigest });
    expect(await lastEntry()).toMatchObject({
      event: "instruction.classified",
      before: { kind: "unsaid" },
      after: { kind: "erasure" },
    });
    expect(await classify(ctx, { id: made.id, version: made.version })).toMatchObject({
      refusal: { kind: "conflict" },
    });
  });

  it("is asked of every new instruction, and refused to a viewer and to another organisation", async () => {
    const { id } = await makeInstruction(ctx);
    expect(instructionCreateSchema.safeParse({ ...FIELDS, kind: "" }).error?.issues[0]).toMatchObject({
      path: ["kind"],
    });
    expect(instructionClassifySchema.safeParse({ id, version: 1, kind: "unsaid" }).success).toBe(false);
    expect(await classify(as(ctx, "viewer"), { id })).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await classify(foreign, { id })).toMatchObject({ refusal: { kind: "not-found" } });
  });
});
