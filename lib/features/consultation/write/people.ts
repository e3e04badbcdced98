import { createHash } from "node:crypto";
import { findPeopleColumns, type PeopleColumns, reachAnybody } from "@/lib/domain/consultation/people-heads";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { fold } from "@/lib/domain/text/fold";
import { findCountriesOfPersons } from "@/lib/features/choice/read/controller-country";
import type { CountryColumn } from "@/lib/features/choice/schema";
import { findConsultation } from "@/lib/features/consultation/read/queries";
import { holderOf } from "@/lib/features/controller/read/active";
import { newId } from "@/lib/platform/database/ids";
import type { StaffCtx } from "@/lib/platform/request/context";
import { type StreamedRow, streamCsv } from "@/lib/platform/sheets/csv-stream";
import { findDelimiter } from "@/lib/platform/sheets/delimiter";
import { decodeText, findForeignFormat } from "@/lib/platform/sheets/sniff";
import { sampleOf } from "@/lib/platform/sheets/text-sample";
import { lockTable } from "@/lib/platform/versioned/numbering";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { consultationDocument } from "./document";
import { insertPeople, type ReadPeople } from "./people-lines";

/** Limit of the transaction that reads a large file. */
const TIMEOUT_MS = 300_000;

type PeopleInput = {
  consultationId: string;
  file: Blob;
  /** Country of numbers that several of the controller's countries have. */
  numberCountry?: string | null;
  countryColumn?: CountryColumn;
  /** Hears how many lines are read so far. */
  onLines?: (lines: number) => void;
};

/**
 * Adds the people of a file to a consultation that is open, each with a link of their own; who is in already, or refused
 * all that is asked, is counted and not added. The file is not stored: its hash and its counts are.
 */
export async function receivePeople(
  ctx: StaffCtx,
  { consultationId, file, numberCountry = null, countryColumn = "", onLines = () => undefined }: PeopleInput,
): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "consultation.write")) return refuse({ kind: "forbidden" });
  const sha256 = await hashOf(file);
  return write(
    ctx,
    async (tx, journal) => {
      const consultation = await findConsultation(tx, consultationId);
      if (!consultation) return refuse({ kind: "not-found" });
      if (consultation.state !== "open") return invalid("file", "notOpen");
      await lockTable(tx, ctx, "consultation_person");
      const opened = await openFile(file);
      if (!opened.ok) return opened;
      const { records, columns } = opened.value;
      const { questions } = consultation.content;
      const controllerId = holderOf(consultation);
      const countries = (await findCountriesOfPersons(tx, controllerId)) ?? [];
      const places = { countries, national: numberCountry };
      const whose = { org: ctx.scope.org, controllerId, places, countryColumn, now: ctx.now };
      const of = { ...whose, consultationId, questions, columns };
      const read = await insertPeople(tx, records, of, onLines);
      if (read.asked === "ambiguous") return invalid("numberCountry", "ambiguousNumbers");
      if (read.asked === "country") return invalid("countryColumn", "otherCountry");
      const counted = countsOf(read);
      const id = newId(ctx.now);
      const { refusedLines, refusedCount, ...counts } = counted;
      await tx.consultationFile.create({
        data: { ...recordedBy(ctx), ...counts, id, consultationId, sha256, size: file.size, refusedLines },
      });
      journal.note({
        event: "consultation.people-added",
        subject: consultationDocument.subjectOf(consultation),
        after: { sha256, ...counts, refusedCount },
      });
      return done({ id });
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

function countsOf({ lineCount, addedCount, skippedCount, refusedLines }: ReadPeople) {
  const refusedCount = Object.values(refusedLines).reduce((sum, lines) => sum + lines.length, 0);
  const knownCount = lineCount - addedCount - skippedCount - refusedCount;
  return { lineCount, addedCount, knownCount, skippedCount, refusedCount, refusedLines };
}

type Opened = { records: AsyncIterable<StreamedRow>; columns: PeopleColumns };

/** Reads the head of the file; its lines follow. */
async function openFile(file: Blob): Promise<Outcome<Opened>> {
  const sample = await sampleOf(file);
  const decoded = findForeignFormat(sample) === null ? decodeText(sample) : null;
  if (!decoded) return invalid("file", "notText");
  const delimiter = findDelimiter(decoded.text.replace(/\r\n?/g, "\n"));
  const lines = oneByOne(streamCsv(file.stream(), { encoding: decoded.encoding, delimiter }));
  const head = await lines.next();
  const columns = findPeopleColumns(head.done ? [] : head.value.cells.map(fold));
  return reachAnybody(columns) ? done({ records: lines, columns }) : invalid("file", "columns");
}

async function* oneByOne(batches: AsyncIterable<StreamedRow[]>): AsyncGenerator<StreamedRow> {
  for await (const batch of batches) yield* batch;
}

async function hashOf(file: Blob): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of file.stream()) hash.update(chunk);
  return hash.digest("hex");
}
