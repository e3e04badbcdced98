import "server-only";
import { findAnnouncedHolidays } from "@/lib/platform/announced-holidays";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { adviceOn } from "@/lib/domain/breach/advice";
import { authorityDuties } from "@/lib/domain/breach/authority-duties";
import { provenAwareAt } from "@/lib/domain/breach/clocks";
import { controllerClock } from "@/lib/domain/breach/deadlines";
import { upstreamClock } from "@/lib/domain/breach/upstream";
import { FACT_KINDS, type Fact } from "@/lib/domain/breach/facts";
import { foldBreach, judgementOf, statementFor, type BreachFile } from "@/lib/domain/breach/file";
import { eventsFrom } from "@/lib/domain/breach/lifecycle";
import { findUnrecognised } from "@/lib/domain/breach/proposal";
import { comparePrecedents, precedentStandings } from "@/lib/domain/breach/precedents";
import { isKnownTold, rectificationOf } from "@/lib/domain/breach/rectification";
import { severityFor } from "@/lib/domain/breach/share-severity";
import { required } from "@/lib/domain/invariant/required";
import { can } from "@/lib/domain/nouns/policy";
import { calendarOf } from "@/lib/domain/time/controller-calendar";
import { typedInstant } from "@/lib/domain/time/typed-instant";
import { todayIn } from "@/lib/domain/time/zones";
import { partyField } from "@/lib/forms/list-query";
import { readQuestion } from "@/lib/i18n/search-question";
import { searchNoun } from "@/lib/platform/database/search";
import { findNarrowedTo } from "@/lib/platform/read/of-controller";
import { readerFor } from "@/lib/platform/read/reader";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import type { StaffCtx } from "@/lib/platform/request/context";
import { requireStaff } from "@/lib/platform/request/request-session";
import {
  breachQuerySchema,
  countBreachViews,
  findBreachesOf,
  findBreachPage,
  PAGE_SIZE,
} from "@/lib/features/breach/read/list";
import {
  findBreach,
  findControllers,
  findFacts,
  findFirstAwareness,
  findInformed,
  findSubProcessor,
  findTerms,
} from "@/lib/features/breach/read/queries";
import { countOpenBreaches } from "@/lib/features/breach/read/open-count";
import { ownThresholdReader } from "@/lib/features/breach/read/own-threshold";
import { findTellings } from "@/lib/features/breach-notice/read/corrected-lines";
import { findDeliveries } from "@/lib/features/breach-notice/read/deliveries";
import { findIssuedTo } from "@/lib/features/breach-notice/read/issued";
import { findJointTellings } from "@/lib/features/breach-notice/read/joint";
import { findNoticeFacts } from "@/lib/features/breach-notice/read/queries";
import { findOwnNotifications } from "@/lib/features/breach/read/own-notifications";
import { askedNameFinder } from "@/lib/features/breach/read/asked-names";
import { findNameable } from "@/lib/features/breach/read/names";
import { findToldHistories } from "@/lib/features/breach/read/told-histories";
import { findRunning } from "@/lib/features/breach/read/running";
import { findOpenDuties } from "@/lib/features/breach/read/to-plan";
import { findUpstream } from "@/lib/features/breach/read/upstream";

type Search = Record<string, string | string[] | undefined>;
const partySchema = z.object({ controller: partyField });

export async function loadBreaches(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const query = breachQuerySchema.parse(search);
  return withOrg(ctx.scope, async (tx) => {
    const ids = await searchNoun(tx, "breach", await readQuestion(query.q));
    const ofParty = await findBreachesOf(tx, query);
    const rows = await findBreachPage(tx, query, ids, ofParty);
    const shown = rows.slice(0, PAGE_SIZE);
    const last = shown.at(-1);
    return {
      rows: shown.map(({ createdAt, awareAt, ...row }) => ({
        ...row,
        awareAt: awareAt?.getTime() ?? null,
        begunAt: createdAt.getTime(),
      })),
      counts: await countBreachViews(tx, ids, ofParty),
      query,
      narrowedTo: await findNarrowedTo(tx, query),
      next: rows.length > PAGE_SIZE && last ? `${last.createdAt.getTime()}.${last.id}` : null,
      mayWrite: can(ctx.actor, "breach.write"),
    };
  });
}

export async function loadBegin(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const named = await findNarrowedTo(readerFor(ctx.scope), partySchema.parse(search));
  return {
    mayWrite: can(ctx.actor, "breach.write"),
    now: typedInstant(ctx.now.getTime()),
    touched: named?.name,
  };
}

/** Breaches that run, for the shell of every page. */
export const loadRunning = cache(async (slug: string) => {
  const ctx = await requireStaff(slug);
  // Leaves with what the shell asks; a second unit follows only while a breach is open.
  const found = await countOpenBreaches(readerFor(ctx.scope));
  if (!found.isAny) return { open: 0, running: [] };
  const running = await withOrg(ctx.scope, (tx) => findRunning(tx, ctx.now.getTime()));
  return { open: found.open, running };
});

/** Cached per request. */
export const loadBreach = cache(async (slug: string, id: string) => {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(id).success) notFound();
  // Shows one state of its parts, whatever is written while they are read.
  const found = await withOrg(ctx.scope, (tx) => readBreach(tx, ctx, id), { isSnapshot: true });
  return found ?? notFound();
});

async function readBreach(tx: Tx, ctx: StaffCtx, id: string) {
  const row = await findBreach(tx, id);
  if (!row) return null;
  const facts = await findFacts(tx, id);
  const file = foldBreach(facts);
  const controllers = await readControllers(tx, ctx, id, file);
  const known = await findNameable(tx);
  const day = todayIn("Africa/Casablanca", file.awareAt ?? ctx.now.getTime());
  const {
    places: _places,
    shares: _shares,
    leftUntold: _untold,
    leftUnrectified: _unrectified,
    correctedBy,
    ...shown
  } = file;
  return {
    breach: { id, reference: row.reference, title: row.title, isDrill: row.isDrill, version: row.version },
    file: shown,
    facts: facts.map((fact) => asShown(fact, correctedBy.get(fact.id))),
    tellings: await findTellings(tx, id),
    deliveries: await findDeliveries(tx, ctx.scope.org, id),
    joint: await findJointTellings(tx, await findNoticeFacts(tx, { breachId: id })),
    controllers,
    severity: severityFor(file, null),
    precedents: comparePrecedents(file, null),
    standings: precedentStandings(
      controllers.flatMap(({ status, duties }) => (status === "set-aside" ? [] : duties)),
    ),
    upstream: await readUpstream(tx, file),
    advice: adviceOn(
      day,
      controllers.flatMap(({ status, duties }) => (status === "set-aside" ? [] : duties)),
    ),
    openDuties: (await findOpenDuties(tx, id, ctx.now.getTime())).map(({ kind, controller, part }) => ({
      kind,
      part,
      controllerName: controller?.name ?? null,
    })),
    titleNames: (await askedNameFinder(tx, [], known))(row.title),
    unrecognised: file.status === "closed" ? [] : findUnrecognised(textsOf(file), known),
    moves: eventsFrom(file.status),
    now: ctx.now.getTime(),
    may: { write: can(ctx.actor, "breach.write"), decide: can(ctx.actor, "breach.decide") },
  };
}

/** Collects what was said of the breach as a whole, where a company may be named. */
function textsOf({ statements, events }: BreachFile): string[] {
  const facts = [...Object.values(statements).map(({ fact }) => fact), ...events];
  return facts.flatMap(({ kind, value }) => (kind === "reporter" ? [] : (value.text ?? [])));
}

function asShown(fact: Fact, correction: Fact | undefined) {
  return { ...fact, correctedBy: correction?.number ?? null };
}
export type ShownFact = ReturnType<typeof asShown>;

async function readControllers(tx: Tx, ctx: StaffCtx, breachId: string, file: BreachFile) {
  const ids = file.places.map(({ controllerId }) => controllerId);
  const now = ctx.now.getTime();
  const day = todayIn("Africa/Casablanca", file.awareAt ?? now);
  const ownHours = (await ownThresholdReader(tx))(file.awareAt);
  const issuedTo = await findIssuedTo(tx, ctx.scope.org, breachId);
  const toldBy = await findOwnNotifications(tx, [breachId]);
  const announced = await findAnnouncedHolidays(tx);
  const historyOf = await findToldHistories(tx, [breachId]);
  const firstAware = await findFirstAwareness(tx, [breachId]);
  const [rows, lines, terms, informed] = [
    await findControllers(tx, ids),
    await tx.breachController.findMany({ where: { breachId }, select: { id: true, controllerId: true } }),
    await findTerms(tx, ids, day),
    await findInformed(tx, [breachId]),
  ];
  return rows
    .map(({ id, legalName, ...seat }) => {
      const place = required(
        file.places.find(({ controllerId }) => controllerId === id),
        "place of the controller",
      );
      const calendar = calendarOf(seat, { from: day, announced });
      const duties = authorityDuties(seat, day);
      const history = historyOf(breachId, id);
      const rectification = rectificationOf(place.status, history);
      const own = {
        isTakenBack: rectification === "made",
        firstAwareAt: firstAware.get(`${breachId} ${id}`) ?? null,
        terms: terms.get(id) ?? null,
        informed: informed.get(`${breachId} ${id}`) ?? [],
        ownHours,
        judgement: judgementOf(file, id),
      };
      return {
        id,
        legalName,
        status: place.status,
        placedBy: place.fact.authorName,
        reason: place.fact.reason,
        lineId: lines.find(({ controllerId }) => controllerId === id)?.id ?? null,
        reasons: place.fact.value.reasons ?? [],
        terms: own.terms,
        ownHours,
        judged: file.shares.get(id)?.["delay-judged"]?.fact ?? null,
        issued: issuedTo(id),
        ownNotifications: toldBy(breachId, id),
        leftUntold: file.leftUntold.get(id) ?? null,
        leftUnrectified: file.leftUnrectified.get(id) ?? null,
        rectification,
        isKnownTold: isKnownTold(history),
        isOpenedUnproven: own.informed.length > 0 && provenAwareAt(own.informed) === null,
        clock: controllerClock({ ...own, awareAt: file.awareAt, duties, calendar }, now),
        duties,
        persons: statementFor(file, id, "persons")?.fact.value ?? null,
        records: statementFor(file, id, "records")?.fact.value ?? null,
        severity: file.shares.has(id) ? severityFor(file, id) : null,
        share: Object.values(file.shares.get(id) ?? {})
          .map(({ fact }) => fact)
          .filter(({ kind }) => kind !== "delay-judged"),
      };
    })
    .toSorted((one, other) => one.legalName.localeCompare(other.legalName));
}

async function readUpstream(tx: Tx, file: BreachFile) {
  const { subProcessor, awareAt, statements } = file;
  if (!subProcessor) return null;
  const known = subProcessor.id === null ? null : await findSubProcessor(tx, subProcessor.id);
  const reportedAt = subProcessor.reportedAt ?? awareAt;
  const agreed = await findUpstream(tx, [file]);
  return {
    name: known?.name ?? subProcessor.name,
    awareAt: subProcessor.awareAt,
    reportedAt,
    // Otherwise the time runs to our own awareness.
    isToldDated: subProcessor.reportedAt !== null,
    answer: statements.upstream ?? null,
    ...upstreamClock({ awareAt: subProcessor.awareAt, reportedAt, agreed: agreed(file) }),
  };
}

/** A fact to be recorded: of a kind, of the whole or of one controller's share, alone or as a correction. */
export async function loadFactForm(slug: string, id: string, search: Search) {
  const it = await loadBreach(slug, id);
  const { scope } = await requireStaff(slug);
  const asked = (name: string) => [search[name]].flat()[0] ?? "";
  const corrected = it.facts.find((fact) => fact.id === asked("corrects")) ?? null;
  const kind = corrected?.kind ?? FACT_KINDS.find((known) => known === asked("kind")) ?? null;
  const share = it.controllers.find(
    (controller) => controller.id === (corrected?.controllerId ?? asked("controller")),
  );
  const subProcessors = await withOrg(scope, (tx) =>
    tx.subProcessor.findMany({
      where: { state: "listed" },
      orderBy: { name: "asc" },
      select: { id: true, name: true },
    }),
  );
  const last = it.facts.findLast(
    (fact) => fact.kind === kind && fact.controllerId === (share?.id ?? null) && fact.correctedBy === null,
  );
  return { ...it, kind, corrected, share: share ?? null, subProcessors, last: corrected ?? last ?? null };
}

/** Controllers that may be added by hand. */
export async function loadPlaceForm(slug: string, id: string) {
  const it = await loadBreach(slug, id);
  const { scope } = await requireStaff(slug);
  const placed = it.controllers.map((controller) => controller.id);
  const others = await withOrg(scope, (tx) =>
    tx.controller.findMany({
      where: { archivedAt: null, id: { notIn: placed } },
      orderBy: [{ legalName: "asc" }, { id: "asc" }],
      take: 1000,
      select: { id: true, legalName: true },
    }),
  );
  return { ...it, others };
}
