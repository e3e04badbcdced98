"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { createCampaign, moveCampaign, updateCampaign } from "@/lib/features/campaign/write/mutations";
import { recordScrub } from "@/lib/features/campaign/write/scrub";
import { staffAction } from "@/lib/platform/request/action";
import {
  campaignCreateSchema,
  campaignMoveSchema,
  campaignScrubSchema,
  campaignUpdateSchema,
} from "./schema";

export const addCampaign = staffAction({
  schema: campaignCreateSchema,
  verb: createCampaign,
  then: ({ id }, org) => redirectToCampaign(org, `${id}/edit`),
});

export const saveCampaign = staffAction({
  schema: campaignUpdateSchema,
  verb: updateCampaign,
  then: ({ id }, org) => redirectToCampaign(org, id),
});

export const changeCampaignState = staffAction({
  schema: campaignMoveSchema,
  verb: moveCampaign,
  then: ({ id }, org) => redirectToCampaign(org, id),
});

export const addScrub = staffAction({
  schema: campaignScrubSchema,
  verb: recordScrub,
  then: ({ id }, org) => redirectToCampaign(org, id),
});

function redirectToCampaign(org: string, place: string): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}/telephone/campaigns/${place}`);
}
