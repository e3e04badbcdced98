import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { required } from "@/lib/domain/invariant/required";
import { can } from "@/lib/domain/nouns/policy";
import { DOSSIER_SECTIONS, type DossierSection } from "@/lib/domain/nouns/dossier-sections";
import { listedPlaces } from "@/lib/features/audit/read/listed";
import { findOpenGrant, findParts, findRows } from "@/lib/features/audit/read/queries";
import { ROWS_PER_VOLUME, sectionSchema } from "@/lib/features/audit/schema";
import { findDossiers } from "@/lib/features/dossier/read/queries";
import type { Search } from "@/lib/forms/list-query";
import { translator } from "@/lib/i18n/translator";
import { recordAuditView } from "@/lib/platform/access/access-log";
import { PAGE_SIZE } from "@/lib/platform/read/list-page";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { currentAudits, currentPerson, requireAuditor } from "@/lib/platform/request/request-session";

/** Dossiers of one grant that are listed. */
const DOSSIERS_SHOWN = 20;

/** Audits that are open to whoever is signed in. */
export async function loadAudits() {
  const signedIn = await currentPerson();
  const audits = await currentAudits();
  return {
    isSignedIn: signedIn !== null,
    email: signedIn?.person.email ?? "",
    hasPortal: (signedIn?.contacts.length ?? 0) > 0,
    audits: audits.map(({ id, org }) => ({ id, organisation: org.name })),
  };
}

/** Grant of the request with its parts; "not found" once it has ended. */
const readAudit = cache(async (grantId: string) => {
  const ctx = await requireAuditor(grantId);
  if (!can(ctx.actor, "audit.view")) notFound();
  const [grant, parts] = await readInScope(ctx.scope, async (tx) => [
    await findOpenGrant(tx, grantId),
    await findParts(tx, grantId),
  ]);
  if (!grant) notFound();
  const ordered = DOSSIER_SECTIONS.flatMap(({ section }) => parts.filter((part) => part.section === section));
  return { ctx, grant, parts: ordered.map((part) => ({ ...part, section: part.section as DossierSection })) };
});

export async function loadAuditShell(grantId: string) {
  const { ctx, grant, parts } = await readAudit(grantId);
  return {
    id: grantId,
    person: grant.name,
    mandate: grant.mandate,
    organisation: grant.organisation.legalName,
    sections: parts.map(({ section }) => section),
    at: ctx.now.getTime(),
  };
}

export async function loadAuditOverview(grantId: string) {
  const { ctx, grant, parts } = await readAudit(grantId);
  const dossiers = await readInScope(ctx.scope, (tx) => findDossiers(tx, DOSSIERS_SHOWN));
  const words = await translator(grant.language, "audit");
  await recordAuditView(ctx, words("overview"));
  return {
    id: grantId,
    name: grant.name,
    mandate: grant.mandate,
    asOf: grant.asOf,
    language: grant.language,
    organisation: grant.organisation.legalName,
    controllers: grant.controllers,
    isOfAll: grant.isOfAll,
    grantedBy: grant.grantedByName,
    startsAt: grant.startsAt.getTime(),
    endsAt: grant.endsAt.getTime(),
    collectedAt: grant.collectedAt?.getTime() ?? null,
    parts: parts.map(({ section, rowCount }) => ({ section, rowCount })),
    dossiers: dossiers.map(({ id, state, requestedAt, expiresAt, fileName, filesDone, filesTotal }) => ({
      id,
      fileName,
      filesDone,
      filesTotal,
      requestedAt: requestedAt.getTime(),
      state: state === "made" && expiresAt !== null && expiresAt <= ctx.now ? ("expired" as const) : state,
    })),
  };
}

const fromSchema = z.coerce.number().int().min(0).max(10_000_000).catch(0);

async function readSection(grantId: string, name: string) {
  const section = sectionSchema.safeParse(name);
  const audit = await readAudit(grantId);
  const part = audit.parts.find((one) => one.section === section.data);
  if (!section.success || !part) notFound();
  const words = await translator(audit.grant.language, "dossier-file");
  return { ...audit, part, section: section.data, title: words(`sections.${section.data}`) };
}

export async function loadAuditSection(grantId: string, name: string, search: Search) {
  const { ctx, grant, part, section, title } = await readSection(grantId, name);
  const from = fromSchema.parse(search.from);
  const rows = await readInScope(ctx.scope, (tx) =>
    findRows(tx, { grantId, section }, { from, take: PAGE_SIZE + 1 }),
  );
  await recordAuditView(ctx, title);
  return {
    id: grantId,
    section,
    asOf: grant.asOf,
    language: grant.language,
    isFailed: search.error !== undefined,
    columns: part.columns,
    listed: listedPlaces(section),
    rowCount: part.rowCount,
    withheld: part.withheld,
    disputed: part.disputed,
    volumes: Math.max(1, Math.ceil(part.rowCount / ROWS_PER_VOLUME)),
    rows: rows.slice(0, PAGE_SIZE).map(({ seq, cells }) => ({ seq, cells })),
    from,
    next: rows.length > PAGE_SIZE ? from + PAGE_SIZE : null,
  };
}

export async function loadAuditRow(grantId: string, name: string, number: string) {
  const { ctx, grant, part, section, title } = await readSection(grantId, name);
  const seq = z.coerce.number().int().min(0).max(10_000_000).safeParse(number);
  if (!seq.success) notFound();
  const [row] = await readInScope(ctx.scope, (tx) =>
    findRows(tx, { grantId, section }, { from: seq.data, take: 1 }),
  );
  if (row?.seq !== seq.data) notFound();
  const { cells } = row;
  await recordAuditView(ctx, `${title} · ${cells[0] ?? ""}`);
  return {
    id: grantId,
    section,
    asOf: grant.asOf,
    language: grant.language,
    seq: seq.data,
    title: required(cells.find(Boolean) ?? String(seq.data + 1), "title of a row"),
    fields: part.columns.map((label, at) => ({ label, value: cells[at] ?? "" })),
  };
}
