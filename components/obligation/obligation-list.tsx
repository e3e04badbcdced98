import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { AssignedLine } from "@/components/shell/assigned-line";
import { Day } from "@/components/ui/deadline";
import { Status, type StatusKind } from "@/components/ui/status";
import { Unbroken } from "@/components/ui/unbroken";
import type { Assigned } from "@/lib/domain/assignment/book";
import type { DutyGround } from "@/lib/domain/obligation/duty-ground";
import { type Horizon, HORIZONS } from "@/lib/domain/obligation/due";
import { foldAlike, type Folded } from "@/lib/domain/obligation/fold";
import type { Listed } from "@/lib/domain/obligation/list";
import { obligationKey } from "@/lib/domain/obligation/rules";
import { capitalise, formatCount, joinParts } from "@/lib/i18n/format";
import { actOf, marginDay, reasonOf, relativeOf, subjectOf, whenOf } from "@/lib/i18n/obligation-words";

const STATUS: Record<Horizon, StatusKind> = {
  breach: "late",
  own: "plain",
  burning: "late",
  late: "late",
  undelayed: "warn",
  today: "warn",
  week: "plain",
  month: "plain",
  open: "plain",
  later: "plain",
  done: "ok",
  left: "warn",
  "set-aside": "plain",
  "not-reached": "plain",
  void: "plain",
};

/** `assigned` is set on pages that say who has a line: null where nobody was asked. */
type Row = Listed & { ground: DutyGround; assigned?: Assigned | null };

type ListProps = {
  org: string;
  rows: readonly Row[];
  now: number;
  /** Lines of each group on all pages. */
  ofHorizon?: Readonly<Record<string, number>>;
  /** Shows what asks the same of one client as one line, opened to its rows. */
  isFolded?: boolean;
  mayAssign?: boolean;
};

/** Renders one group for each horizon, in the order of the list. */
export function ObligationList({
  org,
  rows,
  now,
  ofHorizon,
  isFolded = false,
  mayAssign = false,
}: ListProps) {
  const t = useTranslations("obligation");
  const locale = useLocale();
  const linesOf = (count: number) => t("lines", { count, shown: formatCount(count, locale) });
  return HORIZONS.map((horizon) => {
    const group = rows.filter((row) => row.horizon === horizon);
    if (group.length === 0) return null;
    return (
      <section className="part" key={horizon}>
        <div className="line">
          <div className="note pt-[5px]">{ofHorizon && linesOf(ofHorizon[horizon] ?? 0)}</div>
          <div className="body">
            <h2 className="border-b border-ink pb-1.5">{t(`horizons.${horizon}`)}</h2>
          </div>
        </div>
        <ol className="agenda">
          {(isFolded ? foldAlike(group) : group.map((row) => ({ first: row, rows: [row] }))).map((folded) =>
            folded.rows.length === 1 ? (
              <ObligationLine key={keyOf(folded.first)} {...{ org, now, mayAssign }} row={folded.first} />
            ) : (
              <FoldedLines key={keyOf(folded.first)} {...{ org, now, mayAssign }} of={folded} />
            ),
          )}
        </ol>
      </section>
    );
  });
}

function keyOf(row: Row): string {
  return `${obligationKey(row)} ${row.doneAt}`;
}

type LineProps = { org: string; now: number; mayAssign: boolean };

/** Shows as one line what asks the same of one client; its rows open without JavaScript. */
function FoldedLines({ org, of: { first, rows }, now, mayAssign }: LineProps & { of: Folded<Row> }) {
  const t = useTranslations("obligation");
  const locale = useLocale();
  return (
    <li className="folded">
      <span className="at">
        <Unbroken>{marginDay(first, locale)}</Unbroken>
      </span>
      <details>
        <summary>
          <b>{actOf(t, first.kind)}</b> <bdi>{first.controller?.name}</bdi>{" "}
          <span className="muted">
            {t("lines", { count: rows.length, shown: formatCount(rows.length, locale) })}
          </span>
        </summary>
        <ol className="agenda">
          {rows.map((row) => (
            <ObligationLine key={keyOf(row)} {...{ org, row, now, mayAssign }} />
          ))}
        </ol>
      </details>
      <div>
        <Status kind={STATUS[first.horizon]}>{relativeOf(t, first, now)}</Status>
      </div>
    </li>
  );
}

/** Longest reference that surely fits a line: file names stand in place of some. */
const SHORT = 20;

/** Breaks no line within a reference, "V-2026-001". */
function Subject({ text, reference }: { text: string; reference: string }) {
  const at = reference === "" || reference.length > SHORT ? -1 : text.indexOf(reference);
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <Unbroken>{reference}</Unbroken>
      {text.slice(at + reference.length)}
    </>
  );
}

function ObligationLine({ org, row, now, mayAssign }: LineProps & { row: Row }) {
  const t = useTranslations("obligation");
  const locale = useLocale();
  const text = joinParts(
    [row.controller?.name, whenOf(t, row, locale), reasonOf(t, row.ground, locale)],
    locale,
  );
  return (
    <li>
      <span className="at">
        <Unbroken>{marginDay(row, locale)}</Unbroken>
      </span>
      <div>
        <Link href={`/${org}${row.path}`} prefetch={false} className="quiet">
          <b>{actOf(t, row.kind)}</b>
        </Link>{" "}
        <bdi>
          <Subject text={subjectOf(t, row, locale)} reference={row.subject.reference} />
        </bdi>
        <p>
          <Day text={capitalise(text, locale)} />
        </p>
        {row.assigned !== undefined && (
          <AssignedLine
            org={org}
            line={obligationKey(row)}
            of={row.assigned}
            mayWrite={mayAssign && row.doneAt === null}
          />
        )}
      </div>
      <div>
        <Status kind={STATUS[row.horizon]}>{relativeOf(t, row, now)}</Status>
      </div>
    </li>
  );
}
