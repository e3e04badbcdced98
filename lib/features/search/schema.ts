import { z } from "zod";
import { cleanText } from "@/lib/forms/form-values";

/** What is typed into the palette; too long is cut, never refused. */
export const searchSchema = z.object({
  q: z
    .string()
    .transform((text) => cleanText(text).trim().slice(0, 200))
    .catch(""),
});
