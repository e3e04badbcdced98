import type { OrgScope } from "@/lib/domain/access/scope";
import { Prisma } from "@/lib/generated/prisma/client";
import type { PageReader } from "./reader";

type Kept = { seq: string; figures: unknown };

/** As many organisations as a process remembers. */
const MOST = 2000;

const kept = new Map<string, Kept>();

/**
 * Figures that change with an entry of the organisation's journal alone. The statement compares the journal's head with
 * the one that the figures of this process were counted at, and counts where it has moved; head and figures are of one
 * instant, so no figure is older than what is written. A scope that does not see the head counts each time.
 */
export async function readKeptFigures<Figures>(reader: PageReader, figures: Prisma.Sql): Promise<Figures> {
  const key = keyOf(reader.scope, figures);
  const known = kept.get(key);
  const [row] = await reader.$queryRaw<[{ seq: string | null; figures: Figures | null }]>`
    SELECT seq, CASE WHEN seq = ${known?.seq ?? ""} THEN NULL ELSE (SELECT to_json(f) FROM (${figures}) AS f) END AS figures
    FROM (SELECT (SELECT seq::text FROM journal_head) AS seq) AS head`;
  if (row.figures === null) return known!.figures as Figures;
  if (row.seq !== null) keep(key, { seq: row.seq, figures: row.figures });
  return row.figures;
}

function keyOf({ org, scope, controllerId = "" }: OrgScope, { text, values }: Prisma.Sql): string {
  return JSON.stringify([org, scope, controllerId, text, values]);
}

function keep(key: string, figures: Kept): void {
  kept.delete(key);
  kept.set(key, figures);
  const [oldest] = kept.keys();
  if (kept.size > MOST) kept.delete(oldest!);
}
