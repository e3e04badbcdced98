import { canonicalText, type JsonValue } from "@/lib/domain/journal/canonical";
import { invalid, refuse, done, type Outcome } from "@/lib/domain/outcome";
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

/** A register put by, as it was in one snapshot: its entries wait on the disk, whoever takes it is as slow as may be. */
export type Gathered = {
  head: RegisterHead;
  contents: Contents;
  /** The content hash. */
  hash: string;
  records: Spool;
  /** The measures of the organisation, by their ids. */
  measures: OpenedRegister["measures"];
  history: GatheredHistory | null;
  close(): Promise<void>;
};

/** Reads the register, or the volume of it, that is asked for; what is opened here is closed by whoever takes it. */
export async function gatherRegister(
  tx: Tx,
  ctx: Ctx,
  input: ExportInput,
  asOf: AsOf | null,
): Promise<Outcome<Gathered>> {
  const opened = await openRegister(tx, ctx, input, asOf);
  if (!opened) return refuse({ kind: "not-found" });
  // A table is one, however many volumes the printed register would fill.
  const size = input.format === "pdf" ? RECORDS_PER_VOLUME : Infinity;
  const total = Math.max(1, Math.ceil(opened.ids.length / size));
  if (total > 1 && input.volume === 0) return invalid("volume", "volumes", { count: total });
  const number = input.format === "pdf" ? Math.max(1, input.volume) : 1;
  if (number > total) return refuse({ kind: "not-found" });
  const ids = total === 1 ? opened.ids : opened.ids.slice((number - 1) * size, number * size);
  const head = { ...opened.head, volume: { number, total } };
  const spools: Spool[] = [];
  const close = async () => void (await Promise.all(spools.map((spool) => spool.close())));
  try {
    return done({ ...(await putBy(tx, { ...opened, head, ids }, { input, spools })), close });
  } catch (error) {
    await close();
    throw error;
  }
}

type Chosen = Omit<OpenedRegister, "head"> & { head: RegisterHead };

async function putBy(
  tx: Tx,
  chosen: Chosen,
  { input, spools }: { input: ExportInput; spools: Spool[] },
): Promise<Omit<Gathered, "close">> {
  const { head, ids, read, measures } = chosen;
  const records = await openSpool();
  spools.push(records);
  const history = input.format === "json" ? await beginHistory(tx, chosen, spools) : null;
  const contents = emptyContents();
  const hasher = contentHasher(head);
  for (let at = 0; at < ids.length; at += PAGE) {
    const page = await read(ids.slice(at, at + PAGE));
    for (const { record } of page) {
      const line = canonicalText(record as JsonValue);
      hasher.add(line);
      countRecord(contents, record, line.length);
      await records.add(line);
    }
    await history?.add(page);
  }
  return { head, contents, hash: hasher.digest(), records, measures, history: history?.end() ?? null };
}

type Page = { id: string; record: ExportedRecord }[];

async function beginHistory(tx: Tx, chosen: Chosen, spools: Spool[]) {
  const lines = (items: readonly unknown[]) => items.map((item) => canonicalText(item as JsonValue));
  const controllers = lines(await findControllerHistories(tx, chosen));
  const measures = lines(await findMeasureHistories(tx, chosen));
  const records = await openSpool();
  spools.push(records);
  const hasher = listHasher(
    `{"controllers":[${controllers.join(",")}],"measures":[${measures.join(",")}],"records":[`,
    "]}",
  );
  return {
    async add(page: Page) {
      for (const line of lines(await findRecordHistories(tx, page, chosen))) {
        hasher.add(line);
        await records.add(line);
      }
    },
    end: (): GatheredHistory => ({ controllers, measures, records, hash: hasher.digest() }),
  };
}
