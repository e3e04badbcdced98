import type { ControllerFacts } from "@/lib/domain/controller/types";
import { assess } from "@/lib/domain/processing-record/completeness";
import type { RecordContent } from "@/lib/domain/processing-record/content";
import { CONTENT, CONTROLLER, ownCaseWith, PROCESSOR } from "@/lib/domain/processing-record/examples.fixture";
import type {
  ExportedRecord,
  RegisterExport,
  RegisterVolume,
} from "@/lib/features/export/read/register-export";
import { orderRecords } from "@/lib/features/export/print/volumes";

type Change = {
  measures?: ExportedRecord["measures"];
  subProcessors?: ExportedRecord["subProcessors"];
  reference?: string;
  controller?: Partial<ControllerFacts>;
  content?: Partial<RecordContent>;
};

const ORGANISATION = { ...PROCESSOR, ice: "001234567000089" };
const ON = "2026-11-25";

/** Complete, changed entry; gaps by the law of 25 November 2026. */
export function exportedRecord({
  reference = "T-001",
  controller = {},
  content = {},
  measures = [],
  subProcessors = [],
}: Change = {}): ExportedRecord {
  const record = {
    reference,
    state: "active",
    capacity: "processor",
    content: { ...CONTENT, ...content },
  } as const;
  const facts = { ...CONTROLLER, ...controller };
  return {
    reference,
    state: record.state,
    stateSince: "2024-03-01",
    version: 7,
    updatedAt: "2026-11-18T10:12:00Z",
    controller: facts,
    content: record.content,
    measures,
    subProcessors,
    contracts: [],
    transfers: [],
    procedure: null,
    gaps: assess({ record, controller: facts, organisation: ORGANISATION, on: ON }),
  };
}

export function ownExportedRecord({ reference = "I-001", content = {} }: Change = {}): ExportedRecord {
  const { record, controller, organisation, on } = ownCaseWith({
    content,
    organisation: ORGANISATION,
    on: ON,
  });
  return {
    reference,
    state: record.state,
    stateSince: "2024-03-01",
    version: 3,
    updatedAt: "2026-11-18T10:12:00Z",
    controller,
    content: record.content,
    measures: [],
    subProcessors: [],
    contracts: [],
    transfers: [],
    procedure: null,
    gaps: assess({ record, controller, organisation, on }),
  };
}

/** Voluntary own register of a company bound by contract alone. */
export function ownRegisterOf(...records: ExportedRecord[]): RegisterExport {
  return { ...registerOf(...records), capacity: "controller" };
}

export function registerOf(...records: ExportedRecord[]): RegisterExport {
  return {
    capacity: "processor",
    organisation: ORGANISATION,
    asOf: null,
    takenAt: "2026-11-25T08:30:00Z",
    takenBy: "Imane Berrada",
    isExample: false,
    disputed: [],
    holdsFindings: true,
    scope: { kind: "whole" },
    records,
  };
}

export function volumeOf(register: RegisterExport): RegisterVolume {
  return { ...register, records: orderRecords(register.records), volume: { number: 1, total: 1 } };
}
