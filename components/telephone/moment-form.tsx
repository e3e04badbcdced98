import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import type { MomentQuery } from "@/lib/features/telephone/schema";

/** A GET form: another moment stands in the address. */
export function MomentForm({ org, query, isNow }: { org: string; query: MomentQuery; isNow: boolean }) {
  const t = useTranslations("telephone.hours");
  const action = `/${org}/telephone`;
  return (
    <form
      key={`${query.on} ${query.time}`}
      action={action}
      aria-label={t("at")}
      className="journal-filters print:hidden"
    >
      <TextInput name="on" type="date" label={t("day")} defaultValue={query.on} required />
      <TextInput name="time" type="time" label={t("time")} defaultValue={query.time} required />
      <div className="bar">
        <Button type="submit">{t("show")}</Button>
        {!isNow && (
          <Link className="btn bare" href={action} prefetch={false}>
            {t("now")}
          </Link>
        )}
      </div>
      <p className="muted">{t("at")}</p>
    </form>
  );
}
