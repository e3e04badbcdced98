import { useTranslations } from "next-intl";
import { Select, TextInput, type Option } from "@/components/ui/text-input";
import {
  LOG_DELIMITERS,
  LOG_ENCODINGS,
  LOG_FIELDS,
  type CallLayout,
  type LogField,
} from "@/lib/domain/call-log/layout";
import { TIME_FORMATS } from "@/lib/domain/call-log/read-instant";
import { COUNTRY_COLUMNS } from "@/lib/domain/choice/country-column";
import { ZONES } from "@/lib/domain/time/zones";

type LayoutFieldsProps = {
  layout: CallLayout;
  rows: readonly (readonly string[])[];
  countries: readonly Option[];
  /** The days may be read day first or month first, and nobody said which. */
  isOrderAsked: boolean;
  /** Hears that a person chose how days are written. */
  onOrder: () => void;
  /** Changes how columns and instants are read. */
  onChange: (layout: CallLayout) => void;
  /** Changes how the file is cut, which is proposed anew. */
  onCut: (cut: Partial<Pick<CallLayout, "delimiter" | "encoding">>) => void;
};

const DELIMITER_NAMES: Record<CallLayout["delimiter"], string> = {
  ";": ";",
  ",": ",",
  "\t": "tab",
  "|": "|",
};

/** Asks the meaning of each column of a log, beside its first cells. */
export function LayoutFields({
  layout,
  rows,
  countries,
  isOrderAsked,
  onOrder,
  onChange,
  onCut,
}: LayoutFieldsProps) {
  const t = useTranslations("call-log");
  const form = useTranslations("form.countryColumn");
  const [first = []] = rows;
  const columns = first.map((cell, index) => ({
    value: String(index),
    label: layout.hasHead && cell.trim() !== "" ? cell.trim() : t("layout.column", { number: index + 1 }),
  }));
  const choose = (field: LogField, value: string) =>
    onChange({ ...layout, columns: { ...layout.columns, [field]: value === "" ? null : Number(value) } });
  const set = (part: Partial<CallLayout>) => onChange({ ...layout, ...part });
  return (
    <>
      <div className="call-fields">
        {LOG_FIELDS.map((field) => (
          <Select
            key={field}
            name={`column-${field}`}
            label={t(`layout.fields.${field}`)}
            blank={t(field === "number" || field === "at" ? "layout.choose" : "layout.none")}
            options={columns}
            value={String(layout.columns[field] ?? "")}
            onChange={({ target }) => choose(field, target.value)}
          />
        ))}
      </div>
      <div className="call-fields">
        <Select
          name="hasHead"
          label={t("layout.hasHead")}
          options={["yes", "no"].map((value) => ({ value, label: t(`layout.heads.${value}`) }))}
          value={layout.hasHead ? "yes" : "no"}
          onChange={({ target }) => set({ hasHead: target.value === "yes" })}
        />
        <Select
          name="timeFormat"
          label={t("layout.timeFormat")}
          blank={isOrderAsked ? t("layout.chooseOrder") : undefined}
          options={TIME_FORMATS.map((value) => ({ value, label: t(`layout.timeFormats.${value}`) }))}
          value={isOrderAsked ? "" : layout.timeFormat}
          onChange={({ target }) => {
            if (target.value === "") return;
            set({ timeFormat: target.value as CallLayout["timeFormat"] });
            onOrder();
          }}
        />
        <Select
          name="zone"
          label={t("layout.zone")}
          options={ZONES.map((value) => ({ value, label: value }))}
          value={layout.zone}
          onChange={({ target }) => set({ zone: target.value as CallLayout["zone"] })}
        />
        <TextInput
          name="dialPrefix"
          label={t("layout.dialPrefix")}
          value={layout.dialPrefix}
          inputMode="numeric"
          pattern="[0-9]*"
          maxLength={6}
          dir="ltr"
          onChange={({ target }) => set({ dialPrefix: target.value.replace(/\D/g, "") })}
        />
        <Select
          name="numberCountry"
          label={t("layout.numberCountry")}
          blank={t("layout.numberCountryBlank")}
          options={countries}
          value={layout.numberCountry ?? ""}
          onChange={({ target }) => set({ numberCountry: target.value || null })}
        />
        {layout.columns.country !== null && (
          <Select
            name="countryColumn"
            label={form("label")}
            blank={form("blank")}
            options={COUNTRY_COLUMNS.map((value) => ({ value, label: form(`options.${value}`) }))}
            value={layout.countryColumn}
            onChange={({ target }) => set({ countryColumn: target.value as CallLayout["countryColumn"] })}
          />
        )}
        {layout.columns.filter !== null && (
          <TextInput
            name="onlyValue"
            label={t("layout.onlyValue")}
            value={layout.onlyValue}
            dir="auto"
            onChange={({ target }) => set({ onlyValue: target.value })}
          />
        )}
        <Select
          name="delimiter"
          label={t("layout.delimiter")}
          options={LOG_DELIMITERS.map((value) => ({
            value,
            label: value === "\t" ? t("layout.tab") : DELIMITER_NAMES[value],
          }))}
          value={layout.delimiter}
          onChange={({ target }) => onCut({ delimiter: target.value as CallLayout["delimiter"] })}
        />
        <Select
          name="encoding"
          label={t("layout.encoding")}
          options={LOG_ENCODINGS.map((value) => ({ value, label: value }))}
          value={layout.encoding}
          onChange={({ target }) => onCut({ encoding: target.value as CallLayout["encoding"] })}
        />
      </div>
      <SampleRows rows={rows} />
    </>
  );
}

function SampleRows({ rows }: Pick<LayoutFieldsProps, "rows">) {
  const t = useTranslations("call-log");
  return (
    <div className="call-sample" tabIndex={0} role="group" aria-label={t("layout.sample")}>
      <table dir="ltr">
        <caption className="sr">{t("layout.sample")}</caption>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              <th scope="row">{index + 1}</th>
              {row.map((cell, column) => (
                <td key={column}>
                  <bdi>{cell}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
