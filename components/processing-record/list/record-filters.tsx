import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Icon } from "@/components/ui/icon";
import { Select, TextInput, type Option } from "@/components/ui/text-input";
import { PLACE_KINDS } from "@/lib/domain/country/place-kinds";
import { RECORD_STATES } from "@/lib/domain/processing-record/types";
import { ANSWERS, SPECIAL_CATEGORIES } from "@/lib/domain/processing-record/content";
import type { RecordQuery } from "@/lib/features/processing-record/loaders";
import { useTranslate } from "@/components/processing-record/sheet/use-translate";
import type { Translate } from "@/components/processing-record/sheet/words";

type RecordFiltersProps = {
  action: string;
  openHref: string;
  query: RecordQuery;
  controllers: readonly { id: string; legalName: string }[];
  codes?: readonly Option[];
  countries?: readonly Option[];
  subProcessors?: readonly Option[];
  measures?: readonly Option[];
};

/** Uses a GET form, so that filters are in the address. The key "/" focuses its first box. */
export function RecordFilters({ action, openHref, query, ...choices }: RecordFiltersProps) {
  const t = useTranslations("record.list.filters");
  const face = (
    <>
      {t("open")}
      <Icon of={ChevronDown} small />
    </>
  );
  // Keyed by the address: a removed filter must not remain in a box.
  return (
    <form
      key={JSON.stringify(query)}
      action={action}
      role="search"
      className="relative flex items-start gap-1 pb-1 print:hidden"
    >
      {query.view !== "all" && <input type="hidden" name="view" value={query.view} />}
      {query.sort !== "reference" && <input type="hidden" name="sort" value={query.sort} />}
      {query.columns && <input type="hidden" name="columns" value={query.columns} />}
      {query.on && <input type="hidden" name="on" value={query.on} />}
      {query.panel === "" && CHOSEN.map((name) => <HiddenField key={name} name={name} value={query[name]} />)}
      <div className="[&_.inp]:min-h-8 [&_.inp]:py-1 [&_.inp]:w-52 [&_.input]:mt-0">
        <TextInput
          name="q"
          type="search"
          label={t("q")}
          labelHidden
          placeholder={t("q")}
          defaultValue={query.q}
        />
      </div>
      {query.panel === "" ? (
        <Link className="btn bare flex-none" href={openHref} prefetch={false} scroll={false}>
          {face}
        </Link>
      ) : (
        <Disclosure className="flex-none" summary={face} summaryClassName="btn bare" open>
          <div className="panel absolute start-0 top-full z-40 w-80 max-h-[70vh] max-w-[calc(100vw-40px)] overflow-y-auto px-4 pb-4 min-[721px]:start-auto min-[721px]:end-0">
            <Choices query={query} {...choices} />
            <div className="form-end">
              <Button type="submit" tone="go">
                {t("apply")}
              </Button>
            </div>
          </div>
        </Disclosure>
      )}
    </form>
  );
}

const CHOSEN = [
  "controller",
  "state",
  "code",
  "country",
  "placeKind",
  "special",
  "minors",
  "subProcessor",
  "measure",
] as const;

/** Hidden fields retain the choices while the panel is closed. */
function HiddenField({ name, value }: { name: string; value: string }) {
  return value && <input type="hidden" name={name} value={value} />;
}

function Choices({
  query,
  controllers,
  codes = [],
  countries = [],
  subProcessors = [],
  measures = [],
}: Omit<RecordFiltersProps, "action" | "openHref">) {
  const t = useTranslations("record.list.filters");
  const translate = useTranslate();
  const optionsOf: Record<(typeof CHOSEN)[number], readonly Option[]> = {
    controller: controllers.map(({ id, legalName }) => ({ value: id, label: legalName })),
    state: RECORD_STATES.map((value) => ({ value, label: translate(`lifecycle.states.${value}`) })),
    code: codes,
    country: countries,
    placeKind: PLACE_KINDS.map((value) => ({
      value,
      label: translate(`record.placeKindChoices.${value}`),
    })),
    special: ["any", ...SPECIAL_CATEGORIES].map((value) => ({
      value,
      label: describeFilter("special", value, translate),
    })),
    minors: ANSWERS.map((value) => ({ value, label: describeFilter("minors", value, translate) })),
    subProcessor: subProcessors,
    measure: measures,
  };
  return CHOSEN.filter((name) => optionsOf[name].length > 0).map((name) => (
    <Select
      key={name}
      name={name}
      label={t(name)}
      defaultValue={query[name]}
      blank={t("any")}
      options={optionsOf[name]}
    />
  ));
}

/** Examples: "Santé", "Toutes les données des art. 9 et 10". */
export function describeFilter(name: "special" | "minors", value: string, translate: Translate): string {
  if (name === "minors") return translate(`record.answers.${value}`);
  return value === "any"
    ? translate("record.list.filters.specialAny")
    : translate(`record.specialCategories.${value}`);
}
