import { useLocale, useTranslations } from "next-intl";
import { Day } from "@/components/ui/deadline";
import type { Watched } from "@/lib/domain/authorisation/watch";
import { formatDay } from "@/lib/i18n/format";
import { Agenda, type AgendaItem } from "./agenda";

type Answer = { id: string; reference: string; controller: string; subProcessor: string; watch: Watched };
type Answers = { count: number; answers: readonly Answer[] };

export function AnswersToday({ org, of: { count, answers } }: { org: string; of: Answers }) {
  const t = useTranslations("authorisation.today");
  const locale = useLocale();
  const wordsOf = ({ watch }: Answer) => {
    switch (watch.kind) {
      case "answer":
        return t("answer", { left: watch.daysLeft, day: formatDay(watch.day, locale, { weekday: true }) });
      case "expired":
        return t("expired", { day: formatDay(watch.day, locale, { weekday: true }) });
      default:
        return t(watch.kind);
    }
  };
  const items = answers.map((answer): AgendaItem => ({
    key: answer.id,
    margin: <bdi>{answer.reference}</bdi>,
    title: t("about", { controller: answer.controller, subProcessor: answer.subProcessor }),
    href: `/${org}/authorisations/${answer.id}`,
    text: <Day text={wordsOf(answer)} />,
  }));
  const left = count - answers.length;
  const more: AgendaItem = {
    key: "more",
    margin: "",
    title: t("more", { count: left }),
    href: `/${org}/authorisations?waits=1`,
    text: t("moreText"),
  };
  return <Agenda title={t("title")} note={t("note")} items={left > 0 ? [...items, more] : items} />;
}
