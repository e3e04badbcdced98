import { useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import type { loadNightReach } from "@/lib/features/night-contact/loaders";
import { useNightWords } from "./use-night-words";

type NightAdviceProps = {
  org: string;
  controllerId: string;
  loaded: Awaited<ReturnType<typeof loadNightReach>>;
};

/** Advice on an entry whose controller nobody could reach at night: no gap of article 30. */
export function NightAdvice({
  org,
  controllerId,
  loaded: { isReachable, ground, mayManage },
}: NightAdviceProps) {
  const t = useTranslations("night-contact");
  const { article, advice } = useNightWords(ground);
  if (isReachable) return null;
  return (
    <Part id="night" title={t("title")} article={article}>
      <p className="mt-3">{advice}</p>
      {mayManage && (
        <p className="mt-2">
          <LinkButton tone="bare" href={`/${org}/controllers/${controllerId}/night-contacts/new`}>
            {t("add.open")}
          </LinkButton>
        </p>
      )}
    </Part>
  );
}
