import { useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Button } from "@/components/ui/button";
import { Select, TextInput } from "@/components/ui/text-input";
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
  when: ["on", "time", "territory", "channel"],
  person: ["audience", "attempts", "refused", "refusedOn", "objected", "objectedOn"],
  basis: [
    ...["sector", "contract", "agreedTime", "consent", "consentOn", "consentUntil", "items", "proof"],
    ...["withdrawn", "withdrawnOn", "callBack", "callBackOn", "callBackProven", "callBackObject"],
    ...["scrubbed", "scrubbedOn", "listed"],
  ],
  line: ["shownNumber", "authenticated", "abroad", "robot", "dialler"],
} as const satisfies Record<string, readonly string[]>;
const NAMES = Object.keys(GROUPS) as (keyof typeof GROUPS)[];

/** A GET form: the call stands in the address, and can be sent to somebody. */
export function CallForm({ org, query, today }: { org: string; query: CallQuery; today: string }) {
  const t = useTranslations("telephone.call");
  return (
    <form key={JSON.stringify(query)} action={`/${org}/telephone/call`} className="print:hidden">
      {NAMES.map((group) => (
        <Part key={group} title={t(`groups.${group}`)}>
          <div className="call-fields">
            {GROUPS[group].map((name) => (
              <CallField key={name} name={name as keyof CallQuery} query={query} today={today} />
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

type FieldProps = { name: keyof CallQuery; query: CallQuery; today: string };

function CallField({ name, query, today }: FieldProps) {
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
  const options =
    name === "territory"
      ? TERRITORIES.map((code) => ({ value: code, label: t(`territories.${code}`) }))
      : name in OPTIONS
        ? OPTIONS[name as Chosen].map((code) => ({
            value: code,
            label: t(`call.options.${name as Chosen}.${code}` as never),
          }))
        : ANSWERS.map((code) => ({ value: code, label: t(`call.options.answer.${code}`) }));
  return <Select {...{ name, label, blank, options }} defaultValue={value} />;
}
