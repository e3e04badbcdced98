import { can } from "@/lib/domain/access/policy";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome";
import { readAsOf } from "@/lib/domain/time/as-of";
import { dayAt } from "@/lib/i18n/format";
import type { Ctx } from "@/lib/platform/context";
import { renderPdf } from "@/lib/platform/pdf/render-pdf";
import { withOrg } from "@/lib/platform/transaction";
import { write } from "@/lib/platform/write";
import { contentText, hashText } from "./content-hash";
import { findRegister } from "./data";
import { registerFileName } from "./file-name";
import { logoImage } from "./document/logo";
import { buildRegisterDocument } from "./register-document";
import { writeRegisterCsv } from "./register-csv";
import { writeRegisterXlsx } from "./register-xlsx";
import type { RegisterVolume } from "./register-export";
import type { ExportInput } from "./schema";
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
  const words = await loadRegisterWords(input.language);
  const body = await WRITERS[input.format](volume, { text, hash: digest, words });
  const fileName = registerFileName(volume, { slug, day, extension: input.format });
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
    return done({ fileName, contentType: CONTENT_TYPES[input.format], body });
  });
}

const CONTENT_TYPES = {
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
} as const;

type Writer = (
  volume: RegisterVolume,
  of: { text: string; hash: string; words: RegisterWords },
) => Promise<Uint8Array>;

const WRITERS: Record<ExportInput["format"], Writer> = {
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
