import "server-only";
import { cache } from "react";
import { z } from "zod";
import { USE_GROUPS } from "@/lib/domain/authorisation/use-group";
import { can } from "@/lib/domain/nouns/policy";
import { required } from "@/lib/domain/invariant/required";
import type { SourceOfDuty } from "@/lib/domain/obligation/duty-ground";
import { SECTION_ARTICLES } from "@/lib/domain/processing-record/sections";
import { assess } from "@/lib/domain/processing-record/completeness";
import { isControllersOwn } from "@/lib/domain/processing-record/controllers-own";
import { todayIn } from "@/lib/domain/time/zones";
import { dayAt } from "@/lib/i18n/format";
import {
  controllerOf,
  findLastVersion,
  findLinks,
  findMeasureNames,
  findOrganisationFacts,
  findStatuses,
} from "@/lib/features/processing-record/read/queries";
import { recordPageAccess } from "@/lib/platform/access/access-log";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { readTogether } from "@/lib/platform/read/read-together";
import {
  currentContacts,
  currentPerson,
  refuseInPortal,
  requireContact,
} from "@/lib/platform/request/request-session";
import type { Contact } from "@/lib/platform/request/session-store";
import {
  findOwnContact,
  findOwnRecord,
  findPeople,
  listOwnRecords,
} from "@/lib/features/portal/read/queries";
import { findClaimed } from "@/lib/features/portal/read/claimed";
import { findOwnArticles, findOwnArticlesOf } from "@/lib/features/portal/read/own-articles";
import { findWaiting } from "@/lib/features/portal/read/waiting";
import { findOwnPeople } from "@/lib/platform/access/own-people";
import { findSeatZone } from "@/lib/platform/controller-zone";
import { countRetained, findChanges, RETAINED } from "@/lib/features/portal/read/retained-documents";
import { findOwnSubProcessors } from "@/lib/features/portal/read/sub-processors";

export async function loadPortals() {
  const signedIn = await currentPerson();
  return {
    isSignedIn: signedIn !== null,
    email: signedIn?.person.email ?? "",
    isStaff: (signedIn?.memberships.length ?? 0) > 0,
    places: (await currentContacts()).map(placeOf),
  };
}

export async function loadPortalShell(contactId: string) {
  const { actor } = await requireContact(contactId);
  const contacts = await currentContacts();
  const here = required(
    contacts.find(({ id }) => id === contactId),
    "contact of the session",
  );
  return {
    here: placeOf(here),
    archivedOn:
      here.controller.archivedAt === null
        ? null
        : dayAt(here.controller.archivedAt, await loadPortalZone(contactId)),
    others: contacts.filter(({ id }) => id !== contactId).map(placeOf),
    person: actor.name,
  };
}

/** The zone by which the pages of a contact tell instants: that of its controller's seat. Cached per request. */
export const loadPortalZone = cache(async (contactId: string) => {
  const { actor, scope } = await requireContact(contactId);
  return readInScope(scope, (tx) => findSeatZone(tx, actor.controllerId));
});

/** Limit of named changes; lists mark the rest. */
const CHANGES_NAMED = 12;

export async function loadPortalHome(contactId: string) {
  const ctx = await requireContact(contactId);
  const { actor, scope } = ctx;
  const contacts = await currentContacts();
  const own = await findOwnPeople(scope.org);
  const [counts, waiting, { since, changes }] = await Promise.all([
    readInScope(scope, (tx) => countRetained(tx, actor)),
    readInScope(scope, (tx) => findWaiting(tx, { ctx, own })),
    loadVisit(contactId),
  ]);
  return {
    waiting,
    now: ctx.now.getTime(),
    place: placeOf(
      required(
        contacts.find(({ id }) => id === contactId),
        "contact of the session",
      ),
    ),
    since,
    navItems: RETAINED.map((item) => ({
      item,
      count: counts[item],
      changed: changes.filter((change) => change.item === item).length,
    })),
    changed: changes.length,
    changes: changes.slice(0, CHANGES_NAMED),
  };
}

/** Previous visit and changes since, for marks in lists. Cached per request. */
export const loadVisit = cache(async (contactId: string) => {
  const { actor, scope } = await requireContact(contactId);
  return readInScope(scope, async (tx) => {
    const { previousVisitAt } = await findOwnContact(tx, actor.contactId);
    return {
      since: previousVisitAt?.getTime() ?? null,
      changes: await findChanges(tx, actor, previousVisitAt),
    };
  });
});

export async function loadPortalRecords(contactId: string) {
  const { scope } = await requireContact(contactId);
  return readInScope(scope, listOwnRecords);
}

/** Shows only gaps that a controller must answer. Cached per request. */
export const loadPortalRecord = cache(async (contactId: string, id: string) => {
  const ctx = await requireContact(contactId);
  if (!z.uuid().safeParse(id).success) return refuseInPortal(ctx, "processing-record", id);
  const found = await readInScope(ctx.scope, async (tx) => {
    const record = await findOwnRecord(tx, id);
    return (
      record &&
      readTogether({
        record,
        organisation: findOrganisationFacts(tx),
        measures: findMeasureNames(tx, record.content.measureIds),
        statusesOf: findStatuses(tx, ctx, [record]),
        linksOf: findLinks(tx, ctx, [record]),
        last: findLastVersion(tx, id),
      })
    );
  });
  if (!found) return refuseInPortal(ctx, "processing-record", id);
  const { record, organisation, measures, last } = found;
  const { isDisputed } = await recordPageAccess(ctx, {
    noun: "processing-record",
    id,
    label: record.reference,
  });
  const [subProcessors, links] = [found.statusesOf(record), found.linksOf(record)];
  const controller = controllerOf(record, organisation);
  const on = todayIn("Africa/Casablanca", ctx.now.getTime());
  const { reference, state, stateSince, capacity, content, version, fingerprint } = record;
  return {
    isDisputed,
    record: { id, reference, state, stateSince, capacity, content, version },
    controller: { ...controller, id: record.controllerId ?? "" },
    organisation,
    measures,
    subProcessors,
    links,
    gaps: assess({ record, controller, organisation, subProcessors, links, on }).filter(({ field }) =>
      isControllersOwn(field),
    ),
    version: {
      number: version,
      at: last?.recordedAt.getTime() ?? 0,
      author: "",
      fingerprint,
    },
    facts: [],
    controllers: [],
    today: on,
    asOf: null,
    may: { write: false, recordTransfer: false, transition: false },
  };
});

/** Articles of the GDPR as the laws of the contact's controller have them, for the heads of pages. */
export async function loadPortalArticles(contactId: string, articles: readonly string[]) {
  const ctx = await requireContact(contactId);
  return readInScope(ctx.scope, (tx) => findOwnArticles(tx, ctx, articles));
}

/**
 * Texts that ask, under the laws of the contact's controller, what each section of an entry states, by the article of the GDPR; and
 * whether a law of the Union is among them, for which a transfer is one out of the Union.
 */
export async function loadPortalRecordArticles(contactId: string) {
  const ctx = await requireContact(contactId);
  // A contact that answers is asked for by the time of a breach, 33(2).
  const articles = [...Object.values(SECTION_ARTICLES.processor).map(({ article }) => article), "33(2)"];
  const provisions = await readInScope(ctx.scope, (tx) => findOwnArticlesOf(tx, ctx, articles));
  return {
    provisions,
    isOfUnion: [...provisions.values()].flat().some(({ source }) => UNION.includes(source)),
  };
}

const UNION: readonly SourceOfDuty[] = ["gdpr", "french-1978"];

/** Entries that claim a transfer without a row. */
export async function loadClaimedTransfers(contactId: string) {
  const ctx = await requireContact(contactId);
  return readInScope(ctx.scope, (tx) => findClaimed(tx, ctx));
}

/** Sub-processors with their status for the controller, articles 28(2) and 28(4), EDPB opinion 22/2024. */
export async function loadPortalSubProcessors(contactId: string) {
  const ctx = await requireContact(contactId);
  const found = await readInScope(ctx.scope, (tx) => findOwnSubProcessors(tx, ctx));
  return USE_GROUPS.map((group) => ({ group, rows: found.filter((row) => row.group === group) })).filter(
    ({ rows }) => rows.length > 0,
  );
}

export async function loadOwnContact(contactId: string) {
  const { actor, scope } = await requireContact(contactId);
  const people = await readInScope(scope, (tx) => findPeople(tx, actor.controllerId));
  const own = await readInScope(scope, (tx) => findOwnContact(tx, actor.contactId));
  const self = people.find(({ id }) => id === actor.contactId);
  const [isProven, objections] = [self?.isProven === true, self?.objections ?? []];
  const isObjected = objections.some(({ settlement }) => settlement === null);
  const others = people.filter(({ id }) => id !== actor.contactId);
  const mayConfirm = isProven && !isObjected && can(actor, "contact.confirm");
  return {
    ...own,
    id: actor.contactId,
    isProven,
    objections,
    others,
    mayConfirm,
    mayObject: isProven && can(actor, "contact.object"),
  };
}

function placeOf({ id, org, controller: { name, archivedAt } }: Contact) {
  return { id, organisation: org.name, controller: name, archivedAt };
}
