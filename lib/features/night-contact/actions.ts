"use server";
import { redirect } from "next/navigation";
import { staffAction } from "@/lib/platform/request/action";
import {
  addNightContact,
  changeNightContact,
  endNightContact,
} from "@/lib/features/night-contact/write/mutations";
import { nightContactAddSchema, nightContactChangeSchema, nightContactEndSchema } from "./schema";

export const submitNightContact = staffAction({
  schema: nightContactAddSchema,
  verb: addNightContact,
  then: ({ controllerId }, org) => redirect(`/${org}/controllers/${controllerId}#night`),
});

export const submitNightContactChange = staffAction({
  schema: nightContactChangeSchema,
  verb: changeNightContact,
  then: ({ controllerId }, org) => redirect(`/${org}/controllers/${controllerId}#night`),
});

export const submitNightContactEnd = staffAction({
  schema: nightContactEndSchema,
  verb: endNightContact,
  then: ({ controllerId }, org) => redirect(`/${org}/controllers/${controllerId}#night`),
});
