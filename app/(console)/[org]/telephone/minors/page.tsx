import { getLocale, getTranslations } from "next-intl/server";
import { AgeTable } from "@/components/minor/age-table";
import { NoteForm } from "@/components/minor/note-form";
import { PersonForm } from "@/components/minor/person-form";
import { RequirementResult } from "@/components/minor/requirement-result";
import { PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { TelephonePages } from "@/components/telephone/telephone-pages";
import { MINOR_CALL_STEPS } from "@/lib/domain/minor/call";
import { loadMinors } from "@/lib/features/minor/loaders";
import type { Search } from "@/lib/forms/list-query";
import { loadCountryOptions } from "@/lib/features/country-choice/loaders";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };
type Loaded = Awaited<ReturnType<typeof loadMinors>>;

export const generateMetadata = titled("minor", "title");

/** A minor on the line, who consents for the young, and the ages of each state. */
export default async function MinorsPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const loaded = await loadMinors(org, await searchParams);
  const [t, locale] = await Promise.all([getTranslations("minor"), getLocale()]);
  const countries = await loadCountryOptions(locale);
  const { ages, query, day, requirement, means } = loaded;
  const nameOf = (country: string) => countries.find(({ value }) => value === country)?.label ?? country;
  return (
    <Sheet>
      <PageHead article={t("article")} title={t("title")} lead={t("lead")} />
      <TelephonePages org={org} current="minors" />
      <NotePart org={org} loaded={loaded} />
      <Part id="person" title={t("person.title")}>
        <p className="muted">{t("person.lead")}</p>
        <PersonForm path={`/${org}/telephone/minors`} {...{ query, day }} countries={countries} />
        {requirement && <RequirementResult requirement={requirement} means={means} />}
      </Part>
      <Part id="ages" title={t("ages.on", { day: formatDay(day, locale, { long: true }) })}>
        <p className="muted">{t("ages.lead")}</p>
        <AgeTable ages={ages} nameOf={nameOf} />
      </Part>
    </Sheet>
  );
}

async function NotePart({ org, loaded }: { org: string; loaded: Loaded }) {
  const [t, locale] = await Promise.all([getTranslations("minor"), getLocale()]);
  const { notes, count, mayRecord } = loaded;
  return (
    <Part id="note" title={t("line.title")}>
      <ol className="list-decimal ps-5">
        {MINOR_CALL_STEPS.map((step) => (
          <li key={step} className="py-1">
            {t(`line.steps.${step}`)}
          </li>
        ))}
      </ol>
      {mayRecord && (
        <Words of={["form", "minor"]}>
          <NoteForm org={org} />
        </Words>
      )}
      <p className="muted mt-3">{t("line.count", { count })}</p>
      <ul>
        {notes.map(({ id, outcome, at, authorName: name }) => (
          <li key={id} className="border-b border-rule py-2">
            {formatInstant(at, "Africa/Casablanca", locale)}, {t(`outcomes.${outcome}`)}{" "}
            <span className="muted">{t("line.by", { name })}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
