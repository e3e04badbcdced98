import {
  CanonicalPart,
  canonicalText,
  type JsonValue,
  type Serialisable,
} from "@/lib/domain/journal/canonical";
import { DRAWN } from "@/lib/domain/nouns/drawn";
import { forController } from "@/lib/domain/processing-record/for-controller";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import type { AsOf } from "@/lib/domain/time/as-of";
import type { Ctx } from "@/lib/platform/request/context";
import { readDocument, type RegisterEntry } from "@/lib/features/processing-record/read/queries";
import { log } from "@/lib/platform/log/log";
import { readAhead } from "@/lib/platform/transport/read-ahead";
import { openSpool, type Spool } from "@/lib/platform/transport/spool";
import type { Tx } from "@/lib/platform/database/transaction";
import { contentHasher, listHasher } from "@/lib/features/export/print/content-hash";
import { countRecord, emptyContents } from "@/lib/features/export/print/contents";
import { findDisputedRows, type DisputedRows } from "./disputed-rows";
import { openRegister, type OpenedRegister, type RegisterChoice } from "./queries";
import { findControllerHistories, findMeasureHistories } from "./history";
import {
  findVersionTexts,
  serialiseRecordHistory,
  type DocumentReader,
  type VersionTexts,
  type ReadDocument,
} from "./record-history";
import { written, type Contents, type RegisterHead } from "./register-export";
import type { ExportInput } from "@/lib/features/export/schema";
import { beginThreads, type CollectedThreads } from "./threads";
import { isFull } from "@/lib/features/export/print/volumes";
import { lastOf, required } from "@/lib/domain/invariant/required";

/** Entries per read. */
const PAGE = 100;

/** Histories, a line of canonical text each. */
export type CollectedHistory = {
  controllers: string[];
  measures: string[];
  records: Spool;
  /** SHA-256 of the canonical text of the whole. */
  hash: string;
};

/** Volume with its content hash. */
export type CollectedVolume = { number: number; total: number; records: number; hash: string };

/** Register spooled to disk from one snapshot, so that a slow download holds no transaction. */
export type CollectedRegister = {
  head: RegisterHead;
  contents: Contents;
  /** Several only for a long printed register. */
  volumes: readonly [CollectedVolume, ...CollectedVolume[]];
  records: Spool;
  /** Measures of the organisation by id. */
  measures: OpenedRegister["measures"];
  history: CollectedHistory | null;
  /** Threads about its entries; null where the format has no place for them. */
  threads: CollectedThreads | null;
  /** Numbers of rows that it holds and that do not agree with the journal, by table. */
  disputedTables: DisputedRows["tables"];
  close(): Promise<void>;
};

/** Requires the caller to close it. */
export async function collectRegister(
  tx: Tx,
  ctx: Ctx,
  input: ExportInput & Pick<RegisterChoice, "madeFor">,
  asOf: AsOf | null,
): Promise<Outcome<CollectedRegister>> {
  const opened = await openRegister(tx, ctx, input, asOf);
  if (!opened) return refuse({ kind: "not-found" });
  if (asOf && opened.ids.length === 0 && !input.evenEmpty) return invalid("on", "nothing");
  const spools: Spool[] = [];
  const close = async () => void (await Promise.all(spools.map((spool) => spool.close())));
  try {
    return done({ ...(await spoolRegister(tx, opened, { input, spools })), close });
  } catch (error) {
    await close();
    throw error;
  }
}

async function spoolRegister(
  tx: Tx,
  opened: OpenedRegister,
  { input, spools }: { input: ExportInput; spools: Spool[] },
): Promise<Omit<CollectedRegister, "close">> {
  const records = await openSpool();
  spools.push(records);
  // An extract excludes history: authors and reasons are internal to the processor.
  const { holdsFindings } = opened.head;
  const hasHistory = input.format === "json" && holdsFindings;
  const history = hasHistory ? await beginHistory(tx, opened, spools) : null;
  const hasThreads = opened.head.capacity === "processor" && includesThreads(input, opened);
  const threads = hasThreads ? await beginThreads(tx, opened, spools) : null;
  const contents = emptyContents();
  const referenceOf = new Map<string, string>();
  // Only print is divided into volumes.
  const cutter = splitVolumes(opened.head, { isCut: input.format === "pdf" });
  const readPage = async (ids: readonly string[]) => ({
    entries: await opened.read(ids),
    versions: await history?.read(ids),
    messages: await threads?.read(ids),
  });
  for await (const { entries, versions, messages } of readAhead(pagesOf(opened.ids), readPage)) {
    const read = documentReader(opened);
    for (const entry of entries) {
      const { content, text } = read(entry.document);
      const record = opened.describe(entry, content);
      const line = canonicalText(written(opened.head, { ...record, content: text }) as Serialisable);
      cutter.add(line);
      referenceOf.set(entry.id, record.reference);
      countRecord(contents, record, line.length);
      await records.add(line);
    }
    if (versions) await history?.add(entries, versions, read);
    if (messages) await threads?.add(entries, messages);
  }
  const volumes = cutter.end();
  const { number, total } = volumes[0];
  const { references: disputed, tables: disputedTables } = await findDisputedEntries(tx, referenceOf, {
    isOfVersions: hasHistory || opened.at !== null,
  });
  const head = { ...opened.head, disputed, volume: { number, total } };
  return {
    head,
    contents,
    volumes,
    records,
    measures: opened.measures,
    history: history?.end() ?? null,
    threads: threads?.end() ?? null,
    disputedTables,
  };
}

/** References of the entries that were written and do not agree with the journal, in their order. */
async function findDisputedEntries(
  tx: Tx,
  referenceOf: ReadonlyMap<string, string>,
  { isOfVersions }: { isOfVersions: boolean },
): Promise<DisputedRows> {
  const drawn = DRAWN["processing-record"].filter(
    ({ table }) => isOfVersions || table === "processing_record",
  );
  const found = await findDisputedRows(tx, drawn, referenceOf);
  if (found.references.length > 0)
    log.error({ tables: found.tables }, "rows that a register holds do not agree with the journal");
  return found;
}

/** Workbooks of staff and registers without findings exclude threads, because they can be imported. */
function includesThreads({ format }: ExportInput, { isOwnExtract, head }: OpenedRegister): boolean {
  return isOwnExtract ? format === "json" || format === "xlsx" : format === "json" && head.holdsFindings;
}

function* pagesOf(ids: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < ids.length; at += PAGE) yield ids.slice(at, at + PAGE);
}

/** Fills volumes and hashes each; their number is known at the end. */
function splitVolumes(register: OpenedRegister["head"], { isCut }: { isCut: boolean }) {
  const begin = () => ({ hasher: contentHasher(register), records: 0, characters: 0 });
  const volumes = [begin()];
  return {
    add(line: string) {
      if (isCut && isFull(lastOf(volumes), line.length)) volumes.push(begin());
      const volume = lastOf(volumes);
      volume.hasher.add(line);
      volume.records += 1;
      volume.characters += line.length;
    },
    end(): CollectedRegister["volumes"] {
      const total = volumes.length;
      const [first, ...others] = volumes.map(({ hasher, records }, index) => {
        const volume = { number: index + 1, total };
        return { ...volume, records, hash: hasher.digest(volume) };
      });
      return [required(first, "first"), ...others];
    },
  };
}

/** Caches documents of a page: the current version repeats its entry. */
function documentReader({ isOwnExtract }: OpenedRegister): DocumentReader {
  const known = new Map<string, ReadDocument>();
  return (document) => {
    const before = known.get(document);
    if (before) return before;
    const content = isOwnExtract ? forController(readDocument(document)) : readDocument(document);
    const read = { content, text: new CanonicalPart(canonicalText(content as JsonValue)) };
    known.set(document, read);
    return read;
  };
}

async function beginHistory(tx: Tx, opened: OpenedRegister, spools: Spool[]) {
  const lines = (items: readonly unknown[]) => items.map((item) => canonicalText(item as JsonValue));
  const controllers = lines(await findControllerHistories(tx, opened));
  const measures = lines(await findMeasureHistories(tx, opened));
  const records = await openSpool();
  spools.push(records);
  const hasher = listHasher(
    `{"controllers":[${controllers.join(",")}],"measures":[${measures.join(",")}],"records":[`,
  );
  return {
    read: (ids: readonly string[]) => findVersionTexts(tx, ids, opened),
    async add(entries: readonly RegisterEntry[], stored: VersionTexts, read: DocumentReader) {
      for (const entry of entries) {
        const line = canonicalText(serialiseRecordHistory(entry, stored, { read, at: opened.at }));
        hasher.add(line);
        await records.add(line);
      }
    },
    end: (): CollectedHistory => ({ controllers, measures, records, hash: hasher.digest("]}") }),
  };
}
