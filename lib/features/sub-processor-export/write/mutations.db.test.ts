import { afterAll, beforeAll, expect, it } from "vitest";
import { readWorkbook } from "@/lib/platform/sheets/read-workbook";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { makeWholeSubProcessor, nameChainLink } from "@/prisma/factories/sub-processor";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { exportSubProcessors } from "./mutations";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let id: string;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-24T10:00:00Z"));
  const row = await makeWholeSubProcessor(ctx, { name: "=1+1 Voix" });
  const first = await nameChainLink(ctx, row, { name: "Baie 9 SAS" });
  await nameChainLink(ctx, first, { name: "Mainfroid", under: first.content.chain.links[0]!.id });
  id = row.id;
});
afterAll(() => database.drop());

const exportAs = async (format: "json" | "xlsx", language: "fr" | "en" | "ar" = "fr") =>
  valueOf(await exportSubProcessors(ctx, ctx.slug, { format, language }));

it("says each with its chain, by numbers and no id; the journal says who took it", async () => {
  const { body, fileName } = await exportAs("json");
  const { subProcessors } = JSON.parse(Buffer.from(body).toString());
  expect(subProcessors).toMatchObject([
    {
      reference: "SP-001",
      identity: { name: "=1+1 Voix" },
      chain: {
        answer: "yes",
        companies: [
          { number: "1", name: "Baie 9 SAS" },
          { number: "1.1", name: "Mainfroid" },
        ],
      },
    },
  ]);
  expect(JSON.stringify(subProcessors)).not.toContain(id);
  const entry = await withOrg(ctx.scope, (tx) =>
    tx.journalText.findFirstOrThrow({ orderBy: { seq: "desc" } }),
  );
  expect(JSON.parse(entry.text!)).toMatchObject({
    event: "export.taken",
    subject: { label: fileName },
    after: { subProcessors: 1 },
  });
});

it.each(["fr", "en", "ar"] as const)("sets the list and the chains in a workbook in %s", async (language) => {
  const reading = await readWorkbook((await exportAs("xlsx", language)).body);
  if (!reading.ok) throw new Error(reading.key);
  const [list, chain] = reading.sheets.map(({ rows }) => rows);
  expect(list).toHaveLength(2);
  expect(list!.flat()).toContain("=1+1 Voix");
  expect(chain).toHaveLength(3);
});

it("takes nothing of another organisation", async () => {
  const foreign = await makeOrganisation(database.ownerUrl);
  const { body } = valueOf(
    await exportSubProcessors(foreign, foreign.slug, { format: "json", language: "fr" }),
  );
  expect(JSON.parse(Buffer.from(body).toString()).subProcessors).toEqual([]);
});
