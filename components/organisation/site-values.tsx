import { useTranslations } from "next-intl";
import { RecordField } from "@/components/ui/record-field";
import { Status } from "@/components/ui/status";
import type { Site, Tool } from "@/lib/domain/organisation/profile";
import { Joined } from "./joined";

type NameOf = { nameOf: (code: string) => string };

/** Names a site by its name, else its city, else its country. */
export function SiteValues({ sites, nameOf }: NameOf & { sites: readonly Site[] }) {
  const t = useTranslations("organisation");
  if (sites.length === 0) return <p className="muted py-2">{t("empty.sites")}</p>;
  return (
    <dl>
      {sites.map((site, index) => (
        <RecordField key={index} label={<bdi>{site.name || site.city || nameOf(site.country)}</bdi>}>
          <Joined of={[site.address, site.city, nameOf(site.country)]} />
          <MutedText parts={[site.activity, site.people !== null && t("people", { count: site.people })]} />
        </RecordField>
      ))}
    </dl>
  );
}

/** An external operator may make its supplier a sub-processor, article 28(2). */
export function ToolValues({ tools, nameOf }: NameOf & { tools: readonly Tool[] }) {
  const t = useTranslations("organisation");
  if (tools.length === 0) return <p className="muted py-2">{t("empty.tools")}</p>;
  return (
    <dl>
      {tools.map((tool, index) => (
        <RecordField key={index} label={<bdi>{tool.name}</bdi>}>
          <Joined of={[tool.supplier, tool.purpose]} />
          <MutedText parts={[tool.hostedIn && t("hostedIn", { country: nameOf(tool.hostedIn) })]} />
          {tool.isOutside && (
            <p className="mt-1">
              <Status kind="warn">{t("outsideCompany")}</Status>{" "}
              <span className="muted">{t("outsideCompanyText")}</span>
            </p>
          )}
        </RecordField>
      ))}
    </dl>
  );
}

function MutedText({ parts }: { parts: readonly (string | false)[] }) {
  if (!parts.some(Boolean)) return null;
  return (
    <p className="muted">
      <Joined of={parts} />
    </p>
  );
}
