"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { staffAction } from "@/lib/platform/request/action";
import { closeEnd, changeEnd } from "@/lib/features/contract-end/write/closing";
import { addLine, answerLine, beginEnd, replanLines } from "@/lib/features/contract-end/write/mutations";
import {
  endBeginSchema,
  endCloseSchema,
  runEventSchema,
  lineAddSchema,
  lineAnswerSchema,
  linesDrawSchema,
} from "./schema";

export const beginRun = staffAction({
  schema: endBeginSchema,
  verb: beginEnd,
  then: ({ id }, org) => redirectTo(org, id),
});

export const submitAnswer = staffAction({
  schema: lineAnswerSchema,
  verb: answerLine,
  then: ({ id }, org) => redirectTo(org, `lines/${id}`),
});

export const listLine = staffAction({
  schema: lineAddSchema,
  verb: addLine,
  then: ({ id }, org) => redirectTo(org, id),
});

export const drawLines = staffAction({
  schema: linesDrawSchema,
  verb: replanLines,
  then: ({ id }, org) => redirectTo(org, id),
});

export const closeRun = staffAction({
  schema: endCloseSchema,
  verb: closeEnd,
  then: ({ id }, org) => redirectTo(org, id),
});

export const submitRunEvent = staffAction({
  schema: runEventSchema,
  verb: changeEnd,
  then: ({ id }, org) => redirectTo(org, id),
});

function redirectTo(org: string, to: string): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}/contracts/end/${to}`);
}
