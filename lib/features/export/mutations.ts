import { can } from "@/lib/domain/access/policy";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome";
import { readAsOf } from "@/lib/domain/time/as-of";
import { dayAt } from "@/lib/i18n/format";
import type { Ctx } from "@/lib/platform/context";
import { findMeasureNames } from "@/lib/features/measure/data";
import { renderPdf } from "@/lib/platform/pdf/render-pdf";
import { withOrg } from "@/lib/platform/transaction";
import { write } from "@/lib/platform/write";
import { contentText, hashText } from "./content-hash";
import { findRegister } from "./data";
import { registerFileName } from "./file-name";
import { logoImage } from "./document/logo";
import { buildRegisterDocument } from "./register-document";
import { writeRegisterCnil } from "./register-cnil";
import { writeRegisterCsv } from "./register-csv";
import { writeRegisterXlsx } from "./register-xlsx";
import type { RegisterVolume } from "./register-export";
import { isCnilFormat, type ExportFormat, type ExportInput } from "./schema";
import { splitVolumes } from "./volumes";
import { loadRegisterWords, type RegisterWords } from "./words";

export type Taken = { fileName: string; contentType: string; body: Uint8Array };

const READ_LIMITS = { timeoutMs: 60_000 };

/**
 * Takes the register away as a document, in the language asked for. It is handed over only once the journal says who took what, under
 * which content hash.
 */
export async function takeRegister(ctx: Ctx, slug: string, input: ExportInput): Promise<Outcome<Taken>> {
  if (!can(ctx.actor, "export.take")) return refuse({ kind: "forbidden" });
  if (isCnilFormat(input.format) && input.register !== "controller") return refuse({ kind: "not-found" });
  const day = dayAt(ctx.now.getTime(), "Africa/Casablanca");
  const reading = readAsOf(input.on, day);
  if (!reading.ok) return invalid("on", reading.key);
  const register = await withOrg(ctx.scope, (tx) => findRegister(tx, ctx, input, reading.asOf), READ_LIMITS);
  if (!register) return refuse({ kind: "not-found" });
  // A spreadsheet is one table, however many volumes the printed register would fill.
  const volumes = splitVolumes(register, input.format === "pdf" ? undefined : Infinity);
  if (volumes.length > 1 && input.volume === 0)
    return invalid("volume", "volumes", { count: volumes.length });
  const volume = volumes[Math.max(0, input.volume - 1)];
  if (!volume) return refuse({ kind: "not-found" });

  const text = contentText(volume);
  const digest = hashText(text);
  const body = await writeVolume(ctx, volume, { text, hash: digest, input });
  const { extension, contentType } = FILES[input.format];
  const fileName = registerFileName(volume, { slug, day, extension });
  return write(ctx, async (_tx, journal) => {
    journal.note({
      event: "export.taken",
      subject: { noun: "export", id: null, label: fileName },
      after: {
        format: input.format,
        language: input.language,
        register: volume.capacity,
        scope: volume.scope,
        ...(volume.asOf ? { asOf: volume.asOf.day } : {}),
        records: volume.records.length,
        digest,
      },
    });
    return done({ fileName, contentType, body });
  });
}

const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet";
const FILES = {
  pdf: { extension: "pdf", contentType: "application/pdf" },
  xlsx: { extension: "xlsx", contentType: XLSX_TYPE },
  csv: { extension: "csv", contentType: "text/csv; charset=utf-8" },
  "cnil-xlsx": { extension: "xlsx", contentType: XLSX_TYPE },
  "cnil-ods": { extension: "ods", contentType: ODS_TYPE },
} as const;

async function writeVolume(
  ctx: Ctx,
  volume: RegisterVolume,
  { text, hash, input }: { text: string; hash: string; input: ExportInput },
): Promise<Uint8Array> {
  const { format } = input;
  // The CNIL's layout is French, whatever language is asked for.
  if (isCnilFormat(format)) {
    const at = volume.asOf ? new Date(volume.asOf.endMs) : null;
    const measures = await withOrg(ctx.scope, (tx) => findMeasureNames(tx, at));
    return writeRegisterCnil(volume, { format, measures, words: await loadRegisterWords("fr") });
  }
  return WRITERS[format](volume, { text, hash, words: await loadRegisterWords(input.language) });
}

type Writer = (
  volume: RegisterVolume,
  of: { text: string; hash: string; words: RegisterWords },
) => Promise<Uint8Array>;

const WRITERS: Record<Exclude<ExportFormat, "cnil-xlsx" | "cnil-ods">, Writer> = {
  pdf: (volume, { text, hash, words }) =>
    renderPdf({
      template: "lib/features/export/register.typ",
      data: buildRegisterDocument(volume, { hash, words }),
      locale: words.locale,
      attachment: text,
      image: logoImage(volume),
    }),
  xlsx: (volume, { hash, words }) => gather(writeRegisterXlsx(volume, { hash, words })),
  csv: ({ records, capacity, asOf }, { words }) =>
    gather(encode(writeRegisterCsv(records, { words, capacity, asOf }))),
};

async function gather(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

async function* encode(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
}
