import { z } from "zod";
import { makeCampaign } from "@/prisma/factories/campaign";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { runAgainstLoop } from "./against-loop";

/** Seconds by the clock, and of processors in the process and in PostgreSQL. */
const spentSchema = z.object({ seconds: z.number(), node: z.number(), database: z.number() });
export type CallsSpent = z.output<typeof spentSchema>;

const answerSchema = z.object({
  reading: spentSchema,
  judging: spentSchema,
  calls: z.number(),
  groups: z.number(),
});

const floorSchema = spentSchema.omit({ database: true });

/** Cost of a plain loop over the file and of the product's reading and judging, with the product's own peak in megabytes. */
export type CallsCost = z.output<typeof answerSchema> & {
  floor: z.output<typeof floorSchema>;
  peakMegabytes: number;
  floorMegabytes: number;
};

/** Calls that one person gets on average. */
const CALLS_EACH = 3;
const FIRST = Date.UTC(2026, 7, 17, 8);

/** Measures a log of so many lines beside a plain loop that reads, parses and hashes the same file. */
export async function measureCalls(ownerUrl: string, lines: number): Promise<CallsCost> {
  const { floor, product } = await runAgainstLoop("calls-child.ts", linesOfLog(lines), async () => {
    const ctx = await makeOrganisation(ownerUrl);
    const { id: controllerId } = await makeController(ctx);
    const { id: campaign } = await makeCampaign(ctx, { controllerId, basis: "contract" });
    return [JSON.stringify({ actor: ctx.actor, scope: ctx.scope }), campaign];
  });
  return {
    ...answerSchema.parse(product.answer),
    floor: floorSchema.parse(floor.answer),
    peakMegabytes: product.peakMegabytes,
    floorMegabytes: floor.peakMegabytes,
  };
}

/** Makes calls of four weeks of working hours in Paris, as a dialler does: in their order. */
function* linesOfLog(lines: number): Generator<string> {
  yield "uniqueid,lead_id,call_date,length_in_sec,status,phone_number,callerid,user\n";
  const people = Math.ceil(lines / CALLS_EACH);
  for (let line = 0; line < lines; line += 1) {
    const number = `06${String(10_000_000 + ((line * 7919) % people))}`;
    const at = new Date(FIRST + Math.floor((line / lines) * 28 * 86_400) * 1000).toISOString();
    const status = ["A", "NA", "SALE", "B", "NI"][(line * 31) % 5];
    yield `${line}.${number},${line},${at.slice(0, 10)} ${at.slice(11, 19)},${line % 300},${status},${number},0123456789,agent${line % 90}\n`;
  }
}
