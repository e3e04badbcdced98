import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Day } from "@/components/ui/deadline";
import { RecordField } from "@/components/ui/record-field";
import { LINE_KINDS, type LineKind } from "@/lib/domain/contract-end/types";
import { formatDay, joinParts } from "@/lib/i18n/format";
import { LineStatus } from "./line-status";
import type { Line, LoadedEnd } from "./loaded-end";
import { useAnswered, useLineName } from "./use-end-words";

type SheetProps = { org: string; loaded: LoadedEnd };

export function EndSheet({ org, loaded }: SheetProps) {
  return LINE_KINDS.map((kind) => <KindPart key={kind} org={org} kind={kind} lines={loaded.lines} />);
}

function KindPart({ org, kind, lines }: { org: string; kind: LineKind; lines: readonly Line[] }) {
  const t = useTranslations("contract-end");
  const own = lines.filter((line) => line.kind === kind);
  return (
    <Part id={kind} title={t(`kinds.${kind}`)} article={t(`articles.${kind}`)}>
      <p className="muted mt-3">{own.length === 0 ? t(`none.${kind}`) : t(`leads.${kind}`)}</p>
      <dl>
        {own.map((line) => (
          <LineField key={line.id} org={org} line={line} />
        ))}
      </dl>
    </Part>
  );
}

function LineField({ org, line }: { org: string; line: Line }) {
  const t = useTranslations("contract-end");
  const locale = useLocale();
  const [nameOf, answered] = [useLineName(), useAnswered()];
  const { on, by, purgeOn } = line.evidence;
  return (
    <RecordField
      label={
        <Link id={`lines.${line.id}`} href={`/${org}/contracts/end/lines/${line.id}`} prefetch={false}>
          <bdi>{nameOf(line)}</bdi>
        </Link>
      }
    >
      <LineStatus state={line.state} />{" "}
      {line.answer && (
        <>
          {answered(line.answer)}{" "}
          <span className="muted">
            <Day text={joinParts([on ? formatDay(on, locale) : "", by ?? ""].filter(Boolean), locale)} />
          </span>
        </>
      )}
      {line.state === "waiting" && purgeOn && (
        <p className="muted">{t("line.purgeDue", { day: formatDay(purgeOn, locale) })}</p>
      )}
      {line.title && line.detail.records.length > 0 && (
        <p className="muted">
          <bdi>{joinParts(line.detail.records, locale)}</bdi>
        </p>
      )}
    </RecordField>
  );
}
