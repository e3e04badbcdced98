import { z } from "zod";
import { isPartialDateValue } from "./partial-date";

/** A `PartialDate` as it is stored; apart from the functions, which browsers take without the library. */
export const partialDateSchema = z.object({
  value: z.string().refine(isPartialDateValue, "date"),
  text: z.string().max(100).default(""),
});
