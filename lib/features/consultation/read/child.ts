import { childJudge, type SealedChild } from "@/lib/features/choice/read/known-child";
import type { Reader } from "@/lib/platform/read/reader";

/** True where the person of a link is known to be too young at an instant to consent alone, art. 8(1). */
export async function isChildOfLink(reader: Reader, now: Date): Promise<boolean> {
  const known = await reader.$queryRaw<SealedChild[]>`SELECT * FROM consultation_child()`;
  const isChildAt = childJudge(known);
  return known.some(({ person }) => isChildAt(person, now.getTime()));
}
