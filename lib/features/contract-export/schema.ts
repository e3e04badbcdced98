import { z } from "zod";
import { contractContentSchema } from "@/lib/domain/contract/content";

export const CONTRACT_FORMATS = ["xlsx", "json"] as const;

export const contractExportSchema = z.object({
  format: z.enum(CONTRACT_FORMATS),
  language: z.enum(["fr", "en", "ar"]).default("fr"),
});
export type ContractExport = z.output<typeof contractExportSchema>;

export const CONTRACTS_FORMAT = "amana-contracts-1";

const day = z.iso.date().nullable();

/** Excludes database ids, so that the file can be read elsewhere. */
export const exportedContractSchema = z.object({
  reference: z.string().min(1).max(60),
  title: z.string().max(300),
  /** Legal name, because an import never guesses. */
  controller: z.string().min(1).max(300),
  signedOn: day,
  effectiveOn: day,
  noticeGivenOn: day,
  endedOn: day,
  content: contractContentSchema,
  instructors: z.array(
    z.object({
      name: z.string().min(1).max(300),
      capacity: z.string().max(300),
      email: z.string().max(300),
      power: z.string().min(1).max(1000),
      from: z.iso.date(),
      until: day,
    }),
  ),
});
export type ExportedContract = z.output<typeof exportedContractSchema>;

export const contractsFileSchema = z.object({
  format: z.literal(CONTRACTS_FORMAT),
  contracts: z.array(exportedContractSchema).max(5000),
});
