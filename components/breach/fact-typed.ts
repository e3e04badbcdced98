import type { Fact } from "@/lib/domain/breach/facts";
import { dayAt } from "@/lib/i18n/format";
import { hourText } from "./instants";

export type TypedFact = Pick<Fact, "value" | "at">;

/** A fact as its form types it. */
export function formOf({ value, at }: TypedFact): Record<string, unknown> {
  const until = value.until ?? value.toldAt ?? null;
  return {
    ...instant("on", "time", at),
    ...instant("untilOn", "until", until),
    text: value.text ?? "",
    count: value.count ?? "",
    isApproximate: value.isApproximate ?? false,
    isUnknown: value.isUnknown ?? false,
    natures: value.natures ?? [],
    protection: value.protection ?? "",
    circumstance: value.circumstance ?? "",
    subProcessorId: value.subProcessorId ?? "",
    told: value.told ?? "",
    band: value.band ?? "",
    delay: value.isUndue === undefined ? "" : value.isUndue ? "undue" : "prompt",
    ...severityTyped(value.severity),
  };
}

function severityTyped(severity: TypedFact["value"]["severity"]): Record<string, unknown> {
  if (!severity) return {};
  const { isMalicious, ...typed } = severity;
  return { ...typed, isMalicious: isMalicious === undefined ? "" : isMalicious ? "yes" : "no" };
}

function instant(day: string, hour: string, at: number | null): Record<string, string> {
  return at === null ? {} : { [day]: dayAt(at, "Africa/Casablanca"), [hour]: hourText(at) };
}
