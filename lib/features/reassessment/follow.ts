import { follow } from "@/lib/platform/announce";
import { reassessRecords } from "./mutations";

/** For composition roots and tests. */
export function registerFollowers(): void {
  follow("reassessment", reassessRecords);
}
