"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { workPath } from "@/lib/domain/dpo-work/kinds";
import { saveLine } from "@/lib/features/dpo-work/write/lines";
import { createWork, recordWorkFact, saveWork } from "@/lib/features/dpo-work/write/mutations";
import { staffAction } from "@/lib/platform/request/action";
import { lineSaveSchema, workCreateSchema, workFactSchema, workSaveSchema } from "./schema";

export const addWork = staffAction({
  schema: workCreateSchema,
  verb: createWork,
  then: (row, org) => openWork(org, row),
});

export const changeWork = staffAction({
  schema: workSaveSchema,
  verb: saveWork,
  then: (row, org) => openWork(org, row),
});

export const writeLine = staffAction({
  schema: lineSaveSchema,
  verb: saveLine,
  then: (row, org) => openWork(org, row, "#lines"),
});

export const recordFact = staffAction({
  schema: workFactSchema,
  verb: recordWorkFact,
  then: (row, org) => openWork(org, row),
});

function openWork(
  org: string,
  { kind, id }: { kind: Parameters<typeof workPath>[0]; id: string },
  to = "",
): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}${workPath(kind, id)}${to}`);
}
