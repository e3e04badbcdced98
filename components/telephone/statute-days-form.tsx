import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import type { StatuteQuery } from "@/lib/features/telephone/schema";

export function StatuteDaysForm({ org, on, beside }: { org: string } & StatuteQuery) {
  const t = useTranslations("telephone.statute");
  return (
    <form
      key={`${on} ${beside}`}
      action={`/${org}/telephone/statute`}
      aria-label={t("show")}
      className="journal-filters print:hidden"
    >
      <TextInput name="on" type="date" label={t("on")} defaultValue={on} required />
      <TextInput name="beside" type="date" label={t("beside")} defaultValue={beside} required />
      <div className="bar">
        <Button type="submit">{t("show")}</Button>
      </div>
    </form>
  );
}
