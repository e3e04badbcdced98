import { can } from "@/lib/domain/nouns/policy";
import type { JsonObject } from "@/lib/domain/journal/canonical";
import { difference } from "@/lib/domain/journal/difference";
import { siteCountriesOf } from "@/lib/domain/organisation/profile";
import { representativeIssue } from "@/lib/domain/organisation/representative";
import { RULED_SECTIONS, hasSameSection, type OrganisationSection } from "@/lib/domain/organisation/sections";
import { isDayAhead } from "@/lib/domain/time/partial-date";
import { turnoverIssue } from "@/lib/domain/organisation/turnover";
import { conflict, done, refuse, type Issue, type Outcome } from "@/lib/domain/outcome/outcome";
import { todayIn } from "@/lib/domain/time/zones";
import type { Prisma } from "@/lib/generated/prisma/client";
import { announce } from "@/lib/platform/write/announce";
import type { Ctx } from "@/lib/platform/request/context";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import type { Tx } from "@/lib/platform/database/transaction";
import { write } from "@/lib/platform/write/write";
import { findOrganisation, type OrganisationRow } from "@/lib/features/organisation/read/queries";
import { checkLogo, storeLogo, type LogoFile } from "@/lib/features/organisation/read/logo";
import type { SectionSave } from "@/lib/features/organisation/schema";

// Milliseconds: may reassess every record in the same transaction.
const LIMITS = { timeoutMs: 60_000 };

/** Saves one section; concurrent changes of other sections are unaffected. */
export async function saveOrganisationSection(
  ctx: Ctx,
  input: SectionSave,
): Promise<Outcome<OrganisationRow>> {
  if (!can(ctx.actor, "organisation.update")) return refuse({ kind: "forbidden" });
  return write(
    ctx,
    async (tx, journal) => {
      const before = await findOrganisation(tx);
      if (!(await isUntouchedSince(tx, before, input))) return conflictOf(tx, before);
      const issue = issueOf(before, input, todayIn("Africa/Casablanca", ctx.now.getTime()));
      if (issue) return refuse({ kind: "invalid", issues: [issue] });
      const changed = await change(tx, ctx, journal, before, columnsOf(input));
      if (changed.ok && RULED_SECTIONS.includes(input.section))
        await announce(tx, ctx, { event: "organisation.changed" });
      return changed;
    },
    LIMITS,
  );
}

/** Replaces the logo shown by a new file and retains the old one. */
export async function changeLogo(
  ctx: Ctx,
  { seen, file }: { seen: string; file: LogoFile },
): Promise<Outcome<OrganisationRow>> {
  if (!can(ctx.actor, "organisation.update")) return refuse({ kind: "forbidden" });
  const checked = await checkLogo(file);
  if (!checked.ok) return checked;
  return write(ctx, async (tx, journal) => {
    const before = await findOrganisation(tx);
    if ((before.logoId ?? "") !== seen) return conflictOf(tx, before);
    const logoId = await storeLogo(tx, ctx, journal, { ...file, ...checked.value });
    return change(tx, ctx, journal, before, { logoId });
  });
}

/** Retains the file. */
export async function removeLogo(ctx: Ctx, { seen }: { seen: string }): Promise<Outcome<OrganisationRow>> {
  if (!can(ctx.actor, "organisation.update")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const before = await findOrganisation(tx);
    if ((before.logoId ?? "") !== seen) return conflictOf(tx, before);
    return before.logoId === null ? done(before) : change(tx, ctx, journal, before, { logoId: null });
  });
}

/** Inserts the version row and closes the previous one. */
export async function insertOrganisationVersion(
  tx: Tx,
  { actor, now }: Pick<Ctx, "actor" | "now">,
  row: OrganisationRow,
): Promise<void> {
  if (row.version > 1) {
    await tx.organisationVersion.updateMany({
      where: { orgId: row.id, supersededAt: null },
      data: { supersededAt: now },
    });
  }
  await tx.organisationVersion.create({
    data: {
      orgId: row.id,
      version: row.version,
      recordedAt: now,
      authorId: actor.kind === "staff" ? actor.memberId : null,
      authorName: actor.kind === "staff" ? actor.name : "",
      snapshot: row,
    },
  });
}

/** Updates conditionally on the version just read, and inserts a version row. */
async function change(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  before: OrganisationRow,
  stated: Prisma.OrganisationUncheckedUpdateManyInput,
): Promise<Outcome<OrganisationRow>> {
  const { count } = await tx.organisation.updateMany({
    where: { id: ctx.scope.org, version: before.version },
    data: { ...stated, version: before.version + 1, updatedAt: ctx.now },
  });
  if (count === 0) return conflictOf(tx, await findOrganisation(tx));
  const after = await findOrganisation(tx);
  await insertOrganisationVersion(tx, ctx, after);
  journal.note({ event: "organisation.updated", subject: subjectOf(after), ...difference(before, after) });
  return done(after);
}

/** Compares the section alone: changes of other sections are no conflict. */
async function isUntouchedSince(
  tx: Tx,
  current: OrganisationRow,
  { section, version }: { section: OrganisationSection; version: number },
): Promise<boolean> {
  if (version === current.version) return true;
  const read = await tx.organisationVersion.findFirst({ where: { version }, select: { snapshot: true } });
  return read !== null && hasSameSection(section, read.snapshot as JsonObject, current);
}

/** Validates against the day and other sections. */
function issueOf(before: OrganisationRow, input: SectionSave, today: string): Issue | null {
  if (input.section === "representative") return mandateIssue(before, input.said, today);
  // Refuses a filing dated in the future.
  if (input.section === "cndp") {
    const ahead = input.said.cndpFilings.findIndex(({ date }) => isDayAhead(date, today));
    return ahead < 0 ? null : { path: `cndpFilings.${ahead}.date`, key: "dateAhead" };
  }
  return input.section === "turnover" ? turnoverIssue(input.said, today) : null;
}

/** Requires a signed mandate, article 27(1); an earlier one without it does not block other changes. */
function mandateIssue(
  before: OrganisationRow,
  stated: Extract<SectionSave, { section: "representative" }>["said"],
  today: string,
): Issue | null {
  const { euRepresentativeMandateOn: mandate } = stated;
  if (mandate !== before.euRepresentativeMandateOn && isDayAhead(mandate, today))
    return { path: "euRepresentativeMandateOn", key: "dateAhead" };
  return representativeIssue(stated, { gdprBinding: before.gdprBinding, on: today });
}

/** Columns of countries derived from the sites. */
function columnsOf(input: SectionSave): Prisma.OrganisationUncheckedUpdateManyInput {
  if (input.section !== "sites") return input.said;
  return { ...input.said, siteCountries: siteCountriesOf(input.said.sites) };
}

async function conflictOf(tx: Tx, current: OrganisationRow) {
  const last = await tx.organisationVersion.findFirstOrThrow({ orderBy: { version: "desc" } });
  return conflict(current, current.version, last);
}

function subjectOf(row: OrganisationRow) {
  return { noun: "organisation" as const, id: row.id, label: row.legalName };
}
