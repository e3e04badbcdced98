import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLAUSE_IDS } from "@/lib/domain/contract/clauses";
import { translator } from "@/lib/i18n/translator";
import { cleanText } from "@/lib/platform/sheets/clean-text.mjs";
import { readWorkbook } from "@/lib/platform/sheets/read-workbook";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContractInForce, nameInstructor, readings, fillSection } from "@/prisma/factories/contract";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { addMessage } from "@/prisma/factories/thread";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { exportContracts } from "./mutations";
import { contractsFileSchema } from "@/lib/features/contract-export/schema";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  const { id } = await makeController(ctx, { legalName: "Orvelle Énergie" });
  const contract = await makeContractInForce(ctx, { controllerId: id, reference: "ORV-1", title: "=1+1" });
  const named = await nameInstructor(ctx, contract);
  await addMessage(ctx, contract.id, { noun: "contract", text: "L’avenant 2 suit." });
  const read = await fillSection(ctx, named, "clauses", readings("present", { K25: "absent" }));
  await fillSection(ctx, read, "terms", { breachNoticeHours: "24" });
});
afterAll(() => database.drop());

describe("takeContracts", () => {
  it("says every contract as JSON, without an id of this database, and the journal says who took it", async () => {
    const taken = valueOf(await exportContracts(ctx, ctx.slug, { format: "json", language: "fr" }));
    const file = JSON.parse(Buffer.from(taken.body).toString());
    const { contracts } = contractsFileSchema.parse(file);
    expect(file.contracts).toMatchObject([
      { thread: [{ number: 1, side: "staff", author: ctx.actor.name, text: "L’avenant 2 suit." }] },
    ]);
    expect(contracts).toMatchObject([
      {
        reference: "ORV-1",
        controller: "Orvelle Énergie",
        content: { deed: { terms: { breachNoticeHours: 24 }, clauses: { K25: { answer: "absent" } } } },
        instructors: [{ name: "Hélène Marchetti", power: "Annexe 3 du contrat" }],
      },
    ]);
    const entry = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findFirstOrThrow({ orderBy: { seq: "desc" } }),
    );
    expect(JSON.parse(entry.text!)).toMatchObject({
      event: "export.taken",
      after: { format: "json", contracts: 1 },
    });
  });

  it.each(["fr", "en", "ar"] as const)(
    "sets the matrix in a workbook in %s, and no formula",
    async (language) => {
      const { body } = valueOf(await exportContracts(ctx, ctx.slug, { format: "xlsx", language }));
      const reading = await readWorkbook(body);
      if (!reading.ok) throw new Error("The workbook could not be read.");
      const rows = reading.sheets.map((sheet) => sheet.rows);
      expect(rows).toHaveLength(5);
      expect(rows[0]![1]!.join()).toContain("=1+1");
      const [clauses, words] = [
        await translator(language, "contract-clauses"),
        await translator(language, "contract"),
      ];
      const titles = CLAUSE_IDS.map((id) =>
        cleanText(words("clauses.column", { title: clauses(`clauses.${id}.title`) })),
      );
      expect(rows[1]![0]!.slice(2)).toEqual(expect.arrayContaining(titles));
      expect(rows[2]).toHaveLength(27);
    },
  );
});
