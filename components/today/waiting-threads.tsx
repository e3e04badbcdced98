import { useLocale, useTranslations } from "next-intl";
import { formatInstant } from "@/lib/i18n/format";
import { Agenda } from "./agenda";
import { useMore } from "./use-more";

type WaitingThreadsProps = {
  org: string;
  of: {
    rows: readonly { id: string; controller: string; reference: string; since: number }[];
    count: number;
  };
};

export function WaitingThreads({ org, of }: WaitingThreadsProps) {
  const t = useTranslations("thread.today");
  const locale = useLocale();
  const more = useMore();
  const items = of.rows.map(({ id, controller, reference, since }) => ({
    key: id,
    margin: <bdi>{reference}</bdi>,
    title: controller,
    href: `/${org}/threads/${id}`,
    text: t("waits", { when: formatInstant(since, "Africa/Casablanca", locale) }),
  }));
  return (
    <Agenda
      title={t("title")}
      note={t("note")}
      items={[...items, ...more(of, `/${org}/threads?view=waiting`)]}
    />
  );
}
