import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { ChangeMark } from "@/components/portal/change-mark";
import { PortalList } from "@/components/portal/portal-list";
import { Status } from "@/components/ui/status";
import { WAITING_SEGMENTS } from "@/lib/domain/nouns/waiting";
import { PortalHead, PortalPart } from "@/components/shell/portal-page";
import { loadPortalHome, loadPortalZone } from "@/lib/features/portal/loaders";
import { formatInstant, formatList } from "@/lib/i18n/format";
import { titled } from "@/lib/i18n/titled";
import { LawArticles } from "./law-articles";

type PageProps = { params: Promise<{ contact: string }> };

export const generateMetadata = titled("portal", "navItems.home");

export default async function PortalHomePage({ params }: PageProps) {
  const { contact } = await params;
  const { now, place, since, waiting, navItems, changed, changes } = await loadPortalHome(contact);
  const [t, locale, zone] = await Promise.all([
    getTranslations("portal"),
    getLocale(),
    loadPortalZone(contact),
  ]);
  const ofNotice = await getTranslations("breach-notice-letter");
  const at = `/portal/${contact}`;
  return (
    <>
      <PortalHead
        note={<LawArticles contact={contact} of={["28(3)(h)"]} />}
        title={t("home.title", { organisation: place.organisation })}
        lead={
          since === null
            ? t("home.first", { organisation: place.organisation })
            : t("home.since", { count: changed, when: formatInstant(since, zone, locale) })
        }
      />
      <PortalPart id="waiting" title={t("home.waiting")}>
        {waiting.length === 0 ? (
          <p className="muted mt-3">{t("home.nothingWaits")}</p>
        ) : (
          <PortalList
            label={t("home.waiting")}
            rows={waiting.map(({ noun, id, reference, title, due, step, incident }) => ({
              id: `${noun} ${id} ${step ?? ""}`,
              href: `${at}/${WAITING_SEGMENTS[noun]}/${id}`,
              reference: <bdi>{incident ? formatInstant(incident.at, zone, locale) : reference}</bdi>,
              title: (
                <bdi>
                  {title ||
                    formatList(
                      incident?.natures.map((nature) => ofNotice(`natures.${nature}`)) ?? [],
                      locale,
                    ) ||
                    t(`home.waits.${noun}`)}
                </bdi>
              ),
              // Says nothing of a row that is named by it.
              about: step ? t(`home.steps.${step}`) : title && t(`home.waits.${noun}`),
              status: due !== null && (
                <Status kind={due <= now ? "late" : "warn"}>
                  {t(due <= now ? "home.overdue" : "home.due", {
                    when: formatInstant(due, zone, locale),
                  })}
                </Status>
              ),
            }))}
          />
        )}
      </PortalPart>
      {changes.length > 0 && (
        <PortalPart title={t("changed")}>
          <PortalList
            label={t("changed")}
            rows={changes.map(({ item, id, reference, title, change }) => ({
              id,
              href: SHEETLESS.includes(item) ? `${at}/${item}` : `${at}/${item}/${id}`,
              reference: <bdi>{reference}</bdi>,
              title: <bdi>{title || t(`navItems.${item}`)}</bdi>,
              about: title && t(`navItems.${item}`),
              status: <ChangeMark of={change} />,
            }))}
          />
          {changed > changes.length && (
            <p className="muted mt-3">{t("home.more", { count: changed - changes.length })}</p>
          )}
        </PortalPart>
      )}
      <PortalPart title={t("home.kept")}>
        <dl>
          {navItems.map(({ item, count, changed: fresh }) => (
            <div className="field two" key={item}>
              <dt>{t(`home.counts.${item}`)}</dt>
              <dd>
                <Link href={`${at}/${item}`} prefetch={false}>
                  {t("home.count", { count })}
                </Link>
                {fresh > 0 && <span className="muted"> · {t("home.fresh", { count: fresh })}</span>}
              </dd>
            </div>
          ))}
        </dl>
      </PortalPart>
    </>
  );
}

/** Subjects whose rows have no page of their own. */
const SHEETLESS: readonly string[] = ["sub-processors", "documents"];
