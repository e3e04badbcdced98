"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { staffAction } from "@/lib/platform/request/action";
import {
  adoptMeasures,
  createMeasure,
  restoreMeasure,
  retireMeasure,
  updateMeasure,
} from "@/lib/features/measure/write/mutations";
import {
  measureAdoptSchema,
  measureCreateSchema,
  measureRestoreSchema,
  measureRetireSchema,
  measureUpdateSchema,
} from "./schema";

export const submitMeasureAdoption = staffAction({
  schema: measureAdoptSchema,
  verb: adoptMeasures,
  then: (_, org) => redirectTo(org, "/measures"),
});

export const addMeasure = staffAction({
  schema: measureCreateSchema,
  verb: createMeasure,
  then: ({ id }, org) => redirectTo(org, `/measures/${id}`),
});

export const saveMeasure = staffAction({
  schema: measureUpdateSchema,
  verb: updateMeasure,
  then: ({ id }, org) => redirectTo(org, `/measures/${id}`),
});

export const setMeasureAside = staffAction({
  schema: measureRetireSchema,
  verb: retireMeasure,
  then: ({ id }, org) => redirectTo(org, `/measures/${id}`),
});

export const submitMeasureRestore = staffAction({
  schema: measureRestoreSchema,
  verb: restoreMeasure,
  message: "restored",
  then: (_, org) => revalidatePath(`/${org}`, "layout"),
});

function redirectTo(org: string, path: string): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}${path}`);
}
