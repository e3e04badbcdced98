import { done } from "@/lib/domain/outcome";
import type { SubjectNoun } from "@/lib/domain/journal/event";
import type { ContactCtx, Device } from "@/lib/platform/context";
import { takeTry } from "@/lib/platform/rate-limit";
import { write, writeAsSelf } from "@/lib/platform/write";

/** Enough to show that somebody tries addresses; more of the same would only bury it. */
const PER_PERSON = { tries: 30, windowMs: 3_600_000 };
const LONGEST_ID = 64;

/** Somebody signed in asked for what no portal of theirs holds: no organisation is concerned, so the platform's chain is. */
export async function noteForgedAddress(
  personId: string,
  { noun, id }: { noun: SubjectNoun; id: string },
  device: Device,
  now: Date,
): Promise<void> {
  if (!(await takeTry(`refused-look:${personId}`, PER_PERSON, now))) return;
  await writeAsSelf({ person: { id: personId }, now }, async (_, journal) => {
    journal.note({
      event: "access.refused",
      subject: { noun, id: id.slice(0, LONGEST_ID) },
      after: { ...device },
    });
    return done(null);
  });
}

/** A contact asked its own portal for what is not there, another controller's or nobody's, or is not theirs to do. */
export async function noteForgedSubject(
  ctx: ContactCtx,
  noun: SubjectNoun,
  id: string | null,
): Promise<void> {
  if (!(await takeTry(`refused-look:${ctx.actor.personId}`, PER_PERSON, ctx.now))) return;
  await write(ctx, async (_, journal) => {
    journal.note({
      event: "access.refused",
      subject: { noun, id: id?.slice(0, LONGEST_ID) ?? null },
      after: { ...ctx.device },
    });
    return done(null);
  });
}
