import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { readQuestion } from "@/lib/i18n/search-question";
import { can } from "@/lib/domain/nouns/policy";
import { isBelow, placeLinks } from "@/lib/domain/sub-processor/chain";
import { assessSubProcessor } from "@/lib/domain/sub-processor/completeness";
import { eventsFrom } from "@/lib/domain/sub-processor/lifecycle";
import { isInForce } from "@/lib/domain/sub-processor/use-requirements";
import { clausesAsked } from "@/lib/domain/sub-processor/rules";
import { scopeChanges } from "@/lib/domain/sub-processor/scope";
import { sectionOf, type SubProcessorSection } from "@/lib/domain/sub-processor/sections";
import type { SubProcessorAssessment } from "@/lib/domain/sub-processor/sub-processor-case";
import { compareSubProcessors } from "@/lib/domain/sub-processor/version-changes";
import { todayIn } from "@/lib/domain/time/zones";
import type { Search } from "@/lib/forms/list-query";
import { searchNoun } from "@/lib/platform/database/search";
import { pageOf } from "@/lib/platform/read/list-page";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { readTogether } from "@/lib/platform/read/read-together";
import { readerFor } from "@/lib/platform/read/reader";
import { requireStaff } from "@/lib/platform/request/request-session";
import {
  findFacts,
  findLinkedTransfers,
  findSubProcessor,
  findVersions,
  type SubProcessorRow,
} from "@/lib/features/sub-processor/read/queries";
import { findClients, findClientsAt } from "@/lib/features/sub-processor/read/clients";
import { compareClients, findReliant } from "@/lib/features/sub-processor/read/reliance";
import {
  countSubProcessors,
  findSubProcessorPage,
  subProcessorQuerySchema,
} from "@/lib/features/sub-processor/read/list";
import {
  findRequestsAbout,
  findLinkedTransfersAt,
  findSubProcessorVersion,
} from "@/lib/features/sub-processor/read/versions";
import { withInstants } from "@/lib/platform/versioned/history";

export async function loadSubProcessors(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const query = subProcessorQuerySchema.parse(search);
  const reader = readerFor(ctx.scope);
  const ids = await searchNoun(reader, "sub-processor", await readQuestion(query.q));
  const [rows, counts] = await Promise.all([
    findSubProcessorPage(reader, query, ids),
    countSubProcessors(reader, ids),
  ]);
  return {
    ...pageOf(rows, ({ name, id }) => [name, id]),
    counts,
    query,
    today: todayIn("Africa/Casablanca", ctx.now.getTime()),
    mayWrite: can(ctx.actor, "sub-processor.write"),
  };
}

/** Cached per request. */
export const loadSubProcessor = cache(async (slug: string, id: string) => {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(id).success) notFound();
  const today = todayIn("Africa/Casablanca", ctx.now.getTime());
  const found = await readInScope(ctx.scope, async (tx) => {
    const { subProcessor, ...beside } = await readTogether({
      subProcessor: findSubProcessor(tx, id),
      transfers: findLinkedTransfers(tx, id),
      versions: findVersions(tx, id),
      facts: findFacts(tx, id),
    });
    if (!subProcessor) return null;
    const clientsOf = await findClients(tx, { on: today, subProcessorIds: [id] });
    const compared = await compareClients(tx, subProcessor, today);
    return { subProcessor, ...beside, reliant: clientsOf(id), clients: compared };
  });
  if (!found) notFound();
  const { subProcessor, transfers, reliant, clients } = found;
  const { content, state } = subProcessor;
  return {
    ...describeSubProcessor(subProcessor, { transfers, clients: reliant, on: today }),
    clients,
    hasContract: isInForce(content.contract, today),
    versions: withInstants(found.versions),
    facts: withInstants(found.facts),
    events: eventsFrom(state),
    today,
    may: {
      write: can(ctx.actor, "sub-processor.write"),
      move: can(ctx.actor, "sub-processor.move"),
      ask: can(ctx.actor, "authorisation.write") && state === "listed",
    },
  };
});

function describeSubProcessor(
  subProcessor: SubProcessorRow,
  { transfers, clients, on }: Omit<SubProcessorAssessment, "content">,
) {
  const { content } = subProcessor;
  return {
    subProcessor,
    gaps: assessSubProcessor({ content, transfers, clients, on }),
    clausesAsked: clausesAsked({ content, on }),
    links: placeLinks(content.chain.links),
  };
}

/** Applies the law of the day it was recorded. */
export const loadSubProcessorVersion = cache(async (slug: string, id: string, number: string) => {
  const ctx = await requireStaff(slug);
  const version = z.coerce.number().int().positive().max(2_147_483_647).safeParse(number);
  if (!z.uuid().safeParse(id).success || !version.success) notFound();
  const found = await readInScope(ctx.scope, async (tx) => {
    const stored = await findSubProcessorVersion(tx, id, version.data);
    if (!stored) return null;
    const on = todayIn("Africa/Casablanca", stored.recordedAt.getTime());
    const beside = await readTogether({
      clients: findClientsAt(tx, { at: stored.recordedAt, on, subProcessorId: id }),
      now: findSubProcessor(tx, id),
      transfers: findLinkedTransfersAt(tx, id, stored.recordedAt),
      asked: findRequestsAbout(tx, id, version.data),
    });
    return beside.now && { ...stored, ...beside, on, now: beside.now };
  });
  if (!found) notFound();
  const { row, before, now, on, transfers, clients, asked, recordedAt, authorName, change } = found;
  return {
    ...describeSubProcessor(row, { transfers, clients, on }),
    changes: before && compareSubProcessors(before, row),
    asked,
    /** Changes of the authorised scope since this version. */
    differsNow: { version: now.version, parts: scopeChanges(row.content, now.content) },
    recorded: { at: recordedAt.getTime(), authorName, change },
    may: { write: false, move: false, ask: false },
  };
});

export async function loadSection<S extends SubProcessorSection>(slug: string, id: string, section: S) {
  const { subProcessor, reliant, mayWrite } = await loadForm(slug, id);
  const { reference, version, content } = subProcessor;
  return { id, reference, version, values: sectionOf(content, section), reliant, mayWrite };
}

export async function loadLink(slug: string, id: string, linkId: string | null) {
  const { subProcessor, reliant, mayWrite } = await loadForm(slug, id);
  const { reference, version, content } = subProcessor;
  const { links } = content.chain;
  const link = links.find((one) => one.id === linkId) ?? null;
  if (linkId !== null && !link) notFound();
  // Excludes the link itself and those below it as parents.
  const above = placeLinks(links).filter(
    (placed) => link === null || !isBelow(links, placed.link.id, link.id),
  );
  return {
    id,
    reference,
    version,
    link,
    reliant,
    mayWrite,
    name: content.identity.name,
    above: above.map((placed) => ({
      value: placed.link.id,
      label: `${placed.number} · ${placed.link.name}`,
    })),
    hasBelow: links.some(({ under }) => under !== null && under === link?.id),
  };
}

/** Includes the number of controllers to whom a change may owe a notice. */
async function loadForm(slug: string, id: string) {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(id).success) notFound();
  const found = await readInScope(ctx.scope, async (tx) => {
    const subProcessor = await findSubProcessor(tx, id);
    return subProcessor && { subProcessor, reliant: (await findReliant(tx, id)).length };
  });
  if (!found) notFound();
  return { ...found, mayWrite: can(ctx.actor, "sub-processor.write") };
}

export async function loadSubProcessorGate(slug: string) {
  const ctx = await requireStaff(slug);
  return { mayWrite: can(ctx.actor, "sub-processor.write") };
}
