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
import { refuseSkippedHour } from "@/lib/forms/typed-instant";
import { beside, whenRead } from "@/lib/forms/when-read";

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

function halfRefused<On extends string, Time extends string>(on: On, time: Time) {
  const check = (typed: Record<On | Time, string>, context: z.RefinementCtx) =>
    refuseHalf(typed, context, on, time);
  return [check, whenRead(on, time)] as const;
}

function refuseHalf(
  typed: Record<string, unknown>,
  context: z.RefinementCtx,
  on: string,
  time: string,
): void {
  if (typed[on] && !typed[time]) context.addIssue({ code: "custom", path: [time], message: "required" });
  if (!typed[on] && typed[time]) context.addIssue({ code: "custom", path: [on], message: "required" });
  const [day, hour] = [String(typed[on] ?? ""), String(typed[time] ?? "")];
  refuseSkippedHour(context, { day, time: hour }, { zone: "Africa/Casablanca", path: time });
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
  .superRefine(
    (typed, context) => {
      if (typed.awareness === "unknown") return;
      refuseHalf(typed, context, "on", "time");
      if (!typed.on && !typed.time) context.addIssue({ code: "custom", path: ["on"], message: "required" });
    },
    whenRead("awareness", "on", "time"),
  )
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
    areNamesConfirmed: ticked,
    natures: z.preprocess(several, z.array(z.enum(NATURES))),
    circumstance: z.union([z.literal(""), z.enum(CIRCUMSTANCES)]).default(""),
    protection: z.union([z.literal(""), z.enum(PROTECTIONS)]).default(""),
    subProcessorId: optionalId,
    told: z.union([z.literal(""), z.enum(TOLD)]).default(""),
    controllerId: optionalId,
    correctsId: optionalId,
    isWithdrawn: ticked,
    reason: words(2000),
    dataKinds: z.preprocess(several, z.array(z.enum(KINDS_OF_DATA))),
    contextAdjustment: z.coerce.number().int().min(-3).max(3).default(0),
    identification: z.union([z.literal(""), z.enum(IDENTIFICATIONS)]).default(""),
    confidentiality: z.union([z.literal(""), z.enum(CONFIDENTIALITIES)]).default(""),
    integrity: z.union([z.literal(""), z.enum(INTEGRITIES)]).default(""),
    availability: z.union([z.literal(""), z.enum(AVAILABILITIES)]).default(""),
    isMalicious: z.enum(["", "yes", "no"]).default(""),
    band: z.union([z.literal(""), z.enum(BANDS)]).default(""),
    delay: z.union([z.literal(""), z.enum(["prompt", "undue"])]).default(""),
  })
  .superRefine(...halfRefused("on", "time"))
  .superRefine(...halfRefused("untilOn", "until"))
  // No answer is presumed: a breach that is told starts our time, a suspicion does not.
  .refine(
    ({ kind, isWithdrawn, isUnknown, told }) =>
      kind !== "told-by-sub-processor" || isWithdrawn || isUnknown || told !== "",
    beside("told", ["kind", "isWithdrawn", "isUnknown"]),
  )
  .refine(
    ({ kind, isWithdrawn, reason }) =>
      (kind !== "severity-overruled" && kind !== "delay-judged") || isWithdrawn || reason !== "",
    beside("reason", ["kind", "isWithdrawn"]),
  )
  .refine(
    ({ kind, isWithdrawn, band }) => kind !== "severity-overruled" || isWithdrawn || band !== "",
    beside("band", ["kind", "isWithdrawn"]),
  )
  .refine(
    ({ kind, isWithdrawn, delay }) => kind !== "delay-judged" || isWithdrawn || delay !== "",
    beside("delay", ["kind", "isWithdrawn"]),
  );
type FactForm = z.output<typeof factFormSchema>;

export const factAddSchema = factFormSchema.and(z.object({ id: z.uuid(), version })).transform((typed) => ({
  id: typed.id,
  version: typed.version,
  areNamesConfirmed: typed.areNamesConfirmed,
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
      return {
        ...text,
        subProcessorId: typed.subProcessorId,
        toldAt: until,
        ...(typed.told && { told: typed.told }),
      };
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
    ...(identification && { identification }),
    ...(confidentiality && { confidentiality }),
    ...(integrity && { integrity }),
    ...(availability && { availability }),
    ...(isMalicious && { isMalicious: isMalicious === "yes" }),
  };
}

export const controllerPlaceSchema = z
  .object({
    id: z.uuid(),
    version,
    controllerId: z.uuid("required"),
    place: z.enum(["controller-confirmed", "controller-set-aside"], "required"),
    reason: words(2000),
  })
  .refine(
    ({ place, reason }) => place !== "controller-set-aside" || reason !== "",
    beside("reason", ["place"]),
  );
export type ControllerPlace = z.output<typeof controllerPlaceSchema>;

/** Proposed controllers that a person confirms together. */
export const controllersConfirmSchema = z.object({
  id: z.uuid(),
  version,
  controllerIds: z.preprocess(several, z.array(z.uuid()).min(1, "required").max(1000, "tooMany")),
});
export type ControllersConfirm = z.output<typeof controllersConfirmSchema>;

const leftController = z.object({ controllerId: z.uuid(), reason: words(2000) });

export const breachMoveSchema = z
  .object({
    id: z.uuid(),
    version,
    event: z.enum(["contained", "closed", "reopened"], "required"),
    on: day,
    time,
    reason: words(2000),
    /** Controllers that nobody told, each with why it is left so. */
    untold: rowsOf(leftController, 1000),
    /** Controllers whose wrong notice nobody took back, each with why it is left so. */
    unrectified: rowsOf(leftController, 1000),
  })
  .superRefine(...halfRefused("on", "time"))
  .refine(({ event, reason }) => event !== "reopened" || reason !== "", beside("reason", ["event"]))
  .transform(({ on, time, ...stated }) => ({ ...stated, at: instantOf({ on, time }) }));
export type BreachMove = z.output<typeof breachMoveSchema>;
