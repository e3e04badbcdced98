import { z } from "zod";
import { controllerArchiveSchema as archiveSchema } from "@/lib/features/controller/schema";

/** What becomes of whoever may enter its portal: said where there is anybody, never taken for granted. */
export const CONTACT_FATES = ["keep", "end"] as const;

export const controllerArchiveSchema = archiveSchema.extend({
  contacts: z.enum(CONTACT_FATES).optional().catch(undefined),
});
export type ControllerArchive = z.output<typeof controllerArchiveSchema>;
