import { z } from "zod";

/** Far more than the contracts of a call centre, and little enough to be read at once. */
export const MAX_CONTRACTS_BYTES = 10 * 1024 * 1024;

/** Where a person put the columns of a workbook, in their order: "reference,controller,ignore", or the parts of it. */
export const chosenColumnsSchema = z
  .union([z.string(), z.array(z.string())])
  .transform((stated) => [stated].flat().join(",").split(",").filter(Boolean).slice(0, 200))
  .catch([]);

/** The file that was shown, and the plan that was seen: what stands otherwise by now is shown again. */
export const contractCommitSchema = z.object({
  file: z.uuid(),
  columns: chosenColumnsSchema,
  seen: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ContractCommit = z.output<typeof contractCommitSchema>;
