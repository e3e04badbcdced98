import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { readQuestion } from "@/lib/i18n/search-question";
import { can } from "@/lib/domain/nouns/policy";
import { todayIn } from "@/lib/domain/time/zones";
import { assessTransfer, summariseTransferGaps } from "@/lib/domain/transfer/completeness";
import type { TransferSection } from "@/lib/domain/transfer/content";
import { eventsFrom } from "@/lib/domain/transfer/lifecycle";
import { transferStatusOn } from "@/lib/domain/transfer/status";
import { basisOf, openCase } from "@/lib/domain/transfer/transfer-case";
import { recordPageAccess } from "@/lib/platform/access/access-log";
import type { Search } from "@/lib/forms/list-query";
import { searchNoun } from "@/lib/platform/database/search";
import { pageOf } from "@/lib/platform/read/list-page";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { findNarrowedTo } from "@/lib/platform/read/of-controller";
import { readTogether } from "@/lib/platform/read/read-together";
import { readerFor } from "@/lib/platform/read/reader";
import { refuseInPortal, requireContact, requireStaff } from "@/lib/platform/request/request-session";
import {
  findBindings,
  findFacts,
  findListed,
  findTransfer,
  findTransfers,
  findVersions,
  type TransferRow,
} from "@/lib/features/transfer/read/queries";
import { findEntryDraft } from "@/lib/features/transfer/read/entry-draft";
import { findToolAsked } from "@/lib/features/transfer/read/tool-asked";
import {
  countTransfers,
  findTransferPage,
  findTransfersOf,
  transferQuerySchema,
  type TransferListRow,
  type TransferOwner,
} from "@/lib/features/transfer/read/list";
import { withInstants } from "@/lib/platform/versioned/history";

export type ListedTransfer = ReturnType<typeof listed>;

function listed(row: TransferListRow, today: string) {
  return { ...row, status: transferStatusOn(row, today) };
}

export async function loadTransfers(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const query = transferQuerySchema.parse(search);
  const today = todayIn("Africa/Casablanca", ctx.now.getTime());
  const reader = readerFor(ctx.scope);
  const read = { today, ids: await searchNoun(reader, "transfer", await readQuestion(query.q)) };
  const [rows, counts, narrowedTo] = await Promise.all([
    findTransferPage(reader, query, read),
    countTransfers(reader, read, query),
    findNarrowedTo(reader, query),
  ]);
  const page = pageOf(rows, ({ sortKey, id }) => [sortKey, id]);
  return {
    ...page,
    rows: page.rows.map((row) => listed(row, today)),
    counts,
    query,
    narrowedTo,
    today,
    mayWrite: can(ctx.actor, "transfer.write"),
  };
}

export async function loadTransfersOf(slug: string, owner: TransferOwner) {
  const ctx = await requireStaff(slug);
  const today = todayIn("Africa/Casablanca", ctx.now.getTime());
  const reader = readerFor(ctx.scope);
  const [rows, asked] = await Promise.all([
    findTransfersOf(reader, owner),
    "controllerId" in owner ? findToolAsked(reader, owner.controllerId, today) : null,
  ]);
  return { rows: rows.map((row) => listed(row, today)), asked, mayWrite: can(ctx.actor, "transfer.write") };
}

/** Cached per request. */
export const loadTransfer = cache(async (slug: string, id: string) => {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(id).success) notFound();
  const today = todayIn("Africa/Casablanca", ctx.now.getTime());
  const found = await readInScope(ctx.scope, async (tx) => {
    const [transfer, versions, facts] = await Promise.all([
      findTransfer(tx, id),
      findVersions(tx, id),
      findFacts(tx, id),
    ]);
    if (!transfer) return null;
    const bindingOf = await findBindings(tx, today, transfer.controllerId ?? undefined);
    return { transfer, binding: bindingOf(transfer), versions, facts };
  });
  if (!found) notFound();
  const { transfer, binding } = found;
  return {
    transfer,
    ...describeDay(transfer, { content: transfer.content, binding, on: today }),
    versions: withInstants(found.versions),
    facts: withInstants(found.facts),
    events: eventsFrom(transfer.state),
    today,
    may: { write: can(ctx.actor, "transfer.write"), move: can(ctx.actor, "transfer.move") },
  };
});

export async function loadPortalTransfers(contactId: string) {
  const ctx = await requireContact(contactId);
  const today = todayIn("Africa/Casablanca", ctx.now.getTime());
  return readInScope(ctx.scope, async (tx) => {
    const [bindingOf, transfers] = await Promise.all([
      findBindings(tx, today, ctx.actor.controllerId),
      findTransfers(tx),
    ]);
    return transfers.map((transfer) => ({
      id: transfer.id,
      reference: transfer.reference,
      importer: transfer.content.importer.name,
      country: transfer.content.importer.country,
      placeKind: transfer.content.importer.placeKind,
      status: describeDay(transfer, {
        content: transfer.content,
        binding: bindingOf(transfer),
        on: today,
      }).status,
    }));
  });
}

/** Hides gaps, which concern the processor. Cached per request. */
export const loadPortalTransfer = cache(async (contactId: string, id: string) => {
  const ctx = await requireContact(contactId);
  if (!z.uuid().safeParse(id).success) return refuseInPortal(ctx, "transfer", id);
  const today = todayIn("Africa/Casablanca", ctx.now.getTime());
  const { transfer, bindingOf } = await readInScope(ctx.scope, (tx) =>
    readTogether({
      transfer: findTransfer(tx, id),
      bindingOf: findBindings(tx, today, ctx.actor.controllerId),
    }),
  );
  if (!transfer) return refuseInPortal(ctx, "transfer", id);
  const { isDisputed } = await recordPageAccess(ctx, { noun: "transfer", id, label: transfer.reference });
  return {
    isDisputed,
    transfer,
    ...describeDay(transfer, {
      content: transfer.content,
      binding: bindingOf(transfer),
      on: today,
    }),
    gaps: [],
    versions: [],
    facts: [],
    events: [],
    today,
    may: { write: false, move: false },
  };
});

function describeDay(
  { state, content, controller }: TransferRow,
  stated: Omit<Parameters<typeof openCase>[0], "controller">,
) {
  const assessment = { ...stated, controller };
  const { adequacy, isInside, isPartyUnknown: isStandingUnsaid } = openCase(assessment);
  const gaps = assessTransfer(assessment);
  const { required, codes } = summariseTransferGaps(gaps);
  const { country } = content.importer;
  const { nextReviewOn } = content.assessment;
  return {
    gaps,
    adequacy,
    isInside,
    isStandingUnsaid,
    basis: basisOf(assessment),
    status: transferStatusOn(
      { state, country, nextReviewOn, requiredGaps: required, gapCodes: codes },
      assessment.on,
    ),
  };
}

export async function loadSection(slug: string, id: string, section: TransferSection) {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(id).success) notFound();
  const transfer = await readInScope(ctx.scope, (tx) => findTransfer(tx, id));
  if (!transfer) notFound();
  const { reference, version, content } = transfer;
  return {
    id,
    reference,
    version,
    values: content[section],
    country: content.importer.country,
    mayWrite: can(ctx.actor, "transfer.write"),
  };
}

export async function loadTransferGate(slug: string, search: Search = {}) {
  const ctx = await requireStaff(slug);
  const { controllers, subProcessors, entry } = await readInScope(ctx.scope, (tx) =>
    readTogether({
      controllers: tx.controller.findMany({
        where: { archivedAt: null },
        orderBy: { legalName: "asc" },
        select: { id: true, legalName: true },
      }),
      subProcessors: findListed(tx),
      entry: findEntryDraft(tx, search),
    }),
  );
  return { controllers, subProcessors, entry, mayWrite: can(ctx.actor, "transfer.write") };
}

export async function loadTransferLink(slug: string, id: string) {
  const { transfer, may } = await loadTransfer(slug, id);
  if (transfer.content.flow !== "to-sub-processor") notFound();
  const ctx = await requireStaff(slug);
  return { transfer, subProcessors: await readInScope(ctx.scope, findListed), mayWrite: may.write };
}
