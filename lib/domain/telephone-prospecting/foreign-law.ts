import type { DataLaw } from "@/lib/domain/statute/applicable-laws";
import { isInEea } from "@/lib/domain/statute/eea";
import { todayIn, type Zone } from "@/lib/domain/time/zones";
import type { ProspectingFacts, UndatedDay } from "./facts";
import type { Verdict } from "./judgement";

/** Reasons of a call to a country whose law on calls is not judged here. */
export const FOREIGN_REASONS = ["foreign-law", "foreign-law-MA", "foreign-law-GB"] as const;

/**
 * Finding on a call to another country than France: its own law is never judged here, nor is the call by French articles. An
 * objection to marketing stands wherever the person is.
 */
export type ForeignFinding = {
  rule: "foreign-law";
  article: string;
  verdict: Extract<Verdict, "doubt" | "broken">;
  reason: (typeof FOREIGN_REASONS)[number] | SaidReason | ConsentReason;
  country: string;
  zone: Zone;
  isZoneDoubted: false;
  isHouse: false;
};

/** Reasons that lie in what the person said. */
type SaidReason = "foreign-objection" | "foreign-objection-CH" | "foreign-refusal" | "foreign-withdrawal";
/** Reasons that lie in the consent which law 09-08 art. 10 demands: there is none, or nobody knows. */
type ConsentReason = "foreign-consent-MA" | "foreign-consent-unknown-MA";

/** Processing against the person's express will, which something may justify, FADP 31: not absolute. */
const SWISS_OBJECTION = "LPD 30(2)(b) ; LCD 3(1)(u)";

type Provisions = { calls: string; objection: string; reason: (typeof FOREIGN_REASONS)[number] };

/**
 * Provisions to read before a call: law 09-08 art. 10 asks for consent to what machines call or write, and says nothing of a
 * person who calls; British ones are to be verified.
 */
const PROVISIONS: Readonly<Record<string, Provisions>> = {
  MA: { calls: "loi 09-08, art. 10", objection: "loi 09-08, art. 9", reason: "foreign-law-MA" },
  // UCA 3(1)(u): who is marked in the directory as wanting no advertising. To be verified.
  CH: { calls: "LCD, art. 3(1)(u)", objection: SWISS_OBJECTION, reason: "foreign-law" },
  GB: { calls: "PECR, reg. 19–24 ; TPS", objection: "UK GDPR 21(2)–(3)", reason: "foreign-law-GB" },
};
const UNKNOWN: Provisions = { calls: "", objection: "", reason: "foreign-law" };

/** The doubt that a country's law leaves of each call to it. */
export function foreignFinding(country: string): ForeignFinding {
  const { calls, reason } = PROVISIONS[country] ?? UNKNOWN;
  return { ...FINDING, article: calls, verdict: "doubt", reason, country };
}

/** Hours of a foreign call are judged by no clock; the zone only dates what is found. */
const FINDING = {
  rule: "foreign-law",
  zone: "Africa/Casablanca",
  isZoneDoubted: false,
  isHouse: false,
} as const;

/** Subject of a finding on a call abroad: what the person said, a consent that its law demands, or that law itself. */
export function foreignSubject(reason: string): "said" | "consent" | "law" {
  if (FOREIGN_REASONS.some((one) => one === reason)) return "law";
  return reason.startsWith("foreign-consent") ? "consent" : "said";
}

/** Facts of a call abroad beside its country. */
export type ForeignAsked = {
  /** Instant of the call, in milliseconds. */
  at: number;
  facts: Pick<ProspectingFacts, "objection" | "refusal" | "consent" | "channel" | "isRobot" | "undated">;
  /** Laws under which the client stands on the day: they bind it wherever the person is, 3(1). */
  laws: readonly DataLaw[];
};

/**
 * Judges a call to a country: the doubt of its law, and what the person said. An objection is broken where an article that we
 * know makes it absolute, by the law of the client or of the person's country (GDPR and UK GDPR 21(3), law 09-08 art. 9),
 * and a doubt to read elsewhere: Swiss law forbids what is against the person's express will unless something justifies it (FADP
 * 30(2)(b), 31; to be verified). On a day that nobody gave it stands too; on the day of the call nobody knows which came first. A
 * refusal on the telephone is a doubt of the same article, a withdrawn consent one of the same laws. What machines call or write
 * in Morocco needs consent, law 09-08 art. 10.
 */
export function judgeForeign(country: string, asked: ForeignAsked): ForeignFinding[] {
  return [...findingsOfWords(country, asked), ...findingsOfConsent(country, asked), foreignFinding(country)];
}

function findingsOfWords(country: string, { at, facts, laws }: ForeignAsked): ForeignFinding[] {
  const article = objectionArticle(country, at, laws);
  const { undated = {}, consent } = facts;
  const isStopped = (stop: number | "never" | null) =>
    typeof stop === "number" && stop <= at && !isConsentedSince(facts.consent, stop, at);
  const finding = (reason: SaidReason, verdict: ForeignFinding["verdict"], of = article) =>
    ({ ...FINDING, article: of, verdict, reason, country }) satisfies ForeignFinding;
  const objects = (isDoubted: boolean) =>
    finding(
      article === SWISS_OBJECTION ? "foreign-objection-CH" : "foreign-objection",
      article === "" || article === SWISS_OBJECTION || isDoubted ? "doubt" : "broken",
    );
  if (isStopped(facts.objection)) return [objects(false)];
  if (undated.objection) return [objects(isOrderUnknown(undated.objection, facts, at))];
  if (isStopped(facts.refusal) || undated.refusal) return [finding("foreign-refusal", "doubt")];
  if (isWithdrawn(consent, at) || undated.withdrawal || isWithdrawnBefore(undated.consent?.withdrawnAt, at))
    return [finding("foreign-withdrawal", "doubt", withdrawalArticle(country, at, laws))];
  return [];
}

function findingsOfConsent(country: string, { at, facts }: ForeignAsked): ForeignFinding[] {
  const { channel, isRobot, consent } = facts;
  if (country !== "MA" || (channel !== "written" && isRobot !== true) || isConsentStanding(consent, at))
    return [];
  const { calls: article } = PROVISIONS.MA ?? UNKNOWN;
  return consent === null
    ? [{ ...FINDING, article, verdict: "doubt", reason: "foreign-consent-unknown-MA", country }]
    : [{ ...FINDING, article, verdict: "broken", reason: "foreign-consent-MA", country }];
}

/** True where a consent may have come after an objection of that day, or the call before it. */
function isOrderUnknown(day: UndatedDay, { consent, undated }: ForeignAsked["facts"], at: number): boolean {
  return day === "same-day" || undated?.consent !== undefined || isConsentStanding(consent, at);
}

/** Articles that make an objection to marketing absolute. */
const OBJECTION_ARTICLES: Partial<Record<DataLaw, string>> = {
  gdpr: "21(2)–(3) RGPD",
  "uk-gdpr": "UK GDPR 21(2)–(3)",
  "law-09-08": "loi 09-08, art. 9",
};

/** Articles on a consent that the person takes back; law 09-08 names opposition to prospecting alone, which it is too (to verify). */
const WITHDRAWAL_ARTICLES: Partial<Record<DataLaw, string>> = {
  gdpr: "7(3) RGPD",
  "uk-gdpr": "UK GDPR 7(3)",
  // Processing after it is against the person's express will.
  "swiss-fadp": "LPD 30(2)(b)",
  "law-09-08": "loi 09-08, art. 9",
};

const LAWS_OF_PLACES: Readonly<Record<string, DataLaw>> = {
  MA: "law-09-08",
  GB: "uk-gdpr",
  CH: "swiss-fadp",
};

/** The article that makes it absolute, by any law that applies, before the Swiss one, which leaves a doubt. */
function objectionArticle(country: string, at: number, laws: readonly DataLaw[]): string {
  const others = laws.filter((law) => law !== "swiss-fadp");
  const ofPlace = (PROVISIONS[country] ?? UNKNOWN).objection;
  const absolute = articleOfClient(OBJECTION_ARTICLES, country, at, others) ?? ofPlace;
  return absolute === "" && others.length < laws.length ? SWISS_OBJECTION : absolute;
}

function withdrawalArticle(country: string, at: number, laws: readonly DataLaw[]): string {
  const ofPlace = LAWS_OF_PLACES[country];
  const known = articleOfClient(WITHDRAWAL_ARTICLES, country, at, laws);
  return known ?? (ofPlace && WITHDRAWAL_ARTICLES[ofPlace]) ?? "";
}

/** The article by the law of the client first, then by the GDPR where the country is of its Area; undefined of any other. */
function articleOfClient(
  articles: Partial<Record<DataLaw, string>>,
  country: string,
  at: number,
  laws: readonly DataLaw[],
): string | undefined {
  const [ofClient] = laws.flatMap((law) => articles[law] ?? []);
  return ofClient ?? (isInEea(country, todayIn("Europe/Paris", at)) ? articles.gdpr : undefined);
}

/** Only a consent that was given since and still stands lifts a stop. */
function isConsentedSince(consent: ProspectingFacts["consent"], stop: number, at: number): boolean {
  return consent !== null && consent !== "none" && consent.givenAt > stop && isConsentStanding(consent, at);
}

/** True for a consent that was given by then, neither withdrawn nor past its last day. */
function isConsentStanding(consent: ProspectingFacts["consent"], at: number): boolean {
  if (consent === null || consent === "none" || consent.givenAt > at || isWithdrawn(consent, at))
    return false;
  return consent.until === null || todayIn("Europe/Paris", at) <= consent.until;
}

function isWithdrawn(consent: ProspectingFacts["consent"], at: number): boolean {
  if (consent === null || consent === "none") return false;
  return isWithdrawnBefore(consent.withdrawnAt, at);
}

function isWithdrawnBefore(withdrawnAt: number | "never" | null | undefined, at: number): boolean {
  return typeof withdrawnAt === "number" && withdrawnAt <= at;
}
