import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { can } from "@/lib/domain/nouns/policy";
import { todayIn } from "@/lib/domain/time/zones";
import { assessTransfer, summariseTransferGaps } from "@/lib/domain/transfer/completeness";
import type { TransferSection } from "@/lib/domain/transfer/content";
import { eventsFrom } from "@/lib/domain/transfer/lifecycle";
import { transferStatusOn } from "@/lib/domain/transfer/status";
import { basisOf, openCase } from "@/lib/domain/transfer/transfer-case";
import { recordAccess } from "@/lib/platform/access/access-log";
import { readerFor } from "@/lib/platform/read/reader";
import { refuseInPortal, requireContact, requireStaff } from "@/lib/platform/request/request-session";
import { withOrg } from "@/lib/platform/database/transaction";
import {
  findBindings,
  findFacts,
  findListed,
  findTransfer,
  findTransfers,
  findVersions,
  type TransferRow,
} from "@/lib/features/transfer/read/queries";
import {
  countViews,
  searchTransfers,
  findTransferPage,
  findTransfersOf,
  PAGE_SIZE,
  transferQuerySchema,
  type TransferListRow,
  type TransferOwner,
} from "@/lib/features/transfer/read/list";

type Search = Record<string, string | string[] | undefined>;

export type ListedTransfer = ReturnType<typeof listed>;

function listed(row: TransferListRow, today: string) {
  return { ...row, standing: transferStatusOn(row, today) };
}

export async function loadTransfers(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const query = transferQuerySchema.parse(search);
  const today = todayIn("Africa/Casablanca", ctx.now.getTime());
  const reader = readerFor(ctx.scope);
  const read = { today, ids: await searchTransfers(reader, query.q) };
  const [rows, counts] = await Promise.all([findTransferPage(reader, query, read), countViews(reader, read)]);
  const last = rows[PAGE_SIZE - 1];
  return {
    rows: rows.slice(0, PAGE_SIZE).map((row) => listed(row, today)),
    counts,
    query,
    today,
    next: rows.length > PAGE_SIZE && last ? `${last.sortKey}\u0001${last.id}` : null,
    mayWrite: can(ctx.actor, "transfer.write"),
  };
}

export async function loadTransfersOf(slug: string, owner: TransferOwner) {
  const ctx = await requireStaff(slug);
  const today = todayIn("Africa/Casablanca", ctx.now.getTime());
  const rows = await findTransfersOf(readerFor(ctx.scope), owner);
  return { rows: rows.map((row) => listed(row, today)), mayWrite: can(ctx.actor, "transfer.write") };
}

/** Cached per request. */
export const loadTransfer = cache(async (slug: string, id: string) => {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(id).success) notFound();
  const today = todayIn("Africa/Casablanca", ctx.now.getTime());
  const found = await withOrg(ctx.scope, async (tx) => {
    const transfer = await findTransfer(tx, id);
    if (!transfer) return null;
    const bindingOf = await findBindings(tx, today, transfer.controllerId ?? undefined);
    const [versions, facts] = [await findVersions(tx, id), await findFacts(tx, id)];
    return { transfer, binding: bindingOf(transfer), versions, facts };
  });
  if (!found) notFound();
  const { transfer, binding } = found;
  return {
    transfer,
    ...describeDay(transfer, { content: transfer.content, binding, on: today }),
    versions: found.versions.map(({ recordedAt, ...version }) => ({ ...version, at: recordedAt.getTime() })),
    facts: found.facts.map(({ recordedAt, ...fact }) => ({ ...fact, at: recordedAt.getTime() })),
    events: eventsFrom(transfer.state),
    today,
    may: { write: can(ctx.actor, "transfer.write"), move: can(ctx.actor, "transfer.move") },
  };
});

export async function loadPortalTransfers(contactId: string) {
  const ctx = await requireContact(contactId);
  const today = todayIn("Africa/Casablanca", ctx.now.getTime());
  return withOrg(ctx.scope, async (tx) => {
    const bindingOf = await findBindings(tx, today, ctx.actor.controllerId);
    const transfers = await findTransfers(tx);
    return transfers.map((transfer) => ({
      id: transfer.id,
      reference: transfer.reference,
      importer: transfer.content.importer.name,
      country: transfer.content.importer.country,
      standing: describeDay(transfer, {
        content: transfer.content,
        binding: bindingOf(transfer),
        on: today,
      }).standing,
    }));
  });
}

/** Hides gaps, which concern the processor. Cached per request. */
export const loadPortalTransfer = cache(async (contactId: string, id: string) => {
  const ctx = await requireContact(contactId);
  if (!z.uuid().safeParse(id).success) return refuseInPortal(ctx, "transfer", id);
  const today = todayIn("Africa/Casablanca", ctx.now.getTime());
  const found = await withOrg(ctx.scope, async (tx) => {
    const transfer = await findTransfer(tx, id);
    if (!transfer) return null;
    await recordAccess(tx, ctx, { noun: "transfer", id, label: transfer.reference });
    return { transfer, bindingOf: await findBindings(tx, today, ctx.actor.controllerId) };
  });
  if (!found) return refuseInPortal(ctx, "transfer", id);
  const { transfer, bindingOf } = found;
  return {
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
  stated: Omit<Parameters<typeof openCase>[0], "controllerCountry">,
) {
  const assessment = { ...stated, controllerCountry: controller?.country ?? null };
  const { adequacy, isInside, isStandingUnsaid } = openCase(assessment);
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
    standing: transferStatusOn(
      { state, country, nextReviewOn, requiredGaps: required, gapCodes: codes },
      assessment.on,
    ),
  };
}

export async function loadSection(slug: string, id: string, section: TransferSection) {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(id).success) notFound();
  const transfer = await withOrg(ctx.scope, (tx) => findTransfer(tx, id));
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

export async function loadTransferGate(slug: string) {
  const ctx = await requireStaff(slug);
  const { controllers, subProcessors } = await withOrg(ctx.scope, async (tx) => ({
    controllers: await tx.controller.findMany({
      where: { archivedAt: null },
      orderBy: { legalName: "asc" },
      select: { id: true, legalName: true },
    }),
    subProcessors: await findListed(tx),
  }));
  return { controllers, subProcessors, mayWrite: can(ctx.actor, "transfer.write") };
}

export async function loadTransferLink(slug: string, id: string) {
  const { transfer, may } = await loadTransfer(slug, id);
  if (transfer.content.flow !== "to-sub-processor") notFound();
  const ctx = await requireStaff(slug);
  return { transfer, subProcessors: await withOrg(ctx.scope, findListed), mayWrite: may.write };
}
