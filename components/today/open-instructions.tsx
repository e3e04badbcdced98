import { useTranslations } from "next-intl";
import { Agenda } from "./agenda";

export function OpenInstructions({ org, count }: { org: string; count: number }) {
  const t = useTranslations("instruction");
  if (count === 0) return null;
  const item = {
    key: "open",
    margin: t("article", { article: "28(3)" }),
    title: t("today.open", { count }),
    href: `/${org}/instructions?view=open`,
    text: t("today.openText"),
  };
  return <Agenda title={t("today.title")} items={[item]} />;
}
