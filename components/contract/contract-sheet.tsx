import { Pencil, Plus } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Part } from "@/components/shell/sheet";
import { owedIn } from "@/components/shell/owed-in";
import { OwedMark } from "@/components/shell/sheet-index";
import { LinkButton } from "@/components/ui/button";
import { Day } from "@/components/ui/deadline";
import { RecordField } from "@/components/ui/record-field";
import { Status } from "@/components/ui/status";
import { mayInstructOn } from "@/lib/domain/contract/issues";
import type { ContractState } from "@/lib/domain/contract/types";
import type { CountryOption } from "@/lib/i18n/country-options";
import { formatDay, joinParts } from "@/lib/i18n/format";
import { AppliedTerms } from "./applied-terms";
import { ClauseTable } from "./clause-table";
import { ContractGaps } from "./contract-gaps";
import { ContractStateWord } from "./contract-state-word";
import type { ShownContract } from "./loaded-contract";
import { FIELD_SECTIONS, fieldsOf, type FieldSection } from "@/lib/domain/contract/contract-fields";
import { useSectionWords } from "./use-contract-words";
import { useTermWords } from "./use-term-words";

type SheetProps = {
  /** "" in a portal, which has no links to the console. */
  org: string;
  loaded: ShownContract;
  countries: readonly CountryOption[];
};

export function ContractSheet({ org, loaded, countries }: SheetProps) {
  return (
    <>
      <DatesPart org={org} loaded={loaded} />
      {FIELD_SECTIONS.map((section) => (
        <SectionPart key={section} org={org} loaded={loaded} countries={countries} section={section} />
      ))}
      <ClausesPart org={org} loaded={loaded} />
      <InstructorsPart org={org} loaded={loaded} />
      <AmendmentsPart org={org} loaded={loaded} />
    </>
  );
}

type PartProps = Omit<SheetProps, "countries">;

/** In the console a section that owes nothing is closed; a client reads all of what binds it. */
function foldOf({ org, loaded }: PartProps, section: string) {
  const { owed, isOpen } = owedIn(loaded.gaps, section);
  return org === "" ? {} : { isOpen, count: <OwedMark owed={owed} /> };
}

function DatesPart({ org, loaded }: PartProps) {
  const t = useTranslations("contract");
  const locale = useLocale();
  const translate = useTermWords();
  const { contract, term, state } = loaded;
  const { text, kind } = translate(term);
  const change = loaded.may.move && loaded.asked === null && (
    <EditLink href={`/${org}/contracts/${contract.id}/state`} of={t("parts.dates")} />
  );
  return (
    <Part id="dates" title={t("parts.dates")} article={t("articles.dates")} aside={change}>
      <dl>
        <RecordField label={t("fields.state")}>
          <ContractStateWord state={state} />
        </RecordField>
        {(["signedOn", "effectiveOn", "noticeGivenOn", "endedOn"] as const).map(
          (name) =>
            (contract[name] || name === "signedOn" || name === "effectiveOn") && (
              <RecordField key={name} label={t(`fields.${name}`)}>
                {contract[name] && <Day text={formatDay(contract[name], locale)} />}
              </RecordField>
            ),
        )}
        <RecordField label={t("fields.status")}>
          <Status kind={kind}>
            <Day text={text} />
          </Status>
        </RecordField>
      </dl>
      <ContractGaps loaded={loaded} sections={["dates"]} />
    </Part>
  );
}

function SectionPart({ org, loaded, countries, section }: SheetProps & { section: FieldSection }) {
  const t = useTranslations("contract");
  const { labels, read } = useSectionWords(section, countries);
  const values = loaded.contractTerms[section] as Record<string, unknown>;
  // Legal rule where the contract is silent, such as "without undue delay". Descriptive fields are shown as not filled
  // in instead.
  const silenceOf = (name: string) => {
    if (t.has(`silent.${section}.${name}`)) return t(`silent.${section}.${name}`);
    return section === "terms" ? t("silent.none") : null;
  };
  return (
    <Part
      {...foldOf({ org, loaded }, section)}
      id={section}
      title={t(`parts.${section}`)}
      article={t(`articles.${section}`)}
      aside={<SectionLink org={org} loaded={loaded} section={section} />}
    >
      <dl>
        {fieldsOf(section).map(([name]) => (
          <RecordField key={name} label={labels[name]}>
            {formatText(read(name, values[name]), silenceOf(name))}
          </RecordField>
        ))}
        {section === "terms" && <AppliedTerms of={loaded.subProcessing} />}
      </dl>
      <ContractGaps loaded={loaded} sections={[section]} />
    </Part>
  );
}

/** Null where nothing was filled in, which the field shows by itself. */
function formatText(text: string, silent: string | null): ReactNode {
  if (text !== "") return <bdi className="whitespace-pre-line">{text}</bdi>;
  return silent && <span className="faint">{silent}</span>;
}

function ClausesPart({ org, loaded }: PartProps) {
  const t = useTranslations("contract");
  if (loaded.clausesAsked.length === 0) return null;
  return (
    <>
      <Part
        id="clauses"
        title={t("parts.clauses")}
        article={t("articles.clauses")}
        aside={<SectionLink org={org} loaded={loaded} section="clauses" />}
      >
        <ContractGaps loaded={loaded} sections={["clauses"]} isSummed />
      </Part>
      <ClauseTable loaded={loaded} />
    </>
  );
}

/** No power to instruct outlasts its contract. */
const OVER: readonly ContractState[] = ["expired", "ended"];

function InstructorsPart({ org, loaded }: PartProps) {
  const t = useTranslations("contract");
  const locale = useLocale();
  const { contract, day, may, state } = loaded;
  const at = `/${org}/contracts/${contract.id}/instructors`;
  const add = may.write && (
    <LinkButton tone="bare" icon={Plus} href={`${at}/new`}>
      {t("instructors.open")}
    </LinkButton>
  );
  return (
    <Part
      {...foldOf({ org, loaded }, "instructors")}
      id="instructors"
      title={t("parts.instructors")}
      article={t("articles.instructors")}
      aside={add}
    >
      <dl>
        {contract.instructors.map((one) => (
          <RecordField
            key={one.id}
            label={may.write ? <Link href={`${at}/${one.id}`}>{one.name}</Link> : one.name}
          >
            {joinParts([one.capacity, one.email, one.power], locale)}
            <p className="muted">
              {t(one.until ? "instructors.fromUntil" : "instructors.since", {
                from: formatDay(one.from, locale),
                until: formatDay(one.until ?? one.from, locale),
              })}{" "}
              {(!mayInstructOn(one, day) || OVER.includes(state)) && (
                <Status kind="plain">{t("instructors.noMore")}</Status>
              )}
            </p>
          </RecordField>
        ))}
      </dl>
      <ContractGaps loaded={loaded} sections={["instructors"]} />
    </Part>
  );
}

function AmendmentsPart({ org, loaded }: PartProps) {
  const t = useTranslations("contract");
  const locale = useLocale();
  const { contract, amendments, inForce, may, state } = loaded;
  const at = `/${org}/contracts/${contract.id}/amendments`;
  const add = may.write && (
    <LinkButton tone="bare" icon={Plus} href={`${at}/new`}>
      {t("amendments.open")}
    </LinkButton>
  );
  return (
    <Part id="amendments" title={t("parts.amendments")} article={t("articles.amendments")} aside={add}>
      {amendments.length === 0 && <p className="muted mt-3">{t("amendments.none")}</p>}
      <dl>
        {amendments.map(({ id, title, effect, withdrawn }) => (
          <RecordField key={id} label={org === "" ? title : <Link href={`${at}/${id}`}>{title}</Link>}>
            {withdrawn && <Status kind="plain">{t("amendments.withdrawn")}</Status>}
            {!withdrawn &&
              (effect
                ? t("amendments.from", { day: formatDay(effect, locale) })
                : t("amendments.draft"))}{" "}
            {state === "in-force" && inForce.includes(id) && (
              <Status kind="ok">{t("amendments.inForce")}</Status>
            )}
          </RecordField>
        ))}
      </dl>
    </Part>
  );
}

type SectionLinkProps = PartProps & { section: FieldSection | "clauses" };

/** Corrects the first signed text; later changes need an amendment. */
function SectionLink({ org, loaded: { contract, may, asked }, section }: SectionLinkProps) {
  const t = useTranslations("contract");
  if (!may.write || asked !== null) return null;
  return <EditLink href={`/${org}/contracts/${contract.id}/edit/${section}`} of={t(`parts.${section}`)} />;
}

function EditLink({ href, of }: { href: string; of: string }) {
  const t = useTranslations("contract");
  return (
    <LinkButton tone="bare" icon={Pencil} href={href}>
      {t("edit")} <span className="sr">{of}</span>
    </LinkButton>
  );
}
