import "server-only";
import { digitalConsentAge, PENDING_AGES, stateOf } from "@/lib/domain/minor/consent-age";
import { minorRequirement } from "@/lib/domain/minor/requirement";
import { verificationFor } from "@/lib/domain/minor/verification";
import { can } from "@/lib/domain/nouns/policy";
import { eeaOn } from "@/lib/domain/statute/eea";
import { todayIn } from "@/lib/domain/time/zones";
import type { Search } from "@/lib/forms/list-query";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { requireStaff } from "@/lib/platform/request/request-session";
import { factsOf } from "@/lib/features/minor/read/facts";
import { findMinorCalls } from "@/lib/features/minor/read/queries";
import { minorQuerySchema } from "./schema";

const YEAR_MS = 365 * 86_400_000;

/** Loads the ages of a day, who consents for the person that the address describes, and the last notes. */
export async function loadMinors(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const query = minorQuerySchema.parse(search);
  const day = query.on || todayIn("Europe/Paris", ctx.now.getTime());
  const since = new Date(ctx.now.getTime() - YEAR_MS);
  const isAsked = [query.born, query.age, query.consent, query.service, query.counselling].some(Boolean);
  return {
    query,
    day,
    ages: agesOn(day),
    ...(await readInScope(ctx.scope, (tx) => findMinorCalls(tx, since))),
    requirement: isAsked ? minorRequirement(factsOf(query), day) : null,
    means: verificationFor(query.risk || null),
    mayRecord: can(ctx.actor, "minor-call.record"),
  };
}

/** Age of each state of the EEA on a day, with one that is announced and not adopted. */
function agesOn(day: string) {
  const states = [...new Set(eeaOn(day).map(stateOf))].toSorted();
  return states.map((country) => ({
    country,
    age: digitalConsentAge(country, day)?.age ?? null,
    pending: PENDING_AGES.find((one) => one.country === country)?.age ?? null,
  }));
}
