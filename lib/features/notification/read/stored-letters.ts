import { z } from "zod";
import { LETTER_DELIVERIES } from "@/lib/domain/notification/delivery";
import { NOTIFICATION_KIND_NAMES, type NotificationKind } from "@/lib/domain/notification/kinds";
import { log } from "@/lib/platform/log/log";

/** `since` is the number of the last entry of the journal before the choice. */
const storedLetterSchema = z.object({ by: z.enum(LETTER_DELIVERIES), since: z.number().int().min(0) });
const storedLettersSchema = z.record(z.string(), z.unknown());

/** Choices of letters as they are stored, by kind. */
export type StoredLetters = Partial<Record<NotificationKind, z.output<typeof storedLetterSchema>>>;

/**
 * Reads a member's stored choices of letters; null is none. A choice that cannot be read is reported and counts as none, and leaves
 * those of the other kinds as they are.
 */
export function readStoredLetters(stored: unknown): StoredLetters {
  const choices = storedLettersSchema.safeParse(stored ?? {});
  if (!choices.success) {
    log.error({ err: choices.error }, "choices of letters cannot be read");
    return {};
  }
  return Object.fromEntries(
    NOTIFICATION_KIND_NAMES.flatMap((kind) => {
      if (choices.data[kind] === undefined) return [];
      const choice = storedLetterSchema.safeParse(choices.data[kind]);
      if (choice.success) return [[kind, choice.data]];
      log.error({ err: choice.error, kind }, "a choice of letters cannot be read");
      return [];
    }),
  );
}
