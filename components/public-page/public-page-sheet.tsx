import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Empty } from "@/components/ui/states";
import { Status } from "@/components/ui/status";
import type { loadPublicPage } from "@/lib/features/public-page/loaders";
import { formatInstant } from "@/lib/i18n/format";
import { ClosePublicPage, OpenPublicPage } from "./opening-form";
import { PublicPageForm } from "./public-page-form";
import { SubscriberTable } from "./subscriber-table";

type Loaded = Awaited<ReturnType<typeof loadPublicPage>>;
type SheetProps = { org: string; page: Loaded };

export function PublicPageSheet({ org, page }: SheetProps) {
  const t = useTranslations("public-page");
  return (
    <>
      <Opening org={org} page={page} />
      <Part title={t("settings")}>
        <PublicPageForm key={page.settings.version} org={org} settings={page.settings} />
      </Part>
      <Subscribers org={org} page={page} />
      {page.facts.length > 0 && (
        <Part title={t("history")}>
          <Facts facts={page.facts} />
        </Part>
      )}
    </>
  );
}

function Opening({ org, page: { isOpen, url, settings } }: SheetProps) {
  const t = useTranslations("public-page");
  const { version } = settings;
  return (
    <Part
      title={t("state")}
      aside={<Status kind={isOpen ? "ok" : "plain"}>{t(isOpen ? "open.state" : "close.state")}</Status>}
    >
      {isOpen && (
        <>
          <p className="prose-line pt-3">
            {t("open.at")}{" "}
            <a href={url} dir="ltr">
              {url}
            </a>
          </p>
          <p className="prose-line">{t("close.text")}</p>
          <ClosePublicPage org={org} version={version} />
        </>
      )}
      {!isOpen && <p className="prose-line pt-3">{t(version === 0 ? "open.saveFirst" : "open.text")}</p>}
      {!isOpen && version > 0 && <OpenPublicPage org={org} version={version} />}
    </Part>
  );
}

function Subscribers({ org, page: { counts, subscribers, next } }: SheetProps) {
  const t = useTranslations("public-page.subscribers");
  return (
    <Part title={t("title")} aside={t("count", counts)}>
      {subscribers.length === 0 ? (
        <Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>
      ) : (
        <SubscriberTable org={org} rows={subscribers} />
      )}
      {next !== null && <Link href={`/${org}/public-page?from=${next}`}>{t("older")}</Link>}
    </Part>
  );
}

function Facts({ facts }: { facts: Loaded["facts"] }) {
  const t = useTranslations("public-page");
  const locale = useLocale();
  return (
    <ul className="public-list">
      {facts.map(({ id, event, at, authorName, reason }) => (
        <li key={id}>
          {t(event === "open" ? "facts.open" : "facts.close", {
            when: formatInstant(at, "Africa/Casablanca", locale),
            name: authorName,
          })}
          {reason && (
            <>
              {" · "}
              <bdi>{reason}</bdi>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
