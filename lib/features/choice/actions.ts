"use server";
import { redirect } from "next/navigation";
import { withMailServer } from "@/lib/platform/mail/with-mail-server";
import { act, staffAction } from "@/lib/platform/request/action";
import type { FormState } from "@/lib/forms/form-state";
import { fieldOf } from "@/lib/forms/form-values";
import { askAuthorisation, recordAuthorisation } from "@/lib/features/choice/write/authorise";
import { recordCollection } from "@/lib/features/choice/write/collection";
import { findPerson, recordChoice } from "@/lib/features/choice/write/mutations";
import { answerForChild } from "@/lib/features/choice/write/parental-answer";
import { openParentalLink } from "@/lib/platform/request/link-scope";
import { admitAnswer } from "@/lib/platform/request/stranger-limit";
import {
  askedBy,
  authorisationRequestSchema,
  authorisationSchema,
  choiceLookupSchema,
  choiceSchema,
  collectionSchema,
  parentalAnswerSchema,
  personQuerySchema,
} from "./schema";

const askByMail = withMailServer(askAuthorisation);

export const submitChoice = staffAction({
  schema: choiceSchema,
  verb: recordChoice,
  then: (found, org) => redirect(`/${org}/telephone/choices?${askedBy(found)}`),
});

export const submitChoiceLookup = staffAction({
  schema: choiceLookupSchema,
  verb: findPerson,
  isSilent: true,
  then: ({ people: [first, ...others], country }, org) => {
    const here = `/${org}/telephone/choices?country=${country}`;
    if (first && others.length === 0) redirect(`${here}&${askedBy(first)}`);
    const among = [first, ...others].flatMap((one) =>
      one ? [one.territory, one.person, ...one.also].join(".") : [],
    );
    redirect(`${here}&among=${among.join(",")}`);
  },
});

export const submitCollection = staffAction({
  schema: collectionSchema,
  verb: recordCollection,
  then: ({ id }, org) => redirect(`/${org}/telephone/consents/${id}`),
});

export async function submitAuthorisation(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: authorisationSchema,
    verb: recordAuthorisation,
    then: ({ person }) => redirect(lookedUp(org, person, form)),
  });
}

export async function submitAuthorisationRequest(
  org: string,
  state: FormState,
  form: FormData,
): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: authorisationRequestSchema,
    verb: askByMail,
    then: ({ person }) => redirect(lookedUp(org, person, form)),
  });
}

/** Address of the look-up of a person, by the territory with which the form was opened. */
function lookedUp(org: string, person: string, form: FormData): string {
  const territory = personQuerySchema.shape.territory.parse(form.get("territory"));
  return `/${org}/telephone/choices?person=${person}&territory=${territory}`;
}

/** Takes the answer of a plain form and leads on by a redirect, so that no script is needed and a reload sends nothing. */
export async function submitParentalAnswer(form: FormData): Promise<never> {
  const names = ["token", "language", "answer", "declares"] as const;
  const sent = Object.fromEntries(names.map((name) => [name, fieldOf(form, name)]));
  const here = `/parents/${encodeURIComponent(String(sent.token))}`;
  const input = parentalAnswerSchema.safeParse(sent);
  if (!input.success) redirect(`${here}?notice=blank`);
  const { token, declares, ...answered } = input.data;
  if (answered.answer === "authorise" && declares !== "yes") redirect(`${here}?notice=undeclared`);
  const link = await openParentalLink(token);
  if (!link) redirect(`${here}/ended`);
  const now = new Date();
  if (!(await admitAnswer(link.actor.linkId, now))) redirect(`${here}?notice=tooMany`);
  const outcome = await answerForChild({ ...link, now }, answered);
  redirect(outcome.ok ? `${here}/receipt` : `${here}?notice=changed`);
}
