import { z } from "zod";
import type { ControllerFacts } from "@/lib/domain/controller/types";
import type { RecordContent } from "@/lib/domain/processing-record/content";
import type { RecordState } from "@/lib/domain/processing-record/types";

/** What a column of a spreadsheet can be read as. `note` keeps it as a line of the notes, `ignore` leaves it out. */
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

export const columnMappingSchema = z.array(
  z.object({
    column: z.number().int().min(0),
    header: z.string(),
    target: z.enum(IMPORT_TARGETS),
    /** Where its cells come from when they stand in no column of the file. */
    source: z.enum(["band", "sheet"]).optional(),
  }),
);
/** One entry per column of the file, in its order. */
export type ColumnMapping = z.infer<typeof columnMappingSchema>;

/** Something read with a question to the person: `field` is a target, `key` a message under `import.doubts`. */
export type Doubt = { field: ImportTarget; key: string; params: Record<string, string> };

/** What a row says of its controller; blank cells are absent, never emptied over what is known. */
export type ControllerReading = Partial<Omit<ControllerFacts, "legalName" | "isPlaceholder">> & {
  registrationNumber?: string;
};

/** One row of the file, read: nothing of its text is lost, what could not be read stands in a doubt and in the notes. */
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
