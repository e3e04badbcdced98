import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { can } from "@/lib/domain/nouns/policy";
import { timeIn } from "@/lib/domain/instruction/as-typed";
import { proposeCandidates } from "@/lib/domain/rights-request/candidates";
import type { FactKind } from "@/lib/domain/rights-request/facts";
import { eventsFrom } from "@/lib/domain/rights-request/lifecycle";
import { relayStatus } from "@/lib/domain/rights-request/relay-status";
import { proposeTasks, taskKey, withoutTasks } from "@/lib/domain/rights-request/tasks";
import type { Timeliness } from "@/lib/domain/rights-request/timeliness";
import { searchTerms } from "@/lib/domain/search/terms";
import { todayIn } from "@/lib/domain/time/zones";
import type { Search } from "@/lib/forms/list-query";
import { searchField } from "@/lib/forms/list-query";
import {
  countRequestViews,
  findRequestPage,
  REQUEST_VIEWS,
  requestQuerySchema,
} from "@/lib/features/rights-request/read/list";
import { findFigures } from "@/lib/features/rights-request/read/figures";
import { identifyingHintOf, openPerson, openWords } from "@/lib/features/rights-request/read/person";
import { findRecipients } from "@/lib/features/rights-request/read/recipients";
import { findAnswers, findPlaces, findTaskSources } from "@/lib/features/rights-request/read/queries";
import { findRule } from "@/lib/features/rights-request/read/retention";
import { idsOf, judgeRequests, timelyFigures } from "@/lib/features/rights-request/read/timeliness";
import { findClockedRequests, isHeld, type ClockedRequest } from "@/lib/features/rights-request/read/to-plan";
import { CONTRACT_BASIS } from "@/lib/features/rights-request/schema";
import { searchNoun } from "@/lib/platform/database/search";
import type { Tx } from "@/lib/platform/database/transaction";
import { findLetterStatuses } from "@/lib/platform/mail/letter-status";
import { pageOf } from "@/lib/platform/read/list-page";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { readTogether } from "@/lib/platform/read/read-together";
import { readerFor } from "@/lib/platform/read/reader";
import type { StaffCtx } from "@/lib/platform/request/context";
import { requireStaff } from "@/lib/platform/request/request-session";

export async function loadRequests(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const query = { ...requestQuerySchema.parse(search), q: searchField.parse(search.q ?? "") };
  const reader = readerFor(ctx.scope);
  const ids = common(
    await searchNoun(reader, "rights-request", searchTerms(query.q)),
    query.timeliness === "" ? null : await findTimely(ctx, query.timeliness),
  );
  const [asked, counts] = await Promise.all([
    findRequestPage(reader, query, ids),
    countRequestViews(reader, query, ids),
  ]);
  const page = pageOf(asked, ({ id, receivedAt }) => [receivedAt.getTime(), id]);
  const found = await readInScope(ctx.scope, (tx) =>
    findClockedRequests(tx, { id: { in: page.rows.map(({ id }) => id) } }),
  );
  return {
    ...{
      views: REQUEST_VIEWS,
      query,
      counts,
      next: page.next,
      rows: found.map((row) => listed(row, ctx.now.getTime())),
    },
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

function listed({ request, file, clock, relay, controller, receivedAt }: ClockedRequest, now: number) {
  return {
    ...{ id: request.id, reference: request.reference, rights: request.rights, channel: request.channel },
    ...{ receivedAt, state: file.state, controller, dueOn: clock?.due.lastDay ?? null },
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
    return found && { found, beside: await findBeside(tx, found) };
  });
  if (!loaded) notFound();
  const { found, beside } = loaded;
  const { request, file, facts, controller, clocks, clock, relay, clear, law0908, terms, receivedAt } = found;
  const { reference, rights, channel, erasedAt } = request;
  return {
    id,
    reference,
    rights,
    channel,
    controller,
    clocks,
    clock,
    relay,
    clear,
    law0908,
    terms,
    receivedAt,
    clue: identifyingHintOf(request),
    publicReference: request.publicReference,
    isHeld: isHeld(found),
    ...{ file, facts: facts.toReversed(), erasedAt: erasedAt?.getTime() ?? null },
    openedAt: found.openedAt,
    mayReadLetters: can(ctx.actor, "outbox.read"),
    person: openPerson(request.contactSealed),
    words: openWords(request.wordsSealed),
    ...beside,
    events: eventsFrom(file),
    relayStatus: relayStatus(file, relay, ctx.now.getTime()),
    now: ctx.now.getTime(),
    may: {
      write: can(ctx.actor, "rights-request.write"),
      decide: can(ctx.actor, "rights-request.decide"),
      erase: can(ctx.actor, "rights-request.erase"),
    },
  };
});

async function findBeside(tx: Tx, { request, file, facts }: ClockedRequest) {
  const { controllerId, personKey, id } = request;
  const { sources, places, others, instruction, recipients, letterOf } = await readTogether({
    sources: controllerId === null ? [] : findTaskSources(tx, controllerId),
    places: controllerId === null ? findPlaces(tx) : [],
    others: personKey === null ? [] : findOthers(tx, id, personKey),
    instruction: findInstruction(tx, file.instructed?.value.instructionId),
    recipients: controllerId === null ? [] : findRecipients(tx, controllerId),
    letterOf: findLetterStatuses(tx, lettersOf(facts)),
  });
  return {
    proposals: withoutTasks(proposeTasks(sources), file.tasks).map((task) => ({
      ...task,
      key: taskKey(task),
    })),
    candidates: proposeCandidates(identifyingHintOf(request), places),
    ...{ others, instruction, recipients: recipients.map(({ name }) => name) },
    letters: lettersOf(facts).flatMap((id) => letterOf(id) ?? []),
  };
}

function lettersOf(facts: ClockedRequest["facts"]): string[] {
  return facts.flatMap(({ value }) => value.letterIds ?? []);
}

/** Requests of the same person, by the key of the number or address. */
function findOthers(tx: Tx, id: string, personKey: Uint8Array<ArrayBuffer>) {
  return tx.rightsRequest.findMany({
    where: { personKey, id: { not: id } },
    orderBy: { receivedAt: "desc" },
    take: MOST_OTHERS,
    select: { id: true, reference: true, state: true },
  });
}
const MOST_OTHERS = 20;

async function findInstruction(tx: Tx, id: string | undefined) {
  if (id === undefined) return null;
  return tx.instruction.findFirst({ where: { id }, select: { id: true, number: true } });
}

/** Values of a chosen event's form; no event is chosen where the address names none that is possible. */
export async function loadEvent(slug: string, id: string, search: Search) {
  const it = await loadRequest(slug, id);
  const ctx = await requireStaff(slug);
  const kind = it.events.find((event) => event === search.kind) ?? null;
  const { controllerId } = it.file;
  const { places, answers, documents } = await readInScope(ctx.scope, (tx) =>
    readTogether({
      places: kind === "placed" ? findPlaces(tx) : [],
      answers: kind === "instructed" && controllerId !== null ? findAnswers(tx, controllerId) : [],
      documents: kind === "task-answered" || kind === "answered" ? findDocuments(tx, id) : [],
    }),
  );
  const asked = [search.task].flat()[0];
  return {
    ...{ it, kind, answers, documents },
    controllers: places.map((place) => ({ id: place.id, legalName: place.legalName })),
    candidate: [search.controller].flat()[0] ?? it.candidates[0]?.id ?? "",
    task: it.file.tasks.find((task) => task.id === asked) ?? null,
    now: typedInstant(ctx.now.getTime()),
    // A contract that says to answer instructs beforehand.
    mandate: it.terms?.rule === "answered" ? { basis: CONTRACT_BASIS, contract: it.terms.reference } : null,
    may: mayRecord(it, kind),
  };
}

function mayRecord({ may }: LoadedRequest, kind: FactKind | null): boolean {
  if (kind === null) return false;
  return ["not-ours", "reopened", "confirmed", "closed"].includes(kind) ? may.decide : may.write;
}

function findDocuments(tx: Tx, id: string) {
  return tx.attachment.findMany({
    where: { subjectNoun: "rights-request", subjectId: id },
    orderBy: { storedAt: "desc" },
    select: { id: true, fileName: true },
  });
}

/** A day and an hour of Casablanca, as a form's fields hold them. */
function typedInstant(instant: number) {
  return { on: todayIn("Africa/Casablanca", instant), time: timeIn(instant) };
}

export type LoadedFigures = Awaited<ReturnType<typeof loadFigures>>;

export async function loadFigures(slug: string) {
  const ctx = await requireStaff(slug);
  const now = ctx.now.getTime();
  const figures = await findFigures(readerFor(ctx.scope), todayIn("Africa/Casablanca", now));
  const judged = await readInScope(ctx.scope, (tx) => judgeRequests(tx, now));
  const months = figures.months.map(({ filter }) => filter.month);
  return { ...figures, timely: timelyFigures(judged, months), mayExport: can(ctx.actor, "export.take") };
}

export async function loadRetention(slug: string) {
  const ctx = await requireStaff(slug);
  const rule = await readInScope(ctx.scope, findRule);
  return {
    rule: rule && { retentionMonths: rule.retentionMonths, version: rule.version },
    mayDecide: can(ctx.actor, "rights-request.decide"),
  };
}
