import "server-only";
import { forbidden, notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { can } from "@/lib/domain/nouns/policy";
import { todayIn } from "@/lib/domain/time/zones";
import {
  countDownloads,
  findDossier,
  findDossiers,
  type DossierRow,
} from "@/lib/features/dossier/read/queries";
import type { Search } from "@/lib/forms/list-query";
import { PAGE_SIZE } from "@/lib/platform/read/list-page";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { requireStaff } from "@/lib/platform/request/request-session";

const querySchema = z.object({ from: z.coerce.number().int().min(0).max(100_000).catch(0) });

export type ShownDossier = ReturnType<typeof shown>;

/** Plain props: the size as a number, instants in milliseconds; a file past its day is gone, whatever the job did. */
function shown({ size, requestedAt, finishedAt, expiresAt, ...row }: DossierRow, now: Date) {
  const { id, recipient, audience, asOf, state, filesDone, filesTotal, failure, sections, language } = row;
  const isPast = state === "made" && expiresAt !== null && expiresAt <= now;
  return {
    id,
    recipient,
    audience,
    asOf,
    filesDone,
    filesTotal,
    failure,
    sections,
    language,
    requestedBy: row.requestedByName,
    sha256: row.sha256,
    manifest: row.manifestSha256,
    fingerprint: row.keyFingerprint,
    size: Number(size),
    state: isPast ? ("expired" as const) : state,
    requestedAt: requestedAt.getTime(),
    finishedAt: finishedAt?.getTime() ?? null,
    expiresAt: expiresAt?.getTime() ?? null,
  };
}

export async function loadDossiers(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  if (!can(ctx.actor, "dossier.read")) forbidden();
  const { from } = querySchema.parse(search);
  return readInScope(ctx.scope, async (tx) => {
    const rows = await findDossiers(tx, PAGE_SIZE + 1, from);
    return {
      rows: rows.slice(0, PAGE_SIZE).map((row) => shown(row, ctx.now)),
      next: rows.length > PAGE_SIZE ? from + PAGE_SIZE : null,
    };
  });
}

/** Cached per request: title and page both read it. */
export const loadDossier = cache(async (slug: string, id: string) => {
  const ctx = await requireStaff(slug);
  if (!can(ctx.actor, "dossier.read")) forbidden();
  if (!z.uuid().safeParse(id).success) notFound();
  return readInScope(ctx.scope, async (tx) => {
    const row = await findDossier(tx, id);
    if (!row) notFound();
    const chosen = await tx.controller.findMany({
      where: { id: { in: row.controllerIds } },
      orderBy: { legalName: "asc" },
      select: { legalName: true },
    });
    return {
      ...shown(row, ctx.now),
      controllers: chosen.map(({ legalName }) => legalName),
      downloads: await countDownloads(tx, id),
    };
  });
});

export async function loadDossierForm(slug: string) {
  const ctx = await requireStaff(slug);
  if (!can(ctx.actor, "dossier.request")) forbidden();
  const controllers = await readInScope(ctx.scope, (tx) =>
    tx.controller.findMany({
      where: { mergedIntoId: null },
      orderBy: { legalName: "asc" },
      select: { id: true, legalName: true },
    }),
  );
  return { controllers, today: todayIn("Africa/Casablanca", ctx.now.getTime()) };
}
