import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { Status, type StatusKind } from "@/components/ui/status";
import type { LoadedFeeds } from "@/lib/features/watch-feed/loaders";
import { formatInstant } from "@/lib/i18n/format";
import { FeedAct } from "./feed-act";
import { FeedForm } from "./feed-form";

type Feed = LoadedFeeds["feeds"][number];

/** Feeds with how their last reading went, and the form for another. */
export function FeedsPart({ org, loaded: { feeds, mayManage } }: { org: string; loaded: LoadedFeeds }) {
  const t = useTranslations("watch-feed");
  return (
    <Words of={["form", "watch-feed"]}>
      <Part id="feeds" title={t("feeds")}>
        {feeds.length === 0 && <p className="muted mt-3">{t("noFeeds")}</p>}
        <ul>
          {feeds.map((feed) => (
            <li key={feed.id} className="border-b border-rule py-2">
              <div className="flex flex-wrap items-start justify-between gap-x-4">
                <FeedText feed={feed} />
                <FeedStatus feed={feed} />
              </div>
              {mayManage && feed.endedAt === null && <FeedActs org={org} feed={feed} />}
            </li>
          ))}
        </ul>
      </Part>
      {mayManage && (
        <Part id="add" title={t("add.title")}>
          <FeedForm org={org} />
        </Part>
      )}
    </Words>
  );
}

function FeedText({ feed }: { feed: Feed }) {
  const t = useTranslations("watch-feed");
  const locale = useLocale();
  const at = (instant: number) => formatInstant(instant, "Africa/Casablanca", locale);
  const name = feed.name || feed.title;
  return (
    <div className="min-w-0">
      {name && (
        <b className="block">
          <bdi>{name}</bdi>
        </b>
      )}
      <bdi dir="ltr" className="block break-all muted">
        {feed.url}
      </bdi>
      {feed.failure !== "" && feed.endedAt === null && (
        <p>{t(`failures.${feed.failure}`, { status: String(feed.failureStatus ?? "") })}</p>
      )}
      <p className="muted">{feed.readAt === null ? t("neverRead") : t("readAt", { at: at(feed.readAt) })}</p>
      {feed.failedAt !== null && feed.endedAt === null && (
        <p className="muted">{t("failingSince", { at: at(feed.failedAt) })}</p>
      )}
      <p className="faint">
        {feed.endedAt === null
          ? t("addedBy", { name: feed.addedByName, at: at(feed.createdAt) })
          : t("endedBy", { name: feed.endedByName, at: at(feed.endedAt) })}
      </p>
    </div>
  );
}

function FeedStatus({ feed }: { feed: Feed }) {
  const t = useTranslations("watch-feed.state");
  const [word, kind] = statusOf(feed);
  return <Status kind={kind}>{t(word)}</Status>;
}

/** A feed that failed is unreadable, whatever was read of it before. */
function statusOf({ endedAt, failure, readAt }: Feed): [word: string, kind: StatusKind] {
  if (endedAt !== null) return ["ended", "plain"];
  if (failure !== "") return ["failing", "late"];
  return readAt === null ? ["never", "plain"] : ["read", "ok"];
}

function FeedActs({ org, feed }: { org: string; feed: Feed }) {
  const t = useTranslations("watch-feed.acts");
  const of = <span className="sr">{feed.name || feed.title || feed.url}</span>;
  return (
    <div className="flex flex-wrap gap-x-2">
      <FeedAct org={org} act="read" about={{ id: feed.id }} icon="read">
        {t("read")} {of}
      </FeedAct>
      <FeedAct org={org} act="end" about={{ id: feed.id }} icon="end">
        {t("end")} {of}
      </FeedAct>
    </div>
  );
}
