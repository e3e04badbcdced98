import { useTranslations } from "next-intl";
import { Agenda, type AgendaItem } from "./agenda";
import type { Points } from "./types";

const LINES = [
  { key: "bounced", view: "bounced", kind: "late" },
  { key: "givenUp", view: "given-up", kind: "late" },
  { key: "waiting", view: "waiting", kind: "warn" },
] as const;

/** Returned, refused and unsent letters: none is known to have arrived. */
export function LetterPoints({ org, of }: { org: string; of: Points["letters"] }) {
  const t = useTranslations("today.letters");
  const items = LINES.filter(({ key }) => of[key] > 0).map(({ key, view, kind }): AgendaItem => ({
    key,
    margin: "",
    title: t(key, { count: of[key] }),
    href: `/${org}/outbox?view=${view}`,
    text: t(`${key}Text`),
    status: { kind, text: t(`${key}Status`) },
  }));
  return <Agenda title={t("title")} note={t("note")} items={items} />;
}
