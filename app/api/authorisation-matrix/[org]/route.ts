import { takeMatrix } from "@/lib/features/authorisation-matrix/mutations";
import { matrixExportSchema } from "@/lib/features/authorisation-matrix/schema";
import { takeInOrganisation } from "@/lib/platform/take-route";

/** The matrix of authorisations as a file. */
export const POST = takeInOrganisation({
  schema: matrixExportSchema,
  take: takeMatrix,
  back: (org) => `/${org}/authorisations?error=failed`,
  fault: "an export of authorisations failed",
});
