"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { addFeed, askReading, decideEntry, endFeed } from "@/lib/features/watch-feed/write/mutations";
import { staffAction } from "@/lib/platform/request/action";
import { entryDecisionSchema, feedAddSchema, feedPlaceSchema } from "./schema";

export const submitFeed = staffAction({
  schema: feedAddSchema,
  verb: addFeed,
  then: (_, org) => openFeeds(org),
});

export const submitFeedEnd = staffAction({
  schema: feedPlaceSchema,
  verb: endFeed,
  then: (_, org) => openFeeds(org),
});

export const submitReading = staffAction({
  schema: feedPlaceSchema,
  verb: askReading,
  then: (_, org) => openFeeds(org),
});

export const submitEntryDecision = staffAction({
  schema: entryDecisionSchema,
  verb: decideEntry,
  then: ({ view }, org) => openFeeds(org, view === "proposed" ? "" : `?view=${view}`),
});

function openFeeds(org: string, query = ""): never {
  revalidatePath(`/${org}/dpo/feeds`);
  redirect(`/${org}/dpo/feeds${query}`);
}
