import { Pencil, Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { Cell, DataTable } from "@/components/ui/data-table";
import { RecordField } from "@/components/ui/record-field";
import type { CountryOption } from "@/lib/i18n/country-options";
import { joinParts } from "@/lib/i18n/format";
import type { ShownSubProcessor } from "./loaded-sub-processor";
import { SubProcessorGaps } from "./sub-processor-gaps";

type ChainPartProps = { org: string; loaded: ShownSubProcessor; countries: readonly CountryOption[] };

/** Chain of sub-processors to any depth, EDPB opinion 22/2024. */
export function ChainPart({ org, loaded, countries }: ChainPartProps) {
  const t = useTranslations("sub-processor");
  const { subProcessor, links, gaps, may } = loaded;
  const { identity, chain } = subProcessor.content;
  const at = `/${org}/sub-processors/${subProcessor.id}`;
  const open = gaps.filter(({ section, linkId }) => section === "chain" && !linkId);
  const acts = may.write && (
    <>
      <LinkButton tone="bare" icon={Plus} href={`${at}/chain`}>
        {t("chain.add")}
      </LinkButton>
      <LinkButton tone="bare" icon={Pencil} href={`${at}/edit/chain`}>
        {t("edit")} <span className="sr">{t("parts.chain")}</span>
      </LinkButton>
    </>
  );
  const columns = [
    { key: "number", label: t("chain.number"), folio: true },
    { key: "company", label: t("chain.company") },
    { key: "where", label: t("chain.where"), width: 230 },
    { key: "reach", label: t("chain.reach"), width: 220 },
  ];
  return (
    <>
      <Part id="chain" title={t("parts.chain")} article={t("articles.chain")} aside={acts}>
        <dl>
          <RecordField
            label={t("fields.chain.answer")}
            gaps={open.length > 0 && <SubProcessorGaps gaps={open} />}
          >
            {chain.answer && t(`choices.answer.${chain.answer}`)}
          </RecordField>
        </dl>
      </Part>
      {links.length > 0 && (
        <DataTable caption={t("chain.caption", { name: identity.name })} columns={columns}>
          {links.map((placed) => (
            <LinkRow key={placed.link.id} {...{ at, placed, loaded, countries }} />
          ))}
        </DataTable>
      )}
    </>
  );
}

type LinkRowProps = {
  at: string;
  placed: ShownSubProcessor["links"][number];
  loaded: ShownSubProcessor;
  countries: readonly CountryOption[];
};

/** Classes by depth of a link of the chain: the page admits no style of an element. */
const INDENTS = ["", "ps-5", "ps-10", "ps-16", "ps-20"] as const;

function LinkRow({ at, placed: { link, depth, number }, loaded: { gaps, may }, countries }: LinkRowProps) {
  const t = useTranslations("sub-processor");
  const locale = useLocale();
  const own = gaps.filter(({ linkId }) => linkId === link.id);
  const country = countries.find(({ value }) => value === link.country)?.label ?? "";
  return (
    <tr>
      <Cell place="folio" whole>
        <bdi>{number}</bdi>
      </Cell>
      <Cell place="title" whole>
        <div className={INDENTS[Math.min(depth, INDENTS.length) - 1]}>
          {depth > 1 && <span aria-hidden="true">└ </span>}
          <bdi>{link.name}</bdi>
          {link.service && (
            <span className="block font-normal muted">
              <bdi>{link.service}</bdi>
            </span>
          )}
          {own.length > 0 && (
            <div className="font-normal">
              <SubProcessorGaps gaps={own} />
            </div>
          )}
          {may.write && (
            <div className="flex flex-wrap gap-x-4 font-normal">
              <LinkButton tone="bare" icon={Pencil} href={`${at}/chain?link=${link.id}`}>
                <span aria-hidden="true">{t("edit")}</span>
                <span className="sr">{t("chain.change", { name: link.name })}</span>
              </LinkButton>
              <LinkButton tone="bare" icon={Plus} href={`${at}/chain?under=${link.id}`}>
                <span aria-hidden="true">{t("chain.add")}</span>
                <span className="sr">{t("chain.addBelow", { name: link.name })}</span>
              </LinkButton>
            </div>
          )}
        </div>
      </Cell>
      <Cell place="text" whole>
        {joinParts([country, link.address], locale)}
      </Cell>
      <Cell place="text" whole>
        <bdi>{link.contact}</bdi>
      </Cell>
    </tr>
  );
}
