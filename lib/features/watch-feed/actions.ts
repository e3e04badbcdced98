"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { addFeed, askReading, decideEntry, endFeed } from "@/lib/features/watch-feed/write/mutations";
import type { FormState } from "@/lib/forms/form-state";
import { act } from "@/lib/platform/request/action";
import { entryDecisionSchema, feedAddSchema, feedPlaceSchema } from "./schema";

export async function submitFeed(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({ org, form, state, schema: feedAddSchema, verb: addFeed, then: () => openFeeds(org) });
}

export async function submitFeedEnd(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({ org, form, state, schema: feedPlaceSchema, verb: endFeed, then: () => openFeeds(org) });
}

export async function submitReading(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({ org, form, state, schema: feedPlaceSchema, verb: askReading, then: () => openFeeds(org) });
}

export async function submitEntryDecision(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: entryDecisionSchema,
    verb: decideEntry,
    then: ({ view }) => openFeeds(org, view === "proposed" ? "" : `?view=${view}`),
  });
}

function openFeeds(org: string, query = ""): never {
  revalidatePath(`/${org}/dpo/feeds`);
  redirect(`/${org}/dpo/feeds${query}`);
}
