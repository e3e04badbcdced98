import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { insertPendingFile, downloadAttachment } from "@/lib/features/attachment/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContact } from "@/prisma/factories/contact";
import { makeInstruction } from "@/prisma/factories/instruction";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { answerInstruction } from "@/lib/features/portal-instruction/write/mutations";
import { instructionAnswerSchema } from "@/lib/features/portal-instruction/schema";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { findInstruction } from "@/lib/features/instruction/read/queries";
import { correctInstruction, moveInstruction } from "@/lib/features/instruction/write/mutations";
import { instructionMoveSchema, instructionNewSchema, instructionUpdateSchema } from "./schema";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let owner: Client;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const MESSAGE = [
  "From: Hélène Marchetti <h.marchetti@orvelle.example>",
  "Date: Tue, 10 Mar 2026 09:00:00 +0100",
  "Subject: Confirmation",
  "",
  "Je confirme.",
].join("\r\n");
const eml = { fileName: "confirmation.eml", bytes: new TextEncoder().encode(MESSAGE) };
/** Connects as owner of the tables, without row-level security. */
const asOwner = async (table: string, ...statements: [sql: string, values?: unknown[]][]) => {
  await owner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
  try {
    for (const statement of statements) await owner.query(...statement);
  } finally {
    await owner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  }
};
const read = (id: string) => withOrg(ctx.scope, async (tx) => (await findInstruction(tx, id))!);
const confirm = ({ id, version }: { id: string; version: number }, stated: Record<string, unknown>) =>
  moveInstruction(
    ctx,
    instructionMoveSchema.parse({ id, version, event: "confirm-in-writing", on: "2026-03-10", ...stated }),
  );
const call = () => makeInstruction(ctx, { channel: "telephone" });
const refused = (path: string, key: string) => ({ refusal: { kind: "invalid", issues: [{ path, key }] } });

describe("a telephone call confirmed in writing", () => {
  it("asks for its writer, its way and its words, and keeps them with the fact", async () => {
    const row = await call();
    const stated = { writer: "Hélène Marchetti", medium: "letter", writing: "Je confirme\r\nmon appel." };
    for (const name of ["writer", "medium", "writing"])
      expect(await confirm(row, { ...stated, source: "Lettre", [name]: "" })).toMatchObject(
        refused(name, `instruction.${name}Missing`),
      );
    expect(instructionMoveSchema.safeParse({ ...row, event: "check", medium: "portal" }).success).toBe(false);
    const { facts } = valueOf(await confirm(row, stated));
    expect(facts.at(-1)).toMatchObject({ ...stated, writing: "Je confirme\nmon appel.", documentId: null });
  });

  it("takes the paper for the words, and names it in the fact, under the same hash", async () => {
    const [row, file] = [await call(), valueOf(await insertPendingFile(ctx, eml))];
    const stated = { writer: "Hélène Marchetti", medium: "e-mail", email: file.id };
    expect(await confirm(row, { ...stated, email: row.id })).toMatchObject(
      refused("email", "instruction.noEmail"),
    );
    const fact = valueOf(await confirm(row, stated)).facts.at(-1)!;
    const paper = valueOf(await downloadAttachment(ctx, fact.documentId!));
    expect([paper.fileName, paper.sha256]).toEqual(["confirmation.eml", file.sha256]);
  });

  it("is confirmed by a contact in the portal, in the contact's name and words", async () => {
    const row = await call();
    const by = await makeContact(ctx, { controllerId: row.controllerId });
    const answer = (stated: object) =>
      answerInstruction(
        by,
        instructionAnswerSchema.parse({
          id: row.id,
          version: row.version,
          event: "confirm-in-writing",
          power: "annexe 3",
          ...stated,
        }),
      );
    expect(await answer({ writing: " " })).toMatchObject(refused("writing", "instruction.writingMissing"));
    valueOf(await answer({ writing: "Ne rappelez plus ces clients." }));
    expect((await read(row.id)).facts.at(-1)).toMatchObject({
      writer: by.actor.name,
      medium: "portal",
      contactId: by.actor.contactId,
      writing: "Ne rappelez plus ces clients.",
    });
  });

  it("is said to come by the portal of no fact but a contact's", async () => {
    const row = valueOf(
      await confirm(await call(), { writer: "Hélène Marchetti", medium: "minutes", writing: "Oui" }),
    );
    const update = "UPDATE instruction_fact SET medium = 'portal' WHERE instruction_id = $1";
    await expect(asOwner("instruction_fact", [update, [row.id]])).rejects.toThrow(/instruction_fact_medium/);
  });
});

describe("the portal as a channel", () => {
  const notePortal = (id: string) =>
    withOrg(
      ctx.scope,
      (tx) => tx.$executeRaw`UPDATE instruction SET channel = 'portal' WHERE id = ${id}::uuid`,
    );

  it("is no choice of staff, on entering or on correcting", async () => {
    const row = await makeInstruction(ctx);
    const { text, kind, authorName, effectiveOn } = row;
    const typed = { text, kind, authorName, effectiveOn, receivedOn: "2026-03-03", receivedTime: "10:12" };
    const parsed = instructionNewSchema.safeParse({
      ...typed,
      controllerId: row.controllerId,
      channel: "portal",
    });
    expect(parsed.error?.issues).toMatchObject([{ path: ["channel"] }]);
    const update = instructionUpdateSchema.parse({ ...typed, id: row.id, version: 1, channel: "portal" });
    expect(await correctInstruction(ctx, update)).toMatchObject(
      refused("channel", "instruction.portalAlone"),
    );
    await expect(notePortal(row.id)).rejects.toThrow(/no contact of the portal/);
  });

  it("is unverified where an earlier release let staff note it, and such a row goes on living", async () => {
    const row = await makeInstruction(ctx);
    await owner.query("ALTER TABLE instruction DISABLE TRIGGER instruction_portal_channel");
    await notePortal(row.id);
    await owner.query("ALTER TABLE instruction ENABLE TRIGGER instruction_portal_channel");
    expect((await read(row.id)).channel).toBe("unverified");
    const { id, version } = row;
    const check = { id, version, event: "check", on: "2026-03-06", note: "Pouvoir examiné." };
    expect(await moveInstruction(ctx, instructionMoveSchema.parse(check))).toMatchObject({ ok: true });
  });
});
