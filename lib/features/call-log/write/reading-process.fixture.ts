import { z } from "zod";
import { closeClients } from "@/lib/platform/database/clients";
import { manyCalls, receiveLines } from "@/prisma/factories/call-log";
import type { StaffCtx } from "@/lib/platform/request/context";

// A process of its own that reads a log of many calls: the context as JSON, the campaign and the number of calls.
const [stated, campaign, count] = z
  .tuple([z.string(), z.uuid(), z.coerce.number()])
  .parse(process.argv.slice(2));
const ctx: StaffCtx = { ...(JSON.parse(stated) as Pick<StaffCtx, "actor" | "scope">), now: new Date() };
await receiveLines(ctx, campaign, manyCalls(count));
await closeClients();
