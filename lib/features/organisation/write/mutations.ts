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

// Every record of the organisation may be assessed again in the same transaction.
const LIMITS = { timeoutMs: 60_000 };

/** Saves one section; the others stay as whoever saved them last left them, even in between. */
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

/** Puts another logo in the place of the one that was seen, as a file of its own; the one before stays kept. */
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

/** Documents go out without a logo from now on; the file stays kept. */
export async function removeLogo(ctx: Ctx, { seen }: { seen: string }): Promise<Outcome<OrganisationRow>> {
  if (!can(ctx.actor, "organisation.update")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const before = await findOrganisation(tx);
    if ((before.logoId ?? "") !== seen) return conflictOf(tx, before);
    return before.logoId === null ? done(before) : change(tx, ctx, journal, before, { logoId: null });
  });
}

/** Makes the version row of what now stands, and dates the end of the one before. */
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

/** The conditional update: the version just read stands in its `where`; a version row keeps what now stands. */
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

/** Somebody else's change of another section is no conflict: the version that was read says the same in this one. */
async function isUntouchedSince(
  tx: Tx,
  current: OrganisationRow,
  { section, version }: { section: OrganisationSection; version: number },
): Promise<boolean> {
  if (version === current.version) return true;
  const read = await tx.organisationVersion.findFirst({ where: { version }, select: { snapshot: true } });
  return read !== null && hasSameSection(section, read.snapshot as JsonObject, current);
}

/** What only the day or another section can refuse. */
function issueOf(before: OrganisationRow, input: SectionSave, today: string): Issue | null {
  if (input.section === "representative") return mandateIssue(before, input.said, today);
  // A receipt of the authority is there, or is none yet.
  if (input.section === "cndp") {
    const ahead = input.said.cndpFilings.findIndex(({ date }) => isDayAhead(date, today));
    return ahead < 0 ? null : { path: `cndpFilings.${ahead}.date`, key: "dateAhead" };
  }
  return input.section === "turnover" ? turnoverIssue(input.said, today) : null;
}

/** A mandate is a paper that was signed, 27(1); one that stood before keeps nobody from saving the rest. */
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

/** The countries that the rules read follow from the sites. */
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
