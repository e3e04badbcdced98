import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { RequestList } from "@/components/portal-decision/request-list";
import { ChangeMark } from "@/components/portal/change-mark";
import { PortalList } from "@/components/portal/portal-list";
import { PortalHead, PortalPart } from "@/components/shell/portal-page";
import { loadPortalHome } from "@/lib/features/portal/loaders";
import { loadAllGiven } from "@/lib/features/portal-instruction/loaders";
import { loadRequests } from "@/lib/features/portal-decision/loaders";
import { formatInstant } from "@/lib/i18n/format";
import { changeMarks } from "./change-marks";
import { InstructionRows } from "./instruction-rows";

type PageProps = { params: Promise<{ contact: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal"))("navItems.home") };
}

export default async function PortalHomePage({ params }: PageProps) {
  const { contact } = await params;
  const { place, since, navItems, changed, changes } = await loadPortalHome(contact);
  const { pending } = await loadRequests(contact);
  const { asked } = await loadAllGiven(contact);
  const markOf = await changeMarks(contact);
  const [t, locale] = [await getTranslations("portal"), await getLocale()];
  const at = `/portal/${contact}`;
  return (
    <>
      <PortalHead
        note={<b>{t("articles.home")}</b>}
        title={t("home.title", { organisation: place.organisation })}
        lead={
          since === null
            ? t("home.first", { organisation: place.organisation })
            : t("home.since", { count: changed, when: formatInstant(since, "Europe/Paris", locale) })
        }
      />
      <RequestList contact={contact} title={t("home.pending")} rows={pending} markOf={markOf} />
      <InstructionRows contact={contact} title={t("home.asked")} rows={asked} markOf={markOf} />
      {changes.length > 0 && (
        <PortalPart title={t("changed")}>
          <PortalList
            label={t("changed")}
            rows={changes.map(({ item, id, reference, title, change }) => ({
              id,
              href: SHEETLESS.includes(item) ? `${at}/${item}` : `${at}/${item}/${id}`,
              reference: <bdi>{reference}</bdi>,
              title: <bdi>{title || t(`navItems.${item}`)}</bdi>,
              about: t(`navItems.${item}`),
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
