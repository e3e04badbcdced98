import {
  applicableLaws,
  type DataLaw,
  type LawFacts,
  type LawReason,
  type OpenLaw,
} from "@/lib/domain/statute/applicable-laws";

/** A client whose own duty towards an authority is asked; its role is one of `CLIENT_ROLES`. */
export type NotifyingClient = LawFacts & { clientRole: string };

/**
 * Duty of a client towards the authority of one law. `hours`: within 72 hours of its awareness, art. 33(1); `no-hours`: as
 * soon as possible and on a high risk alone, FADP 24(1); `none`: law 09-08; `unknown`: another law, which is not known here;
 * `to-its-controllers`: a client that is itself a processor tells those for whom it acts, art. 33(2), and no authority.
 */
export type AuthorityDuty = {
  law: DataLaw;
  kind: "hours" | "no-hours" | "none" | "unknown" | "to-its-controllers";
  /** Null where the law applies only if an unanswered question is answered so. */
  reason: LawReason | null;
  open: OpenLaw["question"] | null;
  /** Countries by which the law applies. */
  countries: readonly string[];
  /**
   * Reached by 3(2) without an establishment in the Union: no lead authority, each one of `countries` is notified, EDPB 9/2022
   * §73, whether or not a representative is named.
   */
  isEveryAuthority: boolean;
};

const KIND_OF: Record<DataLaw, AuthorityDuty["kind"]> = {
  gdpr: "hours",
  "french-1978": "hours",
  "uk-gdpr": "hours",
  "swiss-fadp": "no-hours",
  "law-09-08": "none",
  other: "unknown",
};

/** Laws under which a processor tells those for whom it acts: GDPR 33(2), UK GDPR 33(2), FADP 24(3). */
const TOLD_BY_PROCESSORS: readonly DataLaw[] = ["gdpr", "french-1978", "uk-gdpr", "swiss-fadp"];

/** Duties of a client on a calendar date, one for each of its laws; those with hours first. */
export function authorityDuties(client: NotifyingClient, on: string): AuthorityDuty[] {
  const { applied, open } = applicableLaws(client, { on });
  const kindOf = (law: DataLaw) =>
    client.clientRole === "processor" && TOLD_BY_PROCESSORS.includes(law)
      ? "to-its-controllers"
      : KIND_OF[law];
  const known = applied.map(({ law, reason, countries }): AuthorityDuty => ({
    law,
    reason,
    countries,
    open: null,
    kind: kindOf(law),
    isEveryAuthority: law === "gdpr" && reason === "targeting" && client.clientRole !== "processor",
  }));
  const possible: AuthorityDuty[] = open
    ? [
        {
          law: open.law,
          reason: null,
          open: open.question,
          countries: [],
          kind: kindOf(open.law),
          isEveryAuthority: false,
        },
      ]
    : [];
  const isTimed = ({ kind }: AuthorityDuty) => kind === "hours";
  return [
    ...known.filter(isTimed),
    ...possible.filter(isTimed),
    ...[...known, ...possible].filter((it) => !isTimed(it)),
  ];
}

/** True where some law gives the client an authority of its own to notify, or may: what is made for one is then of use. */
export function hasAuthority(duties: readonly AuthorityDuty[]): boolean {
  return duties.some(({ kind }) => kind === "hours" || kind === "no-hours" || kind === "unknown");
}

/**
 * Laws by which a processor notifies this client, each with the article that says so; `presumed` is the GDPR of an unanswered
 * question. Law 09-08 and a law that is not known here give none.
 */
export type NoticeBasis = Exclude<DataLaw, "law-09-08" | "other"> | "presumed";

export function noticeBases(duties: readonly AuthorityDuty[]): NoticeBasis[] {
  const bases = duties.flatMap(({ law, open }): NoticeBasis[] => {
    if (open !== null) return ["presumed"];
    return law === "law-09-08" || law === "other" ? [] : [law];
  });
  return [...new Set(bases)];
}

/** Laws by which a client is told of a breach; where there is none, the law that is silent or unknown here. */
export type NoticeGround = { bases: readonly NoticeBasis[]; silent: "law-09-08" | "other" | null };

export function noticeGround(duties: readonly AuthorityDuty[]): NoticeGround {
  const bases = noticeBases(duties);
  if (bases.length > 0) return { bases, silent: null };
  return { bases, silent: duties.some(({ law }) => law === "other") ? "other" : "law-09-08" };
}

/** True where neither a law of the client nor a contract asks that it be told: a rule of the organisation's own alone does. */
export function isToldByOwnRule(duties: readonly AuthorityDuty[], hasContract: boolean): boolean {
  return !hasContract && duties.length > 0 && noticeGround(duties).silent === "law-09-08";
}

/** Duties that run in hours; those of an unanswered question count, since the stricter is shown until somebody answers. */
export function timedDuties(duties: readonly AuthorityDuty[]): AuthorityDuty[] {
  return duties.filter(({ kind }) => kind === "hours");
}
