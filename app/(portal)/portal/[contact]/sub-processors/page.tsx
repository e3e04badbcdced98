import { getTranslations } from "next-intl/server";
import { PortalHead, PortalPart } from "@/components/shell/portal-page";
import { PortalSubProcessor } from "@/components/portal/portal-sub-processor";
import { loadPortalSubProcessors } from "@/lib/features/portal/loaders";
import { titled } from "@/lib/i18n/titled";
import { rowMarks } from "../row-marks";
import { LawArticles } from "../law-articles";

type PageProps = { params: Promise<{ contact: string }> };

export const generateMetadata = titled("portal", "navItems.sub-processors");

/** Sub-processors with their status and chain, articles 28(2) and 28(4). */
export default async function PortalSubProcessorsPage({ params }: PageProps) {
  const { contact } = await params;
  const groups = await loadPortalSubProcessors(contact);
  const markOf = await rowMarks(
    contact,
    "sub-processor",
    groups.flatMap((one) => one.rows),
  );
  const t = await getTranslations("portal");
  return (
    <>
      <PortalHead
        note={<LawArticles contact={contact} of={["28(2), 28(4)"]} />}
        title={t("sub-processors.title")}
        lead={t(groups.length > 0 ? "sub-processors.lead" : "sub-processors.none")}
      />
      {groups.map(({ group, rows }) => (
        <PortalPart key={group} id={group} title={t(`sub-processors.groups.${group}`)}>
          {rows.map((row) => (
            <PortalSubProcessor key={row.id} contact={contact} of={row} mark={markOf(row.id)} />
          ))}
        </PortalPart>
      ))}
    </>
  );
}
