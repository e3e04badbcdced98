"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { cancelDossier, requestOwnDossier, retryDossier } from "@/lib/features/dossier/write/mutations";
import { staffAction } from "@/lib/platform/request/action";
import { dossierFormSchema, dossierIdSchema } from "./schema";

export const askForDossier = staffAction({
  schema: dossierFormSchema,
  verb: requestOwnDossier,
  then: ({ id }, org) => redirect(`/${org}/dossiers/${id}`),
});

export const stopDossier = staffAction({
  schema: dossierIdSchema,
  verb: cancelDossier,
  then: (_, org) => revalidatePath(`/${org}/dossiers`, "layout"),
});

export const restartDossier = staffAction({
  schema: dossierIdSchema,
  verb: retryDossier,
  then: (_, org) => revalidatePath(`/${org}/dossiers`, "layout"),
});
