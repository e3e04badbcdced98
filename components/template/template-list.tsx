import Link from "next/link";
import { useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { TEMPLATE_FAMILIES } from "@/lib/domain/template/types";
import type { loadTemplates } from "@/lib/features/template/loaders";
import { templatesHref } from "./template-address";

type TemplateListProps = {
  org: string;
  controller: string;
  templates: Awaited<ReturnType<typeof loadTemplates>>["templates"];
};

export function TemplateList({ org, controller, templates }: TemplateListProps) {
  const t = useTranslations("template");
  const families = useTranslations("template-library.families");
  return TEMPLATE_FAMILIES.map((family) => (
    <Part key={family} id={`family-${family}`} title={families(family)}>
      <ul>
        {templates
          .filter((template) => template.family === family)
          .map(({ code, title, text, operations, questions }) => (
            <li key={code} className="entry">
              <Link href={templatesHref(org, controller, code)} prefetch={false}>
                <b>{title}</b>
              </Link>
              <small className="hint">
                {text}{" "}
                <span className="faint">
                  <span className="nowrap">{t("counts.operations", { count: operations })}</span> ·{" "}
                  <span className="nowrap">{t("counts.questions", { count: questions })}</span>
                </span>
              </small>
            </li>
          ))}
      </ul>
    </Part>
  ));
}
