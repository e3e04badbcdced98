import { useTranslations } from "next-intl";
import { Line } from "@/components/shell/sheet";
import { Views } from "@/components/ui/views";

export const TELEPHONE_TABS = [
  "hours",
  "call",
  "campaigns",
  "consents",
  "logs",
  "choices",
  "consultations",
  "statute",
  "script",
  "scripts",
  "house",
  "minors",
] as const;
type Tab = (typeof TELEPHONE_TABS)[number];

/** Pages on telephone calls, of which the sidebar names the first alone. */
export function TelephoneTabs({ org, current }: { org: string; current: Tab }) {
  const t = useTranslations("telephone.tabs");
  return (
    <Line>
      <Views
        label={t("label")}
        views={TELEPHONE_TABS.map((tab) => ({
          href: tab === "hours" ? `/${org}/telephone` : `/${org}/telephone/${tab}`,
          label: t(tab),
          current: tab === current,
        }))}
      />
    </Line>
  );
}
