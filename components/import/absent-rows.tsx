import { CircleAlert } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Line } from "@/components/shell/sheet";
import { Icon } from "@/components/ui/icon";
import { Cell, DataTable } from "@/components/ui/data-table";
import { Pager } from "@/components/ui/pager";
import { registerHref } from "@/lib/domain/processing-record/register-segments";
import { ABSENT_CHOICES, type AbsentChoice } from "@/lib/domain/import/absent";
import type { AbsentProps, LoadedImport } from "@/lib/features/import/loaders";
import { formatDay, formatNumber } from "@/lib/i18n/format";
import { AbsentActs } from "./absent-acts";
import { rowsAddress } from "./rows-views";
import { TypedSelect } from "./typed-select";

type AbsentRowsProps = { org: string; loaded: LoadedImport };

/** Entries whose row an earlier file with these headings had and this one lacks. */
export function AbsentRows({ org, loaded }: AbsentRowsProps) {
  const t = useTranslations("import-page");
  const { absent, run } = loaded;
  const optionsOf = useChoices(absent);
  return (
    <section aria-labelledby="absent">
      <Line>
        <h2 className="mt-6" id="absent">
          {t("absent.title", { count: absent.total })}
        </h2>
        <p className="muted prose-line mb-3">{t("absent.text")}</p>
        {!absent.canEnd && absent.ends && <p className="prose-line mb-3">{t("absent.endByOthers")}</p>}
        <div className="mb-4">
          <TypedSelect
            name="absent.all"
            narrow
            label={t("absent.all")}
            options={optionsOf(absent.decisions.all)}
            defaultValue={absent.decisions.all}
          />
        </div>
      </Line>
      <AbsentLedger org={org} loaded={loaded} optionsOf={optionsOf} />
      <AbsentPager here={`/${org}/records/import/${run.id}`} loaded={loaded} />
      <AbsentActs
        decisions={absent.decisions}
        fileName={run.fileName}
        today={absent.today}
        canEnd={absent.canEnd}
      />
    </section>
  );
}

type Options = { value: string; label: string }[];
type OptionsOf = (current: AbsentChoice | null) => Options;

/** The choices of a list: whoever may not end an entry is offered that only where it was chosen already. */
function useChoices({ canEnd }: AbsentProps): OptionsOf {
  const t = useTranslations("import-page");
  return (current) =>
    ABSENT_CHOICES.filter((choice) => choice !== "end" || canEnd || current === "end").map((choice) => ({
      value: choice,
      label: t(`absent.choices.${choice}`),
    }));
}

function AbsentLedger({ org, loaded, optionsOf }: AbsentRowsProps & { optionsOf: OptionsOf }) {
  const t = useTranslations("import-page");
  const columns = [
    { key: "reference", label: t("rows.reference"), folio: true },
    { key: "controller", label: t("rows.controller"), width: 192 },
    { key: "activity", label: t("rows.activity") },
    { key: "last", label: t("absent.last"), width: 230, wide: true },
    { key: "choice", label: t("absent.choice"), width: 190 },
  ];
  const isOwn = loaded.register === "controller";
  return (
    <DataTable
      caption={t("absent.title", { count: loaded.absent.total })}
      columns={isOwn ? columns.filter(({ key }) => key !== "controller") : columns}
    >
      {loaded.absent.rows.map((row, index) => (
        <AbsentRow
          key={row.recordId}
          {...{ row, index, isOwn }}
          options={optionsOf(row.ownChoice)}
          href={`${registerHref(org, loaded.register)}/${row.recordId}`}
        />
      ))}
    </DataTable>
  );
}

type AbsentRowProps = {
  row: AbsentProps["rows"][number];
  index: number;
  options: Options;
  href: string;
  isOwn: boolean;
};

function AbsentRow({ row, index, options, href, isOwn }: AbsentRowProps) {
  const t = useTranslations("import-page");
  const locale = useLocale();
  const last = t("absent.lastFile", { file: row.last.fileName, day: formatDay(row.last.on, locale) });
  return (
    <tr>
      <Cell place="folio" whole>
        <Link href={href} prefetch={false}>
          <bdi>{row.reference}</bdi>
        </Link>
      </Cell>
      {!isOwn && (
        <Cell place="title" whole>
          <bdi>{row.controllerName}</bdi>
        </Cell>
      )}
      <Cell place={isOwn ? "title" : "text"} whole>
        <Link href={href} prefetch={false}>
          <bdi>{row.activity}</bdi>
        </Link>
        {/* Has no column of its own on narrow screens. */}
        <span className="muted block min-[1121px]:hidden">{last}</span>
        {row.refusal && (
          <span className="reason">
            <Icon of={CircleAlert} small />
            {t(`absent.refusals.${row.refusal}`)}
          </span>
        )}
      </Cell>
      <Cell place="wide" whole>
        {last}
      </Cell>
      <Cell place="status" whole className="[&_.input]:mt-0">
        <input type="hidden" name={`absent.rows.${index}.id`} value={row.recordId} />
        <TypedSelect
          name={`absent.rows.${index}.choice`}
          label={t("absent.choiceOf", { reference: row.reference })}
          labelHidden
          blank={t("absent.asAll")}
          options={options}
          defaultValue={row.ownChoice ?? ""}
        />
      </Cell>
    </tr>
  );
}

function AbsentPager({ here, loaded: { absent, query } }: { here: string; loaded: LoadedImport }) {
  const t = useTranslations("import-page");
  const locale = useLocale();
  if (absent.total <= absent.pageSize) return null;
  const first = (query.absent - 1) * absent.pageSize;
  const page = (number: number) => rowsAddress(here, { ...query, absent: number });
  return (
    <Pager
      range={t("absent.range", {
        from: formatNumber(first + 1, locale),
        to: formatNumber(first + absent.rows.length, locale),
        total: formatNumber(absent.total, locale),
      })}
      previousHref={query.absent > 1 ? page(query.absent - 1) : undefined}
      nextHref={first + absent.pageSize < absent.total ? page(query.absent + 1) : undefined}
    />
  );
}
