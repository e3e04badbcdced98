import { z } from "zod";
import { NOTIFICATION_KIND_NAMES } from "@/lib/domain/notification/kinds";
import { cursorField, viewField } from "@/lib/forms/list-query";

export const NOTIFICATION_VIEWS = ["unread", "all"] as const;

/** Invalid filters are ignored. */
export const notificationQuerySchema = z.object({
  view: viewField(NOTIFICATION_VIEWS),
  kind: z.enum(NOTIFICATION_KIND_NAMES).or(z.literal("")).catch(""),
  /** Number of the last entry seen. */
  after: cursorField,
});
