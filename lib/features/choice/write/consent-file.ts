import { findAnswerColumns, type AnswerColumns } from "@/lib/domain/choice/consent-answer";
import { areComplete, findConsentColumns } from "@/lib/domain/choice/consent-heads";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { fold } from "@/lib/domain/text/fold";
import { addMonthsToDay } from "@/lib/domain/time/calendar-day";
import { newId } from "@/lib/platform/database/ids";
import { lockTable } from "@/lib/platform/versioned/numbering";
import type { StaffCtx } from "@/lib/platform/request/context";
import type { StreamedRow } from "@/lib/platform/sheets/csv-stream";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import type { ConsentExtent, CountryColumn } from "@/lib/features/choice/schema";
import { findCountriesOfPersons } from "@/lib/features/choice/read/controller-country";
import { findCsvLayout, hashFile, readCsvRecords } from "@/lib/features/choice/read/csv-file";
import { insertConsents, type ReadLines } from "./consent-lines";

/** Months for which proofs are held, R223-2. */
const KEPT_MONTHS = 36;
/** Limit of the transaction that reads a large file. */
const TIMEOUT_MS = 300_000;

export type ConsentFileInput = {
  collectionId: string;
  extent: ConsentExtent;
  file: Blob;
  /** Country of numbers that several of the controller's countries have. */
  numberCountry?: string | null;
  countryColumn?: CountryColumn;
};

/**
 * Adds the consents of a file, as keys of persons. The file is not stored: its hash and its counts are. A file that was
 * received before adds nothing, and a refusal that came in between stands.
 */
export async function receiveConsentFile(
  ctx: StaffCtx,
  { collectionId, extent, file, numberCountry = null, countryColumn = "" }: ConsentFileInput,
): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "choice.record")) return refuse({ kind: "forbidden" });
  const sha256 = await hashFile(file);
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
      const countries = (await findCountriesOfPersons(tx, controllerId)) ?? [];
      const { records, columns, answers } = opened.value;
      const read = await insertConsents(tx, ctx, records, {
        fileId: id,
        controllerId,
        places: { countries, national: numberCountry },
        countryColumn,
        purpose,
        columns,
        answers,
      });
      if (read.asked === "ambiguous") return invalid("numberCountry", "ambiguousNumbers");
      if (read.asked === "country") return invalid("countryColumn", "otherCountry");
      if (read.isMonthFirst) return invalid("file", "monthFirst");
      const counted = countsOf(read);
      const stated = { collectionId, extent, sha256, size: file.size, refusedLines: read.refusedLines };
      const { refusedCount, ...counts } = counted;
      await tx.consentFile.create({ data: { ...recordedBy(ctx), ...stated, ...counts, id } });
      journal.note({
        event: "choice.file-received",
        subject: { noun: "choice", id: collectionId, label: title },
        after: { extent, sha256, ...counts, refusedCount, ...(countryColumn && { countryColumn }) },
      });
      return done({ id });
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

type Opened = {
  records: AsyncIterable<StreamedRow>;
  columns: ReturnType<typeof findConsentColumns>;
  answers: AnswerColumns;
};

/** Reads the head of the file; its lines follow. */
async function openFile(file: Blob): Promise<Outcome<Opened>> {
  const layout = await findCsvLayout(file);
  if (!layout) return invalid("file", "notText");
  const records = readCsvRecords(file, layout);
  const head = await records.next();
  const heads = head.done ? [] : head.value.cells.map(fold);
  const columns = findConsentColumns(heads);
  const answers = findAnswerColumns(heads, Object.values(columns));
  return areComplete(columns) ? done({ records, columns, answers }) : invalid("file", "columns");
}

function countsOf({ lineCount, addedCount, refusedLines, lastDay }: ReadLines) {
  const refusedCount = Object.values(refusedLines).reduce((sum, lines) => sum + lines.length, 0);
  return {
    lineCount,
    addedCount,
    refusedCount,
    knownCount: lineCount - addedCount - refusedCount,
    keepUntil: lastDay === null ? null : addMonthsToDay(lastDay, KEPT_MONTHS),
  };
}
