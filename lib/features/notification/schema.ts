import { z } from "zod";
import { NOTIFICATION_DELIVERIES } from "@/lib/domain/notification/delivery";
import { NOTIFICATION_KIND_NAMES } from "@/lib/domain/notification/kinds";

/** Number of an entry of the journal. */
const seqField = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

/** Says of one notification that it was read. */
export const notificationReadSchema = z.object({ seq: seqField });
export type NotificationReadInput = z.output<typeof notificationReadSchema>;

/** Says that all were read up to the newest that the page showed: one that came after it stays unread. */
export const allReadSchema = z.object({ upTo: seqField });
export type AllReadInput = z.output<typeof allReadSchema>;

/** Choice of how a member learns of each kind; a kind that is not given stays as it was chosen. */
export const deliveriesSchema = z.object({
  deliveries: z.partialRecord(z.enum(NOTIFICATION_KIND_NAMES), z.enum(NOTIFICATION_DELIVERIES)).default({}),
});
export type DeliveriesInput = z.output<typeof deliveriesSchema>;
