import { z } from "zod";
import {
  AVAILABILITIES,
  BANDS,
  CONFIDENTIALITIES,
  FACT_KINDS,
  IDENTIFICATIONS,
  INTEGRITIES,
  KINDS_OF_DATA,
  NATURES,
  PROTECTIONS,
  TOLD,
  type FactValue,
} from "@/lib/domain/breach/facts";
import { CIRCUMSTANCES } from "@/lib/domain/breach/precedent-cases";
import type { StatedFact } from "@/lib/domain/breach/issues";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import { instantAt } from "@/lib/domain/time/zones";
import { rowsOf, several, version } from "@/lib/forms/typed-fields";

const words = (max = 4000) => z.string().trim().max(max, "tooLong").default("");
const day = z.union([z.literal(""), z.string().trim().refine(isCalendarDay, "day")]).default("");
const time = z
  .union([
    z.literal(""),
    z
      .string()
      .trim()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "breach.time"),
  ])
  .default("");
const ticked = z.preprocess((value) => value === "on" || value === true, z.boolean());
const optionalId = z.union([z.literal("").transform(() => null), z.uuid()]).default(null);

type Typed = { on: string; time: string };

/** A day and an hour on the clock of Casablanca; a day without an hour is half an instant, and refused beside the hour. */
function instantOf({ on, time }: Typed): number | null {
  return on && time ? instantAt("Africa/Casablanca", on, time) : null;
}

function refuseHalf(
  typed: Record<string, unknown>,
  context: z.RefinementCtx,
  on: string,
  time: string,
): void {
  if (typed[on] && !typed[time]) context.addIssue({ code: "custom", path: [time], message: "required" });
  if (!typed[on] && typed[time]) context.addIssue({ code: "custom", path: [on], message: "required" });
}

export const AWARENESS_ANSWERS = ["aware", "suspected", "unknown"] as const;

/** Hour zero: what happened, since when we know, from whom, what it touches. Left blank is unknown. */
export const breachBeginSchema = z
  .object({
    what: z.string().trim().min(1, "required").max(4000, "tooLong"),
    awareness: z.enum(AWARENESS_ANSWERS, "required"),
    on: day,
    time,
    reporter: words(300),
    touched: words(2000),
    isDrill: ticked,
  })
  .superRefine((typed, context) => {
    if (typed.awareness === "unknown") return;
    refuseHalf(typed, context, "on", "time");
    if (!typed.on && !typed.time) context.addIssue({ code: "custom", path: ["on"], message: "required" });
  })
  .transform(({ on, time, ...stated }) => ({
    ...stated,
    at: stated.awareness === "unknown" ? null : instantOf({ on, time }),
  }));
export type BreachBegin = z.output<typeof breachBeginSchema>;

export const factFormSchema = z
  .object({
    kind: z.enum(FACT_KINDS),
    on: day,
    time,
    untilOn: day,
    until: time,
    text: words(),
    count: z
      .string()
      .trim()
      .transform((typed) => typed.replace(/[\s\u00a0\u202f]/g, ""))
      .refine(
        (typed) => typed === "" || (/^\d{1,10}$/.test(typed) && Number(typed) <= 2_000_000_000),
        "breach.number",
      )
      .default(""),
    isApproximate: ticked,
    isUnknown: ticked,
    natures: z.preprocess(several, z.array(z.enum(NATURES))),
    circumstance: z.union([z.literal(""), z.enum(CIRCUMSTANCES)]).default(""),
    protection: z.union([z.literal(""), z.enum(PROTECTIONS)]).default(""),
    subProcessorId: optionalId,
    told: z.enum(TOLD).default("breach"),
    controllerId: optionalId,
    correctsId: optionalId,
    isWithdrawn: ticked,
    reason: words(2000),
    dataKinds: z.preprocess(several, z.array(z.enum(KINDS_OF_DATA))),
    contextAdjustment: z.coerce.number().int().min(-3).max(3).default(0),
    identification: z.enum(IDENTIFICATIONS).default("limited"),
    confidentiality: z.enum(CONFIDENTIALITIES).default("none"),
    integrity: z.enum(INTEGRITIES).default("none"),
    availability: z.enum(AVAILABILITIES).default("none"),
    isMalicious: ticked,
    band: z.union([z.literal(""), z.enum(BANDS)]).default(""),
    delay: z.union([z.literal(""), z.enum(["prompt", "undue"])]).default(""),
  })
  .superRefine((typed, context) => {
    refuseHalf(typed, context, "on", "time");
    refuseHalf(typed, context, "untilOn", "until");
    const isDecision = typed.kind === "severity-overruled" || typed.kind === "delay-judged";
    if (isDecision && typed.reason === "" && !typed.isWithdrawn)
      context.addIssue({ code: "custom", path: ["reason"], message: "required" });
    if (typed.kind === "severity-overruled" && typed.band === "" && !typed.isWithdrawn)
      context.addIssue({ code: "custom", path: ["band"], message: "required" });
    if (typed.kind === "delay-judged" && typed.delay === "" && !typed.isWithdrawn)
      context.addIssue({ code: "custom", path: ["delay"], message: "required" });
  });
type FactForm = z.output<typeof factFormSchema>;

export const factAddSchema = factFormSchema.and(z.object({ id: z.uuid(), version })).transform((typed) => ({
  id: typed.id,
  version: typed.version,
  stated: statedOf(typed),
}));
export type FactAdd = z.output<typeof factAddSchema>;

function statedOf(typed: FactForm): StatedFact {
  const { kind, controllerId, correctsId, reason } = typed;
  const at = typed.isUnknown ? null : instantOf(typed);
  return { kind, value: valueOf(typed), at, controllerId, correctsId, reason };
}

function valueOf(typed: FactForm): FactValue {
  if (typed.isWithdrawn) return { isWithdrawn: true };
  if (typed.isUnknown) return { isUnknown: true };
  const until = instantOf({ on: typed.untilOn, time: typed.until });
  const text = typed.text ? { text: typed.text } : {};
  switch (typed.kind) {
    case "occurred":
      return { ...text, until };
    case "told-by-sub-processor":
      return { ...text, subProcessorId: typed.subProcessorId, toldAt: until, told: typed.told };
    case "circumstance":
      return { ...text, ...(typed.circumstance && { circumstance: typed.circumstance }) };
    case "nature":
      return { ...text, natures: typed.natures };
    case "protection":
      return { ...text, ...(typed.protection && { protection: typed.protection }) };
    case "persons":
    case "records":
      return {
        ...text,
        count: typed.count === "" ? null : Number(typed.count),
        isApproximate: typed.isApproximate,
      };
    case "severity-input":
      return typed.dataKinds.length > 0 ? { severity: severityOf(typed) } : {};
    case "severity-overruled":
      return typed.band ? { band: typed.band } : {};
    case "delay-judged":
      return typed.delay ? { isUndue: typed.delay === "undue" } : {};
    default:
      return text;
  }
}

function severityOf(typed: FactForm): FactValue["severity"] {
  const {
    dataKinds,
    contextAdjustment,
    identification,
    confidentiality,
    integrity,
    availability,
    isMalicious,
  } = typed;
  return {
    dataKinds,
    contextAdjustment,
    identification,
    confidentiality,
    integrity,
    availability,
    isMalicious,
  };
}

export const controllerPlaceSchema = z
  .object({
    id: z.uuid(),
    version,
    controllerId: z.uuid("required"),
    place: z.enum(["controller-confirmed", "controller-set-aside"]),
    reason: words(2000),
  })
  .superRefine(({ place, reason }, context) => {
    if (place === "controller-set-aside" && reason === "")
      context.addIssue({ code: "custom", path: ["reason"], message: "required" });
  });
export type ControllerPlace = z.output<typeof controllerPlaceSchema>;

/** Proposed controllers that a person confirms together. */
export const controllersConfirmSchema = z.object({
  id: z.uuid(),
  version,
  controllerIds: z.preprocess(several, z.array(z.uuid()).min(1, "required").max(1000, "tooMany")),
});
export type ControllersConfirm = z.output<typeof controllersConfirmSchema>;

export const breachMoveSchema = z
  .object({
    id: z.uuid(),
    version,
    event: z.enum(["contained", "closed", "reopened"]),
    on: day,
    time,
    reason: words(2000),
    /** Controllers that nobody told, each with why it is left so. */
    untold: rowsOf(z.object({ controllerId: z.uuid(), reason: words(2000) }), 1000),
  })
  .superRefine((typed, context) => {
    refuseHalf(typed, context, "on", "time");
    if (typed.event === "reopened" && typed.reason === "")
      context.addIssue({ code: "custom", path: ["reason"], message: "required" });
  })
  .transform(({ on, time, ...stated }) => ({ ...stated, at: instantOf({ on, time }) }));
export type BreachMove = z.output<typeof breachMoveSchema>;
