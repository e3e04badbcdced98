import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { can } from "@/lib/domain/nouns/policy";
import { cleanText } from "@/lib/forms/form-values";
import { requireStaff } from "@/lib/platform/request/request-session";
import { withOrg } from "@/lib/platform/database/transaction";
import { findLastVersion } from "@/lib/platform/versioned/last-version";
import { findController } from "@/lib/features/controller/read/queries";

const VERSIONS = { versions: "controller_version", key: "controllerId" } as const;

const PAGE = 50;

const querySchema = z.object({
  view: z.enum(["open", "archived"]).catch("open"),
  q: z.string().transform(cleanText).pipe(z.string().trim().max(200)).catch(""),
  /** Keyset: name and id of the last row seen. */
  after: z.string().transform(cleanText).pipe(z.string().max(600)).catch(""),
});

export type ControllerListRow = {
  id: string;
  legalName: string;
  isPlaceholder: boolean;
  country: string | null;
  contact: string;
  records: number;
  requiredGaps: number;
};

export async function loadControllers(slug: string, search: Record<string, string | string[] | undefined>) {
  const ctx = await requireStaff(slug);
  const query = querySchema.parse(search);
  const [afterName = "", afterId = ""] = query.after.split("\u0001");
  const archived = query.view === "archived";
  const pattern = `%${query.q.replace(/[\\%_]/g, "\\$&")}%`;
  return withOrg(ctx.scope, async (tx) => {
    const rows = await tx.$queryRaw<ControllerListRow[]>`
      SELECT c.id, c.legal_name AS "legalName", c.is_placeholder AS "isPlaceholder", c.country,
        coalesce(nullif(c.contact_name, ''), c.contact_email) AS contact,
        count(r.id)::int AS records, coalesce(sum(r.required_gaps), 0)::int AS "requiredGaps"
      FROM controller c LEFT JOIN processing_record r ON r.org_id = c.org_id AND r.controller_id = c.id AND r.state <> 'ended'
      WHERE (c.archived_at IS NOT NULL) = ${archived} AND c.merged_into_id IS NULL
        AND (${query.q} = '' OR c.legal_name ILIKE ${pattern})
        AND (${query.after} = '' OR (c.legal_name, c.id::text) > (${afterName} COLLATE "fr-x-icu", ${afterId}))
      GROUP BY c.id ORDER BY c.legal_name, c.id LIMIT ${PAGE + 1}`;
    const counts = {
      open: await tx.controller.count({ where: { archivedAt: null }, take: 1001 }),
      archived: await tx.controller.count({
        where: { archivedAt: { not: null }, mergedIntoId: null },
        take: 1001,
      }),
    };
    const page = rows.slice(0, PAGE);
    const last = page.at(-1);
    return {
      rows: page,
      counts,
      query,
      next: rows.length > PAGE && last ? `${last.legalName}\u0001${last.id}` : null,
      mayWrite: can(ctx.actor, "controller.write"),
    };
  });
}

/** Cached per request. */
export const loadController = cache(async (slug: string, id: string) => {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(id).success) notFound();
  const found = await withOrg(ctx.scope, async (tx) => {
    const controller = await findController(tx, id);
    if (!controller) return null;
    const records = await tx.processingRecord.findMany({
      where: { controllerId: id },
      orderBy: { reference: "asc" },
      take: 200,
      select: {
        id: true,
        reference: true,
        activity: true,
        state: true,
        requiredGaps: true,
        gapCodes: true,
      },
    });
    const last = await findLastVersion(tx, VERSIONS, id);
    return { controller, records, last };
  });
  if (!found) notFound();
  const { archivedAt, ...controller } = found.controller;
  return {
    controller: { ...controller, archivedAt: archivedAt?.getTime() ?? null },
    records: found.records,
    version: {
      number: controller.version,
      author: found.last?.authorName ?? "",
      at: found.last?.recordedAt.getTime() ?? 0,
    },
    mayWrite: can(ctx.actor, "controller.write"),
    mayArchive: can(ctx.actor, "controller.archive"),
    nowMs: ctx.now.getTime(),
  };
});

export async function loadControllerGate(slug: string): Promise<{ mayWrite: boolean; nowMs: number }> {
  const ctx = await requireStaff(slug);
  return { mayWrite: can(ctx.actor, "controller.write"), nowMs: ctx.now.getTime() };
}
