import { getLocale, getTranslations } from "next-intl/server";
import { MentionsPart } from "@/components/internal-note/mentions-part";
import { ObligationFilter } from "@/components/obligation/obligation-filter";
import { ObligationList } from "@/components/obligation/obligation-list";
import { LettersLine } from "@/components/shell/letters-line";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { FirstSteps } from "@/components/today/first-steps";
import { isoWeek } from "@/components/today/iso-week";
import { RegisterFigures } from "@/components/today/register-figures";
import { Day } from "@/components/ui/deadline";
import { Pager } from "@/components/ui/pager";
import { queryHref } from "@/components/ui/query-href";
import { Empty } from "@/components/ui/states";
import { CountedViews, ListTop } from "@/components/ui/views";
import { TODAY_VIEWS, type TodayView } from "@/lib/domain/today/views";
import { loadMentions } from "@/lib/features/internal-note/loaders";
import { loadShell } from "@/lib/features/organisation/loaders";
import { loadAccounts, loadToday } from "@/lib/features/today/loaders";
import { capitalise, formatCount, formatDay } from "@/lib/i18n/format";
import { titled } from "@/lib/i18n/titled";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
type Today = Awaited<ReturnType<typeof loadToday>>;

export const generateMetadata = titled("shell.navItems", "today");

export default async function TodayPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const search = await searchParams;
  const [today, accounts, { letters }, mentions] = await Promise.all([
    loadToday(org, search),
    loadAccounts(org),
    loadShell(org),
    loadMentions(org),
  ]);
  const isEmpty = !today.isBegun && !today.isOwnBegun;
  return (
    <Sheet>
      <TodayHead today={today} isEmpty={isEmpty} />
      <LettersLine org={org} of={letters} />
      {mentions.length > 0 && <MentionsPart org={org} mentions={mentions} />}
      {!today.isBegun && <FirstSteps org={org} />}
      {(!isEmpty || today.counts.near > 0) && <Duties org={org} today={today} />}
      {!isEmpty && <RegisterFigures org={org} facts={accounts} />}
    </Sheet>
  );
}

async function TodayHead({ today, isEmpty }: { today: Today; isEmpty: boolean }) {
  const [t, locale] = await Promise.all([getTranslations("today"), getLocale()]);
  // Breaks between its words where a narrow screen has no room for all of them.
  const day = formatDay(today.today, locale, { weekday: true, long: true }).replaceAll("\u00A0", " ");
  return (
    <PageHead
      note={t("note", { week: isoWeek(today.today) })}
      title={<Day text={capitalise(day, locale)} />}
      lead={
        <>
          {t("greeting", { name: today.name })}{" "}
          {isEmpty && today.pressing === 0
            ? t("leadEmpty")
            : t("lead", { count: today.pressing, shown: formatCount(today.pressing, locale) })}
          {today.drills > 0 && ` ${t("drills", { count: today.drills })}`}
        </>
      }
    />
  );
}

async function Duties({ org, today }: { org: string; today: Today }) {
  const [t, locale] = await Promise.all([getTranslations("today"), getLocale()]);
  const { query, rows, total, next, previous } = today;
  const hrefOf = (view: TodayView, from = 0) => {
    const { noun, controller, whose } = query;
    return queryHref(`/${org}`, { view, noun, controller, whose, from: from ? String(from) : "" }, "near");
  };
  const range = t("range", {
    from: query.from + 1,
    to: query.from + rows.length,
    total: formatCount(total, locale),
  });
  return (
    <>
      <Line>
        <ListTop>
          <CountedViews
            label={t("views.label")}
            views={TODAY_VIEWS}
            current={query.view}
            counts={today.counts}
            nameOf={(view) => t(`views.${view}`)}
            hrefOf={hrefOf}
          />
          <ObligationFilter {...today} first="near" />
        </ListTop>
      </Line>
      {rows.length === 0 ? (
        <Line>
          <Empty title={t(`empty.${query.view}`)}>{t("empty.text")}</Empty>
        </Line>
      ) : (
        <>
          <ObligationList
            org={org}
            rows={rows}
            now={today.now}
            ofHorizon={today.ofHorizon}
            isFolded
            mayAssign={today.mayAssign}
          />
          <Pager
            range={total > rows.length ? range : t("count", { count: total })}
            previousHref={previous === null ? undefined : hrefOf(query.view, previous)}
            nextHref={next === null ? undefined : hrefOf(query.view, next)}
          />
        </>
      )}
    </>
  );
}
