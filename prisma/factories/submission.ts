import type { Ctx } from "@/lib/platform/request/context";
import { newSubmissionKey, submissionOf } from "@/lib/platform/request/submission";

/** A rendered form: whoever sends it is in the context that its action would build, the same at each sending. */
export function makeForm() {
  const key = newSubmissionKey();
  return <C extends Ctx>(by: C): C => ({
    ...by,
    submission: submissionOf(key, JSON.stringify(by.actor), null),
  });
}
