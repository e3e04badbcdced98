import { z } from "zod";
import type { ControllerFacts } from "@/lib/domain/controller/types";
import type { RecordContent } from "@/lib/domain/processing-record/content";
import { COLUMN_TARGETS, type FieldDoubt } from "./types";

/** One entry per column of the file, in its order, as it is kept and sent. */
export const columnMappingSchema = z.array(
  z.object({
    index: z.coerce.number().int().min(0).max(500),
    header: z.string().max(1000),
    target: z.enum(COLUMN_TARGETS),
    certainty: z.enum(["remembered", "exact", "likely", "none"]).default("remembered"),
  }),
);

/** What a row says of its controller; blank cells are absent, never emptied over what is known. */
export type ControllerReading = Partial<Omit<ControllerFacts, "legalName" | "isPlaceholder">> & {
  registrationNumber?: string;
};

/** One row of the file, read: nothing of its text is lost; what could not be read stands in a doubt and in the notes. */
export type RowReading = {
  /** Line of the file where the row begins, from 1. */
  line: number;
  cells: string[];
  /** "" when the row has none. */
  reference: string;
  /** "" when the row names nobody. */
  controllerName: string;
  controller: ControllerReading;
  /** The content as a draft; its `activity` is "" when the row has none. */
  content: RecordContent;
  doubts: FieldDoubt[];
};
