import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { FeedForm, FeedRevocation, ViewAddresses } from "@/components/obligation/feed-forms";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { loadFeed } from "@/lib/features/obligation/loaders";
import { formatInstant } from "@/lib/i18n/format";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }> };
type Feed = NonNullable<Awaited<ReturnType<typeof loadFeed>>["feed"]>;

export const generateMetadata = titled("obligation.feed", "title");

export default async function CalendarFeedPage({ params }: PageProps) {
  const { org } = await params;
  const [{ feed, views }, t, locale] = await Promise.all([
    loadFeed(org),
    getTranslations("obligation.feed"),
    getLocale(),
  ]);
  const since = feed && formatInstant(feed.createdAt, "Africa/Casablanca", locale);
  return (
    <Sheet>
      <PageHead note={t("note")} title={t("title")} lead={t("lead")} />
      <Line>
        <p className="pb-3">{since ? t("since", { when: since }) : t("none")}</p>
        <p className="pb-3">{t("holds")}</p>
        <Words of={["form", "obligation"]}>
          <FeedForm org={org} hasFeed={feed !== null} views={views} />
          {feed && <FeedRevocation org={org} />}
        </Words>
      </Line>
      <Line>
        <h2>{t("views")}</h2>
        <p className="prose-line pb-3">{views.length > 0 ? t("viewsLead") : t("noViews")}</p>
        {views.length > 0 ? (
          <Words of={["form", "obligation"]}>
            <ViewAddresses views={views} before="" />
          </Words>
        ) : (
          <Link href={`/${org}/obligations`}>{t("toList")}</Link>
        )}
      </Line>
      {feed && <Reads feed={feed} />}
    </Sheet>
  );
}

async function Reads({ feed: { reads } }: { feed: Feed }) {
  const [t, locale] = await Promise.all([getTranslations("obligation.feed"), getLocale()]);
  return (
    <Line>
      <h2>{t("reads")}</h2>
      {reads.length === 0 && <p className="muted">{t("noReads")}</p>}
      <ul>
        {reads.map(({ day, address, userAgent, count, lastAt }) => (
          <li key={`${day} ${address} ${userAgent}`}>
            {t("read", {
              when: formatInstant(lastAt, "Africa/Casablanca", locale),
              agent: userAgent || t("unknownAgent"),
            })}{" "}
            <bdi>{address}</bdi> {t("readCount", { count })}
          </li>
        ))}
      </ul>
    </Line>
  );
}
