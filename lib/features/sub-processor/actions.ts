"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { isClauseFamily } from "@/lib/domain/contract/clause-families";
import { act, staffAction } from "@/lib/platform/request/action";
import type { FormState } from "@/lib/forms/form-state";
import {
  createSubProcessor,
  moveSubProcessor,
  removeChainLink,
  saveChainLink,
  saveSubProcessorSection,
} from "@/lib/features/sub-processor/write/mutations";
import {
  chainLinkRemoveSchema,
  chainLinkSaveSchema,
  subProcessorCreateSchema,
  subProcessorMoveSchema,
  subProcessorSectionSchema,
} from "./schema";

export const addSubProcessor = staffAction({
  schema: subProcessorCreateSchema,
  verb: createSubProcessor,
  then: ({ id }, org) => redirectToSubProcessor(org, id),
});

export async function saveSection(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: subProcessorSectionSchema,
    verb: saveSubProcessorSection,
    then: ({ id }) => {
      const next = String(form.get("next") ?? "");
      if (!isClauseFamily(next)) redirectToSubProcessor(org, id, `#${String(form.get("section"))}`);
      const document = String(form.get("document") ?? "");
      const query = new URLSearchParams({ family: next, ...(document && { document }) });
      redirectToSubProcessor(org, id, `/edit/clauses?${query.toString()}`);
    },
  });
}

export const saveLink = staffAction({
  schema: chainLinkSaveSchema,
  verb: saveChainLink,
  then: ({ id }, org) => redirectToSubProcessor(org, id, "#chain"),
});

export const removeLink = staffAction({
  schema: chainLinkRemoveSchema,
  verb: removeChainLink,
  then: ({ id }, org) => redirectToSubProcessor(org, id, "#chain"),
});

export const changeState = staffAction({
  schema: subProcessorMoveSchema,
  verb: moveSubProcessor,
  then: ({ id }, org) => redirectToSubProcessor(org, id),
});

function redirectToSubProcessor(org: string, id: string, to = ""): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}/sub-processors/${id}${to}`);
}
