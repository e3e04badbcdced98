import { z } from "zod";
import { letterSchema } from "@/lib/features/outbox/schema";

/** The password proves, for a link that makes an owner, that whoever sends it is present. */
export const resendSchema = letterSchema.extend({ password: z.string().max(1_000).default("") });

export type Resend = z.output<typeof resendSchema>;
