import { spawn } from "node:child_process";
import { join } from "node:path";
import { z } from "zod";
import { processLimits, wallLimit } from "@/lib/platform/log/process-limits";
import { SHEET_LIMITS, type SheetLimits } from "./limits";
import { WORKBOOK_LIMITS, type WorkbookLimits } from "./workbook-limits";
import { inspectZip, type WorkbookFormat } from "./zip-directory";

/**
 * Something nobody sees was left out; a byte was no letter; a quotation mark was never closed, or perhaps too late; words
 * are struck through; a formula was never calculated; a row is hidden, by hand or by a filter.
 */
export const CELL_REMARKS = [
  "charactersRemoved",
  "unreadableByte",
  "quoteLeftOpen",
  "quoteMaybeOpen",
  "textStruck",
  "formulaWithoutValue",
  "rowHidden",
  "rowFiltered",
] as const;
export type CellRemark = (typeof CELL_REMARKS)[number];

export const sheetSchema = z.object({
  name: z.string(),
  rows: z.array(z.array(z.string())),
  /** The number of each row in its sheet, from 1; blank rows are left out. */
  lines: z.array(z.number()),
  /** Comments of cells, by the place of the row among the rows and its column, from 0. */
  notes: z.array(z.tuple([z.number(), z.number(), z.string()])).optional(),
  /** Warnings on how a cell was read, by the same places; `words` are those struck through. */
  remarks: z
    .array(
      z.union([
        z.tuple([z.number(), z.number(), z.enum(CELL_REMARKS)]),
        z.tuple([z.number(), z.number(), z.enum(CELL_REMARKS), z.object({ words: z.string() })]),
      ]),
    )
    .optional(),
  /** Merged cells that say something: first row, first column, last row, last column, by the same places. */
  merges: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])).optional(),
  /**
   * Lines that hold something and are hidden, rows by hand or by a filter; and conditions that strike or grey cells, which
   * are not calculated. Sheets stored before know rows and columns alone.
   */
  hidden: z
    .object({
      rows: z.number(),
      filtered: z.number().default(0),
      columns: z.number(),
      conditions: z.number().default(0),
    })
    .optional(),
  isHidden: z.boolean().optional(),
});
export type Sheet = z.infer<typeof sheetSchema>;

/** `key` is a message under `import-page.refusals`. */
export type WorkbookReading =
  | { ok: true; format: WorkbookFormat; sheets: Sheet[] }
  | { ok: false; key: string; params: Record<string, string> };

const answerSchema = z.discriminatedUnion("ok", [
  z.object({
    ok: z.literal(true),
    sheets: z.array(sheetSchema),
  }),
  z.object({ ok: z.literal(false), key: z.string(), params: z.record(z.string(), z.string()) }),
]);

/** Quotes and line ends of the cells are doubled in the answer. */
const ANSWER_PER_TEXT = 6;

let lastTurn: Promise<unknown> = Promise.resolve();

/**
 * The sheets of an XLSX or ODS as rows of text. Its directory is looked at first; then it is unpacked and read in a child
 * process with limits of heap, memory and time, one at a time. Nothing is thrown: what is not read is refused.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  limits: SheetLimits & WorkbookLimits = { ...SHEET_LIMITS, ...WORKBOOK_LIMITS },
): Promise<WorkbookReading> {
  if (bytes.length > limits.bytes) return refuse("tooLarge");
  const verdict = await inspectZip(bytes, limits);
  if (!verdict.ok) return refuse(verdict.key);
  const turn = lastTurn.then(() => readInChild(bytes, verdict.format, limits));
  lastTurn = turn;
  return turn;
}

function readInChild(
  bytes: Uint8Array,
  format: WorkbookFormat,
  limits: SheetLimits & WorkbookLimits,
): Promise<WorkbookReading> {
  // The bundler must not move the child: it is run by Node, from the folder that Amana was started in.
  const root = /* turbopackIgnore: true */ process.cwd();
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${limits.megabytes}`,
      ...processLimits(root, limits),
      join(root, "lib/platform/sheets/workbook-child.mjs"),
      JSON.stringify({ format, limits }),
    ],
    {
      stdio: ["pipe", "pipe", "ignore"],
      timeout: wallLimit(limits.seconds),
      killSignal: "SIGKILL",
      // Days have no hour: the reader must not move them. Nothing else of the environment is its business.
      env: { NODE_ENV: "production", TZ: "UTC" },
    },
  );
  const answer: Buffer[] = [];
  let length = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    length += chunk.length;
    if (length > limits.text * ANSWER_PER_TEXT) child.kill("SIGKILL");
    else answer.push(chunk);
  });
  // A child that dies before it has read everything closes the pipe; its exit says why.
  child.stdin.on("error", () => undefined);
  child.stdin.end(bytes);
  return new Promise((resolve) => {
    child.on("error", () => resolve(refuse("brokenWorkbook")));
    child.on("close", (code) =>
      resolve(code === 0 ? answered(Buffer.concat(answer), format) : refuse("tooDemanding")),
    );
  });
}

/** A child that was made to answer something else has read nothing. */
function answered(text: Buffer, format: WorkbookFormat): WorkbookReading {
  const answer = answerSchema.safeParse(parseJson(text.toString("utf8")));
  if (!answer.success) return refuse("brokenWorkbook");
  return answer.data.ok ? { ...answer.data, format } : answer.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function refuse(key: string): WorkbookReading & { ok: false } {
  return { ok: false, key, params: {} };
}
