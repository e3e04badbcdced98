import { choiceSchema } from "@/lib/features/choice/schema";
import { recordChoice } from "@/lib/features/choice/write/mutations";
import type { StaffCtx } from "@/lib/platform/request/context";
import { valueOf } from "./register";

/** A refusal on the telephone, unless something else is stated. */
export async function makeChoice(ctx: StaffCtx, stated: { controllerId: string } & Record<string, string>) {
  const input = choiceSchema.parse({
    ...{ number: "06 12 34 56 78", act: "telephone", outcome: "refused" },
    ...{ on: "2026-01-05", time: "10:30", source: "call", proof: "REC-2026-0105-17" },
    ...stated,
  });
  return valueOf(await recordChoice(ctx, input));
}
