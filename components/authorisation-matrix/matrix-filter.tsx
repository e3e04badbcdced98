import { useTranslations } from "next-intl";
import Link from "next/link";
import { FilterForm } from "@/components/ui/filter-form";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { Select, TextInput } from "@/components/ui/text-input";
import { CELL_STATES } from "@/lib/domain/authorisation/authorisation-status";
import type { loadMatrix } from "@/lib/features/authorisation-matrix/loaders";
import { isNarrowed } from "./matrix-address";

type Loaded = Awaited<ReturnType<typeof loadMatrix>>;

/** Uses a GET form, so that filters are in the address and need no JavaScript. */
export function MatrixFilter({ org, query, choices }: { org: string } & Pick<Loaded, "query" | "choices">) {
  const t = useTranslations("authorisation-matrix");
  const action = `/${org}/authorisations`;
  return (
    <FilterForm chosen={JSON.stringify(query)} action={action} className="matrix-filter print:hidden">
      <TextInput
        name="controller"
        type="search"
        label={t("controller")}
        defaultValue={query.controller}
        maxLength={200}
      />
      <Select
        name="subProcessor"
        label={t("subProcessor")}
        blank={t("filter.any")}
        defaultValue={query.subProcessor}
        options={choices.map(({ id, reference, name }) => ({ value: id, label: `${reference} ${name}` }))}
      />
      <Select
        name="state"
        label={t("filter.state")}
        blank={t("filter.any")}
        defaultValue={query.state}
        options={CELL_STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
      />
      <Select
        name="regime"
        label={t("regime")}
        blank={t("filter.any")}
        defaultValue={query.regime}
        options={(["specific", "general"] as const).map((value) => ({ value, label: t(`regimes.${value}`) }))}
      />
      <Checkbox name="waits" value="1" label={t("filter.waits")} defaultChecked={query.waits === "1"} />
      <span className="flex gap-2">
        <Button type="submit">{t("filter.act")}</Button>
        {isNarrowed(query) && (
          <Link className="btn bare" href={action} prefetch={false}>
            {t("filter.off")}
          </Link>
        )}
      </span>
    </FilterForm>
  );
}
