import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { answerOf } from "@/lib/domain/choice/answer";
import { CHOICE_ACTS } from "@/lib/domain/choice/choices";
import { can } from "@/lib/domain/nouns/policy";
import { todayIn } from "@/lib/domain/time/zones";
import type { Tx } from "@/lib/platform/database/transaction";
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
import { findConsents } from "@/lib/features/choice/read/consents";
import {
  findAgreement,
  findChoiceControllers,
  findChoicesOf,
  findRecentChoices,
} from "@/lib/features/choice/read/queries";
import { choiceQuerySchema, listCheckQuerySchema, personQuerySchema } from "./schema";

type Row = Awaited<ReturnType<typeof findChoicesOf>>[number];

/** Loads one person's choices with what holds of each act today, or the last ones recorded. */
export async function loadChoices(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const { person } = personQuerySchema.parse(search);
  const at = ctx.now.getTime();
  return readInScope(ctx.scope, async (tx) => {
    const rows = person ? await findChoicesOf(tx, person) : await findRecentChoices(tx);
    const holding = [];
    for (const one of person ? holdingNow(rows, at) : [])
      holding.push({ ...one, consent: await findConsentOf(tx, person, one, at) });
    const mayRecord = can(ctx.actor, "choice.record");
    const ids = person ? rows.map(({ id }) => id) : [];
    const authorisations = await findAuthorisations(tx, ids, todayIn("Europe/Paris", at));
    return { person, rows, holding, authorisations, mayRecord, mayCheck: can(ctx.actor, "choice.check") };
  });
}

/** Consent to be called that holds now, with the five items of its wording; null where none does. */
async function findConsentOf(
  tx: Tx,
  person: string,
  { act, status, controller, purpose }: Holding,
  at: number,
) {
  if (act !== "telephone" || status !== "allowed") return null;
  const asked = { controllerId: controller.id, purpose, at };
  const facts = (await findConsents(tx, [Buffer.from(person, "hex")], asked)).get(person);
  return facts && typeof facts.consent === "object" ? facts.consent : null;
}

type Holding = ReturnType<typeof holdingNow>[number];

/** Lists, for each controller, the status of each act and purpose that the person ever chose about. */
function holdingNow(rows: readonly Row[], at: number) {
  const day = todayIn("Europe/Paris", at);
  const controllers = new Map(rows.map(({ controller }) => [controller.id, controller]));
  return [...controllers.values()].flatMap((controller) => {
    const own = rows.filter((row) => row.controller.id === controller.id);
    return CHOICE_ACTS.flatMap((act) =>
      scopesOf(own.filter((row) => row.act === act)).map(({ purpose, country }) => ({
        ...{ controller, act, purpose, country },
        ...answerOf(own, { act, purpose, country, at, day }),
      })),
    );
  });
}

/** Lists what a person's choices are about, each purpose to each country once. */
function scopesOf(rows: readonly Row[]) {
  const scopes = new Map(
    rows.map(({ purpose, country }) => [JSON.stringify([purpose, country]), { purpose, country }]),
  );
  return [...scopes.values()];
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
  return { controllers, today: todayIn("Africa/Casablanca", ctx.now.getTime()) };
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
