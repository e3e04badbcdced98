import type { ClientBase } from "pg";
import { PLATFORM_CHAIN } from "@/lib/domain/journal/chain-id";
import type { PublishedHead } from "./published-head";
import { verifyChains, type ChainReport } from "./verify-chains";
import { findCurrentFaults, findUnnoted } from "./verify-current-rows";
import { findDigestFaults } from "./verify-digests";
import { countClearedTexts, findHeadFaults, findPublicationFaults, type HeadFault } from "./verify-heads";
import { countUnbound, findRowFaults, findUnguarded, hasRowStates, type RowFault } from "./verify-rows";

/**
 * Entries and rows beyond the given heads: they may have been rewritten unseen. `cleared`: texts that were emptied since,
 * by an entry which no head covers.
 */
export type Uncovered = { org: string; name: string; entries: number; rows: number; cleared: number };

export type JournalReport = {
  chains: ChainReport[];
  rows: RowFault[];
  /** Tables whose rows are noted no more. */
  unguarded: string[];
  heads: HeadFault[];
  uncovered: Uncovered[];
  isWhole: boolean;
};

// Settings under which rows were digested when they were written. The planner takes a digest of a row for as cheap as the sum
// of two numbers: told otherwise, it shares large tables among the processors, and hashes keys in memory.
const SETTINGS = `SELECT set_config('timezone', 'UTC', false), set_config('bytea_output', 'hex', false),
  set_config('extra_float_digits', '1', false), set_config('app.backup', 'on', false),
  set_config('cpu_operator_cost', '0.1', false), set_config('min_parallel_table_scan_size', '1MB', false),
  set_config('work_mem', '64MB', false)`;

/**
 * Reads everything again that the journal binds: its chains, the rows of evidence, the heads that were published. With
 * heads kept elsewhere (`kept`), it says whether the chains still lead to them; the owner of the database can rewrite
 * all the rest.
 */
export async function verifyJournal(
  client: ClientBase,
  stored: readonly PublishedHead[] = [],
): Promise<JournalReport> {
  await client.query(SETTINGS);
  const chains: ChainReport[] = [];
  for await (const chain of verifyChains(client)) chains.push(chain);
  const rows = await findRowFaults(client);
  const unguarded = await findUnguarded(client);
  if (await hasRowStates(client)) {
    rows.push(...(await findCurrentFaults(client)), ...(await findDigestFaults(client)));
    unguarded.push(...(await findUnnoted(client)));
  }
  const heads = [...(await findHeadFaults(client, stored)), ...(await findPublicationFaults(client))];
  const uncovered: Uncovered[] = [];
  for (const { org, name, seq } of chains) {
    const until = latestPublished(stored, org);
    const count = await countUnbound(client, org, until);
    const cleared = await countClearedTexts(client, org, { after: until });
    uncovered.push({ org, name, entries: Math.max(seq - until, 0), rows: count, cleared });
  }
  const faults = chains.filter(({ fault }) => fault).length + rows.length + unguarded.length + heads.length;
  return { chains, rows, unguarded, heads, uncovered, isWhole: faults === 0 };
}

function latestPublished(stored: readonly PublishedHead[], org: string): number {
  const points = stored.map(({ document }) =>
    org === PLATFORM_CHAIN ? (document.platform?.seq ?? 0) : document.chain === org ? document.seq : 0,
  );
  return Math.max(0, ...points);
}
