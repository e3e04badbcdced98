"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { FormState } from "@/lib/forms/form-state";
import { createFeed, revokeFeed } from "@/lib/features/obligation/write/feed";
import { act, staffAction } from "@/lib/platform/request/action";

/** Includes the address in this answer alone, never in an address or log. */
export type FeedState = FormState & { address?: string };

export async function submitFeed(org: string, state: FeedState, form: FormData): Promise<FeedState> {
  let address: string | undefined;
  const next = await act({
    org,
    form,
    state,
    schema: z.object({}),
    verb: createFeed,
    then: (made) => void (address = made.address),
  });
  return address ? { ...next, address } : next;
}

export const submitFeedRevocation = staffAction({
  schema: z.object({}),
  verb: revokeFeed,
  then: (_, org) => revalidatePath(`/${org}/obligations/feed`),
});
