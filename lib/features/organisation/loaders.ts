import "server-only";
import { required } from "@/lib/domain/invariant/required";
import { ACTS, can } from "@/lib/domain/nouns/policy";
import type { JsonObject } from "@/lib/domain/journal/canonical";
import { isBoundUnder } from "@/lib/domain/contract/bound-under";
import { basisOf } from "@/lib/domain/organisation/binding";
import { representativeStatus } from "@/lib/domain/organisation/representative";
import type { GdprBinding } from "@/lib/domain/organisation/types";
import { changedSections } from "@/lib/domain/organisation/sections";
import { centsAsDecimal, turnoverCents, turnoverNotes } from "@/lib/domain/organisation/turnover";
import { ceilingWorkings } from "@/lib/domain/statute/ceilings";
import { todayIn } from "@/lib/domain/time/zones";
import { canSend } from "@/lib/platform/mail/transport";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { readTogether } from "@/lib/platform/read/read-together";
import { readerFor } from "@/lib/platform/read/reader";
import { currentMemberships, currentPerson, requireStaff } from "@/lib/platform/request/request-session";
import {
  type ContractBinding,
  findContractBindings,
} from "@/lib/features/organisation/read/contract-bindings";
import { findFilings } from "@/lib/features/organisation/read/filings";
import {
  countNavItems,
  findLogo,
  findOrganisation,
  findVersions,
  type OrganisationRow,
} from "@/lib/features/organisation/read/queries";

/** Limit of listed versions; the journal has all. */
const VERSIONS_SHOWN = 10;

/** Readable by every member, including turnover. */
export async function loadOrganisation(slug: string) {
  const ctx = await requireStaff(slug);
  const today = todayIn("Africa/Casablanca", ctx.now.getTime());
  const { organisation, logo, filings, bound } = await readInScope(ctx.scope, async (tx) => {
    const { organisation, filings, contracts } = await readTogether({
      organisation: findOrganisation(tx),
      filings: findFilings(tx, today),
      contracts: findContractBindings(tx),
    });
    const bound = boundBy(contracts, { usual: organisation.gdprBinding, on: today });
    return { organisation, filings, bound, logo: await findLogo(tx, organisation.logoId) };
  });
  return {
    organisation,
    filings,
    logo,
    today,
    representative: representativeStatus(organisation, today),
    ceilings: ceilingsOf(organisation, { bound, on: today }),
    mayEdit: can(ctx.actor, "organisation.update"),
  };
}

/** Names the changed sections of each version, none for the first. */
export async function loadOrganisationHistory(slug: string) {
  const ctx = await requireStaff(slug);
  const rows = await readInScope(ctx.scope, (tx) => findVersions(tx, VERSIONS_SHOWN));
  const versions = rows
    .slice(0, VERSIONS_SHOWN)
    .map(({ version, recordedAt, authorName, snapshot }, index) => {
      const before = rows[index + 1]?.snapshot;
      const changed = before ? changedSections(before as JsonObject, snapshot as JsonObject) : [];
      return { version, recordedAtMs: recordedAt.getTime(), authorName, changed };
    });
  return { versions, mayReadJournal: can(ctx.actor, "journal.read") };
}

/** Clients for which the GDPR binds the organisation itself where elsewhere its contracts alone do; empty where it always does. */
function boundBy(contracts: readonly ContractBinding[], at: { usual: GdprBinding; on: string }): string[] {
  if (at.usual !== "contractual-only") return [];
  return [...new Set(contracts.filter((row) => isBoundUnder([row], at)).map(({ client }) => client))];
}

function ceilingsOf(organisation: OrganisationRow, { bound, on }: { bound: string[]; on: string }) {
  const cents = turnoverCents(organisation);
  const basis = bound.length > 0 ? "statutory" : basisOf(organisation).basis;
  return {
    /** Decimal text in euros, null while unknown. */
    euros: cents === null ? null : centsAsDecimal(cents),
    notes: turnoverNotes(organisation, on),
    workings: ceilingWorkings({ basis, turnoverCents: cents, on }),
    /** Clients to whose processing alone they belong; empty: to all. */
    bound,
  };
}

/** Person, organisations and portal access, for the redirect after sign-in. */
export async function loadHome() {
  const signedIn = await currentPerson();
  const memberships = await currentMemberships();
  return {
    isSignedIn: signedIn !== null,
    email: signedIn?.person.email ?? "",
    organisations: memberships.map(({ org, role }) => ({ ...org, role })),
    hasPortal: (signedIn?.contacts.length ?? 0) > 0,
  };
}

/** Person, organisation and counts of the navigation. */
export async function loadShell(slug: string) {
  const ctx = await requireStaff(slug);
  const [signedIn, memberships] = [await currentPerson(), await currentMemberships()];
  const { isExample, waitingLetters, failedLetters, ...counts } = await countNavItems(
    readerFor(ctx.scope),
    ctx.now,
  );
  const { org } = required(
    memberships.find((membership) => membership.org.slug === slug),
    "membership of the page",
  );
  return {
    org,
    orgs: memberships.map((membership) => membership.org),
    person: {
      memberId: ctx.actor.memberId,
      name: ctx.actor.name,
      email: required(signedIn, "session of the page").person.email,
      role: ctx.actor.role,
    },
    counts,
    isExample,
    letters: {
      waiting: waitingLetters,
      failed: failedLetters,
      canSend: canSend(),
      mayOpen: can(ctx.actor, "outbox.read"),
    },
    may: {
      journal: can(ctx.actor, "journal.read"),
      outbox: can(ctx.actor, "outbox.read"),
      acts: ACTS.filter((act) => can(ctx.actor, act)),
      clearExample: can(ctx.actor, "example.clear"),
    },
    nowMs: ctx.now.getTime(),
  };
}
