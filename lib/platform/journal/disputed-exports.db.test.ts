import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
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
import { exportReport } from "@/lib/features/call-log/write/export-report";
import { reportSchema } from "@/lib/features/call-log/schema";
import { docxText } from "@/lib/features/transfer-annexes/docx-text.fixture";
import { annexesExportSchema } from "@/lib/features/transfer-annexes/schema";
import { exportAnnexes } from "@/lib/features/transfer-annexes/write/mutations";
import { makeCallLog } from "@/prisma/factories/call-log";
import { makeCampaign } from "@/prisma/factories/campaign";
import { makeController } from "@/prisma/factories/register";
import { makeWholeTransfer } from "@/prisma/factories/transfer";
import { readPdfText } from "@/scripts/test/pdf-text";
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
  /** Names the thing in that table; "id" unless told. */
  column?: string;
  formats: readonly string[];
  take: (format: string, id: string) => Promise<Outcome<Download>>;
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
  "a transfer's annexes": {
    make: () => makeWholeTransfer(ctx),
    table: "transfer",
    formats: ["docx", "pdf"],
    take: (format, id) => exportAnnexes(ctx, annexesExportSchema.parse({ id, format, language: "fr" })),
  },
  "a log of calls": {
    make: async () => {
      const controller = await makeController(ctx);
      const { id: campaign } = await makeCampaign(ctx, { controllerId: controller.id, basis: "contract" });
      return { id: await makeCallLog(ctx, campaign), reference: "appels.csv" };
    },
    table: "call_log_judgement",
    column: "log_id",
    formats: ["pdf"],
    take: (_, id) => exportReport(ctx, reportSchema.parse({ id, language: "fr" })),
  },
};

const text = (body: Uint8Array) => new TextDecoder().decode(body);
const entries = () =>
  withOrg(ctx.scope, (tx) => tx.journalText.count({ where: { event: "journal.disputed" } }));

describe.each(Object.entries(EXPORTS))(
  "the export of %s",
  (_, { make, table, column = "id", formats, take }) => {
    it.each(formats)(
      "as %s names what does not agree with the journal, and owners and DPO are told",
      async (format) => {
        const { id, reference } = await make();
        const whole = valueOf(await take(format, id));
        expect(whole.fileName).not.toContain("ne-concorde-pas");
        const before = await entries();
        const { fileName, body } = await whileMoved(owner, { table, column, id }, async () =>
          valueOf(await take(format, id)),
        );
        expect(fileName).toMatch(new RegExp(`-ne-concorde-pas-avec-le-journal\\.${format}$`));
        expect(await entries()).toBe(before + 1);
        if (format === "json") expect(JSON.parse(text(body))).toMatchObject({ disputed: [reference] });
        const named = new RegExp(`que le journal la lie.*${reference}`, "s");
        if (format === "docx") expect(await docxText(body)).toMatch(named);
        if (format === "pdf") expect(await readPdfText(body)).toMatch(named);
        if (format === "pdf") expect(await readPdfText(whole.body)).not.toMatch(named);
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
  },
);

it("a file of contracts that names some is still read where it comes in", async () => {
  const { id } = await makeContract(ctx);
  const { body } = await whileMoved(owner, { table: "contract", column: "id", id }, async () =>
    valueOf(await EXPORTS.contracts!.take("json", id)),
  );
  expect(contractsFileSchema.safeParse(JSON.parse(text(body))).success).toBe(true);
});

/**
 * Files that compare nothing themselves: an auditor's was compared as it was collected, signed heads are the proof itself, and
 * the others hold lines of a file that somebody sent, or links.
 */
const COMPARES_NOTHING = [
  "audit/write/mutations.ts",
  "choice/read/refused-lines.ts",
  "choice/write/check-list.ts",
  "consultation/read/refused-lines.ts",
  "consultation/write/links.ts",
  "journal/write/mutations.ts",
];

it("is asked by whatever makes a file that leaves, but where nothing of the register is in it", () => {
  const features = join(import.meta.dirname, "../../features");
  const makers = readdirSync(features, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.includes(".test."))
    .map((name) => ({ name, text: readFileSync(join(features, name), "utf8") }))
    .filter(({ text }) => /Outcome<(?:Download|PackFile)\b/.test(text));
  expect(makers.length).toBeGreaterThan(10);
  const silent = makers.filter(({ text }) => !text.includes("tellOfLeaving(")).map(({ name }) => name);
  expect(silent.toSorted()).toEqual(COMPARES_NOTHING);
});
