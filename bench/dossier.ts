import { z } from "zod";
import { runChild } from "./child";
import type { Measured } from "./seed";

const answerSchema = z.object({ seconds: z.number(), ownMegabytes: z.number(), bytes: z.number() });

/** `largestMegabytes` is of the largest process of the family: the compiler of a PDF, where it takes more than the maker. */
export type DossierCost = z.output<typeof answerSchema> & { largestMegabytes: number; cpuSeconds: number };

/** Makes a dossier of everything in a process of its own: time, its own peak, and the peak of the largest of its children. */
export async function measureDossier({ ctx }: Measured, language: "fr" | "ar"): Promise<DossierCost> {
  const { answer, peakMegabytes, cpuSeconds } = await runChild("dossier-child.ts", [
    JSON.stringify({ actor: ctx.actor, scope: ctx.scope }),
    language,
  ]);
  return { ...answerSchema.parse(answer), largestMegabytes: peakMegabytes, cpuSeconds };
}
