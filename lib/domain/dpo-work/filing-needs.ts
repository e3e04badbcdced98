import type { ApplicableLaws } from "@/lib/domain/statute/applicable-laws";
import type { FilingType } from "./content";
import { isGranted } from "./status";

type Answer = "yes" | "no" | "unanswered";

export type FiledRecord = {
  id: string;
  capacity: "processor" | "controller";
  /** Laws of its controller, with the means that the organisation uses for it; null in the own register. */
  controllerLaws: ApplicableLaws | null;
  transferAnswer: Answer;
  specialAnswer: Answer;
  dataCategories: readonly string[];
};

export type FilingNeed = {
  type: Exclude<FilingType, "data-tika">;
  /** Article of law 09-08. */
  article: string;
  /** Unknown where an answer of the entry is wanting, or where the duty is the controller's and nobody has said. */
  level: "required" | "unknown";
  /** Sentence of the reason. */
  reason: string;
};

/** A Moroccan identity card number among the data wants an authorisation, art. 12(1). */
const IDENTITY_CARD =
  /(?<!\p{L})(?:c\.?\s?i\.?\s?n|cnie?)(?!\p{L})|carte (?:nationale )?d.identit[ée]|identity card|البطاقة الوطنية/iu;

/**
 * Says which filings law 09-08 asks for an entry. The controller files, art. 12 and 15: the organisation's own entries
 * are its own to file; an entry kept as processor is its controller's, which files where it is in Morocco or uses means
 * there, art. 2(2)(b).
 */
export function filingNeeds(record: FiledRecord): FilingNeed[] {
  const isOwn = record.capacity === "controller";
  const needs = [mainNeed(record), transferNeed(record)].filter((need) => need !== null);
  if (isOwn) return needs;
  const reason = controllersReason(record);
  return reason === null ? [] : needs.map((need) => ({ ...need, level: "unknown", reason }));
}

/** Null where law 09-08 does not reach the controller: neither its seat, nor an establishment, nor means in Morocco. */
function controllersReason({ controllerLaws }: FiledRecord): string | null {
  if (controllerLaws === null || controllerLaws.open?.question === "seat") return "controllerUnknown";
  const applied = controllerLaws.applied.find(({ law }) => law === "law-09-08");
  if (applied) return applied.reason === "means" ? "meansInMorocco" : "controllersOwn";
  return null;
}

function mainNeed({ specialAnswer, dataCategories }: FiledRecord): FilingNeed {
  const namesCard = dataCategories.some((category) => IDENTITY_CARD.test(category));
  if (specialAnswer === "yes" || namesCard)
    return {
      type: "authorisation",
      article: "12(1), 21",
      level: "required",
      reason: namesCard ? "identityCard" : "sensitive",
    };
  if (specialAnswer === "unanswered")
    return { type: "declaration", article: "12", level: "required", reason: "sensitiveUnknown" };
  return { type: "declaration", article: "12(2), 15", level: "required", reason: "ordinary" };
}

function transferNeed({ transferAnswer }: FiledRecord): FilingNeed | null {
  if (transferAnswer === "no") return null;
  return transferAnswer === "yes"
    ? { type: "transfer", article: "43, 44", level: "required", reason: "transfer" }
    : { type: "transfer", article: "43, 44", level: "unknown", reason: "transferUnknown" };
}

export type CoveringFiling = {
  id: string;
  reference: string;
  type: FilingType;
  state: string;
  until: string | null;
};

export type NeedStatus = FilingNeed & {
  status: "covered" | "awaited" | "missing";
  filing: CoveringFiling | null;
};

/**
 * Puts the filings that cover an entry beside its needs on a day. An authorisation covers what a declaration would; a
 * filing without the CNDP's answer is awaited, and one that was refused, withdrawn or has lapsed covers nothing. A
 * missing one names the filing that is begun, so that nobody begins another.
 */
export function needStatuses(
  needs: readonly FilingNeed[],
  filings: readonly CoveringFiling[],
  today: string,
): NeedStatus[] {
  return needs.map((need) => {
    const suited = filings.filter(({ type }) => matchesNeed(type, need.type));
    const granted = suited.find(({ state, until }) => isGranted(state) && (until === null || until >= today));
    if (granted) return { ...need, status: "covered", filing: granted };
    const filed = suited.find(({ state }) => state === "filed");
    if (filed) return { ...need, status: "awaited", filing: filed };
    return { ...need, status: "missing", filing: suited.find(({ state }) => state === "draft") ?? null };
  });
}

function matchesNeed(type: FilingType, need: FilingNeed["type"]): boolean {
  return type === need || (need === "declaration" && type === "authorisation");
}
