import { z } from "zod";
import { NOTIFICATION_KIND_NAMES } from "@/lib/domain/notification/kinds";
import { several } from "@/lib/forms/typed-fields";

/** Number of an entry of the journal. */
const seqField = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

/** Says of one notification that it was read. */
export const notificationReadSchema = z.object({ seq: seqField });
export type NotificationReadInput = z.output<typeof notificationReadSchema>;

/** Says that all were read up to the newest that the page showed: one that came after it stays unread. */
export const allReadSchema = z.object({ upTo: seqField });
export type AllReadInput = z.output<typeof allReadSchema>;

/** Kinds that the member is shown; the others are hidden. */
export const shownKindsSchema = z.object({
  kinds: z.preprocess(several, z.array(z.enum(NOTIFICATION_KIND_NAMES)).max(NOTIFICATION_KIND_NAMES.length)),
});
export type ShownKindsInput = z.output<typeof shownKindsSchema>;
