import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Day } from "@/components/ui/deadline";
import type { Assigned } from "@/lib/domain/assignment/book";
import { formatDay, joinParts } from "@/lib/i18n/format";
import { assignHref, assigneeText } from "./assignee-text";

type AssignedLineProps = {
  org: string;
  /** Key of the line. */
  line: string;
  /** Null where nobody was asked. */
  of: Assigned | null;
  mayWrite: boolean;
};

/** Says below a line who has it, until when and with which word; leads to the page where that is changed. */
export function AssignedLine({ org, line, of, mayWrite }: AssignedLineProps) {
  const t = useTranslations("assignment");
  const locale = useLocale();
  const isOpen = !of?.isEnded;
  const isHeld = of !== null && of.state !== "nobody";
  const text = isHeld
    ? joinParts(
        [
          of.isEnded ? t("line.ended", { name: of.member?.name ?? "" }) : assigneeText(t, of, locale),
          of.untilOn && isOpen ? t("line.until", { day: formatDay(of.untilOn, locale) }) : "",
        ],
        locale,
      )
    : "";
  if (!isHeld && !mayWrite) return null;
  return (
    <p className="muted">
      {text !== "" && <Day text={text} />} {isHeld && of.word !== "" && <q dir="auto">{of.word}</q>}{" "}
      {mayWrite && isOpen && (
        <Link href={assignHref(org, line)} prefetch={false}>
          {t(isHeld ? "line.change" : "line.assign")}
        </Link>
      )}
    </p>
  );
}
