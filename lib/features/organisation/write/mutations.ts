import type { JsonObject } from "@/lib/domain/journal/canonical";
import { siteCountriesOf } from "@/lib/domain/organisation/profile";
import { representativeIssue } from "@/lib/domain/organisation/representative";
import { RULED_SECTIONS, hasSameSection, type OrganisationSection } from "@/lib/domain/organisation/sections";
import { isDayAhead } from "@/lib/domain/time/partial-date";
import { turnoverIssue } from "@/lib/domain/organisation/turnover";
import { conflict, done, refuse, type Issue, type Outcome } from "@/lib/domain/outcome/outcome";
import { announce } from "@/lib/platform/write/announce";
import { type Ctx, today } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";
import { findLastVersion } from "@/lib/platform/versioned/last-version";
import type { Unit } from "@/lib/platform/versioned/definition";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { findOrganisation, type OrganisationRow } from "@/lib/features/organisation/read/queries";
import { checkLogo, storeLogo, type LogoFile } from "@/lib/features/organisation/read/logo";
import { ORGANISATION_VERSIONS, organisationDocument, type OrganisationFields } from "./document";
import type { SectionSave } from "@/lib/features/organisation/schema";

// Milliseconds: may reassess every record in the same transaction.
const LIMITS = { timeoutMs: 60_000 };

/** Saves one section; concurrent changes of other sections are unaffected. */
export async function saveOrganisationSection(
  ctx: Ctx,
  input: SectionSave,
): Promise<Outcome<OrganisationRow>> {
  if (!isAuthorised(ctx, "organisation.update")) return refuse({ kind: "forbidden" });
  return write(
    ctx,
    async (tx, journal) => {
      const before = await findOrganisation(tx);
      if (!(await isUntouchedSince(tx, before, input))) return conflictOf(tx, before);
      const issue = issueOf(before, input, today(ctx));
      if (issue) return refuse({ kind: "invalid", issues: [issue] });
      return change({ tx, ctx, journal }, before, columnsOf(input), async () => {
        if (RULED_SECTIONS.includes(input.section))
          await announce(tx, ctx, { event: "organisation.changed" });
      });
    },
    LIMITS,
  );
}

/** Replaces the logo shown by a new file and retains the old one. */
export async function changeLogo(
  ctx: Ctx,
  { seen, file }: { seen: string; file: LogoFile },
): Promise<Outcome<OrganisationRow>> {
  if (!isAuthorised(ctx, "organisation.update")) return refuse({ kind: "forbidden" });
  const checked = await checkLogo(file);
  if (!checked.ok) return checked;
  return write(ctx, async (tx, journal) => {
    const before = await findOrganisation(tx);
    if ((before.logoId ?? "") !== seen) return conflictOf(tx, before);
    const logoId = await storeLogo(tx, ctx, journal, { ...file, ...checked.value });
    return change({ tx, ctx, journal }, before, { logoId });
  });
}

/** Retains the file. */
export async function removeLogo(ctx: Ctx, { seen }: { seen: string }): Promise<Outcome<OrganisationRow>> {
  if (!isAuthorised(ctx, "organisation.update")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const before = await findOrganisation(tx);
    if ((before.logoId ?? "") !== seen) return conflictOf(tx, before);
    return before.logoId === null ? done(before) : change({ tx, ctx, journal }, before, { logoId: null });
  });
}

/** Updates the organisation as just read in this transaction: who saved other sections since is no conflict. */
function change(
  unit: Unit,
  before: OrganisationRow,
  patch: Partial<OrganisationFields>,
  follow?: () => Promise<void>,
): Promise<Outcome<OrganisationRow>> {
  return organisationDocument.updateWithin(unit, before, () =>
    done({ patch, kind: "saved", event: "organisation.updated", shown: (current) => current, follow }),
  );
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
function issueOf(before: OrganisationRow, input: SectionSave, on: string): Issue | null {
  if (input.section === "representative") return mandateIssue(before, input.values, on);
  return input.section === "turnover" ? turnoverIssue(input.values, on) : null;
}

/** Requires a signed mandate, article 27(1); an earlier one without it does not block other changes. */
function mandateIssue(
  before: OrganisationRow,
  stated: Extract<SectionSave, { section: "representative" }>["values"],
  on: string,
): Issue | null {
  const { euRepresentativeMandateOn: mandate } = stated;
  if (mandate !== before.euRepresentativeMandateOn && isDayAhead(mandate, on))
    return { path: "euRepresentativeMandateOn", key: "dateAhead" };
  return representativeIssue(stated, { gdprBinding: before.gdprBinding, on });
}

/** Columns of countries derived from the sites. */
function columnsOf(input: SectionSave): Partial<OrganisationFields> {
  if (input.section !== "sites") return input.values;
  return { ...input.values, siteCountries: siteCountriesOf(input.values.sites) };
}

async function conflictOf(tx: Tx, current: OrganisationRow) {
  return conflict(current, current.version, await findLastVersion(tx, ORGANISATION_VERSIONS, current.id));
}
