import { z } from "zod";
import type { ControllerFacts } from "@/lib/domain/controller/types";
import type { RecordContent } from "@/lib/domain/processing-record/content";
import type { RecordState } from "@/lib/domain/processing-record/types";

/** Targets of a column. `note` appends a line to the notes, `ignore` leaves the column out. */
export const IMPORT_TARGETS = [
  "reference",
  "controllerName",
  "controllerAddress",
  "controllerCountry",
  "controllerRegistration",
  "controllerContact",
  "controllerDpo",
  "controllerRepresentative",
  "activity",
  "purposes",
  "jointControllers",
  "legalBases",
  "retention",
  "retentionAbsentReason",
  "specialCondition",
  "informationNotice",
  "cndpNumbers",
  "targetsUnion",
  "operations",
  "persons",
  "dataCategories",
  "special",
  "specialCategories",
  "minors",
  "minorsConsent",
  "minorsProcedure",
  "subProcessors",
  "transfer",
  "instrument",
  "assessment",
  "derogation",
  "measures",
  "measuresAbsentReason",
  "startsOn",
  "endsOn",
  "reviewedOn",
  "reviewDueOn",
  "contractReference",
  "volumes",
  "tools",
  "sites",
  "recipients",
  "frequency",
  "exemption",
  "notes",
  "note",
  "ignore",
] as const;
export type ImportTarget = (typeof IMPORT_TARGETS)[number];

/** Order of the figures of a date before its year. */
export const DATE_ORDERS = ["day", "month"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

export const columnMappingSchema = z.array(
  z.object({
    column: z.number().int().min(0),
    header: z.string(),
    target: z.enum(IMPORT_TARGETS),
    /** Origin of cells that are in no column of the file. */
    source: z.enum(["band", "sheet"]).optional(),
    /** Fields that an ambiguous head may mean; absent once a person said which. */
    asked: z.array(z.enum(IMPORT_TARGETS)).optional(),
    /** Order of day and month in 02/03/2024, on columns with days once it is known. */
    dateOrder: z.enum(DATE_ORDERS).optional(),
    /** Cells of the file that may be read in both orders, on its first column with days, until a person said which. */
    orderAsked: z.array(z.string()).optional(),
  }),
);
/** Entries follow the columns of the file. */
export type ColumnMapping = z.infer<typeof columnMappingSchema>;

/** Something read with a question to the person: `field` is a target, `key` a message under `import.doubts`. */
export type Doubt = { field: ImportTarget; key: string; params: Record<string, string> };

/** Fields of the controller in a row; blank cells are absent and never erase known values. */
export type ControllerReading = Partial<
  Omit<ControllerFacts, "legalName" | "isPlaceholder" | "establishments" | "targeting" | "targetCountries">
> & {
  registrationNumber?: string;
};

/** Row of the file as read: text that could not be read is in a doubt and in the notes, and none is lost. */
export type RowReading = {
  /** Line of the file where the row begins, from 1. */
  line: number;
  /** The name of its sheet, where rows of several are read. */
  sheet?: string;
  cells: string[];
  /** "" when the row has none. */
  reference: string;
  /** "" when the row names nobody. */
  controllerName: string;
  controller: ControllerReading;
  /** The content as a draft; its `activity` is "" when the row has none. */
  content: RecordContent;
  doubts: Doubt[];
  /** Fields to which the row says no in words: a no is no blank, though it is kept as nothing. */
  denied?: readonly (keyof RecordContent)[];
};

/** A record of the register, as an import compares it with a row. */
export type KnownRecord = {
  id: string;
  reference: string;
  controllerId: string;
  state: RecordState;
  /** ISO calendar date since which the state holds. */
  stateSince: string | null;
  version: number;
  content: RecordContent;
};
