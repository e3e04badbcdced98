import { isGiven } from "@/lib/domain/lifecycle/given";
import { isMention, summariseGaps } from "@/lib/domain/processing-record/completeness";
import type {
  Contents,
  ExportedRecord,
  RegisterVolume,
  StreamedRegister,
} from "@/lib/features/export/read/register-export";
import { controllerKey } from "./volumes";

export function emptyContents(): Contents {
  return {
    records: 0,
    drafts: 0,
    first: "",
    last: "",
    controllers: new Map(),
    required: 0,
    advisable: 0,
    asked: 0,
    longest: 0,
  };
}

export function countRecord(
  contents: Contents,
  { reference, state, controller, gaps }: ExportedRecord,
  length: number,
): void {
  if (contents.records === 0) contents.first = reference;
  contents.records += 1;
  if (!isGiven(state)) contents.drafts += 1;
  contents.last = reference;
  contents.controllers.set(controllerKey(controller), controller.isPlaceholder);
  contents.required += summariseGaps(gaps).required;
  contents.advisable += gaps.filter(({ level, code }) => level === "advisable" && !isMention(code)).length;
  if (gaps.some(({ code }) => isMention(code))) contents.asked += 1;
  contents.longest = Math.max(contents.longest, length);
}

/** Adapts a volume in memory to the writers. */
export function streamOf(volume: RegisterVolume): StreamedRegister {
  const contents = emptyContents();
  for (const record of volume.records) countRecord(contents, record, JSON.stringify(record).length);
  return { ...volume, contents };
}
