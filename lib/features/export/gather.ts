import { canonicalText, type JsonValue } from "@/lib/domain/journal/canonical";
import { refuse, done, type Outcome } from "@/lib/domain/outcome";
import type { AsOf } from "@/lib/domain/time/as-of";
import type { Ctx } from "@/lib/platform/context";
import { openSpool, type Spool } from "@/lib/platform/spool";
import type { Tx } from "@/lib/platform/transaction";
import { contentHasher, listHasher } from "./content-hash";
import { countRecord, emptyContents } from "./contents";
import { openRegister, type OpenedRegister } from "./data";
import { findControllerHistories, findMeasureHistories, findRecordHistories } from "./history";
import type { Contents, ExportedRecord, RegisterHead } from "./register-export";
import type { ExportInput } from "./schema";
import { RECORDS_PER_VOLUME } from "./volumes";

/** Entries read at once. */
const PAGE = 200;

/** How a register came to say what it says, each line one canonical text. */
export type GatheredHistory = {
  controllers: string[];
  measures: string[];
  records: Spool;
  /** SHA-256 of the canonical text of the whole. */
  hash: string;
};

/** One document of those that a register is handed over in, with the content hash of what it says. */
export type GatheredVolume = { number: number; total: number; records: number; hash: string };

/** A register put by, as it was in one snapshot: its entries wait on the disk, whoever takes it is as slow as may be. */
export type Gathered = {
  head: RegisterHead;
  contents: Contents;
  /** One, but for a long register in print. */
  volumes: readonly [GatheredVolume, ...GatheredVolume[]];
  records: Spool;
  /** The measures of the organisation, by their ids. */
  measures: OpenedRegister["measures"];
  history: GatheredHistory | null;
  close(): Promise<void>;
};

/** Reads the register that is asked for; what is opened here is closed by whoever takes it. */
export async function gatherRegister(
  tx: Tx,
  ctx: Ctx,
  input: ExportInput,
  asOf: AsOf | null,
): Promise<Outcome<Gathered>> {
  const opened = await openRegister(tx, ctx, input, asOf);
  if (!opened) return refuse({ kind: "not-found" });
  const spools: Spool[] = [];
  const close = async () => void (await Promise.all(spools.map((spool) => spool.close())));
  try {
    return done({ ...(await putBy(tx, opened, { input, spools })), close });
  } catch (error) {
    await close();
    throw error;
  }
}

async function putBy(
  tx: Tx,
  opened: OpenedRegister,
  { input, spools }: { input: ExportInput; spools: Spool[] },
): Promise<Omit<Gathered, "close">> {
  const { ids, read, measures } = opened;
  const records = await openSpool();
  spools.push(records);
  const history = input.format === "json" ? await beginHistory(tx, opened, spools) : null;
  const contents = emptyContents();
  const putVolume = async (volume: RegisterHead["volume"], of: readonly string[]) => {
    const hasher = contentHasher({ ...opened.head, volume });
    for (let at = 0; at < of.length; at += PAGE) {
      const page = await read(of.slice(at, at + PAGE));
      for (const { record } of page) {
        const line = canonicalText(record as JsonValue);
        hasher.add(line);
        countRecord(contents, record, line.length);
        await records.add(line);
      }
      await history?.add(page);
    }
    return { ...volume, records: of.length, hash: hasher.digest() };
  };
  // A table or a JSON streams and is one, however many volumes the printed register fills.
  const size = input.format === "pdf" ? RECORDS_PER_VOLUME : Infinity;
  const total = Math.max(1, Math.ceil(ids.length / size));
  const first = await putVolume({ number: 1, total }, ids.slice(0, size));
  const volumes: [GatheredVolume, ...GatheredVolume[]] = [first];
  for (let number = 2; number <= total; number += 1)
    volumes.push(await putVolume({ number, total }, ids.slice((number - 1) * size, number * size)));
  const head = { ...opened.head, volume: { number: 1, total } };
  return { head, contents, volumes, records, measures, history: history?.end() ?? null };
}

type Page = { id: string; record: ExportedRecord }[];

async function beginHistory(tx: Tx, opened: OpenedRegister, spools: Spool[]) {
  const lines = (items: readonly unknown[]) => items.map((item) => canonicalText(item as JsonValue));
  const controllers = lines(await findControllerHistories(tx, opened));
  const measures = lines(await findMeasureHistories(tx, opened));
  const records = await openSpool();
  spools.push(records);
  const hasher = listHasher(
    `{"controllers":[${controllers.join(",")}],"measures":[${measures.join(",")}],"records":[`,
    "]}",
  );
  return {
    async add(page: Page) {
      for (const line of lines(await findRecordHistories(tx, page, opened))) {
        hasher.add(line);
        await records.add(line);
      }
    },
    end: (): GatheredHistory => ({ controllers, measures, records, hash: hasher.digest() }),
  };
}
