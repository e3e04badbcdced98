import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readWorkbook } from "@/lib/platform/sheets/read-workbook";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeAccepted, makeInstruction } from "@/prisma/factories/instruction";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { addMessage } from "@/prisma/factories/thread";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { exportLedger } from "./mutations";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let controllerId: string;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-24T10:00:00Z"));
  ({ id: controllerId } = await makeController(ctx, { legalName: "Minoterie Bréval" }));
  const text = "=1+1 : rappelez sous deux jours.";
  const { id } = await makeAccepted(ctx, { controllerId, text, operations: "Rappel" });
  await addMessage(ctx, id, { noun: "instruction", text: "Sous deux jours ouvrés ?" });
  await makeInstruction(ctx);
});
afterAll(() => database.drop());

const exportAs = async (
  format: "json" | "xlsx" | "pdf",
  language: "fr" | "en" | "ar" = "fr",
  controller = "",
) => valueOf(await exportLedger(ctx, ctx.slug, { format, language, controller }));

describe("takeLedger", () => {
  it("says each instruction with its life, by numbers and no id; the journal says who took it", async () => {
    const { body, fileName } = await exportAs("json", "fr", controllerId);
    const { instructions } = JSON.parse(Buffer.from(body).toString());
    expect(instructions).toMatchObject([
      {
        controller: "Minoterie Bréval",
        covers: { operations: ["Rappel"] },
        state: "accepted",
        facts: [{ event: "check" }, { event: "accept", recipient: "contact@orvelle.example" }],
        thread: [{ number: 1, side: "staff", author: ctx.actor.name, text: "Sous deux jours ouvrés ?" }],
      },
    ]);
    expect(JSON.stringify(instructions)).not.toContain(controllerId);
    const entry = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findFirstOrThrow({ orderBy: { seq: "desc" } }),
    );
    expect(JSON.parse(entry.text!)).toMatchObject({
      event: "export.taken",
      subject: { label: fileName },
      after: { instructions: 1 },
    });
  });

  it.each(["fr", "en", "ar"] as const)("sets it in a workbook in %s, and no formula", async (language) => {
    const reading = await readWorkbook((await exportAs("xlsx", language)).body);
    if (!reading.ok) throw new Error(reading.key);
    const [ledger, life] = reading.sheets.map(({ rows }) => rows);
    expect(ledger).toHaveLength(3);
    expect(ledger!.flat()).toContain("=1+1 : rappelez sous deux jours.");
    expect(life).toHaveLength(3);
  });

  it.each(["fr", "ar"] as const)("prints it in %s", { timeout: 60_000 }, async (language) => {
    const { body, contentType } = await exportAs("pdf", language);
    expect(contentType).toBe("application/pdf");
    expect(Buffer.from(body.slice(0, 5)).toString()).toBe("%PDF-");
  });

  it("takes nothing of another organisation", async () => {
    const foreign = await makeOrganisation(database.ownerUrl);
    const asked = { format: "json", language: "fr", controller: controllerId } as const;
    const { body } = valueOf(await exportLedger(foreign, foreign.slug, asked));
    expect(JSON.parse(Buffer.from(body).toString()).instructions).toEqual([]);
  });
});
