import type { OrgScope } from "@/lib/domain/access/scope";
import { Prisma } from "@/lib/generated/prisma/client";
import type { PageReader } from "./reader";

type Cached = { seq: string; figures: unknown };

/** Limits how many organisations a process remembers. */
const MOST = 2000;

const cached = new Map<string, Cached>();

/**
 * Reads figures that change with an entry of the organisation's journal alone: counts them where its head has moved.
 * Head and figures are of one instant, so no figure is older than what is written. Without a head, counts each time.
 */
export async function readCachedFigures<Figures>(reader: PageReader, figures: Prisma.Sql): Promise<Figures> {
  const key = keyOf(reader.scope, figures);
  const known = cached.get(key);
  if (known && (await readHead(reader)) === known.seq) return known.figures as Figures;
  const [row] = await reader.$queryRaw<[{ seq: string | null; figures: Figures }]>`
    SELECT (SELECT seq::text FROM journal_head) AS seq, to_json(f) AS figures FROM (${figures}) AS f`;
  if (row.seq !== null) store(key, { seq: row.seq, figures: row.figures });
  return row.figures;
}

async function readHead(reader: PageReader): Promise<string | undefined> {
  const [head] = await reader.$queryRaw<{ seq: string }[]>`SELECT seq::text FROM journal_head`;
  return head?.seq;
}

function keyOf({ org, scope, controllerId = "" }: OrgScope, { text, values }: Prisma.Sql): string {
  return JSON.stringify([org, scope, controllerId, text, values]);
}

function store(key: string, figures: Cached): void {
  cached.delete(key);
  cached.set(key, figures);
  const [oldest] = cached.keys();
  if (oldest !== undefined && cached.size > MOST) cached.delete(oldest);
}
