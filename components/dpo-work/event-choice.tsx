import Link from "next/link";
import { useTranslations } from "next-intl";
import { Empty } from "@/components/ui/states";

type EventChoiceProps = { here: string; part: string; events: readonly string[] };

/** Facts that are possible from the present state, each a link to its form. */
export function EventChoice({ here, part, events }: EventChoiceProps) {
  const t = useTranslations("dpo-work");
  if (events.length === 0) return <Empty title={t("event.none")}>{t("event.noneText")}</Empty>;
  return (
    <ul>
      {events.map((event) => (
        <li key={event} className="border-b border-rule py-3">
          <Link href={`${here}?event=${event}${part && `&part=${part}`}`} prefetch={false}>
            {t(`events.${event}.label`)}
          </Link>
          <p className="muted">{t(`events.${event}.hint`)}</p>
        </li>
      ))}
    </ul>
  );
}
