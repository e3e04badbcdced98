import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { readAsOf } from "@/lib/domain/time/as-of";
import { dayAt } from "@/lib/i18n/format";
import type { ContactCtx, Ctx } from "@/lib/platform/request/context";
import { countAttempt } from "@/lib/platform/request/rate-limit";
import type { Download } from "@/lib/platform/transport/download-route";
import { withOrg } from "@/lib/platform/database/transaction";
import { type Authorised, isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { registerFileName } from "@/lib/features/export/print/file-name";
import { tellOfLeaving } from "@/lib/features/journal/write/verification";
import { collectRegister, type CollectedRegister } from "@/lib/features/export/read/collect-register";
import type { RegisterHead } from "@/lib/features/export/read/register-export";
import {
  isCnilFormat,
  type ExportFormat,
  type ExportInput,
  type ExtractInput,
} from "@/lib/features/export/schema";
import { loadRegisterWords } from "@/lib/features/export/print/words";
import { REGISTER_WRITERS, type NameOf } from "./register-files";

const READ_LIMITS = { timeoutMs: 120_000, isSnapshot: true };

/** Spools the register from one snapshot, journals author and content hash, then returns it. */
export async function exportRegister(
  ctx: Ctx,
  slug: string,
  input: ExportInput,
): Promise<Outcome<Download<ReadableStream<Uint8Array>>>> {
  if (!isAuthorised(ctx, "export.take")) return refuse({ kind: "forbidden" });
  if (isCnilFormat(input.format) && input.register !== "controller") return refuse({ kind: "not-found" });
  const day = dayAt(ctx.now.getTime(), "Africa/Casablanca");
  const reading = readAsOf(input.on, day);
  if (!reading.ok) return invalid("on", reading.key);
  const outcome = await withOrg(
    ctx.scope,
    (tx) => collectRegister(tx, ctx, input, reading.asOf),
    READ_LIMITS,
  );
  if (!outcome.ok) return outcome;
  const collected = outcome.value;
  try {
    const { extension, contentType } = FILES[input.format];
    const { drafts } = collected.contents;
    const nameOf = (volume: RegisterHead["volume"]) =>
      registerFileName({ ...collected.head, volume }, { slug, day, extension, drafts });
    const words = await loadRegisterWords(input.language);
    const chunks = await REGISTER_WRITERS[input.format](collected, words, nameOf);
    const noted = await journalExport(ctx, input, nameOf, collected);
    if (!noted.ok) return noted;
    await tellOfLeaving(ctx, collected.disputedTables);
    const body = streamed(chunks, collected.close);
    if (collected.volumes.length === 1)
      return done({ fileName: nameOf(collected.head.volume), contentType, body });
    const fileName = registerFileName(collected.head, { slug, day, extension: "zip", drafts });
    return done({ fileName, contentType: "application/zip", body });
  } catch (error) {
    await collected.close();
    throw error;
  }
}

/** Limits automated downloads, beyond every format of any day compared by a person. */
const PER_CONTACT = { tries: 30, windowMs: 3_600_000 };

/** Exports a controller's own entries, current or past, article 28(3)(h). */
export async function exportExtract(
  ctx: ContactCtx,
  input: ExtractInput,
): Promise<Outcome<Download<ReadableStream<Uint8Array>>>> {
  const { contactId, controllerId } = ctx.actor;
  if (!(await countAttempt(`extract:${contactId}`, PER_CONTACT, ctx.now)))
    return invalid("format", "tooMany");
  const { slug } = await withOrg(ctx.scope, (tx) =>
    tx.organisation.findFirstOrThrow({ select: { slug: true } }),
  );
  const asked = { ...input, contents: "as-kept", evenEmpty: false } as const;
  return exportRegister(ctx, slug, { ...asked, register: "processor", controller: controllerId });
}

/** Journals each volume, whose printed hash is looked up there. */
function journalExport(
  ctx: Authorised,
  { format, language, contents }: ExportInput,
  nameOf: NameOf,
  { head: { capacity, scope, asOf }, volumes }: CollectedRegister,
): Promise<Outcome<null>> {
  return write(ctx, async (_tx, journal) => {
    for (const { records, hash, ...volume } of volumes)
      journal.note({
        event: "export.taken",
        subject: { noun: "export", id: null, label: nameOf(volume) },
        after: {
          format,
          language,
          register: capacity,
          scope,
          contents,
          ...(asOf ? { asOf: asOf.day } : {}),
          records,
          digest: hash,
        },
      });
    return done(null);
  });
}

const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet";
const FILES = {
  pdf: { extension: "pdf", contentType: "application/pdf" },
  xlsx: { extension: "xlsx", contentType: XLSX_TYPE },
  ods: { extension: "ods", contentType: ODS_TYPE },
  csv: { extension: "csv", contentType: "text/csv; charset=utf-8" },
  json: { extension: "json", contentType: "application/json; charset=utf-8" },
  "cnil-xlsx": { extension: "xlsx", contentType: XLSX_TYPE },
  "cnil-ods": { extension: "ods", contentType: ODS_TYPE },
} as const satisfies Record<ExportFormat, unknown>;

function streamed(pieces: AsyncIterable<Uint8Array>, close: () => Promise<void>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done: isDone, value } = await iterator.next();
        if (!isDone) return controller.enqueue(value);
        await close();
        controller.close();
      } catch (error) {
        await close();
        throw error;
      }
    },
    async cancel() {
      await iterator.return?.();
      await close();
    },
  });
}
