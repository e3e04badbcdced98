import { z } from "zod";

/** Language of letters to the contact. */
export const ownLanguageSchema = z.object({ language: z.enum(["fr", "en", "ar"]) });

export type OwnLanguage = z.output<typeof ownLanguageSchema>;

export const personConfirmSchema = z.object({ id: z.uuid() });
