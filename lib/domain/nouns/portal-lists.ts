import { DRAWN, type DrawnNoun } from "./drawn";
import type { DrawnTable } from "./drawn-table";

/**
 * Lists of the portal whose lines are not those of a noun's page: where a sub-processor stands is drawn of its
 * authorisations, which the policies of the contact's scope narrow to its own controller's.
 */
const OTHERS = {
  "sub-processor": [
    { table: "sub_processor", column: "id" },
    { table: "authorisation", column: "sub_processor_id" },
  ],
  attachment: [{ table: "attachment", column: "id" }],
} as const satisfies Record<string, readonly DrawnTable[]>;

export type PortalList = DrawnNoun | keyof typeof OTHERS;
/** Rows of which one line of each list of the portal is drawn, by the column that names the line. */
export const PORTAL_LISTS: Readonly<Record<PortalList, readonly DrawnTable[]>> = { ...DRAWN, ...OTHERS };
