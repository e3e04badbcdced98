import { useTranslations } from "next-intl";
import { Agenda, type AgendaItem } from "./agenda";

const STEPS = [
  ["organisation", "organisation"],
  ["import", "records/import"],
  ["write", "records/new"],
] as const;

export function FirstSteps({ org }: { org: string }) {
  const t = useTranslations("today.first");
  const items = STEPS.map(([step, address], index): AgendaItem => ({
    key: step,
    margin: index + 1,
    title: t(`${step}.title`),
    href: `/${org}/${address}`,
    text: t(`${step}.text`),
  }));
  return <Agenda title={t("title")} note={t("note")} items={items} />;
}
