import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import type { loadChoices } from "@/lib/features/choice/loaders";
import { formatDay, formatInstant, joinParts } from "@/lib/i18n/format";

type Loaded = Awaited<ReturnType<typeof loadChoices>>;
type ListProps = { org: string } & Pick<Loaded, "rows" | "authorisations" | "mayRecord">;

/** Agreements of one person, each with who authorised it for a child. */
export function AuthorisationList({ org, rows, authorisations, mayRecord }: ListProps) {
  const t = useTranslations("choice");
  const locale = useLocale();
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id} className="border-b border-rule py-3">
          <b>
            {joinParts(
              [
                t(`acts.${row.act}`),
                row.controller.legalName,
                row.decidedDay
                  ? formatDay(row.decidedDay, locale)
                  : formatInstant(row.decidedAt, "Africa/Casablanca", locale),
              ],
              locale,
            )}
          </b>
          {authorisations
            .filter(({ choiceId }) => choiceId === row.id)
            .map((authorisation) => (
              <Authorisation key={authorisation.id} authorisation={authorisation} />
            ))}
          {mayRecord && (
            <p>
              <Link href={`/${org}/telephone/choices/authorise?choice=${row.id}`} prefetch={false}>
                {t("authorisation.add")}
              </Link>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function Authorisation({ authorisation }: { authorisation: Loaded["authorisations"][number] }) {
  const t = useTranslations("choice.authorisation");
  const means = useTranslations("minor.means") as (means: string) => string;
  const locale = useLocale();
  const { parent, power, proof, authorisedOn, status } = authorisation;
  return (
    <div className="pt-2">
      <Status kind={status.kind === "holds" ? "ok" : "warn"}>
        {t(status.kind === "lapsed" ? "lapsed" : status.isJoint ? "holdsJoint" : "holds")}
      </Status>
      <p>
        <bdi>{parent}</bdi>, {t(`powers.${power}`)}
      </p>
      <p className="muted">
        {joinParts([formatDay(authorisedOn, locale), means(authorisation.means), proof], locale)}
      </p>
      {status.kind === "holds" && status.aloneFrom && (
        <p className="muted">{t("until", { day: formatDay(status.aloneFrom, locale) })}</p>
      )}
    </div>
  );
}
