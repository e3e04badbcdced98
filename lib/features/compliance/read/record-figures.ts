import { partyOf } from "@/lib/domain/compliance/finding-windows";
import { OWN } from "@/lib/domain/compliance/duties";
import type { OrgScope } from "@/lib/domain/access/scope";
import { todayAtHome } from "@/lib/domain/obligation/types";
import { Prisma } from "@/lib/generated/prisma/client";
import {
  findPartyCodes,
  findPartyStatus,
  type RegisterStatus,
  sumStatus,
} from "@/lib/features/processing-record/read/as-of-status";
import { HeadCache } from "@/lib/platform/read/head-cache";
import { type PageReader, readerFor } from "@/lib/platform/read/reader";
import { type CellRow, type CodeRow, countRecordCells, countRecordCodes } from "./findings";
import { findNamedSubProcessors, type NamedSubProcessors } from "./sub-processor-uses";
import { findTouchedRecords } from "./touched-records";

/** Figures of the entries of one party. */
export type PartyFigures = {
  cells: CellRow[];
  codes: CodeRow[];
  status: (RegisterStatus & { isOwn: boolean })[];
  /** Codes that entries of the register of article 30(2) lack. */
  often: { code: string; records: number }[];
  named: NamedSubProcessors[];
};

/** Figures of both registers by party, so that an entry that changes is counted with its party's alone. */
export type RecordFigures = {
  parties: ReadonlyMap<string, PartyFigures>;
  /** Number of recent assessments and the newest of them: a job makes them without an entry of the journal. */
  assessed: string;
};

const cache = new HeadCache<RecordFigures>();

/** Milliseconds for which assessments are looked for: no job takes as long. */
const ASSESSED_MS = 2 * 86_400_000;

/** Reads the figures of registers: once of all entries, then of the parties that changes concern. */
export function readRecordFigures(scope: OrgScope, now: Date): Promise<RecordFigures> {
  const [day, since] = [todayAtHome(now.getTime()), new Date(now.getTime() - ASSESSED_MS)];
  const reader = readerFor(scope);
  return cache.read(scope, day, now, {
    compute: async () => {
      // Looked at first: what a job assesses meanwhile is counted again by the next reader, and never passed over.
      const assessed = await findAssessed(reader, since);
      return { parties: await countParties(reader, day, null), assessed };
    },
    follow: async (known, changes) => {
      const assessed = await findAssessed(reader, since);
      const isAssessed = assessed !== known.assessed;
      if (changes.instants.length === 0 && !isAssessed) return { ...known, assessed };
      const touched = await findTouchedRecords(reader, changes, isAssessed ? since : null);
      if (!touched) return null;
      const counted = await countParties(reader, day, touched.parties);
      const rest = [...known.parties].filter(([party]) => !touched.parties.includes(party));
      return { parties: new Map([...rest, ...counted]), assessed };
    },
  });
}

/** Status of one register, of all parties. */
export function statusOf(parties: RecordFigures["parties"], isOwn: boolean): RegisterStatus {
  const rows = [...parties.values()].flatMap(({ status }) => status);
  return sumStatus(rows.filter((row) => row.isOwn === isOwn));
}

/** Finds the code that lacks most often in the register of article 30(2). */
export function mostOftenOf(parties: RecordFigures["parties"]): PartyFigures["often"] {
  const sums = new Map<string, number>();
  for (const { often } of parties.values())
    for (const { code, records } of often) sums.set(code, (sums.get(code) ?? 0) + records);
  return [...sums]
    .map(([code, records]) => ({ code, records }))
    .toSorted((one, other) => other.records - one.records || (one.code < other.code ? -1 : 1))
    .slice(0, 1);
}

async function findAssessed(reader: PageReader, since: Date): Promise<string> {
  const [row] = await reader.$queryRaw<[{ assessed: string }]>`
    SELECT concat_ws(' ', count(*), max(recorded_at)) AS assessed FROM record_assessment WHERE recorded_at >= ${since}`;
  return row.assessed;
}

async function countParties(
  reader: PageReader,
  day: string,
  parties: readonly string[] | null,
): Promise<Map<string, PartyFigures>> {
  if (parties?.length === 0) return new Map();
  const chosen = Prisma.sql`WHERE ${parties ? ofParties(parties) : Prisma.sql`TRUE`}`;
  const [cells, codes, status, often, named] = await Promise.all([
    countRecordCells(reader, day, parties),
    countRecordCodes(reader, day, parties),
    findPartyStatus(reader, day, chosen),
    findPartyCodes(reader, chosen),
    findNamedSubProcessors(reader, chosen),
  ]);
  const figures = new Map<string, PartyFigures>();
  const of = (party: string): PartyFigures => {
    const known = figures.get(party) ?? { cells: [], codes: [], status: [], often: [], named: [] };
    figures.set(party, known);
    return known;
  };
  for (const cell of cells) of(partyOf(cell)).cells.push(cell);
  for (const code of codes) of(partyOf(code)).codes.push(code);
  for (const row of status) of(partyOf(row)).status.push(row);
  for (const { controllerId, ...row } of often) of(controllerId ?? "").often.push(row);
  for (const row of named) of(row.controllerId).named.push(row);
  return figures;
}

/** Entries of the parties whose keys are given. */
function ofParties(parties: readonly string[]): Prisma.Sql {
  const ids = parties.filter((party) => party !== OWN && party !== "");
  const conditions = [
    Prisma.sql`r.controller_id = ANY (${ids}::uuid[]) AND r.capacity = 'processor'`,
    ...(parties.includes(OWN) ? [Prisma.sql`r.capacity = 'controller'`] : []),
    ...(parties.includes("") ? [Prisma.sql`r.controller_id IS NULL AND r.capacity = 'processor'`] : []),
  ];
  return Prisma.sql`(${Prisma.join(conditions, " OR ")})`;
}
