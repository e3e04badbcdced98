import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { TASK_NOUNS, TASK_ROWS, type TaskNoun, taskLine } from "@/lib/domain/assignment/rows";
import { REGISTER_SEGMENTS } from "@/lib/domain/processing-record/register-segments";
import { navHref } from "./nav-href";

const SEGMENTS = new Map<string, TaskNoun>([
  ...TASK_NOUNS.map((noun) => [TASK_ROWS[noun].segment, noun] as const),
  [REGISTER_SEGMENTS.controller, "processing-record"],
]);

const ROW = /^\/[^/]+\/(.+)\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;

/** Line of the row whose sheet stands at an address; null on every other page. */
export function rowLineAt(pathname: string): string | null {
  const [, segment = "", id = ""] = ROW.exec(pathname) ?? [];
  const noun = SEGMENTS.get(segment);
  return noun ? taskLine(noun, id) : null;
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
