import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { ItemChanges, Replaced, TextChange } from "@/components/ui/changes";
import { RecordField } from "@/components/ui/record-field";
import { compareItems, compareTexts } from "@/lib/domain/text/alignment";
import {
  isUnchanged,
  type FieldChange,
  type SubProcessorChanges,
} from "@/lib/domain/sub-processor/version-changes";
import type { CountryOption } from "@/lib/i18n/country-options";
import { joinParts } from "@/lib/i18n/format";
import type { LoadedVersion } from "./loaded-sub-processor";
import { useSectionWords } from "./use-sub-processor-words";

type ChangesProps = { loaded: LoadedVersion; countries: readonly CountryOption[] };

export function VersionChanges({ loaded: { changes, subProcessor }, countries }: ChangesProps) {
  const t = useTranslations("sub-processor.version");
  const history = useTranslations("history");
  if (!changes)
    return (
      <Part id="changes" title={t("first")}>
        <p className="muted mt-3">{history("first")}</p>
      </Part>
    );
  return (
    <Part id="changes" title={t("changes", { number: subProcessor.version - 1 })}>
      {isUnchanged(changes) ? (
        <p className="muted mt-3">{history("same")}</p>
      ) : (
        <dl className="changed">
          <StateChange changes={changes} />
          {changes.fields.map((change) => (
            <FieldChanged key={`${change.section}.${change.name}`} change={change} countries={countries} />
          ))}
          <ChainChange changes={changes} countries={countries} />
          <ClauseChanges changes={changes} />
        </dl>
      )}
    </Part>
  );
}

function StateChange({ changes: { state } }: { changes: SubProcessorChanges }) {
  const t = useTranslations("sub-processor");
  if (!state) return null;
  return (
    <RecordField label={t("fields.state")}>
      <Replaced before={t(`states.${state.before}`)} after={t(`states.${state.after}`)} />
    </RecordField>
  );
}

type FieldProps = { change: FieldChange; countries: readonly CountryOption[] };

/** Compares texts by words, lists by items, other values side by side. */
function FieldChanged({ change: { section, name, kind, before, after }, countries }: FieldProps) {
  const { labels, read } = useSectionWords(section, countries);
  const rowsOf = (value: unknown) => [value].flat().map((row) => read(name, [row]));
  const stated = () => {
    switch (kind.kind) {
      case "line":
      case "text":
        return <TextChange pieces={compareTexts(String(before), String(after))} />;
      case "countries":
      case "sites":
      case "certifications":
        return <ItemChanges items={inWords(rowsOf(before), rowsOf(after))} />;
      default:
        return <Replaced before={read(name, before)} after={read(name, after)} />;
    }
  };
  return <RecordField label={labels[name]}>{stated()}</RecordField>;
}

function ChainChange({
  changes: { links },
  countries,
}: { changes: SubProcessorChanges } & Pick<FieldProps, "countries">) {
  const t = useTranslations("sub-processor");
  const locale = useLocale();
  if (!links) return null;
  const translate = (all: typeof links.before) =>
    all.map(({ name, under, service, country, address, contact }) => {
      const above = all.find(({ id }) => id === under)?.name;
      const where = countries.find(({ value }) => value === country)?.label;
      return joinParts(
        [name, service, where, address, contact, above && t("version.under", { name: above })],
        locale,
        " · ",
      );
    });
  return (
    <RecordField label={t("fields.chain.links")}>
      <ItemChanges items={inWords(translate(links.before), translate(links.after))} />
    </RecordField>
  );
}

function ClauseChanges({ changes: { clauses } }: { changes: SubProcessorChanges }) {
  const words = useTranslations("contract-clauses");
  const locale = useLocale();
  const translate = ({ answer, place, note }: (typeof clauses)[number]["before"]) =>
    joinParts([words(`answers.${answer}`), place, note], locale, " · ");
  return clauses.map(({ id, before, after }) => (
    <RecordField key={id} label={words(`clauses.${id}.title`)}>
      <Replaced before={translate(before)} after={translate(after)} />
    </RecordField>
  ));
}

function inWords(before: readonly string[], after: readonly string[]) {
  return compareItems(before, after).map(({ mark, item }) => ({ mark, text: item }));
}
