import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { PortalStatus } from "@/components/call-script/portal-status";
import { PortalHead, PortalPart } from "@/components/shell/portal-page";
import { loadPortalScripts } from "@/lib/features/call-script/loaders";
import { loadPortalZone } from "@/lib/features/portal/loaders";
import { formatInstant, joinParts } from "@/lib/i18n/format";
import { titled } from "@/lib/i18n/titled";
import { rowMarks } from "../row-marks";
import { LawArticles } from "../law-articles";

type PageProps = { params: Promise<{ contact: string }> };

export const generateMetadata = titled("portal", "navItems.scripts");

/** Scripts submitted to this controller, the last first. */
export default async function PortalScriptsPage({ params }: PageProps) {
  const { contact } = await params;
  const requests = await loadPortalScripts(contact);
  const markOf = await rowMarks(contact, "call-script", requests);
  const [t, locale, zone] = await Promise.all([
    getTranslations("call-script"),
    getLocale(),
    loadPortalZone(contact),
  ]);
  return (
    <>
      <PortalHead
        note={<LawArticles contact={contact} of={["28(3)(a)"]} />}
        title={t("portal.title")}
        lead={t("portal.lead")}
      />
      <PortalPart title={t("list.title")}>
        {requests.length === 0 && <p className="muted mt-3">{t("portal.none")}</p>}
        <ul className="mt-3">
          {requests.map((request) => (
            <li key={request.id} className="border-b border-rule py-2">
              <Link href={`/portal/${contact}/scripts/${request.id}`} prefetch={false}>
                {joinParts([request.title, t("portal.version", { edition: request.edition })], locale)}
              </Link>{" "}
              <span className="muted">{formatInstant(request.askedAt, zone, locale)}</span>{" "}
              {markOf(request.id)} <PortalStatus of={request} />
            </li>
          ))}
        </ul>
      </PortalPart>
    </>
  );
}
