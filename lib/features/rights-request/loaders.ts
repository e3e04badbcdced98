import "server-only";
import { notFound } from "next/navigation";
import { findBeside } from "@/lib/features/rights-request/read/beside";
import { cache } from "react";
import { z } from "zod";
import { can } from "@/lib/domain/nouns/policy";
import { typedInstant } from "@/lib/domain/time/typed-instant";
import { timesNamed, timesTakeMore } from "@/lib/domain/rights-request/times-asked";
import { rightsInvoked, stopOfRequest } from "@/lib/domain/rights-request/stop-words";
import type { FactKind } from "@/lib/domain/rights-request/facts";
import { clockVerdicts } from "@/lib/domain/rights-request/clock-verdicts";
import { shownState } from "@/lib/domain/rights-request/execution";
import { firstDue } from "@/lib/domain/rights-request/first-due";
import { eventsFrom } from "@/lib/domain/rights-request/lifecycle";
import { rightProvisions } from "@/lib/domain/rights-request/right-provisions";
import type { RightId } from "@/lib/domain/rights-request/rights";
import { relayStatus } from "@/lib/domain/rights-request/relay-status";
import type { Timeliness } from "@/lib/domain/rights-request/timeliness";
import { readQuestion } from "@/lib/i18n/search-question";
import type { Search } from "@/lib/forms/list-query";
import { searchField } from "@/lib/forms/list-query";
import {
  countRequestViews,
  findRequestPage,
  REQUEST_VIEWS,
  requestQuerySchema,
} from "@/lib/features/rights-request/read/list";
import { writtenReasonOf } from "@/lib/domain/rights-request/instruction-reason";
import { findFit, findNameable } from "@/lib/features/instruction/read/nameable";
import { findNumbersToRead } from "@/lib/features/rights-request/read/doubted-numbers";
import { namedNumbers } from "@/lib/features/rights-request/read/number-readings";
import { findStoppedContacts } from "@/lib/features/rights-request/read/stopped-contacts";
import { findContactPurposes, purposeOptions } from "@/lib/features/rights-request/read/purposes";
import { findMaybeSame } from "@/lib/features/rights-request/read/same-request";
import { findFigures, timesOf } from "@/lib/features/rights-request/read/figures";
import { isReferenceTold } from "@/lib/features/rights-request/read/public-reference";
import {
  answerLanguage,
  identifyingHintOf,
  openPerson,
  openWords,
} from "@/lib/features/rights-request/read/person";
import { findPlaces } from "@/lib/features/rights-request/read/queries";
import { findHeldInstructions } from "@/lib/features/rights-request/read/instructed";
import { findRule } from "@/lib/features/rights-request/read/retention";
import { idsOf, judgeRequests, timelyFigures } from "@/lib/features/rights-request/read/timeliness";
import { findClockedRequests, isHeld, type ClockedRequest } from "@/lib/features/rights-request/read/to-plan";
import { CONTRACT_BASIS } from "@/lib/features/rights-request/schema";
import { searchNoun } from "@/lib/platform/database/search";
import type { Tx } from "@/lib/platform/database/transaction";
import { pageOf } from "@/lib/platform/read/list-page";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { readTogether } from "@/lib/platform/read/read-together";
import { readerFor } from "@/lib/platform/read/reader";
import { type StaffCtx, today } from "@/lib/platform/request/context";
import { requireStaff } from "@/lib/platform/request/request-session";

export async function loadRequests(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const query = { ...requestQuerySchema.parse(search), q: searchField.parse(search.q ?? "") };
  const reader = readerFor(ctx.scope);
  const ids = common(
    await searchNoun(reader, "rights-request", await readQuestion(query.q)),
    query.timeliness === "" ? null : await findTimely(ctx, query.timeliness),
  );
  const [asked, counts] = await Promise.all([
    findRequestPage(reader, query, ids),
    countRequestViews(reader, query, ids),
  ]);
  const page = pageOf(asked, ({ id, receivedAt }) => [receivedAt.getTime(), id]);
  const { found, held } = await readInScope(ctx.scope, async (tx) => {
    const requests = await findClockedRequests(tx, { id: { in: page.rows.map(({ id }) => id) } });
    return { found: requests, held: await findHeldInstructions(tx, requests, today(ctx)) };
  });
  return {
    views: REQUEST_VIEWS,
    query,
    counts,
    next: page.next,
    rows: found.map((row) => ({
      ...listed(row, ctx.now.getTime()),
      heldInstruction: held.get(row.request.id)?.number ?? null,
    })),
    mayWrite: can(ctx.actor, "rights-request.write"),
  };
}
async function findTimely({ scope, now }: StaffCtx, code: Timeliness): Promise<string[]> {
  return idsOf(await readInScope(scope, (tx) => judgeRequests(tx, now.getTime())), code);
}

/** Ids in both; null narrows to nothing. */
function common(one: readonly string[] | null, other: readonly string[] | null): readonly string[] | null {
  if (one === null || other === null) return one ?? other;
  const known = new Set(other);
  return one.filter((id) => known.has(id));
}

export type ListedRequest = Awaited<ReturnType<typeof loadRequests>>["rows"][number];

function listed(of: ClockedRequest, now: number) {
  const { request, file, relay, controller, receivedAt } = of;
  return {
    id: request.id,
    reference: request.reference,
    rights: request.rights,
    channel: request.channel,
    receivedAt,
    state: file.state,
    controller,
    due: firstDue(of),
    shown: shownState(file),
    cause: file.setAside?.value.cause ?? null,
    isNotReached: file.notReached !== null,
    isHeld: isHeld(of),
    numbers: namedNumbers(openPerson(request.contactSealed), of.facts),
    relay: relayStatus(file, relay, now),
  };
}

/** Controllers that a request may be received for, and the clock of the form. */
export async function loadReceiving(slug: string) {
  const ctx = await requireStaff(slug);
  const now = ctx.now.getTime();
  const places = await readInScope(ctx.scope, findPlaces);
  return {
    mayWrite: can(ctx.actor, "rights-request.write"),
    controllers: places.map(({ id, legalName }) => ({ id, legalName })),
    now: typedInstant(now),
  };
}

export type LoadedRequest = Awaited<ReturnType<typeof loadRequest>>;

/** Cached per request. */
export const loadRequest = cache(async (slug: string, id: string) => {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(id).success) notFound();
  const loaded = await readInScope(ctx.scope, async (tx) => {
    const [found] = await findClockedRequests(tx, { id });
    if (!found) return undefined;
    const numbers = await findNumbersToRead(tx, found.request, found.facts);
    const maybeSame = await findMaybeSame(tx, found.request, found.facts);
    const stopped = await findStoppedContacts(tx, found.request, numbers);
    const held = (await findHeldInstructions(tx, [found], today(ctx))).get(id) ?? null;
    return { found, held, beside: { ...(await findBeside(tx, found)), numbers, maybeSame, stopped } };
  });
  if (!loaded) notFound();
  const { found, held, beside } = loaded;
  const { request, file, facts, controller, clocks, clock, relay, clear, law0908, terms, receivedAt } = found;
  const { reference, rights, stopQuestion, channel, erasedAt } = request;
  return {
    id,
    reference,
    rights,
    provisions: rights.map((right) => rightProvisions(right as RightId, found.laws)),
    stopQuestion,
    channel,
    controller,
    clocks,
    clock,
    relay,
    clear,
    law0908,
    terms,
    receivedAt,
    actsFor: found.actsFor,
    heldInstruction: held,
    clue: identifyingHintOf(request),
    publicReference: request.publicReference,
    isReferenceTold: isReferenceTold(found),
    due: firstDue(found),
    shown: shownState(file),
    verdicts: clockVerdicts(found, ctx.now.getTime()),
    isHeld: isHeld(found),
    file,
    facts: facts.toReversed(),
    erasedAt: erasedAt?.getTime() ?? null,
    mayReadLetters: can(ctx.actor, "outbox.read"),
    openedAt: found.openedAt,
    person: openPerson(request.contactSealed),
    words: openWords(request.wordsSealed),
    ...beside,
    // Leaves out the beginning: an instruction that orders nothing begins nothing.
    events: eventsFrom(file).filter((kind) => held === null || kind !== "started"),
    relayStatus: relayStatus(file, relay, ctx.now.getTime()),
    now: ctx.now.getTime(),
    may: {
      write: can(ctx.actor, "rights-request.write"),
      decide: can(ctx.actor, "rights-request.decide"),
      erase: can(ctx.actor, "rights-request.erase"),
    },
  };
});

/** Values of a chosen event's form; no event is chosen where the address names none that is possible. */
export async function loadEvent(slug: string, id: string, search: Search) {
  const it = await loadRequest(slug, id);
  const ctx = await requireStaff(slug);
  const kind = it.events.find((event) => event === search.kind) ?? null;
  const { controllerId, instructed } = it.file;
  const instructionId = instructed?.value.instructionId;
  const executes = (kind === "started" || kind === "answered") && writtenReasonOf(it.facts) === "";
  const { places, purposes, answers, documents, fit } = await readInScope(ctx.scope, (tx) =>
    readTogether({
      places: kind === "placed" ? findPlaces(tx) : [],
      purposes: kind === "placed" && stopOfRequest(it) !== null ? findContactPurposes(tx) : [],
      answers:
        kind === "instructed" && controllerId !== null
          ? findNameable(tx, { controllerId, use: "rights-request", day: today(ctx), named: null })
          : null,
      fit:
        executes && instructionId && controllerId
          ? findFit(tx, {
              id: instructionId,
              controllerId,
              use: "rights-request",
              day: today(ctx),
              writtenReason: "",
            })
          : null,
      documents: kind === "task-answered" || kind === "answered" ? findDocuments(tx, id) : [],
    }),
  );
  const asked = [search.task].flat()[0];
  return {
    it,
    kind,
    documents,
    refusals: fit?.refusals ?? [],
    answers: answers ?? { options: [], withheld: [] },
    controllers: places.map((place) => ({ id: place.id, legalName: place.legalName })),
    stops: stopOfRequest(it),
    timesNamed: timesNamed({ rights: rightsInvoked(it), words: it.words, at: it.receivedAt }),
    timesTakeMore: timesTakeMore({ rights: rightsInvoked(it), words: it.words, at: it.receivedAt }),
    purposes: purposeOptions(purposes, places),
    answerLanguage: answerLanguage(it.person),
    candidate: [search.controller].flat()[0] ?? it.candidates[0]?.id ?? "",
    task: it.file.tasks.find((task) => task.id === asked) ?? null,
    now: typedInstant(ctx.now.getTime()),
    // A contract that says to answer instructs beforehand.
    mandate: it.terms?.rule === "answered" ? { basis: CONTRACT_BASIS, contract: it.terms.reference } : null,
    may: mayRecord(it, kind),
    isOpen: kind !== null,
  };
}

/** Answer of the role: whoever may decide may record everything else too. */
function mayRecord({ may }: LoadedRequest, kind: FactKind | null): boolean {
  if (kind === null) return may.write;
  return ["not-ours", "reopened", "confirmed", "closed"].includes(kind) ? may.decide : may.write;
}

function findDocuments(tx: Tx, id: string) {
  return tx.attachment.findMany({
    where: { subjectNoun: "rights-request", subjectId: id },
    orderBy: { storedAt: "desc" },
    select: { id: true, fileName: true },
  });
}

export type LoadedFigures = Awaited<ReturnType<typeof loadFigures>>;

export async function loadFigures(slug: string) {
  const ctx = await requireStaff(slug);
  const now = ctx.now.getTime();
  const figures = await findFigures(readerFor(ctx.scope), now);
  const judged = await readInScope(ctx.scope, (tx) => judgeRequests(tx, now));
  const months = figures.months.map(({ filter }) => filter.month);
  return {
    ...figures,
    times: timesOf(judged),
    timely: timelyFigures(judged, months),
    mayExport: can(ctx.actor, "export.take"),
  };
}

export async function loadRetention(slug: string) {
  const ctx = await requireStaff(slug);
  const rule = await readInScope(ctx.scope, findRule);
  return {
    rule: rule && { retentionMonths: rule.retentionMonths, version: rule.version },
    mayDecide: can(ctx.actor, "rights-request.decide"),
  };
}
