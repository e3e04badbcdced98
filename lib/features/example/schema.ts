import { z } from "zod";

/** Nothing is typed to fill; to clear, one says that one has read what goes. */
export const exampleFillSchema = z.object({});
export const exampleClearSchema = z.object({
  confirmed: z.literal("on", "exampleConfirm"),
});
