import { z } from "zod";
import { contractContentSchema } from "@/lib/domain/contract/content";

export const CONTRACT_FORMATS = ["xlsx", "json"] as const;

/** What is asked for: every contract there is, ended ones too, in the language of the workbook's heads. */
export const contractExportSchema = z.object({
  format: z.enum(CONTRACT_FORMATS),
  language: z.enum(["fr", "en", "ar"]).default("fr"),
});
export type ContractExport = z.output<typeof contractExportSchema>;

export const CONTRACTS_FORMAT = "amana-contracts-1";

const day = z.iso.date().nullable();

/** One contract as its JSON says it; nothing in it depends on where it is read. */
export const exportedContractSchema = z.object({
  reference: z.string().min(1).max(60),
  title: z.string().max(300),
  /** By its legal name: whoever brings it in is never guessed. */
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
