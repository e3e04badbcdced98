import { z } from "zod";
import { DATE_ORDERS } from "@/lib/domain/import/types";

/** Bytes: beyond any call centre's contracts, and quickly read. */
export const MAX_CONTRACTS_BYTES = 10 * 1024 * 1024;

/** Targets in column order: "reference,controller,ignore". */
export const chosenColumnsSchema = z
  .union([z.string(), z.array(z.string())])
  .transform((stated) => [stated].flat().join(",").split(",").filter(Boolean).slice(0, 200))
  .catch([]);

/** Clients chosen for names of the file: "<id> <name>" each; what is no such choice is none. */
export const chosenClientsSchema = z
  .union([z.string(), z.array(z.string())])
  .transform((stated) => {
    const read = [stated].flat().map((choice) => /^([0-9a-f-]{36}) (.{1,300})$/su.exec(choice));
    return new Map(read.flatMap((found) => (found?.[1] && found[2] ? [[found[2], found[1]] as const] : [])));
  })
  .catch(() => new Map<string, string>());

/** Order of day and month as a person said it; anything else leaves it open. */
export const chosenOrderSchema = z.enum(DATE_ORDERS).nullable().catch(null);

/** The columns of a file as a person puts them. */
export const contractColumnsSchema = z.object({
  file: z.uuid(),
  columns: chosenColumnsSchema,
  clients: chosenClientsSchema,
  dateOrder: chosenOrderSchema,
});
export type ContractColumns = z.output<typeof contractColumnsSchema>;

/** Includes the digest of the plan shown. */
export const contractCommitSchema = z.object({
  file: z.uuid(),
  columns: chosenColumnsSchema,
  clients: chosenClientsSchema,
  dateOrder: chosenOrderSchema,
  seen: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ContractCommit = z.output<typeof contractCommitSchema>;
