import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { can } from "@/lib/domain/nouns/policy";
import { coverageOf, lettersUncovered } from "@/lib/domain/measure/coverage";
import { changedFields } from "@/lib/domain/measure/history";
import { LIBRARY } from "@/lib/domain/measure/library";
import { isReviewDue } from "@/lib/domain/measure/review";
import { FAMILIES } from "@/lib/domain/measure/types";
import type { Search } from "@/lib/forms/list-query";
import type { Locale } from "@/lib/i18n/locale";
import { translator, type Translator } from "@/lib/i18n/translator";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { readTogether } from "@/lib/platform/read/read-together";
import { today } from "@/lib/platform/request/context";
import { requireStaff } from "@/lib/platform/request/request-session";
import type { Tx } from "@/lib/platform/database/transaction";
import {
  countTouched,
  countUses,
  findMeasure,
  findTouched,
  findVersions,
  measureSelect,
  MOST_MEASURES,
  type MeasureRow,
} from "@/lib/features/measure/read/queries";
import { matchesQuery, measureQuerySchema } from "@/lib/features/measure/read/list";

export type { MeasureQuery } from "@/lib/features/measure/read/list";

/** Grouped by family, in the reader's language, with counts of entries. */
export async function loadMeasures(slug: string, search: Search, locale: Locale) {
  const ctx = await requireStaff(slug);
  const query = measureQuerySchema.parse(search);
  const found = await readInScope(ctx.scope, (tx) =>
    readTogether({
      measures: tx.measure.findMany({
        orderBy: { reference: "asc" },
        take: MOST_MEASURES + 1,
        select: measureSelect,
      }),
      uses: countUses(tx),
    }),
  );
  const library = await translator(locale, "measure-library");
  const rows = found.measures.slice(0, MOST_MEASURES).map((row) => ({
    ...inWords(row, library),
    records: found.uses.get(row.id) ?? 0,
    isReviewDue: row.retiredAt === null && isReviewDue(row.reviewOn, today(ctx)),
  }));
  const inView = rows.filter(({ retiredAt }) => (retiredAt !== null) === (query.view === "retired"));
  return {
    rows: byFamily(inView.filter((row) => matchesQuery(row, query))),
    query,
    counts: { ...tally(rows), library: countLeft(rows) },
    isTooMany: found.measures.length > MOST_MEASURES,
    mayWrite: can(ctx.actor, "measure.write"),
  };
}
export type MeasureListRow = Awaited<ReturnType<typeof loadMeasures>>["rows"][number];

export async function loadLibrary(slug: string, locale: Locale) {
  const ctx = await requireStaff(slug);
  const measures = await readInScope(ctx.scope, findStates);
  const used = new Set(measures.map(({ libraryCode }) => libraryCode));
  const library = await translator(locale, "measure-library");
  return {
    entries: LIBRARY.filter(({ code }) => !used.has(code)).map((entry) => ({
      ...entry,
      title: library(`entries.${entry.code}.title`),
      description: library(`entries.${entry.code}.text`),
    })),
    counts: { ...tally(measures), library: countLeft(measures) },
    mayWrite: can(ctx.actor, "measure.write"),
  };
}
export type LibraryRow = Awaited<ReturnType<typeof loadLibrary>>["entries"][number];

/** Coverage of article 32(1)(a) to (d) by family. */
export async function loadCoverage(slug: string) {
  const ctx = await requireStaff(slug);
  const { measures, uses } = await readInScope(ctx.scope, (tx) =>
    readTogether({
      measures: findStates(tx),
      uses: countUses(tx),
    }),
  );
  const stored = measures.filter(({ retiredAt }) => retiredAt === null);
  const covering = stored.map((measure) => ({ ...measure, records: uses.get(measure.id) ?? 0 }));
  return {
    rows: coverageOf(covering),
    uncovered: lettersUncovered(stored),
    counts: { ...tally(measures), library: countLeft(measures) },
    mayWrite: can(ctx.actor, "measure.write"),
  };
}

/** Cached per request. */
export const loadMeasure = cache(async (slug: string, id: string, locale: Locale) => {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(id).success) notFound();
  const found = await readInScope(ctx.scope, async (tx) => {
    const { measure, count, records, versions } = await readTogether({
      measure: findMeasure(tx, id),
      count: countTouched(tx, id),
      records: findTouched(tx, id),
      versions: findVersions(tx, id),
    });
    return measure && { measure, touched: { count, records }, versions };
  });
  if (!found) notFound();
  const { measure, touched, versions } = found;
  return {
    measure: { ...inWords(measure, await translator(locale, "measure-library")), version: measure.version },
    isReviewDue: isReviewDue(measure.reviewOn, today(ctx)),
    touched,
    versions: versions.map(({ snapshot, recordedAt, ...version }, index) => ({
      ...version,
      at: recordedAt.getTime(),
      fields: changedFields(asSnapshot(snapshot) ?? {}, asSnapshot(versions[index + 1]?.snapshot)),
      reason: String(version.change === "retired" ? (asSnapshot(snapshot)?.retireReason ?? "") : ""),
    })),
    mayWrite: can(ctx.actor, "measure.write"),
  };
});

export async function loadMeasureGate(slug: string): Promise<{ mayWrite: boolean }> {
  return { mayWrite: can((await requireStaff(slug)).actor, "measure.write") };
}

/** Active measures, and retired ones that the entry names already. */
export async function loadMeasurePick(slug: string, chosen: readonly string[], locale: Locale) {
  const ctx = await requireStaff(slug);
  const measures = await readInScope(ctx.scope, (tx) =>
    tx.measure.findMany({
      where: { OR: [{ retiredAt: null }, { id: { in: [...chosen] } }] },
      orderBy: { reference: "asc" },
      take: MOST_MEASURES,
      select: measureSelect,
    }),
  );
  const library = await translator(locale, "measure-library");
  const choices = byFamily(measures.map((row) => inWords(row, library))).map(
    ({ id, reference, title, family, retiredAt }) => ({
      id,
      reference,
      title,
      family: library(`families.${family}`),
      isRetired: retiredAt !== null,
    }),
  );
  return { choices, libraryHref: `/${slug}/measures/library` };
}

function findStates(tx: Tx) {
  return tx.measure.findMany({
    select: { id: true, libraryCode: true, family: true, articles: true, reviewOn: true, retiredAt: true },
  });
}

/** Uses the measure's own words, else the library's in this language. */
function inWords(row: MeasureRow, library: Translator) {
  const { title, description, libraryCode, retiredAt, version: _version, ...rest } = row;
  const speaksLibrary = title === "" && libraryCode !== null;
  return {
    ...rest,
    libraryCode,
    speaksLibrary,
    title: speaksLibrary ? library(`entries.${libraryCode}.title`) : title,
    description: speaksLibrary ? library(`entries.${libraryCode}.text`) : description,
    retiredAt: retiredAt?.getTime() ?? null,
  };
}

function byFamily<T extends { family: string; reference: string }>(rows: T[]): T[] {
  const rank = (family: string) => (FAMILIES as readonly string[]).indexOf(family);
  return rows.toSorted((a, b) => rank(a.family) - rank(b.family) || a.reference.localeCompare(b.reference));
}

function tally(rows: readonly { retiredAt: unknown }[]): { active: number; retired: number } {
  const retired = rows.filter(({ retiredAt }) => retiredAt !== null).length;
  return { active: rows.length - retired, retired };
}

function countLeft(rows: readonly { libraryCode: string | null }[]): number {
  const used = new Set(rows.map(({ libraryCode }) => libraryCode));
  return LIBRARY.filter(({ code }) => !used.has(code)).length;
}

function asSnapshot(snapshot: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof snapshot === "object" && snapshot !== null
    ? (snapshot as Record<string, unknown>)
    : undefined;
}
