import { useTranslations } from "next-intl";
import Link from "next/link";
import { FilterForm } from "@/components/ui/filter-form";
import { Button } from "@/components/ui/button";
import { Select, TextInput } from "@/components/ui/text-input";
import { SUBJECT_NOUNS } from "@/lib/domain/nouns/events";
import type { JournalQuery } from "@/lib/features/journal/loaders";

type JournalFiltersProps = {
  action: string;
  query: JournalQuery;
  isFiltered: boolean;
  authors: readonly { id: string; name: string }[];
};

/** Uses a GET form, so that filters are in the address and can be shared. */
export function JournalFilters({ action, query, isFiltered, authors }: JournalFiltersProps) {
  const t = useTranslations("journal");
  return (
    <FilterForm
      chosen={JSON.stringify(query)}
      action={action}
      label={t("filters.title")}
      className="journal-filters print:hidden"
    >
      <Select
        name="who"
        label={t("filters.who")}
        blank={t("filters.anybody")}
        defaultValue={query.who}
        options={authors.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        name="noun"
        label={t("filters.noun")}
        blank={t("filters.anything")}
        defaultValue={query.noun}
        options={SUBJECT_NOUNS.map((noun) => ({ value: noun, label: t(`nouns.${noun}`) }))}
      />
      <TextInput name="from" type="date" label={t("filters.from")} defaultValue={query.from} />
      <TextInput name="to" type="date" label={t("filters.to")} defaultValue={query.to} />
      <div className="bar">
        <Button type="submit">{t("filters.apply")}</Button>
        {isFiltered && (
          <Link className="btn bare" href={action} prefetch={false}>
            {t("filters.clear")}
          </Link>
        )}
      </div>
    </FilterForm>
  );
}
