"use server";
import { redirect } from "next/navigation";
import { act } from "@/lib/platform/request/action";
import type { FormState } from "@/lib/forms/form-state";
import { recordAuthorisation } from "@/lib/features/choice/write/authorise";
import { recordCollection } from "@/lib/features/choice/write/collection";
import { findPerson, recordChoice } from "@/lib/features/choice/write/mutations";
import { authorisationSchema, choiceLookupSchema, choiceSchema, collectionSchema } from "./schema";

export async function submitChoice(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    ...{ org, form, state, schema: choiceSchema, verb: recordChoice },
    then: ({ person }) => redirect(`/${org}/telephone/choices?person=${person}`),
  });
}

export async function submitChoiceLookup(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: choiceLookupSchema,
    verb: findPerson,
    isSilent: true,
    then: ({ person, territory, country }) =>
      redirect(`/${org}/telephone/choices?person=${person}&territory=${territory}&country=${country}`),
  });
}

export async function submitCollection(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    ...{ org, form, state, schema: collectionSchema, verb: recordCollection },
    then: ({ id }) => redirect(`/${org}/telephone/consents/${id}`),
  });
}

export async function submitAuthorisation(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    ...{ org, form, state, schema: authorisationSchema, verb: recordAuthorisation },
    then: ({ person }) => redirect(`/${org}/telephone/choices?person=${person}`),
  });
}
