import { beforeAll, expect, it } from "vitest";
import type { Outcome } from "@/lib/domain/outcome/outcome";
import { matrixExportSchema } from "@/lib/features/authorisation-matrix/schema";
import { exportMatrix } from "@/lib/features/authorisation-matrix/write/mutations";
import { assistanceExportSchema } from "@/lib/features/dpo-figures/schema";
import { exportAssistance } from "@/lib/features/dpo-figures/write/export";
import { fillExample } from "@/lib/features/example/write/mutations";
import { contractExportSchema } from "@/lib/features/contract-export/schema";
import { exportContracts } from "@/lib/features/contract-export/write/mutations";
import { exportSchema } from "@/lib/features/export/schema";
import { exportRegister } from "@/lib/features/export/write/mutations";
import { ledgerExportSchema } from "@/lib/features/instruction-export/schema";
import { exportLedger } from "@/lib/features/instruction-export/write/mutations";
import { requestExportSchema } from "@/lib/features/rights-request/schema";
import { exportRequests } from "@/lib/features/rights-request/write/export";
import { listExportSchema } from "@/lib/features/sub-processor-export/schema";
import { exportSubProcessors } from "@/lib/features/sub-processor-export/write/mutations";
import { rawWordsIn } from "@/lib/i18n/raw-words.fixture";
import { LOCALES } from "@/lib/i18n/locale";
import { readWorkbook } from "@/lib/platform/sheets/read-workbook";
import { required } from "@/lib/domain/invariant/required";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { readPdfText } from "@/scripts/test/pdf-text";

type Body = string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
type Taken = Promise<Outcome<{ body: Body }>>;
type Asked = { format: string; language: string };

/** Files that a person reads; JSON, for programs, holds codes. */
const FILES: Record<string, { formats: readonly string[]; take: (asked: Asked) => Taken }> = {
  register: {
    formats: ["pdf", "xlsx", "ods", "csv"],
    take: (asked) => exportRegister(ctx, "own", exportSchema.parse(asked)),
  },
  "own register": {
    formats: ["pdf", "csv", "cnil-xlsx", "cnil-ods"],
    take: (asked) => exportRegister(ctx, "own", exportSchema.parse({ ...asked, register: "controller" })),
  },
  contracts: {
    formats: ["xlsx"],
    take: (asked) => exportContracts(ctx, "own", contractExportSchema.parse(asked)),
  },
  instructions: {
    formats: ["xlsx", "pdf"],
    take: (asked) => exportLedger(ctx, "own", ledgerExportSchema.parse(asked)),
  },
  "sub-processors": {
    formats: ["xlsx"],
    take: (asked) => exportSubProcessors(ctx, "own", listExportSchema.parse(asked)),
  },
  authorisations: {
    formats: ["csv", "xlsx"],
    take: (asked) => exportMatrix(ctx, "own", matrixExportSchema.parse(asked)),
  },
  requests: {
    formats: ["csv", "xlsx"],
    take: (asked) => exportRequests(ctx, "own", requestExportSchema.parse(asked)),
  },
  assistance: {
    formats: ["csv", "xlsx"],
    take: (asked) => exportAssistance(ctx, "own", assistanceExportSchema.parse(asked)),
  },
};

let ctx: MadeOrganisation;

beforeAll(async () => {
  const database = await openDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  valueOf(await fillExample(ctx));
}, 120_000);

const CASES = Object.entries(FILES).flatMap(([name, { formats }]) =>
  formats.flatMap((format) => LOCALES.map((language) => ({ name, format, language }))),
);

const TITLE = "$name as $format in $language holds no id, code or message key";

it.each(CASES.filter(({ language }) => language === "fr"))(TITLE, holdsNoRawWord);

it.each(CASES.filter(({ language }) => language !== "fr"))(TITLE, { tags: ["multiplies"] }, holdsNoRawWord);

async function holdsNoRawWord(asked: (typeof CASES)[number]) {
  const { body } = valueOf(await required(FILES[asked.name], asked.name).take(asked));
  const bytes = new Uint8Array(await new Response(body).arrayBuffer());
  const text = await textOf(bytes, asked.format);
  expect(text.length).toBeGreaterThan(200);
  const raw = text.split("\n").flatMap((line) => rawWordsIn(line, asked.language));
  expect([...new Set(raw)]).toEqual([]);
}

/** Text of a file, a cell or a line of a CSV at a time. */
async function textOf(bytes: Uint8Array, format: string): Promise<string> {
  if (format === "csv") return new TextDecoder().decode(bytes);
  if (format === "pdf") return readPdfText(bytes);
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error("The workbook is not read.");
  return read.sheets.flatMap(({ rows }) => rows.flat()).join("\n");
}
