import { follow } from "@/lib/platform/write/announce";
import { followContracts } from "./contracts";
import { reassessRecords } from "./mutations";
import { followSubProcessors } from "./sub-processors";
import { followTransfers } from "./transfers";

/** Called once by composition roots and tests. */
export function registerFollowers(): void {
  follow("reassessment", reassessRecords);
  follow("contract-reassessment", followContracts);
  follow("transfer-reassessment", followTransfers);
  follow("sub-processor-reassessment", followSubProcessors);
}
