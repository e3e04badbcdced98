import { done } from "@/lib/domain/outcome/outcome";
import type { SubjectNoun } from "@/lib/domain/nouns/events";
import type { ContactCtx, Device } from "@/lib/platform/request/context";
import { countTry } from "@/lib/platform/request/rate-limit";
import { withoutRight } from "@/lib/platform/write/authorised";
import { write, writeAsSelf } from "@/lib/platform/write/write";

/**
 * Entries that suffice to show a person trying addresses; one more entry records that the rest is only
 * counted.
 */
const PER_PERSON = { tries: 30, windowMs: 3_600_000 };
/**
 * Limits requests for malformed ids apart: they match no row, and must not use up the allowance for real
 * ones.
 */
const NO_ID = { tries: 5, windowMs: 3_600_000 };
const LONGEST_ID = 64;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Journals on the platform's chain that a person asked for something in none of their portals: no
 * organisation is concerned.
 */
export async function journalForgedAddress(
  personId: string,
  { noun, id }: { noun: SubjectNoun; id: string },
  device: Device,
  now: Date,
): Promise<void> {
  const event = await refusedEvent(personId, id, now);
  if (!event) return;
  await writeAsSelf({ person: { id: personId }, now }, async (_, journal) => {
    journal.note({ event, subject: { noun, id: readable(id) }, after: { ...device } });
    return done(null);
  });
}

/** A contact asked its own portal for what is not there, another controller's or nobody's, or is not theirs to do. */
export async function journalForgedSubject(
  ctx: ContactCtx,
  noun: SubjectNoun,
  id: string | null,
): Promise<void> {
  const event = await refusedEvent(ctx.actor.personId, id, ctx.now);
  if (!event) return;
  await write(withoutRight(ctx), async (_, journal) => {
    journal.note({ event, subject: { noun, id: readable(id) }, after: { ...ctx.device } });
    return done(null);
  });
}

type Event = "access.refused" | "access.refusals-counted";

/** Counts a refusal of a person; null for what is only counted. */
export async function refusedEvent(personId: string, id: string | null, now: Date): Promise<Event | null> {
  const isId = id === null || ID.test(id);
  const [key, limit] = isId
    ? [`refused-look:${personId}`, PER_PERSON]
    : [`refused-look:no-id:${personId}`, NO_ID];
  const count = await countTry(key, limit.windowMs, now);
  if (count <= limit.tries) return "access.refused";
  return count === limit.tries + 1 ? "access.refusals-counted" : null;
}

/** Removes characters that PostgreSQL refuses or that are invisible. */
function readable(id: string | null): string | null {
  return id?.replace(/\p{C}/gu, "\uFFFD").slice(0, LONGEST_ID) ?? null;
}
