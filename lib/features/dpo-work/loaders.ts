import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { attendanceOf } from "@/lib/domain/dpo-work/attendance";
import { linesIn, typeIn } from "@/lib/domain/dpo-work/content";
import { isLined, kindOfSegment, type WorkKind } from "@/lib/domain/dpo-work/kinds";
import { asksOf, eventsFrom, lineEventsFrom, lineStateOf } from "@/lib/domain/dpo-work/lifecycle";
import {
  contentOf,
  filingNumber,
  lastDayOf,
  minutesSpent,
  validUntil,
  workStatusOn,
} from "@/lib/domain/dpo-work/status";
import { versionBefore } from "@/lib/domain/dpo-work/procedure-versions";
import { can } from "@/lib/domain/nouns/policy";
import { readQuestion } from "@/lib/i18n/search-question";
import { compareTexts } from "@/lib/domain/text/alignment";
import { findFilingChanges } from "@/lib/features/dpo-work/read/filing-changes";
import { countWork, findWorkPage, workQuerySchema } from "@/lib/features/dpo-work/read/list";
import { entryValues, repeatedValues } from "@/lib/features/dpo-work/read/proposed-values";
import {
  findFacts,
  findFactsOf,
  findProposedEntry,
  findRecords,
  findVersions,
  findWork,
  findWorks,
  type StoredFact,
  type WorkRow,
} from "@/lib/features/dpo-work/read/queries";
import type { Search } from "@/lib/forms/list-query";
import { searchNoun } from "@/lib/platform/database/search";
import { pageOf } from "@/lib/platform/read/list-page";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { findNarrowedTo } from "@/lib/platform/read/of-controller";
import { readTogether } from "@/lib/platform/read/read-together";
import { readerFor } from "@/lib/platform/read/reader";
import { today as todayOf } from "@/lib/platform/request/context";
import { requireStaff } from "@/lib/platform/request/request-session";
import { withInstants } from "@/lib/platform/versioned/history";

/** The kind of an address; another segment is no page. */
function requireKind(segment: string): WorkKind {
  const kind = kindOfSegment(segment);
  if (!kind) notFound();
  return kind;
}

export type ListedWork = Awaited<ReturnType<typeof loadWorkList>>["rows"][number];

export async function loadWorkList(slug: string, segment: string, search: Search) {
  const kind = requireKind(segment);
  const ctx = await requireStaff(slug);
  const query = workQuerySchema.parse(search);
  const today = todayOf(ctx);
  const reader = readerFor(ctx.scope);
  const read = { kind, ids: await searchNoun(reader, kind, await readQuestion(query.q)) };
  const [asked, counts, narrowedTo] = await Promise.all([
    findWorkPage(reader, query, read),
    countWork(reader, read, query.controller),
    findNarrowedTo(reader, query),
  ]);
  const page = pageOf(asked, ({ id, day }) => [day, id]);
  const rows = await readInScope(ctx.scope, (tx) => describeListed(tx, page.rows, today));
  const mayWrite = can(ctx.actor, `${kind}.write`);
  return { kind, ...page, rows, counts, query, narrowedTo, today, mayWrite };
}

type Tx = Parameters<Parameters<typeof readInScope>[1]>[0];

/** Reads the documents of a page, in its order, with what their facts say of them. */
async function describeListed(tx: Tx, page: readonly { id: string }[], today: string) {
  const ids = page.map(({ id }) => id);
  const { works, facts } = await readTogether({
    works: findWorks(tx, { id: { in: ids } }),
    facts: findFacts(tx, ids),
  });
  const byId = new Map(works.map((work) => [work.id, work]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? describeRow(row, facts.get(id) ?? [], today) : [];
  });
}

function describeRow(row: WorkRow, facts: readonly StoredFact[], today: string) {
  const { id, reference, title, day, isOpen, kind } = row;
  const status = workStatusOn({ ...row, facts }, today);
  return {
    id,
    reference,
    title,
    day,
    isOpen,
    status,
    about: describeWork(row, facts),
    minutes: minutesOf(row, facts),
    kind,
  };
}

/** Words of the row beside its title: source, trainer, controller, number. */
function describeWork({ content, controller }: WorkRow, facts: readonly StoredFact[]): string {
  if (controller) return controller.legalName;
  if ("source" in content) return content.source;
  if ("trainer" in content) return content.trainer;
  if ("auditor" in content) return content.auditor;
  if ("owner" in content) return content.owner;
  return "conditions" in content ? filingNumber({ facts }) : "";
}

function minutesOf({ kind }: WorkRow, facts: readonly StoredFact[]): number | null {
  return kind === "assistance" ? minutesSpent({ facts }) : null;
}

export type LoadedWork = Awaited<ReturnType<typeof loadWork>>;

/** Cached per request. */
export const loadWork = cache(async (slug: string, segment: string, id: string) => {
  const kind = requireKind(segment);
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(id).success) notFound();
  const today = todayOf(ctx);
  const found = await readInScope(ctx.scope, async (tx) => {
    const { work, facts, versions } = await readTogether({
      work: findWork(tx, id, kind),
      facts: findFactsOf(tx, id),
      versions: findVersions(tx, id),
    });
    return work && { work, facts, versions, besides: await findBeside(tx, work, facts) };
  });
  if (!found) notFound();
  const { work, facts, versions, besides } = found;
  return {
    work,
    status: workStatusOn({ ...work, facts }, today),
    facts: facts.toReversed(),
    versions: withInstants(versions),
    lines: linesIn(work.content).map((line) => {
      const state = lineStateOf(kind, facts, line.id);
      return { line, state, events: lineEventsFrom(kind, state), ...lastFactOf(facts, line.id) };
    }),
    derived: deriveOf(work, facts),
    events: eventsFrom(kind, work.state, typeIn(work.content)),
    ...besides,
    today,
    mayWrite: can(ctx.actor, `${kind}.write`),
  };
});

function lastFactOf(facts: readonly StoredFact[], part: string) {
  return { last: facts.findLast((fact) => fact.part === part) ?? null };
}

/** Reads rows of other nouns that the document names. */
async function findBeside(tx: Tx, work: WorkRow, facts: StoredFact[]) {
  const { kind, id, recordIds, repeatsId } = work;
  const { records, changes, repeated, repeats, dpo } = await readTogether({
    records: recordIds.length > 0 ? findRecords(tx, recordIds) : [],
    changes: kind === "cndp-filing" ? findFilingChanges(tx, [work], new Map([[id, facts]])) : null,
    repeated: repeatsId === null ? null : findWork(tx, repeatsId, "training"),
    repeats: kind === "training" ? findWorks(tx, { kind, repeatsId: id }) : [],
    dpo: kind === "dpo-designation" ? findDpo(tx) : null,
  });
  const named = ({ id: at, reference, title }: WorkRow) => ({ id: at, reference, title });
  return {
    records,
    changes: changes?.get(id) ?? [],
    repeated: repeated && named(repeated),
    repeats: repeats.map(named),
    dpo,
  };
}

/** The organisation holds the DPO's name and contact: they are read there, and stored nowhere else. */
async function findDpo(tx: Tx) {
  return tx.organisation.findFirstOrThrow({
    select: { dpoName: true, dpoEmail: true, dpoPhone: true, gdprBinding: true },
  });
}

/** Figures and days that the facts of a document come to. */
function deriveOf(work: WorkRow, facts: readonly StoredFact[]) {
  const { kind } = work;
  return {
    attendance: kind === "training" ? attendanceOf(contentOf(work, "training"), facts) : null,
    minutes: minutesOf(work, facts),
    number: kind === "cndp-filing" ? filingNumber({ facts }) : "",
    until: kind === "cndp-filing" ? validUntil({ facts }) : null,
    filedOn: lastDayOf({ facts }, "file"),
  };
}

/** A document as its form shows it: references of entries in place of their ids. */
export async function loadWorkForm(slug: string, segment: string, id: string) {
  const { work, records, mayWrite } = await loadWork(slug, segment, id);
  const { lines: _inFormsOfTheirOwn, ...content } = { lines: [], ...work.content };
  const values = {
    ...content,
    ...(work.controllerId !== null && { controllerId: work.controllerId }),
    ...("recordIds" in content && { recordIds: records.map(({ reference }) => reference) }),
  };
  return { work, values, mayWrite, controllers: await loadControllers(slug, work.kind) };
}

/** Values with which a new document begins: the training that it repeats, the entry that it covers. */
export async function loadNewWork(slug: string, segment: string, search: Search) {
  const kind = requireKind(segment);
  const ctx = await requireStaff(slug);
  const [repeats, record, entryId] = [asId(search.repeats), asId(search.record), asId(search.entry)];
  const { repeated, records, entry } = await readInScope(ctx.scope, (tx) =>
    readTogether({
      repeated: kind === "training" && repeats ? findWork(tx, repeats, kind) : null,
      records: kind === "cndp-filing" && record ? findRecords(tx, [record]) : [],
      entry: kind === "watch-item" && entryId ? findProposedEntry(tx, entryId) : null,
    }),
  );
  return {
    kind,
    values: {
      ...(entry && { ...entryValues(entry), readOn: todayOf(ctx) }),
      ...(repeated && repeatedValues(repeated)),
      ...(records.length > 0 && { recordIds: records.map(({ reference }) => reference) }),
      ...(typeof search.type === "string" && { type: search.type }),
      ...(typeof search.controller === "string" && { controllerId: search.controller }),
    },
    repeatsId: repeated?.id ?? null,
    entryId: entry?.id ?? null,
    isEntryDecided: entryId !== null && entry === null,
    controllers: await loadControllers(slug, kind),
    mayWrite: can(ctx.actor, `${kind}.write`),
  };
}

function asId(value: string | string[] | undefined): string | null {
  return z.uuid().safeParse(value).data ?? null;
}

async function loadControllers(slug: string, kind: WorkKind) {
  if (kind !== "assistance") return [];
  const ctx = await requireStaff(slug);
  const rows = await readInScope(ctx.scope, (tx) =>
    tx.controller.findMany({
      where: { archivedAt: null },
      orderBy: { legalName: "asc" },
      select: { id: true, legalName: true },
    }),
  );
  return rows.map(({ id, legalName }) => ({ value: id, label: legalName }));
}

/** A line as its form shows it; null for a new one. */
export async function loadLine(slug: string, segment: string, id: string, lineId: string | null) {
  const { work, lines, mayWrite } = await loadWork(slug, segment, id);
  const { kind } = work;
  if (!isLined(kind)) notFound();
  const found = lines.find(({ line }) => line.id === lineId);
  if (lineId !== null && !found) notFound();
  return { work, kind, values: found ? { ...found.line } : {}, lineId, mayWrite };
}

/** Events that are possible for a document, or for one of its lines, with what each asks for. */
export async function loadEvents(slug: string, segment: string, id: string, search: Search) {
  const { work, lines, events, today, mayWrite, derived } = await loadWork(slug, segment, id);
  const part = asId(search.part) ?? "";
  const line = lines.find((one) => one.line.id === part);
  if (part !== "" && !line) notFound();
  const possible = line ? line.events : events;
  return {
    work,
    part,
    line: line?.line.text ?? "",
    today,
    mayWrite,
    attendance: derived.attendance,
    chosen: possible.find((event) => event === search.event) ?? null,
    events: possible.map((event) => ({ event, asks: asksOf(work.kind, event) })),
  };
}

/** A version of a procedure beside the one before it. */
export async function loadProcedureVersion(slug: string, segment: string, id: string, lineId: string) {
  const { work, facts } = await loadWork(slug, segment, id);
  if (work.kind !== "procedure") notFound();
  const { lines } = contentOf({ ...work }, "procedure");
  const version = lines.find((line) => line.id === lineId);
  if (!version) notFound();
  const before = versionBefore(lines, lineId);
  return {
    work,
    version,
    before,
    facts,
    changes: before && compareTexts(before.body, version.body),
  };
}
