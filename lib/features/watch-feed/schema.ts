import { z } from "zod";
import { cursorField, viewField } from "@/lib/forms/list-query";

/** Entries by what became of them. */
export const ENTRY_VIEWS = ["proposed", "recorded", "set-aside"] as const;
export type EntryView = (typeof ENTRY_VIEWS)[number];

/** Invalid filters are ignored. */
export const entryQuerySchema = z.object({ view: viewField(ENTRY_VIEWS), after: cursorField });
export type EntryQuery = z.output<typeof entryQuerySchema>;

/** Address as it is stored: without a fragment, which no server sees. */
const feedAddress = z
  .string()
  .trim()
  .min(1, "required")
  .max(2000, "tooLong")
  .refine((text) => /^https?:\/\//i.test(text) && URL.canParse(text), "webAddress")
  .refine((text) => !URL.canParse(text) || new URL(text).username === "", "credentials")
  .transform((text) => withoutFragment(new URL(text)));

function withoutFragment(address: URL): string {
  address.hash = "";
  return address.href;
}

export const feedAddSchema = z.object({
  url: feedAddress,
  name: z.string().trim().max(200, "tooLong").default(""),
});
export type FeedAdd = z.output<typeof feedAddSchema>;

export const feedPlaceSchema = z.object({ id: z.uuid() });
export type FeedPlace = z.output<typeof feedPlaceSchema>;

export const entryDecisionSchema = z.object({ id: z.uuid(), to: z.enum(["proposed", "set-aside"]) });
export type EntryDecision = z.output<typeof entryDecisionSchema>;
