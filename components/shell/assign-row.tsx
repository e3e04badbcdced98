import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { taskLine } from "@/lib/domain/assignment/rows";
import { navHref } from "./nav-href";
import { rowAt } from "./row-at";

/** Line of the row whose sheet stands at an address; null on every other page. */
export function rowLineAt(pathname: string): string | null {
  const row = rowAt(pathname);
  return row && row.isSheet ? taskLine(row.noun, row.id) : null;
}

/** Leads from the sheet of any row to where a member is asked to follow it: a link, which reads nothing. */
export function AssignRow({ org, line }: { org: string; line: string }) {
  const t = useTranslations("shell");
  return (
    <nav className="line pb-6 print:hidden" aria-label={t("assignRow.label")}>
      <div className="note" />
      <div className="body">
        <LinkButton
          tone="bare"
          icon={UserPlus}
          href={navHref(org, `/obligations/assign?line=${encodeURIComponent(line)}`)}
        >
          {t("assignRow.act")}
        </LinkButton>
      </div>
    </nav>
  );
}
