import { onAnnouncement } from "@/lib/platform/write/announce";
import { followContracts } from "./contracts";
import { reassessRecords } from "./mutations";
import { followSubProcessors } from "./sub-processors";
import { followTransfers } from "./transfers";

/** Called once by composition roots and tests. */
export function registerFollowers(): void {
  onAnnouncement("reassessment", reassessRecords);
  onAnnouncement("contract-reassessment", followContracts);
  onAnnouncement("transfer-reassessment", followTransfers);
  onAnnouncement("sub-processor-reassessment", followSubProcessors);
}
