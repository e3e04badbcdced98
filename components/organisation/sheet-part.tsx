import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Part } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import type { OrganisationSection } from "@/lib/domain/organisation/sections";

export type SheetSection = OrganisationSection | "logo";

type SheetPartProps = { org: string; section: SheetSection; mayEdit: boolean; children: ReactNode };

export function SheetPart({ org, section, mayEdit, children }: SheetPartProps) {
  const t = useTranslations("organisation");
  return (
    <Part
      id={section}
      title={t(`parts.${section}`)}
      article={t(`articles.${section}`)}
      note={t.has(`articles.${section}Note`) ? t(`articles.${section}Note`) : undefined}
      aside={
        mayEdit && (
          <LinkButton tone="bare" icon={Pencil} href={editHref(org, section)}>
            {t("edit")} <span className="sr">{t(`parts.${section}`)}</span>
          </LinkButton>
        )
      }
    >
      {children}
    </Part>
  );
}

export function editHref(org: string, section: SheetSection): string {
  return `/${org}/organisation/edit/${section}`;
}
