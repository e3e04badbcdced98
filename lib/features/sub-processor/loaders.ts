import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { required } from "@/lib/domain/invariant/required";
import { can } from "@/lib/domain/nouns/policy";
import { isBelow, placeLinks } from "@/lib/domain/sub-processor/chain";
import { assessSubProcessor } from "@/lib/domain/sub-processor/completeness";
import { eventsFrom } from "@/lib/domain/sub-processor/lifecycle";
import { isInForce, type LinkedTransfer } from "@/lib/domain/sub-processor/use-requirements";
import { clausesAsked } from "@/lib/domain/sub-processor/rules";
import { scopeChanges } from "@/lib/domain/sub-processor/scope";
import { sectionOf, type SubProcessorSection } from "@/lib/domain/sub-processor/sections";
import { compareSubProcessors } from "@/lib/domain/sub-processor/version-changes";
import { todayIn } from "@/lib/domain/time/zones";
import { readerFor } from "@/lib/platform/read/reader";
import { requireStaff } from "@/lib/platform/request/request-session";
import { withOrg } from "@/lib/platform/database/transaction";
import {
  findFacts,
  findLinkedTransfers,
  findSubProcessor,
  findVersions,
  type SubProcessorRow,
} from "@/lib/features/sub-processor/read/queries";
import { compareClients, findReliant } from "@/lib/features/sub-processor/read/reliance";
import {
  countViews,
  searchSubProcessors,
  findSubProcessorPage,
  PAGE_SIZE,
  subProcessorQuerySchema,
} from "@/lib/features/sub-processor/read/list";
import {
  findRequestsAbout,
  findLinkedTransfersAt,
  findSubProcessorVersion,
} from "@/lib/features/sub-processor/read/versions";

type Search = Record<string, string | string[] | undefined>;

export async function loadSubProcessors(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const query = subProcessorQuerySchema.parse(search);
  const reader = readerFor(ctx.scope);
  const ids = await searchSubProcessors(reader, query.q);
  const [rows, counts] = await Promise.all([
    findSubProcessorPage(reader, query, ids),
    countViews(reader, ids),
  ]);
  const last = rows[PAGE_SIZE - 1];
  return {
    rows: rows.slice(0, PAGE_SIZE),
    counts,
    query,
    today: todayIn("Africa/Casablanca", ctx.now.getTime()),
    next: rows.length > PAGE_SIZE && last ? `${last.name}\u0001${last.id}` : null,
    mayWrite: can(ctx.actor, "sub-processor.write"),
  };
}

/** Cached per request. */
export const loadSubProcessor = cache(async (slug: string, id: string) => {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(id).success) notFound();
  const today = todayIn("Africa/Casablanca", ctx.now.getTime());
  const found = await withOrg(ctx.scope, async (tx) => {
    const subProcessor = await findSubProcessor(tx, id);
    if (!subProcessor) return null;
    const transfers = await findLinkedTransfers(tx, id);
    const clients = await compareClients(tx, subProcessor, today);
    const [versions, facts] = [await findVersions(tx, id), await findFacts(tx, id)];
    return { subProcessor, transfers, clients, versions, facts };
  });
  if (!found) notFound();
  const { subProcessor, transfers, clients } = found;
  const { content, state } = subProcessor;
  return {
    ...describeSubProcessor(subProcessor, transfers, today),
    clients,
    hasContract: isInForce(content.contract, today),
    versions: found.versions.map(({ recordedAt, ...version }) => ({ ...version, at: recordedAt.getTime() })),
    facts: found.facts.map(({ recordedAt, ...fact }) => ({ ...fact, at: recordedAt.getTime() })),
    events: eventsFrom(state),
    today,
    may: {
      write: can(ctx.actor, "sub-processor.write"),
      move: can(ctx.actor, "sub-processor.move"),
      ask: can(ctx.actor, "authorisation.write") && state === "listed",
    },
  };
});

function describeSubProcessor(subProcessor: SubProcessorRow, transfers: LinkedTransfer[], on: string) {
  const { content } = subProcessor;
  return {
    subProcessor,
    gaps: assessSubProcessor({ content, transfers, on }),
    clausesAsked: clausesAsked({ content, on }),
    links: placeLinks(content.chain.links),
  };
}

/** Applies the law of the day it was recorded. */
export const loadSubProcessorVersion = cache(async (slug: string, id: string, number: string) => {
  const ctx = await requireStaff(slug);
  const version = z.coerce.number().int().positive().max(2_147_483_647).safeParse(number);
  if (!z.uuid().safeParse(id).success || !version.success) notFound();
  const found = await withOrg(ctx.scope, async (tx) => {
    const stored = await findSubProcessorVersion(tx, id, version.data);
    return (
      stored && {
        ...stored,
        now: required(await findSubProcessor(tx, id), "sub-processor of the page"),
        transfers: await findLinkedTransfersAt(tx, id, stored.recordedAt),
        asked: await findRequestsAbout(tx, id, version.data),
      }
    );
  });
  if (!found) notFound();
  const { row, before, now, transfers, asked, recordedAt, authorName, change } = found;
  return {
    ...describeSubProcessor(row, transfers, todayIn("Africa/Casablanca", recordedAt.getTime())),
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
    ...{ id, reference, version, link, reliant, mayWrite },
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
  const found = await withOrg(ctx.scope, async (tx) => {
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
