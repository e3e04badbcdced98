import { useTranslations } from "next-intl";
import { Agenda, type AgendaItem } from "./agenda";
import type { Points } from "./types";

/** Letters that have not left, and those that were given up: nobody has received either. */
export function LetterPoints({ org, of }: { org: string; of: Points["letters"] }) {
  const t = useTranslations("today.letters");
  const items: AgendaItem[] = [];
  if (of.givenUp > 0)
    items.push({
      key: "given-up",
      margin: "",
      title: t("givenUp", { count: of.givenUp }),
      href: `/${org}/outbox?view=given-up`,
      text: t("givenUpText"),
      status: { kind: "late", text: t("givenUpStatus") },
    });
  if (of.waiting > 0)
    items.push({
      key: "waiting",
      margin: "",
      title: t("waiting", { count: of.waiting }),
      href: `/${org}/outbox?view=waiting`,
      text: t("waitingText"),
      status: { kind: "warn", text: t("waitingStatus") },
    });
  return <Agenda title={t("title")} note={t("note")} items={items} />;
}
