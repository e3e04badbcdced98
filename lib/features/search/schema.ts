import { z } from "zod";
import { cleanText } from "@/lib/forms/form-values";

/** Cuts long input instead of refusing it. */
export const searchSchema = z.object({
  q: z
    .string()
    .transform((text) => cleanText(text).trim().slice(0, 200))
    .catch(""),
  locale: z.enum(["fr", "en", "ar"]).catch("fr"),
});
