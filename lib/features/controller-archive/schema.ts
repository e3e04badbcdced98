import { z } from "zod";
import { controllerArchiveSchema as archiveSchema } from "@/lib/features/controller/schema";

/** Fates of contacts: must be chosen where there are any. */
export const CONTACT_FATES = ["keep", "end"] as const;

export const controllerArchiveSchema = archiveSchema.extend({
  contacts: z.enum(CONTACT_FATES).optional().catch(undefined),
});
export type ControllerArchive = z.output<typeof controllerArchiveSchema>;
