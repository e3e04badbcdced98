import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { owedIn } from "@/components/shell/owed-in";
import { Part } from "@/components/shell/sheet";
import { OwedMark } from "@/components/shell/sheet-index";
import { LinkButton } from "@/components/ui/button";
import { RecordField } from "@/components/ui/record-field";
import { fieldsOf, isFieldRelevant, type FieldSection } from "@/lib/domain/sub-processor/fields";
import { sectionOf } from "@/lib/domain/sub-processor/sections";
import type { CountryOption } from "@/lib/i18n/country-options";
import { ChainPart } from "./chain-part";
import { ClausesPart } from "./clauses-part";
import type { ShownSubProcessor } from "./loaded-sub-processor";
import { SubProcessorGaps } from "./sub-processor-gaps";
import { useSectionWords } from "./use-sub-processor-words";

type SheetProps = { org: string; loaded: ShownSubProcessor; countries: readonly CountryOption[] };

/** Sections in the order of a controller's questions. */
export function SubProcessorSheet(props: SheetProps) {
  return (
    <>
      <SectionPart {...props} section="identity" />
      <SectionPart {...props} section="service" />
      <SectionPart {...props} section="places" />
      <ChainPart {...props} />
      <SectionPart {...props} section="guarantees" />
      <SectionPart {...props} section="contract" />
      <SectionPart {...props} section="terms" />
      <ClausesPart org={props.org} loaded={props.loaded} />
    </>
  );
}

function SectionPart({ org, loaded, countries, section }: SheetProps & { section: FieldSection }) {
  const t = useTranslations("sub-processor");
  const { labels, read } = useSectionWords(section, countries);
  const { subProcessor, gaps, may } = loaded;
  const values = sectionOf(subProcessor.content, section) as Record<string, unknown>;
  const noteOf = (name: string) => {
    const found = gaps.filter((gap) => gap.section === section && gap.field === name);
    return found.length > 0 && <SubProcessorGaps gaps={found} />;
  };
  const change = may.write && (
    <LinkButton tone="bare" icon={Pencil} href={`/${org}/sub-processors/${subProcessor.id}/edit/${section}`}>
      {t("edit")} <span className="sr">{t(`parts.${section}`)}</span>
    </LinkButton>
  );
  const { owed, isOpen } = owedIn(gaps, section);
  return (
    <Part
      id={section}
      title={t(`parts.${section}`)}
      article={t(`articles.${section}`)}
      aside={change}
      isOpen={isOpen}
      count={<OwedMark owed={owed} />}
    >
      <dl>
        {fieldsOf(section)
          .filter(([name]) => isFieldRelevant(subProcessor.content, name))
          .map(([name]) => (
            <RecordField key={name} label={labels[name]} gaps={noteOf(name)}>
              {read(name, values[name]) && (
                <bdi className="whitespace-pre-line">{read(name, values[name])}</bdi>
              )}
            </RecordField>
          ))}
      </dl>
    </Part>
  );
}
