import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { LetterState } from "@/components/ui/letter-state";
import { Status } from "@/components/ui/status";
import { isGiven, isLive } from "@/lib/domain/minor/parental-state";
import type { loadChoices, ShownOwnChoice } from "@/lib/features/choice/loaders";
import { PARENTAL_WAYS } from "@/lib/features/choice/schema";
import { formatDay, formatInstant, joinParts } from "@/lib/i18n/format";
import { DecidedAt } from "./choice-table";
import { STATE_KINDS } from "./parental-parts";

type Loaded = Awaited<ReturnType<typeof loadChoices>>;
type ListProps = { org: string } & Pick<
  Loaded,
  "rows" | "territory" | "authorisations" | "mayRecord" | "mayOpenLetters"
>;

/** Agreements of one person, each with who was asked to authorise it for a child, or did. */
export function AuthorisationList({ org, rows, territory, ...of }: ListProps) {
  const { authorisations, mayRecord, mayOpenLetters } = of;
  const t = useTranslations("choice");
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id} className="border-b border-rule py-3">
          <b>
            {t(`acts.${row.act}`)} · <bdi>{row.controller.legalName}</bdi> · <DecidedAt row={row} />
          </b>
          {authorisations
            .filter(({ choiceId }) => choiceId === row.id)
            .map((authorisation) => (
              <Authorisation key={authorisation.id} {...{ org, authorisation, mayOpenLetters }} />
            ))}
          {mayRecord && (
            <p className="bar">
              {PARENTAL_WAYS.map((way) => (
                <Link
                  key={way}
                  href={`/${org}/telephone/choices/authorise?choice=${row.id}&way=${way}&territory=${territory}`}
                  prefetch={false}
                >
                  {t(`authorisation.ways.${way}`)}
                </Link>
              ))}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

type ItemProps = Pick<ListProps, "org" | "mayOpenLetters"> & {
  authorisation: Loaded["authorisations"][number];
};

/** Says who was asked to authorise an agreement, or did, with where it stands. */
export function Authorisation({ org, authorisation, mayOpenLetters }: ItemProps) {
  const t = useTranslations("choice.authorisation");
  const means = useTranslations("minor.means") as (means: string) => string;
  const locale = useLocale();
  const { people, power, proof, authorisedOn, recordedAt, state, age, letter, answeredAt } = authorisation;
  const aloneFrom = age.kind === "holds" ? age.aloneFrom : null;
  return (
    <div className="pt-2">
      <Status kind={STATE_KINDS[state]}>{t(`states.${state}`)}</Status>
      {isGiven(state) && age.kind === "holds" && age.isJoint && <p>{t("joint")}</p>}
      <p>
        {people ? <bdi>{people.parent}</bdi> : t("erased")}, {t(`powers.${power}`)}
      </p>
      <p className="muted">
        {joinParts(
          [
            authorisedOn === null
              ? t("askedAt", { at: formatInstant(recordedAt.getTime(), "Africa/Casablanca", locale) })
              : formatDay(authorisedOn, locale),
            answeredAt === null
              ? ""
              : t("answeredAt", { at: formatInstant(answeredAt, "Africa/Casablanca", locale) }),
            authorisedOn === null ? t("meansAsked") : means(authorisation.means),
            proof,
          ],
          locale,
        )}
      </p>
      {letter && (
        <p>
          {t("letter")}{" "}
          <LetterState of={letter} href={mayOpenLetters ? `/${org}/outbox/${letter.id}` : undefined} />
        </p>
      )}
      {isLive(state) && aloneFrom && (
        <p className="muted">{t("until", { day: formatDay(aloneFrom, locale) })}</p>
      )}
      {authorisation.own && <OwnChoiceLine org={org} own={authorisation.own} />}
    </div>
  );
}

/** Says what an authorisation is worth once its child decides alone, and whether the young person was asked. */
function OwnChoiceLine({ org, own: { kind, since, chosenAt, asked } }: { org: string; own: ShownOwnChoice }) {
  const t = useTranslations("choice.authorisation");
  const locale = useLocale();
  const day = since === null ? "" : formatDay(since, locale);
  const instant = (at: number) => formatInstant(at, "Europe/Paris", locale);
  return (
    <>
      <p>
        {t(`own.${kind}`, { day, since: since ?? "unknown", at: chosenAt === null ? "" : instant(chosenAt) })}
      </p>
      {kind !== "chosen" && (
        <p>
          {asked ? (
            <>
              {t("ownAsked", { at: instant(asked.at) })}{" "}
              <Link href={`/${org}/telephone/consultations/${asked.id}`} prefetch={false}>
                {asked.reference}
              </Link>
            </>
          ) : (
            t("ownNotAsked")
          )}{" "}
          <Link href={`/${org}/telephone/choices/new`} prefetch={false}>
            {t("recordOwn")}
          </Link>
        </p>
      )}
    </>
  );
}
