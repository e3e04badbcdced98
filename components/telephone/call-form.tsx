import { useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Button } from "@/components/ui/button";
import { Select, TextInput, type Option } from "@/components/ui/text-input";
import {
  AGREED_TIMES,
  AUDIENCES,
  CHANNELS,
  CONTRACTS,
  SECTORS,
  SHOWN_NUMBERS,
} from "@/lib/domain/telephone-prospecting/facts";
import { TERRITORIES } from "@/lib/domain/telephone-prospecting/territories";
import type { CallQuery } from "@/lib/features/telephone/schema";

const ANSWERS = ["yes", "no"] as const;
const OPTIONS = {
  audience: AUDIENCES,
  channel: CHANNELS,
  sector: SECTORS,
  contract: CONTRACTS,
  agreedTime: AGREED_TIMES,
  shownNumber: SHOWN_NUMBERS,
  items: ["all", "some"],
} as const;
type Chosen = keyof typeof OPTIONS;

/** Fields in the order in which they are asked. */
const GROUPS = {
  when: ["on", "time", "territory", "client", "channel"],
  person: ["audience", "attempts", "refused", "refusedOn", "objected", "objectedOn"],
  basis: [
    ...["sector", "contract", "agreedTime", "consent", "consentOn", "consentUntil", "items", "proof"],
    ...["withdrawn", "withdrawnOn", "callBack", "callBackOn", "callBackProven", "callBackObject"],
    ...["scrubbed", "scrubbedOn", "listed"],
  ],
  sale: ["saleOwn", "saleSimilar", "saleCollected", "saleRefusalThen", "saleRefusalEach"],
  line: ["shownNumber", "authenticated", "abroad", "robot", "dialler"],
} as const satisfies Record<string, readonly string[]>;
/** Fields of a call to another country, of which its judgement uses each: French rules ask for the others alone. */
const ABROAD = {
  when: ["on", "time", "territory", "client", "channel"],
  person: ["refused", "refusedOn", "objected", "objectedOn"],
  basis: ["consent", "consentOn", "consentUntil", "withdrawn", "withdrawnOn"],
  line: ["robot"],
} as const satisfies Partial<Record<keyof typeof GROUPS, readonly string[]>>;

type CallFormProps = {
  org: string;
  query: CallQuery;
  today: string;
  isAbroad: boolean;
  clients: readonly Option[];
  /** Countries other than the French territories: those that are called most, and all others. */
  usual: readonly Option[];
  others: readonly Option[];
};

/** A GET form: the call stands in the address, and can be sent to somebody. */
export function CallForm({ org, query, isAbroad, ...of }: CallFormProps) {
  const t = useTranslations("telephone.call");
  const groups: [string, readonly string[]][] = Object.entries(isAbroad ? ABROAD : GROUPS);
  const asked = new Set(groups.flatMap(([, names]) => names));
  return (
    <form key={JSON.stringify(query)} action={`/${org}/telephone/call`} className="print:hidden">
      {Object.entries(query).map(
        ([name, value]) =>
          value !== "" && !asked.has(name) && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {groups.map(([group, names]) => (
        <Part key={group} title={t(`groups.${group as keyof typeof GROUPS}`)}>
          <div className="call-fields">
            {names.map((name) => (
              <CallField key={name} name={name as keyof CallQuery} query={query} {...of} />
            ))}
          </div>
          {group === "line" && (
            <div className="form-end">
              <Button type="submit">{t("judge")}</Button>
            </div>
          )}
        </Part>
      ))}
    </form>
  );
}

type FieldProps = { name: keyof CallQuery } & Omit<CallFormProps, "org" | "isAbroad">;

function CallField({ name, query, today, clients, usual, others }: FieldProps) {
  const t = useTranslations("telephone");
  const label = t(`call.labels.${name}`);
  const value = query[name];
  const blank = t("call.unknown");
  if (name === "on")
    return <TextInput {...{ name, label }} type="date" defaultValue={value || today} required />;
  if (name === "time")
    return <TextInput {...{ name, label }} type="time" defaultValue={value || "10:00"} required />;
  if (name === "attempts")
    return <TextInput {...{ name, label }} inputMode="numeric" pattern="\d{1,4}" defaultValue={value} />;
  if (/On$|Until$/.test(name)) return <TextInput {...{ name, label }} type="date" defaultValue={value} />;
  if (name === "territory")
    return (
      <Select
        {...{ name, label, blank }}
        hint={t("call.territoryHint")}
        groups={[
          {
            label: t("call.places.french"),
            options: TERRITORIES.map((code) => ({ value: code, label: t(`territories.${code}`) })),
          },
          { label: t("call.places.usual"), options: usual },
          { label: t("call.places.others"), options: others },
        ]}
        defaultValue={value}
      />
    );
  const options =
    name === "client"
      ? clients
      : name in OPTIONS
        ? OPTIONS[name as Chosen].map((code) => ({
            value: code,
            label: t(`call.options.${name as Chosen}.${code}` as never),
          }))
        : ANSWERS.map((code) => ({ value: code, label: t(`call.options.answer.${code}`) }));
  return <Select {...{ name, label, blank, options }} defaultValue={value} />;
}
