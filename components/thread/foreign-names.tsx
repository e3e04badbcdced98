import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/choice";

/** Asked only of words that were found to name another client, or may. */
export function ForeignNames({ of: found }: { of: string | undefined }) {
  const t = useTranslations("thread");
  if (found === undefined) return null;
  return <Checkbox name="areNamesConfirmed" label={t("areNamesConfirmed")} hint={found} />;
}
