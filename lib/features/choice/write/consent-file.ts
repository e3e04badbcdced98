import { createHash } from "node:crypto";
import { areComplete, findConsentColumns } from "@/lib/domain/choice/consent-heads";
import { can } from "@/lib/domain/nouns/policy";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { fold } from "@/lib/domain/text/fold";
import { addMonthsToDay } from "@/lib/domain/time/calendar-day";
import { newId } from "@/lib/platform/database/ids";
import { lockTable } from "@/lib/platform/versioned/numbering";
import type { StaffCtx } from "@/lib/platform/request/context";
import { type StreamedRow, streamCsv } from "@/lib/platform/sheets/csv-stream";
import { findDelimiter } from "@/lib/platform/sheets/delimiter";
import { decodeText, findForeignFormat } from "@/lib/platform/sheets/sniff";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import { write } from "@/lib/platform/write/write";
import type { ConsentExtent } from "@/lib/features/choice/schema";
import { insertConsents, type ReadLines } from "./consent-lines";

/** Months for which proofs are held, R223-2. */
const KEPT_MONTHS = 36;
/** Limit of the transaction that reads a large file. */
const TIMEOUT_MS = 300_000;

export type ConsentFileInput = { collectionId: string; extent: ConsentExtent; file: Blob };

/**
 * Adds the consents of a file, as keys of persons. The file is not stored: its hash and its counts are. A file that was
 * received before adds nothing, and a refusal that came in between stands.
 */
export async function receiveConsentFile(
  ctx: StaffCtx,
  { collectionId, extent, file }: ConsentFileInput,
): Promise<Outcome<{ id: string }>> {
  if (!can(ctx.actor, "choice.record")) return refuse({ kind: "forbidden" });
  const sha256 = await hashOf(file);
  return write(
    ctx,
    async (tx, journal) => {
      const collection = await tx.consentCollection.findFirst({
        where: { id: collectionId },
        select: { controllerId: true, purpose: true, title: true },
      });
      if (!collection) return refuse({ kind: "not-found" });
      await lockTable(tx, ctx, "consent_file");
      const known = await tx.consentFile.findFirst({ where: { collectionId, sha256 }, select: { id: true } });
      if (known) return done({ id: known.id });
      const opened = await openFile(file);
      if (!opened.ok) return opened;
      const id = newId(ctx.now);
      const { controllerId, purpose, title } = collection;
      const { records, columns } = opened.value;
      const read = await insertConsents(tx, ctx, records, { fileId: id, controllerId, purpose, columns });
      const counted = countsOf(read);
      const stated = { collectionId, extent, sha256, size: file.size, refusedLines: read.refusedLines };
      const { refusedCount, ...counts } = counted;
      await tx.consentFile.create({ data: { ...recordedBy(ctx), ...stated, ...counts, id } });
      journal.note({
        event: "choice.file-received",
        subject: { noun: "choice", id: collectionId, label: title },
        after: { extent, sha256, ...counts, refusedCount },
      });
      return done({ id });
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

type Opened = { records: AsyncIterable<StreamedRow>; columns: ReturnType<typeof findConsentColumns> };

/** Bytes by which encoding and delimiter are found. */
const SAMPLE = 65_536;

/** Reads the head of the file; its lines follow. */
async function openFile(file: Blob): Promise<Outcome<Opened>> {
  const sample = new Uint8Array(await file.slice(0, SAMPLE).arrayBuffer());
  const decoded = findForeignFormat(sample) === null ? decodeText(sample) : null;
  if (!decoded) return invalid("file", "notText");
  const delimiter = findDelimiter(decoded.text.replace(/\r\n?/g, "\n"));
  const lines = oneByOne(streamCsv(file.stream(), { encoding: decoded.encoding, delimiter }));
  const head = await lines.next();
  const columns = findConsentColumns(head.done ? [] : head.value.cells.map(fold));
  return areComplete(columns) ? done({ records: lines, columns }) : invalid("file", "columns");
}

async function* oneByOne(batches: AsyncIterable<StreamedRow[]>): AsyncGenerator<StreamedRow> {
  for await (const batch of batches) yield* batch;
}

function countsOf({ lineCount, addedCount, refusedLines, lastDay }: ReadLines) {
  const refusedCount = Object.values(refusedLines).reduce((sum, lines) => sum + lines.length, 0);
  return {
    ...{ lineCount, addedCount, refusedCount },
    knownCount: lineCount - addedCount - refusedCount,
    keepUntil: lastDay === null ? null : addMonthsToDay(lastDay, KEPT_MONTHS),
  };
}

async function hashOf(file: Blob): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of file.stream()) hash.update(chunk);
  return hash.digest("hex");
}
