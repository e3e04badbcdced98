import { z } from "zod";

/** In which language one is written to. */
export const ownLanguageSchema = z.object({ language: z.enum(["fr", "en", "ar"]) });

export type OwnLanguage = z.output<typeof ownLanguageSchema>;
