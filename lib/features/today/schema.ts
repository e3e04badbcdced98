import { z } from "zod";
import { TODAY_VIEWS } from "@/lib/domain/today/views";
import { obligationQuerySchema } from "@/lib/features/obligation/schema";

/** Filters of the morning, in its address: those of the list of dates, over views of its own. */
export const todayQuerySchema = obligationQuerySchema.extend({ view: z.enum(TODAY_VIEWS).catch("near") });
