import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { can } from "@/lib/domain/nouns/policy";
import { clockIn, todayIn } from "@/lib/domain/time/zones";
import type { Search } from "@/lib/forms/list-query";
import { PAGE_SIZE } from "@/lib/platform/read/list-page";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { readTogether } from "@/lib/platform/read/read-together";
import { requireStaff } from "@/lib/platform/request/request-session";
import {
  countHolding,
  findCollection,
  findCollectionPage,
  findConsentFiles,
} from "@/lib/features/choice/read/collections";
import { findAuthorisations } from "@/lib/features/choice/read/authorisations";
import { findChecks } from "@/lib/features/choice/read/checks";
import { findNumberCountries } from "@/lib/features/choice/read/controller-country";
import { findPermissions } from "@/lib/features/choice/read/permissions";
import {
  findAgreement,
  findChoiceControllers,
  findChoicesOf,
  findRecentChoices,
} from "@/lib/features/choice/read/queries";
import { choiceQuerySchema, listCheckQuerySchema, personQuerySchema } from "./schema";

/** Clock by which the staff states an hour. */
const STAFF_ZONE = "Africa/Casablanca";

/** Loads what may be done now towards one person, with their choices, or the last ones recorded. */
export async function loadChoices(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const { person, territory, country } = personQuerySchema.parse(search);
  const now = ctx.now.getTime();
  return readInScope(ctx.scope, async (tx) => {
    const rows = person ? await findChoicesOf(tx, person) : await findRecentChoices(tx);
    const asked = { org: ctx.scope.org, person, territory, rows, now };
    const decided = person ? await findPermissions(tx, asked) : { pending: [], permissions: [] };
    const ids = person ? rows.map(({ id }) => id) : [];
    const countries = await findNumberCountries(tx);
    const authorisations = await findAuthorisations(tx, ids, todayIn("Europe/Paris", now));
    return {
      person,
      territory,
      now,
      rows,
      authorisations,
      countries,
      country: country || (countries[0] ?? "FR"),
      ...decided,
      mayRecord: can(ctx.actor, "choice.record"),
      mayCheck: can(ctx.actor, "choice.check"),
    };
  });
}

/** Loads the form that checks a list, as it was refused, with the check that was just made and those before it. */
export async function loadListCheck(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  if (!can(ctx.actor, "choice.check")) notFound();
  const query = listCheckQuerySchema.parse(search);
  const found = await readInScope(ctx.scope, (tx) =>
    readTogether({ controllers: findChoiceControllers(tx), checks: findChecks(tx) }),
  );
  return { ...found, query, today: todayIn("Europe/Paris", ctx.now.getTime()) };
}

export async function loadChoiceForm(slug: string) {
  const ctx = await requireStaff(slug);
  if (!can(ctx.actor, "choice.record")) notFound();
  const controllers = await readInScope(ctx.scope, findChoiceControllers);
  const now = ctx.now.getTime();
  return { controllers, today: todayIn(STAFF_ZONE, now), time: clockIn(STAFF_ZONE, now) };
}

/** Loads the agreement that somebody is to authorise for a child. */
export async function loadAuthorisationForm(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const { choice: id } = choiceQuerySchema.parse(search);
  if (!can(ctx.actor, "choice.record") || id === "") notFound();
  const choice = await readInScope(ctx.scope, (tx) => findAgreement(tx, id));
  if (!choice) notFound();
  return { choice, today: todayIn("Africa/Casablanca", ctx.now.getTime()) };
}

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
      holding: countHolding(tx, [id], askedNow(ctx.now)),
    }),
  );
  if (!found.collection) notFound();
  return {
    collection: found.collection,
    files: found.files,
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
