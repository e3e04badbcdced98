import {
  CanonicalPart,
  canonicalText,
  type JsonValue,
  type Serialisable,
} from "@/lib/domain/journal/canonical";
import { forController } from "@/lib/domain/processing-record/for-controller";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import type { AsOf } from "@/lib/domain/time/as-of";
import type { Ctx } from "@/lib/platform/request/context";
import { readDocument, type RegisterEntry } from "@/lib/features/processing-record/read/queries";
import { readAhead } from "@/lib/platform/transport/read-ahead";
import { openSpool, type Spool } from "@/lib/platform/transport/spool";
import type { Tx } from "@/lib/platform/database/transaction";
import { contentHasher, listHasher } from "@/lib/features/export/print/content-hash";
import { countRecord, emptyContents } from "@/lib/features/export/print/contents";
import { openRegister, type OpenedRegister } from "./queries";
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

/** Entries read at once. */
const PAGE = 100;

/** How a register came to say what it says, each line one canonical text. */
export type CollectedHistory = {
  controllers: string[];
  measures: string[];
  records: Spool;
  /** SHA-256 of the canonical text of the whole. */
  hash: string;
};

/** One document of those that a register is handed over in, with the content hash of what it says. */
export type CollectedVolume = { number: number; total: number; records: number; hash: string };

/** A register put by, as it was in one snapshot: its entries wait on the disk, whoever takes it is as slow as may be. */
export type CollectedRegister = {
  head: RegisterHead;
  contents: Contents;
  /** One, but for a long register in print. */
  volumes: readonly [CollectedVolume, ...CollectedVolume[]];
  records: Spool;
  /** The measures of the organisation, by their ids. */
  measures: OpenedRegister["measures"];
  history: CollectedHistory | null;
  /** What was said about its entries; null where the form has no place for it. */
  threads: CollectedThreads | null;
  close(): Promise<void>;
};

/** Reads the register that is asked for; what is opened here is closed by whoever takes it. */
export async function collectRegister(
  tx: Tx,
  ctx: Ctx,
  input: ExportInput,
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
  // How an entry came to say what it says is told by its earlier days: who wrote what, and why, stays the processor's.
  const { holdsFindings } = opened.head;
  const hasHistory = input.format === "json" && holdsFindings;
  const history = hasHistory ? await beginHistory(tx, opened, spools) : null;
  const hasThreads = opened.head.capacity === "processor" && includesThreads(input, opened);
  const threads = hasThreads ? await beginThreads(tx, opened, spools) : null;
  const contents = emptyContents();
  // A table or a JSON streams and is one, however many volumes the printed register fills.
  const cutter = splitVolumes(opened.head, { isCut: input.format === "pdf" });
  const readPage = async (ids: readonly string[]) => ({
    entries: await opened.read(ids),
    kept: await history?.read(ids),
    said: await threads?.read(ids),
  });
  for await (const { entries, kept, said } of readAhead(pagesOf(opened.ids), readPage)) {
    const read = documentReader(opened);
    for (const entry of entries) {
      const { content, text } = read(entry.document);
      const record = opened.say(entry, content);
      const line = canonicalText(written(opened.head, { ...record, content: text }) as Serialisable);
      cutter.add(line);
      countRecord(contents, record, line.length);
      await records.add(line);
    }
    if (kept) await history?.add(entries, kept, read);
    if (said) await threads?.add(entries, said);
  }
  const volumes = cutter.end();
  const { number, total } = volumes[0];
  const head = { ...opened.head, volume: { number, total } };
  return {
    ...{ head, contents, volumes, records, measures: opened.measures },
    history: history?.end() ?? null,
    threads: threads?.end() ?? null,
  };
}

/** A workbook that staff take away comes back as a register, and holds nothing else; so does a register as kept. */
function includesThreads({ format }: ExportInput, { isOwnExtract, head }: OpenedRegister): boolean {
  return isOwnExtract ? format === "json" || format === "xlsx" : format === "json" && head.holdsFindings;
}

function* pagesOf(ids: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < ids.length; at += PAGE) yield ids.slice(at, at + PAGE);
}

/** Volumes as entries fill them, each with the hash of its own; how many they are is known at the end. */
function splitVolumes(register: OpenedRegister["head"], { isCut }: { isCut: boolean }) {
  const begin = () => ({ hasher: contentHasher(register), records: 0, characters: 0 });
  const volumes = [begin()];
  return {
    add(line: string) {
      if (isCut && isFull(volumes.at(-1)!, line.length)) volumes.push(begin());
      const volume = volumes.at(-1)!;
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
      return [first!, ...others];
    },
  };
}

/** Documents of one page, each read and written once: the version that stands says again what its entry says. */
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
