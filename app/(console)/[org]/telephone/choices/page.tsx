import { ListChecks, Plus } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AuthorisationList } from "@/components/choice/authorisation-list";
import { ChoiceTable } from "@/components/choice/choice-table";
import { LookupForm } from "@/components/choice/lookup-form";
import { PendingObjections, PermissionList } from "@/components/choice/permission-list";
import { PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { TelephoneTabs } from "@/components/telephone/telephone-tabs";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/states";
import { loadChoices } from "@/lib/features/choice/loaders";
import { formatInstant } from "@/lib/i18n/format";
import type { Search } from "@/lib/forms/list-query";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("choice"))("title") };
}

/** Register of choices: one person's, or the last ones recorded. */
export default async function ChoicesPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const loaded = await loadChoices(org, await searchParams);
  const {
    person,
    territory,
    now,
    countries,
    country,
    rows,
    pending,
    permissions,
    authorisations,
    mayRecord,
    mayCheck,
  } = loaded;
  const [t, locale] = [await getTranslations("choice"), await getLocale()];
  const nameOf = (await getTranslations("countries")) as (code: string) => string;
  const options = countries.map((value) => ({ value, label: nameOf(value) }));
  const agreed = person ? rows.filter(({ outcome }) => outcome === "allowed") : [];
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
      <TelephoneTabs org={org} current="choices" />
      <Part title={t("lookup.title")}>
        <Words of={["form", "choice"]}>
          <LookupForm key={person} org={org} countries={options} country={country} />
        </Words>
        {person && rows.length === 0 && <p role="status">{t("lookup.nothing")}</p>}
        <PendingObjections org={org} pending={pending} />
        {permissions.length > 0 && (
          <>
            <p className="muted pt-2">
              {t(territory ? "permission.at" : "permission.atStrictest", {
                at: formatInstant(now, "Africa/Casablanca", locale),
              })}
            </p>
            <PermissionList org={org} permissions={permissions} />
          </>
        )}
      </Part>
      {agreed.length > 0 && (
        <Part article={t("authorisation.article")} title={t("authorisation.title")}>
          <AuthorisationList {...{ org, authorisations, mayRecord }} rows={agreed} />
        </Part>
      )}
      <Part title={t(person ? "ofPerson" : "recent")}>
        {rows.length === 0 ? (
          <Empty title={t("empty")}>{t("emptyText")}</Empty>
        ) : (
          <ChoiceTable org={org} rows={rows} />
        )}
      </Part>
    </Sheet>
  );
}
