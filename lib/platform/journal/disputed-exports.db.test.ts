import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Outcome } from "@/lib/domain/outcome/outcome";
import { matrixExportSchema } from "@/lib/features/authorisation-matrix/schema";
import { exportMatrix } from "@/lib/features/authorisation-matrix/write/mutations";
import { contractExportSchema, contractsFileSchema } from "@/lib/features/contract-export/schema";
import { exportContracts } from "@/lib/features/contract-export/write/mutations";
import { assistanceExportSchema } from "@/lib/features/dpo-figures/schema";
import { exportAssistance } from "@/lib/features/dpo-figures/write/export";
import { ledgerExportSchema } from "@/lib/features/instruction-export/schema";
import { exportLedger } from "@/lib/features/instruction-export/write/mutations";
import { listExportSchema } from "@/lib/features/sub-processor-export/schema";
import { exportSubProcessors } from "@/lib/features/sub-processor-export/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import { readWorkbook } from "@/lib/platform/sheets/read-workbook";
import type { Download } from "@/lib/platform/transport/download-route";
import { makeRequest } from "@/prisma/factories/authorisation";
import { makeContract } from "@/prisma/factories/contract";
import { makeWork } from "@/prisma/factories/dpo-work";
import { makeInstruction } from "@/prisma/factories/instruction";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { makeSubProcessor } from "@/prisma/factories/sub-processor";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { exportRequests } from "@/lib/features/rights-request/write/export";
import { requestExportSchema } from "@/lib/features/rights-request/schema";
import { makeRightsRequest } from "@/prisma/factories/rights-request";
import { whileMoved } from "./moved-rows.fixture";

const database = await freshDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const owner = new Client({ connectionString: database.ownerUrl });
beforeAll(async () => {
  await owner.connect();
  await owner.query("SELECT set_config('app.backup', 'on', false)");
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

type Taken = {
  make: () => Promise<{ id: string; reference: string }>;
  table: string;
  formats: readonly string[];
  take: (format: string) => Promise<Outcome<Download>>;
};

const EXPORTS: Record<string, Taken> = {
  contracts: {
    make: () => makeContract(ctx),
    table: "contract",
    formats: ["xlsx", "json"],
    take: (format) => exportContracts(ctx, ctx.slug, contractExportSchema.parse({ format })),
  },
  ledger: {
    make: async () => {
      const { id, number } = await makeInstruction(ctx);
      return { id, reference: number };
    },
    table: "instruction",
    formats: ["xlsx", "json", "pdf"],
    take: (format) => exportLedger(ctx, ctx.slug, ledgerExportSchema.parse({ format })),
  },
  "sub-processors": {
    make: () => makeSubProcessor(ctx),
    table: "sub_processor",
    formats: ["xlsx", "json"],
    take: (format) => exportSubProcessors(ctx, ctx.slug, listExportSchema.parse({ format })),
  },
  matrix: {
    make: () => makeRequest(ctx),
    table: "authorisation",
    formats: ["xlsx", "csv", "json"],
    take: (format) => exportMatrix(ctx, ctx.slug, matrixExportSchema.parse({ format })),
  },
  assistance: {
    make: () => makeWork(ctx, "assistance"),
    table: "dpo_work",
    formats: ["csv", "xlsx"],
    take: (format) =>
      exportAssistance(ctx, ctx.slug, assistanceExportSchema.parse({ format, language: "fr" })),
  },
  "rights requests": {
    make: () => makeRightsRequest(ctx),
    table: "rights_request",
    formats: ["csv", "xlsx", "json"],
    take: (format) => exportRequests(ctx, ctx.slug, requestExportSchema.parse({ format, language: "fr" })),
  },
};

const text = (body: Uint8Array) => new TextDecoder().decode(body);
const entries = () =>
  withOrg(ctx.scope, (tx) => tx.journalText.count({ where: { event: "journal.disputed" } }));

describe.each(Object.entries(EXPORTS))("the export of %s", (_, { make, table, formats, take }) => {
  it.each(formats)(
    "as %s names what does not agree with the journal, and owners and DPO are told",
    async (format) => {
      const { id, reference } = await make();
      const whole = valueOf(await take(format));
      expect(whole.fileName).not.toContain("ne-concorde-pas");
      const before = await entries();
      const { fileName, body } = await whileMoved(owner, { table, column: "id", id }, async () =>
        valueOf(await take(format)),
      );
      expect(fileName).toMatch(new RegExp(`-ne-concorde-pas-avec-le-journal\\.${format}$`));
      expect(await entries()).toBe(before + 1);
      if (format === "json") expect(JSON.parse(text(body))).toMatchObject({ disputed: [reference] });
      if (format === "csv") {
        const said = text(body)
          .split("\r\n")
          .filter((line) => line.endsWith("ne concorde pas"));
        expect(said).toEqual([expect.stringContaining(reference)]);
      }
      if (format === "xlsx") {
        const [said, unsaid] = [
          JSON.stringify(await readWorkbook(body)),
          JSON.stringify(await readWorkbook(whole.body)),
        ];
        expect(said).toContain("Ne concorde pas avec le journal");
        expect(unsaid).not.toContain("Ne concorde pas");
      }
    },
  );
});

it("a file of contracts that names some is still read where it comes in", async () => {
  const { id } = await makeContract(ctx);
  const { body } = await whileMoved(owner, { table: "contract", column: "id", id }, async () =>
    valueOf(await EXPORTS.contracts!.take("json")),
  );
  expect(contractsFileSchema.safeParse(JSON.parse(text(body))).success).toBe(true);
});
