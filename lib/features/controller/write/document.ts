import { defineDocument } from "@/lib/platform/versioned/define-document";
import {
  type ControllerRow,
  findController,
  flattenController,
} from "@/lib/features/controller/read/queries";

type ControllerFields = Omit<ControllerRow, "id" | "version">;

type ControllerChange = "created" | "saved" | "archived" | "restored" | "imported" | "merged" | "unmerged";

export const controllerDocument = defineDocument<ControllerRow, ControllerFields>()({
  noun: "controller",
  table: "controller",
  versions: "controller_version",
  key: "controllerId",
  find: findController,
  versionOf: (row, change: ControllerChange) => ({ change, snapshot: flattenController(row) }),
  flatten: flattenController,
  labelOf: ({ legalName }) => legalName,
});

/** Fields of a controller that is not archived. */
export const LISTED = { archivedAt: null, archiveReason: "" };
