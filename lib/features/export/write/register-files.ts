import type { ExportFormat } from "@/lib/features/export/schema";
import { writeRegisterCnil } from "@/lib/features/export/print/register-cnil";
import { writeRegisterCsv } from "@/lib/features/export/print/register-csv";
import { writeRegisterJson } from "@/lib/features/export/print/register-json";
import { printVolume, printVolumes, type Printing } from "@/lib/features/export/print/register-pdf";
import { registerWorkbook } from "@/lib/features/export/print/register-workbook";
import { loadRegisterWords, type RegisterWords } from "@/lib/features/export/print/words";
import type { CollectedRegister } from "@/lib/features/export/read/collect-register";
import {
  dayOf,
  type ExportedRecord,
  type RegisterHead,
  type StreamedRegister,
} from "@/lib/features/export/read/register-export";
import { writeOds } from "@/lib/platform/sheets/ods-writer";
import { writeXlsx } from "@/lib/platform/sheets/xlsx-writer";
import { withoutIsolates } from "@/lib/i18n/bidi";
import type { Locale } from "@/lib/i18n/locale";
import { asLinked } from "@/lib/features/export/print/as-linked";
import { registerColumns } from "@/lib/features/export/print/csv/register-columns";
import { encodeText } from "@/lib/platform/transport/encode-text";
import type { Spool } from "@/lib/platform/transport/spool";

export { loadRegisterWords } from "@/lib/features/export/print/words";

type Chunks = AsyncIterable<Uint8Array>;
export type NameOf = (volume: RegisterHead["volume"]) => string;
type Writer = (
  collected: CollectedRegister,
  words: RegisterWords,
  nameOf: NameOf,
) => Chunks | Promise<Chunks>;

/** Writes a collected register in each format. */
export const REGISTER_WRITERS: Record<ExportFormat, Writer> = {
  pdf: printRegister,
  xlsx: (collected, words) => writeXlsx(workbook(collected, words)),
  ods: (collected, words) => writeOds(workbook(collected, words)),
  csv: (collected, words) => {
    const register = read(collected);
    const { records, capacity, asOf, holdsFindings, disputed } = register;
    const on = dayOf(register);
    return encodeText(writeRegisterCsv(records, { words, on, capacity, asOf, holdsFindings, disputed }));
  },
  json: (collected) => encodeText(writeRegisterJson(collected)),
  "cnil-xlsx": (collected) => fillCnil(collected, "cnil-xlsx"),
  "cnil-ods": (collected) => fillCnil(collected, "cnil-ods"),
};

/** Volumes as PDF/A-3a, each printed when it is asked for, in their order. */
export function archivedVolumes(
  { head, volumes, records }: CollectedRegister,
  words: RegisterWords,
): { number: number; total: number; print: () => Promise<Uint8Array> }[] {
  const printing: Printing = { head, volumes, records: parsed(records), words, standard: "a-3a" };
  return volumes.map((volume) => ({
    number: volume.number,
    total: volume.total,
    print: () => printVolume(printing, volume),
  }));
}

/** Composes a single PDF before journalling, so that a failure is not recorded as taken. */
async function printRegister(
  { head, volumes, records }: CollectedRegister,
  words: RegisterWords,
  nameOf: NameOf,
): Promise<Chunks> {
  const printing = { head, volumes, records: parsed(records), words };
  return volumes.length === 1
    ? once(await printVolume(printing, volumes[0]))
    : printVolumes(printing, nameOf);
}

function workbook(collected: CollectedRegister, words: RegisterWords) {
  const { threads } = collected;
  return registerWorkbook(read(collected), { hash: collected.volumes[0].hash, words, threads });
}

/** Uses French: the CNIL's layout has no other language. */
async function fillCnil(
  { head, records, measures }: CollectedRegister,
  format: "cnil-xlsx" | "cnil-ods",
): Promise<Chunks> {
  const volume = { ...head, records: await all(parsed(records)) };
  const words = await loadRegisterWords("fr");
  return writeRegisterCnil(volume, { format, measures, words });
}

function read({ head, contents, records }: CollectedRegister): StreamedRegister {
  return { ...head, contents, records: parsed(records) };
}

/** Reads registers as one table in words, a row per entry, with the same facts as data. */
export async function readRegisterCells(registers: readonly CollectedRegister[], locale: Locale) {
  const words = await loadRegisterWords(locale);
  const shape = registers[0]?.head ?? { capacity: "processor" as const, holdsFindings: false };
  const columns = registerColumns(shape);
  return {
    columns: columns.map(({ key }) => withoutIsolates(words.document(`csv.${key}`))),
    rows: async function* () {
      for (const { head, records } of registers) {
        const on = dayOf(head);
        for await (const record of parsed(records)) {
          const linked = asLinked(record);
          yield { cells: columns.map(({ cell }) => withoutIsolates(cell(linked, words, on))), data: record };
        }
      }
    },
  };
}

async function* parsed(spool: Spool): AsyncGenerator<ExportedRecord> {
  for await (const line of spool.lines()) yield { gaps: [], ...JSON.parse(line) } as ExportedRecord;
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
