import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { can } from "@/lib/domain/nouns/policy";
import { clockIn, todayIn } from "@/lib/domain/time/zones";
import type { Search } from "@/lib/forms/list-query";
import { canSend } from "@/lib/platform/mail/transport";
import { PAGE_SIZE } from "@/lib/platform/read/list-page";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { readTogether } from "@/lib/platform/read/read-together";
import { requireStaff } from "@/lib/platform/request/request-session";
import {
  countEndless,
  countHolding,
  findCollection,
  findCollectionPage,
  findConsentFiles,
} from "@/lib/features/choice/read/collections";
import { findAgreementRow } from "@/lib/features/choice/read/agreement";
import { findStandingAuthorisation } from "@/lib/features/choice/read/authorisation-doubts";
import { findAuthorisations } from "@/lib/features/choice/read/authorisations";
import { findWritingCampaigns } from "@/lib/features/campaign/read/queries";
import { findChecks } from "@/lib/features/choice/read/checks";
import { findCountriesOfClients } from "@/lib/features/choice/read/controller-country";
import { findPermissions } from "@/lib/features/choice/read/permissions";
import { callingCode, placesOfAnyClient } from "@/lib/features/choice/read/phone-number";
import { findOwnChoicesOf, type ShownOwnChoice } from "@/lib/features/choice/read/own-choice";
import { personDigest } from "@/lib/features/choice/read/person-digest";
import { findReadings } from "@/lib/features/choice/read/readings";
import {
  findAgreement,
  findChoiceControllers,
  findChoicesAmong,
  findRecentChoices,
  onceEach,
} from "@/lib/features/choice/read/queries";
import { askedOfParent } from "@/lib/features/choice/read/parental-link";
import { parentalStatement } from "@/lib/features/choice/read/parental-statement";
import type { Locale } from "@/lib/i18n/locale";
import { withOrg } from "@/lib/platform/database/transaction";
import { scopeOfToken } from "@/lib/platform/request/link-scope";
import {
  choiceFormQuerySchema,
  listCheckQuerySchema,
  parentalQuerySchema,
  personQuerySchema,
} from "./schema";

export type { ShownOwnChoice };

/** Clock by which the staff states an hour. */
const STAFF_ZONE = "Africa/Casablanca";

/** Loads what may be done now towards one person, with their choices, or the last ones recorded. */
export async function loadChoices(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const { person, also, territory, country, among } = personQuerySchema.parse(search);
  const now = ctx.now.getTime();
  return readInScope(ctx.scope, async (tx) => {
    const persons = person ? [person, ...also] : among.flatMap((one) => [one.person, ...one.also]);
    const found = persons.length > 0 ? await findChoicesAmong(tx, persons) : await findRecentChoices(tx);
    const rows = person ? onceEach(found) : found;
    const asked = { org: ctx.scope.org, keys: persons, territory, rows, now };
    const decided = person ? await findPermissions(tx, asked) : { pending: [], permissions: [] };
    const ids = person ? rows.map(({ id }) => id) : [];
    const { countries } = placesOfAnyClient(await findCountriesOfClients(tx));
    const authorisations = await findAuthorisations(tx, ids, now);
    const ownChoices = await findOwnChoicesOf(tx, authorisations, now);
    return {
      person,
      /** Name of the person in dossiers; empty where nobody is looked up. */
      digest: person && personDigest(person),
      territory,
      now,
      rows,
      authorisations: authorisations.map(({ facts: _, ...shown }) => ({
        ...shown,
        own: ownChoices.get(shown.id) ?? null,
      })),
      countries,
      country,
      code: callingCode(territory),
      readings: person ? [] : await findReadings(tx, among, rows, now),
      ...decided,
      mayRecord: can(ctx.actor, "choice.record"),
      mayCheck: can(ctx.actor, "choice.check"),
      mayOpenLetters: can(ctx.actor, "outbox.read"),
    };
  });
}

/** Loads the form that checks a list, as it was refused, with the check that was just made and those before it. */
export async function loadListCheck(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  if (!can(ctx.actor, "choice.check")) notFound();
  const query = listCheckQuerySchema.parse(search);
  const found = await readInScope(ctx.scope, (tx) =>
    readTogether({
      controllers: findChoiceControllers(tx),
      campaigns: findWritingCampaigns(tx),
      checks: findChecks(tx),
    }),
  );
  return { ...found, query, today: todayIn("Europe/Paris", ctx.now.getTime()) };
}

export async function loadChoiceForm(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  if (!can(ctx.actor, "choice.record")) notFound();
  const controllers = await readInScope(ctx.scope, findChoiceControllers);
  const now = ctx.now.getTime();
  const { act } = choiceFormQuerySchema.parse(search);
  return { controllers, act, today: todayIn(STAFF_ZONE, now), time: clockIn(STAFF_ZONE, now) };
}

/** Loads the agreement that somebody is to authorise for a child, with who was asked already, or authorised it. */
export async function loadAuthorisationForm(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const { choice: id, way, territory } = parentalQuerySchema.parse(search);
  if (!can(ctx.actor, "choice.record") || id === "") notFound();
  const now = ctx.now.getTime();
  const found = await readInScope(ctx.scope, async (tx) => {
    const choice = await findAgreement(tx, id);
    const agreement = choice && (await findAgreementRow(tx, id));
    return choice && { choice, standing: agreement && (await findStandingAuthorisation(tx, agreement, now)) };
  });
  if (!found) notFound();
  const today = todayIn("Africa/Casablanca", now);
  return { ...found, way, territory, today, canSend: canSend() };
}

/**
 * Loads what a holder of parental responsibility is asked and answered, in the words that are declared; nothing is stored
 * of the look. Cached per request.
 */
export const loadParental = cache(async (token: string, locale: Locale) => {
  const asked = await withOrg(scopeOfToken(token), (tx) => askedOfParent(tx, new Date()));
  return asked && { ...asked, statement: await parentalStatement(asked, locale) };
});

const collectionQuerySchema = z.object({ from: z.coerce.number().int().min(0).max(100_000).catch(0) });

/** Loads how controllers collect consents, with how many of them hold today and in thirty days. */
export async function loadCollections(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const { from } = collectionQuerySchema.parse(search);
  const asked = askedNow(ctx.now);
  return readInScope(ctx.scope, async (tx) => {
    const found = await findCollectionPage(tx, PAGE_SIZE + 1, from);
    const collections = found.slice(0, PAGE_SIZE);
    const holding = await countHolding(
      tx,
      collections.map(({ id }) => id),
      asked,
    );
    return {
      rows: collections.map((row) => ({ ...row, holding: holdingOf(holding, row.id) })),
      next: found.length > PAGE_SIZE ? from + PAGE_SIZE : null,
      mayRecord: can(ctx.actor, "choice.record"),
    };
  });
}

/** Cached per request. */
export const loadCollection = cache(async (slug: string, id: string) => {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(id).success) notFound();
  const found = await readInScope(ctx.scope, (tx) =>
    readTogether({
      collection: findCollection(tx, id),
      files: findConsentFiles(tx, [id]),
      endless: countEndless(tx, [id]),
      holding: countHolding(tx, [id], askedNow(ctx.now)),
    }),
  );
  if (!found.collection) notFound();
  return {
    collection: found.collection,
    files: found.files.map((file) => ({ ...file, endlessCount: found.endless.get(file.id) ?? 0 })),
    holding: holdingOf(found.holding, id),
    mayRecord: can(ctx.actor, "choice.record"),
  };
});

function holdingOf(counts: Awaited<ReturnType<typeof countHolding>>, id: string) {
  const { today = 0, later = 0 } = counts.find(({ collectionId }) => collectionId === id) ?? {};
  return { today, later };
}

function askedNow(now: Date) {
  return { at: now.getTime(), day: todayIn("Europe/Paris", now.getTime()) };
}
