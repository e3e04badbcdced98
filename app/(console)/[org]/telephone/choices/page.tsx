import { ListChecks, Plus } from "lucide-react";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { AuthorisationList } from "@/components/choice/authorisation-list";
import { ChoiceTable } from "@/components/choice/choice-table";
import { LookupForm } from "@/components/choice/lookup-form";
import { AbroadWords, PendingObjections, PermissionList } from "@/components/choice/permission-list";
import { ReadingChoice } from "@/components/choice/reading-choice";
import { PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Status } from "@/components/ui/status";
import { Words } from "@/components/shell/words";
import { TelephonePages } from "@/components/telephone/telephone-pages";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/states";
import { APPOINTMENT } from "@/lib/domain/choice/choices";
import { isFrenchPlace } from "@/lib/domain/telephone-prospecting/territories";
import { loadChoices } from "@/lib/features/choice/loaders";
import { formatInstant } from "@/lib/i18n/format";
import type { Search } from "@/lib/forms/list-query";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export const generateMetadata = titled("choice", "title");

/** Register of choices: one person's, or the last ones recorded. */
export default async function ChoicesPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const loaded = await loadChoices(org, await searchParams);
  const {
    person,
    digest,
    territory,
    now,
    countries,
    country,
    code,
    readings,
    rows,
    pending,
    permissions,
    authorisations,
    mayRecord,
    mayCheck,
    mayOpenLetters,
  } = loaded;
  const [t, locale] = await Promise.all([getTranslations("choice"), getLocale()]);
  const nameOf = (await getTranslations("countries")) as (code: string) => string;
  const options = countries.map((value) => ({ value, label: nameOf(value) }));
  const agreed = person
    ? rows.filter(
        ({ act, outcome, source }) => outcome === "allowed" && act !== APPOINTMENT && source !== "parent",
      )
    : [];
  return (
    <Sheet>
      <PageHead
        article={t("article")}
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            {mayCheck && (
              <LinkButton icon={ListChecks} href={`/${org}/telephone/choices/check`}>
                {t("check.title")}
              </LinkButton>
            )}
            {mayRecord && (
              <LinkButton tone="go" icon={Plus} href={`/${org}/telephone/choices/new`}>
                {t("add")}
              </LinkButton>
            )}
          </>
        }
      />
      <TelephonePages org={org} current="choices" />
      <Part title={t("lookup.title")}>
        <Words of={["form", "choice"]}>
          <LookupForm key={person} org={org} countries={options} country={country} />
        </Words>
        <ReadingChoice org={org} readings={readings} />
        {person && code !== "" && (
          <p className="muted pt-2">
            {t("lookup.readAs", { country: nameOf(territory) })} <bdi>{code}</bdi>
          </p>
        )}
        {person && rows.length > 0 && (
          <p className="muted pt-2">
            {t("lookup.digest")} <bdi dir="ltr">{digest}</bdi>
          </p>
        )}
        {person && rows.length === 0 && pending.length === 0 && <p role="status">{t("lookup.nothing")}</p>}
        {mayRecord && (
          <p className="pt-2">
            <Link href={`/${org}/telephone/choices/new?act=${APPOINTMENT}`} prefetch={false}>
              {t("appointment.record")}
            </Link>
          </p>
        )}
        <PendingObjections org={org} pending={pending} />
        {person && territory !== "" && !isFrenchPlace(territory) && (
          <p role="status" className="pt-2">
            <Status kind="warn">{t("permission.verdicts.doubtful")}</Status>{" "}
            {territory === "none" ? t("permission.abroadUnknown") : <AbroadWords country={territory} />}
          </p>
        )}
        {permissions.length > 0 && (
          <>
            <p className="muted pt-2">
              {t(territory ? "permission.at" : "permission.atStrictest", {
                at: formatInstant(now, "Africa/Casablanca", locale),
              })}
            </p>
            <PermissionList org={org} permissions={permissions} territory={territory} />
          </>
        )}
      </Part>
      {agreed.length > 0 && (
        <Part article={t("authorisation.article")} title={t("authorisation.title")}>
          <AuthorisationList
            {...{ org, territory, authorisations, mayRecord, mayOpenLetters }}
            rows={agreed}
          />
        </Part>
      )}
      <Part title={t(titleOfRows(person, readings.length))}>
        {rows.length === 0 ? (
          <Empty title={t("empty")}>{t("emptyText")}</Empty>
        ) : (
          <ChoiceTable org={org} rows={rows} />
        )}
      </Part>
    </Sheet>
  );
}

function titleOfRows(person: string, readings: number): "ofPerson" | "ofReadings" | "recent" {
  if (person) return "ofPerson";
  return readings > 0 ? "ofReadings" : "recent";
}
