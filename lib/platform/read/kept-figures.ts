import type { OrgScope } from "@/lib/domain/access/scope";
import { Prisma } from "@/lib/generated/prisma/client";
import type { PageReader } from "./reader";

type Kept = { seq: string; figures: unknown };

/** As many organisations as a process remembers. */
const MOST = 2000;

const kept = new Map<string, Kept>();

/**
 * Figures that change with an entry of the organisation's journal alone, counted where its head has moved since they were.
 * Head and figures are of one instant, so none is older than what is written. An organisation without a
 * head is counted each time.
 */
export async function readKeptFigures<Figures>(reader: PageReader, figures: Prisma.Sql): Promise<Figures> {
  const key = keyOf(reader.scope, figures);
  const known = kept.get(key);
  if (known && (await readHead(reader)) === known.seq) return known.figures as Figures;
  const [row] = await reader.$queryRaw<[{ seq: string | null; figures: Figures }]>`
    SELECT (SELECT seq::text FROM journal_head) AS seq, to_json(f) AS figures FROM (${figures}) AS f`;
  if (row.seq !== null) keep(key, { seq: row.seq, figures: row.figures });
  return row.figures;
}

async function readHead(reader: PageReader): Promise<string | undefined> {
  const [head] = await reader.$queryRaw<{ seq: string }[]>`SELECT seq::text FROM journal_head`;
  return head?.seq;
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
