"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/forms/form-state";
import { createCampaign, moveCampaign, updateCampaign } from "@/lib/features/campaign/write/mutations";
import { recordScrub } from "@/lib/features/campaign/write/scrub";
import { act } from "@/lib/platform/request/action";
import {
  campaignCreateSchema,
  campaignMoveSchema,
  campaignScrubSchema,
  campaignUpdateSchema,
} from "./schema";

export async function addCampaign(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: campaignCreateSchema,
    verb: createCampaign,
    then: ({ id }) => redirectToCampaign(org, `${id}/edit`),
  });
}

export async function saveCampaign(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: campaignUpdateSchema,
    verb: updateCampaign,
    then: ({ id }) => redirectToCampaign(org, id),
  });
}

export async function changeCampaignState(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: campaignMoveSchema,
    verb: moveCampaign,
    then: ({ id }) => redirectToCampaign(org, id),
  });
}

export async function addScrub(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: campaignScrubSchema,
    verb: recordScrub,
    then: ({ id }) => redirectToCampaign(org, id),
  });
}

function redirectToCampaign(org: string, place: string): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}/telephone/campaigns/${place}`);
}
