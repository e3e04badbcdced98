import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { RequestList } from "@/components/portal-decision/request-list";
import { ChangeMark } from "@/components/portal/change-mark";
import { PortalList } from "@/components/portal/portal-list";
import { PortalHead, PortalPart } from "@/components/shell/portal-page";
import { loadPortalHome } from "@/lib/features/portal/loaders";
import { loadAllGiven } from "@/lib/features/portal-instruction/loaders";
import { loadRequests } from "@/lib/features/portal-decision/loaders";
import { formatInstant } from "@/lib/i18n/format";
import { GivenRows } from "./given-rows";

type PageProps = { params: Promise<{ contact: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal"))("rooms.home") };
}

/** Where a contact begins: what waits for its word, what changed since it was here, what there is. */
export default async function PortalHomePage({ params }: PageProps) {
  const { contact } = await params;
  const { counts, changed, place, since } = await loadPortalHome(contact);
  const { pending } = await loadRequests(contact);
  const { asked } = await loadAllGiven(contact);
  const [t, locale] = [await getTranslations("portal"), await getLocale()];
  return (
    <>
      <PortalHead
        note={<b>{t("articles.home")}</b>}
        title={t("home.title", { organisation: place.organisation })}
        lead={
          since === null
            ? t("home.first", { organisation: place.organisation })
            : t("home.since", { when: formatInstant(since, "Europe/Paris", locale) })
        }
      />
      <RequestList contact={contact} title={t("home.pending")} rows={pending} />
      <GivenRows contact={contact} title={t("home.asked")} rows={asked} />
      {changed.length > 0 && (
        <PortalPart title={t("changed")}>
          <PortalList
            label={t("changed")}
            rows={changed.map((row) => ({
              id: row.id,
              href: `/portal/${contact}/records/${row.id}`,
              reference: row.reference,
              title: row.activity,
              status: <ChangeMark of={row.change} />,
            }))}
          />
        </PortalPart>
      )}
      <PortalPart title={t("home.kept")}>
        <dl>
          {(["records", "contracts", "instructions", "transfers"] as const).map((noun) => (
            <div className="field two" key={noun}>
              <dt>{t(`home.counts.${noun}`)}</dt>
              <dd>{counts[noun]}</dd>
            </div>
          ))}
        </dl>
      </PortalPart>
    </>
  );
}
