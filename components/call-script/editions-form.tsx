import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/text-input";

type EditionsFormProps = {
  path: string;
  editions: readonly { edition: number }[];
  from: number;
  to: number;
};

/** A GET form: the editions that are compared stand in the address. */
export function EditionsForm({ path, editions, from, to }: EditionsFormProps) {
  const t = useTranslations("call-script.versions");
  const options = editions.map(({ edition }) => ({ value: String(edition), label: String(edition) }));
  return (
    <form key={`${from} ${to}`} action={path} aria-label={t("see")} className="journal-filters print:hidden">
      <Select name="from" label={t("from")} defaultValue={String(from)} options={options} />
      <Select name="to" label={t("to")} defaultValue={String(to)} options={options} />
      <div className="bar">
        <Button type="submit">{t("compare")}</Button>
      </div>
    </form>
  );
}
