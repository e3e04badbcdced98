import "server-only";
import { forbidden, notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { can } from "@/lib/domain/nouns/policy";
import { todayIn } from "@/lib/domain/time/zones";
import {
  findGrant,
  findGrantAccesses,
  findGrants,
  findNamesOf,
  shownGrant,
} from "@/lib/features/grant/read/queries";
import type { Search } from "@/lib/forms/list-query";
import { findLetterStatuses } from "@/lib/platform/mail/letter-status";
import { canSend } from "@/lib/platform/mail/transport";
import { PAGE_SIZE } from "@/lib/platform/read/list-page";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { requireStaff } from "@/lib/platform/request/request-session";

const querySchema = z.object({ from: z.coerce.number().int().min(0).max(100_000).catch(0) });

export type ShownGrant = ReturnType<typeof shownGrant>;

export async function loadGrants(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  if (!can(ctx.actor, "audit.read")) forbidden();
  const { from } = querySchema.parse(search);
  return readInScope(ctx.scope, async (tx) => {
    const rows = await findGrants(tx, PAGE_SIZE + 1, from);
    return {
      rows: rows.slice(0, PAGE_SIZE).map((row) => shownGrant(row, ctx.now)),
      next: rows.length > PAGE_SIZE ? from + PAGE_SIZE : null,
    };
  });
}

const requireGrant = cache(async (slug: string, id: string) => {
  const ctx = await requireStaff(slug);
  if (!can(ctx.actor, "audit.read")) forbidden();
  if (!z.uuid().safeParse(id).success) notFound();
  const row = await readInScope(ctx.scope, (tx) => findGrant(tx, id));
  return { ctx, row: row ?? notFound() };
});

export async function loadGrantTitle(slug: string, id: string) {
  return (await requireGrant(slug, id)).row.name;
}

/** A grant with what its auditor looked at. */
export async function loadGrant(slug: string, id: string, search: Search) {
  const { ctx, row } = await requireGrant(slug, id);
  const { from } = querySchema.parse(search);
  return readInScope(ctx.scope, async (tx) => {
    const names = await findNamesOf(tx, row.controllerIds);
    const accesses = await findGrantAccesses(tx, id, PAGE_SIZE + 1, from);
    const letters = await findLetterStatuses(tx, [row.letterId]);
    return {
      ...shownGrant(row, ctx.now),
      controllers: names.map(({ legalName }) => legalName),
      letter: letters(row.letterId),
      mayGrant: can(ctx.actor, "audit.grant"),
      accesses: accesses.slice(0, PAGE_SIZE).map(({ lookedAt, batchId, ...access }) => ({
        ...access,
        at: lookedAt.getTime(),
        isSealed: batchId !== null,
      })),
      nextAccesses: accesses.length > PAGE_SIZE ? from + PAGE_SIZE : null,
    };
  });
}

export async function loadGrantForm(slug: string) {
  const ctx = await requireStaff(slug);
  if (!can(ctx.actor, "audit.grant")) forbidden();
  return readInScope(ctx.scope, async (tx) => {
    const controllers = await tx.controller.findMany({
      where: { mergedIntoId: null },
      orderBy: { legalName: "asc" },
      select: { id: true, legalName: true },
    });
    const { requiresSecondFactor } = await tx.organisation.findFirstOrThrow({
      select: { requiresSecondFactor: true },
    });
    const today = todayIn("Africa/Casablanca", ctx.now.getTime());
    return { controllers, today, requiresSecondFactor, canSend: canSend() };
  });
}
