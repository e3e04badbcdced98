import { type ApplicableLaws, DATA_LAWS, type DataLaw } from "@/lib/domain/statute/applicable-laws";
import { equivalentArticle } from "@/lib/domain/statute/equivalent-articles";
import type { ObligationRule } from "@/lib/domain/nouns/noun";
import { ruleOf } from "./rules";
import type { ObligationKind } from "./types";

/** Facts that decide by which text a duty is owed. */
export type GroundFacts = {
  /** Laws of its client; of every client where it concerns none alone. */
  clients: readonly ApplicableLaws[];
  /** True where the duty concerns one client. */
  isOfOneClient: boolean;
  /** A contract with that client binds on the day. */
  hasContract: boolean;
  /** The GDPR binds the processor itself, article 3. */
  isProcessorBound: boolean;
};

/**
 * A text by which a duty is owed, with its article ("" where none is cited). `presumed`: the GDPR, if an unanswered question is
 * answered so; `seat-unknown`: likewise, of a client whose country nobody has said; `unknown`: a law that is not known here.
 */
export type DutyProvision = {
  source: SourceOfDuty;
  article: string;
};
export type SourceOfDuty =
  | ObligationRule["source"]
  | "french-1978"
  | "contract"
  /** Standard contractual clauses, whose own number is cited whatever the law. */
  | "clauses"
  | "presumed"
  | "seat-unknown"
  | "unknown";

/** `basis` is null where no known text asks for the duty, and so nothing can be said of its force. */
export type DutyGround = { provisions: readonly DutyProvision[]; basis: ObligationRule["basis"] | null };

const SOURCE_OF: Record<Exclude<DataLaw, "other">, SourceOfDuty> = {
  gdpr: "gdpr",
  "french-1978": "french-1978",
  "uk-gdpr": "uk-gdpr",
  "swiss-fadp": "fadp",
  "law-09-08": "law0908",
};

/** Articles that bind the controller alone: that the GDPR binds its processor brings none of them. */
const OF_CONTROLLERS: readonly string[] = ["5(1)(e)", "8(1)", "12(3)", "14(2)(f)"];

/**
 * Texts by which a duty is owed, each with its article. What a manifest declares by an article of the GDPR is owed by that of each
 * law under which the client stands; where those are silent, by the contract, or else by a rule of one's own. A duty without a
 * client of its own is owed by the first of all clients' laws, the GDPR before any other.
 */
export function dutyGround(kind: ObligationKind, facts: GroundFacts): DutyGround {
  const { source, article, basis, isOfOrganisation } = ruleOf(kind);
  if (source !== "gdpr") return { provisions: [{ source, article }], basis };
  if (isOfOrganisation)
    return facts.isProcessorBound ? { provisions: [{ source, article }], basis } : ownRule();
  return articleGround({ article, basis }, facts);
}

/** Texts that ask what one article of the GDPR asks, under the laws of the client. */
export function articleGround(
  { article, basis }: Pick<ObligationRule, "article" | "basis">,
  facts: GroundFacts,
): DutyGround {
  const provisions = provisionsOf(article, facts);
  const isContractual = basis === "statutory" && isByContract(article, provisions, facts);
  return { provisions, basis: isContractual ? "contractual" : basisOf(provisions, basis) };
}

/** Laws that bind a processor outside their territory through its contract alone, unless article 3 reaches it, 28(3). */
const THROUGH_CONTRACTS: readonly SourceOfDuty[] = ["gdpr", "uk-gdpr", "french-1978"];

/** True where the client's law asks, and the processor owes it to the client by the contract that is in force. */
function isByContract(
  article: string,
  provisions: readonly DutyProvision[],
  { hasContract, isProcessorBound }: GroundFacts,
): boolean {
  if (isProcessorBound || !hasContract || OF_CONTROLLERS.includes(article)) return false;
  const known = provisions.filter(({ source }) => !OPEN_SOURCES.includes(source));
  return known.length > 0 && known.every(({ source }) => THROUGH_CONTRACTS.includes(source));
}

/** Texts that ask of a client's processor, or of the client, what an article of the GDPR asks. */
function provisionsOf(article: string, facts: GroundFacts): DutyProvision[] {
  const laws = lawsOf(article, facts);
  const named = DATA_LAWS.flatMap((law): DutyProvision[] => {
    const own = laws.has(law) ? equivalentArticle(article, law) : null;
    return law === "other" || own === null ? [] : [{ source: SOURCE_OF[law], article: own }];
  });
  const presumed = laws.has("gdpr") ? [] : presumedOf(article, facts);
  if (!facts.isOfOneClient) return [...named, ...presumed, ...silent(laws, facts)].slice(0, 1);
  if (named.length > 0) return [...named, ...presumed];
  return presumed.length > 0 && !laws.has("other") && !facts.hasContract
    ? presumed
    : [...silent(laws, facts), ...presumed];
}

function lawsOf(article: string, { clients, isProcessorBound }: GroundFacts): ReadonlySet<DataLaw> {
  const laws = new Set(clients.flatMap(({ applied }) => applied.map(({ law }) => law)));
  return isProcessorBound && !OF_CONTROLLERS.includes(article) ? laws.add("gdpr") : laws;
}

function presumedOf(article: string, { clients }: GroundFacts): DutyProvision[] {
  const questions = clients.flatMap(({ open }) => open?.question ?? []);
  if (questions.length === 0) return [];
  return [{ source: questions.includes("seat") ? "seat-unknown" : "presumed", article }];
}

/** Named where no law asks for it. */
function silent(laws: ReadonlySet<DataLaw>, { hasContract }: GroundFacts): DutyProvision[] {
  if (hasContract) return [{ source: "contract", article: "" }];
  return [{ source: laws.has("other") ? "unknown" : "own", article: "" }];
}

function ownRule(): DutyGround {
  return { provisions: [{ source: "own", article: "" }], basis: null };
}

const OPEN_SOURCES: readonly SourceOfDuty[] = ["presumed", "seat-unknown", "unknown"];

/** Law that is known keeps the basis of the rule; a contract alone makes it contractual. */
function basisOf(
  provisions: readonly DutyProvision[],
  basis: ObligationRule["basis"],
): ObligationRule["basis"] | null {
  const known = provisions.filter(({ source }) => !OPEN_SOURCES.includes(source));
  const [first] = known;
  if (first === undefined) return basis === "own" ? "own" : null;
  if (first.source === "contract") return "contractual";
  return first.source === "own" ? null : basis;
}
