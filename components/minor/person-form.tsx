import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Select, TextInput } from "@/components/ui/text-input";
import { RISKS } from "@/lib/domain/minor/verification";
import type { MinorQuery } from "@/lib/features/minor/schema";

type PersonFormProps = {
  path: string;
  query: MinorQuery;
  day: string;
  countries: readonly { value: string; label: string }[];
};

/** A GET form: what is asked stands in the address, and nothing of it is stored. */
export function PersonForm({ path, query, day, countries }: PersonFormProps) {
  const t = useTranslations("minor.person");
  const answers = (["yes", "no"] as const).map((value) => ({ value, label: t(value) }));
  return (
    <form key={JSON.stringify(query)} action={path} aria-label={t("judge")} className="print:hidden">
      <div className="call-fields">
        <Select
          name="country"
          label={t("country")}
          blank={t("unknown")}
          defaultValue={query.country}
          options={countries}
        />
        <TextInput name="on" type="date" label={t("on")} defaultValue={query.on || day} />
        <TextInput name="born" type="date" label={t("born")} defaultValue={query.born} />
        <TextInput name="age" inputMode="numeric" label={t("age")} defaultValue={query.age} />
        {(["consent", "service", "counselling"] as const).map((name) => (
          <Select
            key={name}
            name={name}
            label={t(name)}
            blank={t("unknown")}
            defaultValue={query[name]}
            options={answers}
          />
        ))}
        <Select
          name="risk"
          label={t("risk")}
          blank={t("unknown")}
          defaultValue={query.risk}
          options={RISKS.map((value) => ({ value, label: t(`risks.${value}`) }))}
        />
      </div>
      <div className="bar">
        <Button type="submit">{t("judge")}</Button>
      </div>
    </form>
  );
}
