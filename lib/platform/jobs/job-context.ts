import type { Job } from "@/lib/domain/access/actor";
import { PLATFORM_CHAIN } from "@/lib/domain/journal/chain-id";
import type { Ctx } from "@/lib/platform/request/context";
import { mintScope } from "@/lib/platform/database/scope";

/** The context of a job within one organisation, or within the platform's own chain. */
export function jobContext(job: Job, org: string, now: Date): Ctx {
  const scope = org === PLATFORM_CHAIN ? "platform" : "staff";
  return { actor: { kind: "system", job }, scope: mintScope({ org, scope }), now };
}
