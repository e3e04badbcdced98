import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import type { loadChoices } from "@/lib/features/choice/loaders";
import { askedBy } from "@/lib/features/choice/schema";
import { joinParts } from "@/lib/i18n/format";

type Readings = Awaited<ReturnType<typeof loadChoices>>["readings"];

/** Asks of a number that several countries have whose it is; what is known under each is said before anybody chooses. */
export function ReadingChoice({ org, readings }: { org: string; readings: Readings }) {
  const t = useTranslations("choice");
  const countries = useTranslations("countries") as (country: string) => string;
  const locale = useLocale();
  if (readings.length === 0) return null;
  return (
    <>
      <p role="status" className="pt-2">
        <Status kind="warn">{t("permission.verdicts.doubtful")}</Status> {t("lookup.several")}
      </p>
      <ul>
        {readings.map(({ person, also, territory, code, choices, pending }) => (
          <li key={person}>
            <Link href={`/${org}/telephone/choices?${askedBy({ person, also, territory })}`} prefetch={false}>
              {territory === "none" ? t("lookup.noCountry") : countries(territory)} <bdi>{code}</bdi>
            </Link>
            {" · "}
            {joinParts(
              [t("lookup.known", { count: choices }), pending > 0 && t("lookup.pending", { count: pending })],
              locale,
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
