import { z } from "zod";
import { makeCollection, makeConsentFile } from "@/prisma/factories/consent";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { runAgainstLoop } from "./against-loop";

const answerSchema = z.object({
  /** Seconds until every line has its answer, and then until the list is written. */
  answering: z.number(),
  writing: z.number(),
  allowed: z.number(),
  unknown: z.number(),
});

/** Cost of a check in a process of its own, beside a plain loop that reads, parses and hashes the same file. */
export type LookupCost = z.output<typeof answerSchema> & {
  floor: number;
  peakMegabytes: number;
  floorMegabytes: number;
};

/** Persons of whom one has agreed. */
const AGREED_EACH = 4;
/** Consents of one file. */
const FILE_LINES = 100_000;

/** Measures the check of a list of so many numbers, a quarter of which agreed to be called. */
export async function measureLookup(ownerUrl: string, lines: number): Promise<LookupCost> {
  const { floor, product } = await runAgainstLoop("lookup-child.ts", linesOfList(lines), async () => {
    const ctx = await makeOrganisation(ownerUrl);
    const { id: controllerId } = await makeController(ctx);
    const { id: collectionId } = await makeCollection(ctx, { controllerId });
    for (let from = 0; from < lines; from += FILE_LINES * AGREED_EACH)
      await makeConsentFile(ctx, collectionId, agreedFrom(from, lines));
    return [JSON.stringify({ actor: ctx.actor, scope: ctx.scope }), controllerId];
  });
  return {
    ...answerSchema.parse(product.answer),
    floor: z.object({ seconds: z.number() }).parse(floor.answer).seconds,
    peakMegabytes: product.peakMegabytes,
    floorMegabytes: floor.peakMegabytes,
  };
}

function agreedFrom(from: number, lines: number): string[] {
  const agreed: string[] = [];
  for (let line = from; line < Math.min(lines, from + FILE_LINES * AGREED_EACH); line += AGREED_EACH)
    agreed.push(`${numberOf(line)};01/10/2026;30/09/2027;FORM-${line}`);
  return agreed;
}

function numberOf(line: number): string {
  return `06${String(10_000_000 + line)}`;
}

function* linesOfList(lines: number): Generator<string> {
  yield "téléphone;nom\n";
  for (let line = 0; line < lines; line += 1) yield `${numberOf(line)};Personne ${line}\n`;
}
