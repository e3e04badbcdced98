import { z } from "zod";

/** Bytes: beyond any call centre's contracts, and quickly read. */
export const MAX_CONTRACTS_BYTES = 10 * 1024 * 1024;

/** Targets in column order: "reference,controller,ignore". */
export const chosenColumnsSchema = z
  .union([z.string(), z.array(z.string())])
  .transform((stated) => [stated].flat().join(",").split(",").filter(Boolean).slice(0, 200))
  .catch([]);

/** Includes the digest of the plan shown. */
export const contractCommitSchema = z.object({
  file: z.uuid(),
  columns: chosenColumnsSchema,
  seen: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ContractCommit = z.output<typeof contractCommitSchema>;
