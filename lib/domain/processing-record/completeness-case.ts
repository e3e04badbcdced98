import type { ControllerFacts } from "@/lib/domain/controller/types";
import { isPlaceholderName } from "@/lib/domain/controller/placeholder";
import { basisOf, ownBasisOf, type OwnReason } from "@/lib/domain/organisation/binding";
import { reachesOutsideEea, receivingThirdCountry } from "@/lib/domain/organisation/places";
import type { DutyBasis, GdprBinding, OrganisationFacts } from "@/lib/domain/organisation/types";
import { isInEea } from "@/lib/domain/statute/eea";
import { applicableLaws } from "@/lib/domain/statute/applicable-laws";
import { isRepresentativeAsked } from "@/lib/domain/statute/representative";
import { exportLaws, presumesTransfer } from "@/lib/domain/statute/export-laws";
import type { ExportLaw } from "@/lib/domain/statute/other-adequacy";
import { lastDay } from "@/lib/domain/time/partial-date";
import type { RecordContent } from "./content";
import { NO_LINKS, readLinked, type RecordLinks } from "./links";
import type { SubProcessorStatus } from "./sub-processors";
import { readTransfers, type Transfer } from "./transfers";
import type { Capacity, GapLevel, RecordField, RecordState } from "./types";
import { isHollow, isReferral } from "@/lib/domain/text/vagueness";

/** Record and its parties, assessed under the law of a calendar date. */
export type Assessment = {
  record: { reference: string; state: RecordState; capacity: Capacity; content: RecordContent };
  /** In the company's own register, the organisation itself: `asController`. */
  controller: ControllerFacts;
  organisation: OrganisationFacts;
  /** Sub-processors of the list that the entry names, with their status for the controller. */
  subProcessors?: readonly SubProcessorStatus[];
  /** The contracts and transfers of its controller; absent where they are not known, and nothing is compared with them. */
  links?: RecordLinks;
  /** ISO calendar date, "2026-11-24". */
  on: string;
};

/** The assessment with what several rules ask of it, worked out once. */
export type Case = Assessment & {
  /** Content in which the facts of linked rows replace the words. */
  content: RecordContent;
  /** Basis of the register's duty, with the reason. */
  duty: { basis: DutyBasis; reason: GdprBinding | OwnReason };
  /** False for "client télécom": whoever it is, nothing else can be asked of it. */
  isControllerNamed: boolean;
  controllerPlace: "eea" | "outside" | "unknown";
  /** Article 27: reached by 3(2) without an establishment in the Union, or while nobody has said whether it is. */
  isRepresentativeAsked: boolean;
  /** Third country where the data of a controller under chapter V necessarily arrive; null when none is presumed. */
  presumedCountry: string | null;
  mayTransfer: boolean;
  /**
   * Destinations outside the EEA, read by the law of the day on which the transfer last took place. What a company
   * keeps for itself in its own country goes nowhere.
   */
  transfers: Transfer[];
  /** Laws under which its controller exports; empty: none of them. */
  exportLaws: readonly ExportLaw[];
};

/** Rule in the law's terms: where it applies, the requirement must be met. */
export type Rule = {
  /** "REG-5.vague"; its words live under `gaps.REG-5_vague`. */
  id: string;
  code: string;
  article: string;
  level: GapLevel;
  field: RecordField;
  applies: (it: Case) => boolean;
  isMet: (it: Case) => boolean;
  params?: (it: Case) => Record<string, string>;
};

export function openCase(assessment: Assessment): Case {
  const { record, controller, organisation, on, links = NO_LINKS } = assessment;
  const content = readLinked(record.content, links);
  const place = placeOf(controller, on);
  const laws = applicableLaws(controller, { on });
  return {
    ...assessment,
    content,
    duty: dutyOf(assessment),
    isControllerNamed: !controller.isPlaceholder && !isPlaceholderName(controller.legalName),
    controllerPlace: place,
    isRepresentativeAsked: isRepresentativeAsked(laws),
    // EDPB 05/2021: the company's own sites are no separate importer.
    presumedCountry:
      presumesTransfer(laws) && record.capacity === "processor"
        ? receivingThirdCountry(organisation, on)
        : null,
    mayTransfer: reachesOutsideEea(organisation, on),
    transfers: transfersOf({ ...assessment, record: { ...record, content } }),
    exportLaws: lawsOf(assessment),
  };
}

/** A rule that always applies. */
export const always = (): boolean => true;

/** True when the text says something, and not only where it stands: "voir annexe 1" names nothing. */
export const isMeaningful = (text: string): boolean => !isHollow(text) && !isReferral(text);

/** A representative established in a Member State, 27(3), or a reason why there is none. */
export function answersRepresentation({ organisation, on }: Case): boolean {
  const { euRepresentative, euRepresentativeCountry: country, euRepresentativeAbsentReason } = organisation;
  if (!isMeaningful(euRepresentative)) return isMeaningful(euRepresentativeAbsentReason);
  return country === "" || isInEea(country, on);
}

/** True also of a text that names a paper: where the paper itself is asked for, "annexe 3" answers. */
export const namesPaper = (text: string): boolean =>
  !isHollow(text) && (isMeaningful(text) || /\p{N}/u.test(text));

/** A text from the record, short enough to be quoted in a sentence. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= 120 ? line : `${line.slice(0, 119)}…`;
}

/** Returns the basis of the record's duty, by its register. */
export function dutyOf({ record, organisation }: Pick<Assessment, "record" | "organisation">): Case["duty"] {
  return record.capacity === "processor" ? basisOf(organisation) : ownBasisOf(organisation, record.content);
}

function lawsOf({
  record,
  controller,
  organisation,
  on,
}: Pick<Assessment, "record" | "controller" | "organisation" | "on">): ExportLaw[] {
  if (record.capacity === "controller") return ["gdpr"];
  const isProcessorBound = organisation.gdprBinding !== "contractual-only";
  return exportLaws(applicableLaws(controller, { on }), { isProcessorBound });
}

function transfersOf({ record, controller, organisation, on }: Assessment): Transfer[] {
  const laws = lawsOf({ record, organisation, on, controller });
  const read = readTransfers(record.content, { organisation, on: transferDay(record, on), laws });
  if (record.capacity === "processor") return read;
  return read.filter(({ destination }) => destination.country !== organisation.country);
}

function placeOf({ country }: ControllerFacts, on: string): Case["controllerPlace"] {
  if (!country) return "unknown";
  return isInEea(country, on) ? "eea" : "outside";
}

/** Transfers of a record that has ended are judged by the law of their last day. */
function transferDay({ state, content }: Assessment["record"], on: string): string {
  if (state !== "ended" || !content.endsOn) return on;
  const last = lastDay(content.endsOn);
  return last < on ? last : on;
}

/** "ADV-special.bank" → "ADV-special", the code that rules of one mention share on screens. */
export function codeOfRule(id: string): string {
  const dot = id.indexOf(".");
  return dot < 0 ? id : id.slice(0, dot);
}
