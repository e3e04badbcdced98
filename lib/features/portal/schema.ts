import { z } from "zod";
import { requiredText } from "@/lib/forms/typed-fields";

/** Language of letters to the contact. */
export const ownLanguageSchema = z.object({ language: z.enum(["fr", "en", "ar"]) });

export type OwnLanguage = z.output<typeof ownLanguageSchema>;

export const personConfirmSchema = z.object({ id: z.uuid() });

/** Objection to a signatory of one's own controller. */
export const personObjectionSchema = z.object({ id: z.uuid(), reason: requiredText(2000) });
