import { z } from "zod";

/** Has no fields: filling needs no input, clearing a confirmation. */
export const exampleFillSchema = z.object({});
export const exampleClearSchema = z.object({
  confirmed: z.literal("on", "exampleConfirm"),
});
