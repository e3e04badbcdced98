import { z } from "zod";
import { coversSchema } from "@/lib/domain/instruction/content";
import { CODE } from "@/lib/domain/instruction/number";
import { canonicalInstruction } from "@/lib/domain/instruction/text";
import { CHANNELS, INSTRUCTION_EVENTS, TRANSFER_EFFECTS } from "@/lib/domain/instruction/types";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import { instantOf } from "@/lib/domain/time/zones";

const version = z.coerce.number().int().positive().max(2_147_483_647);
const line = z.string().trim().max(300, "tooLong").default("");
const words = z.string().trim().max(4000, "tooLong").default("");
const day = z.string().trim().refine(isCalendarDay, "day");
const time = z
  .string()
  .trim()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "instruction.time");

/** One box ticked arrives as a text, none not at all, or as false from a browser with a script. */
const several = (value: unknown) =>
  value === undefined || value === "" || value === false ? [] : Array.isArray(value) ? value : [value];

/** One entry per line; a list stays what it is. */
const perLine = (value: unknown) =>
  typeof value === "string"
    ? value
        .split("\n")
        .map((said) => said.trim())
        .filter(Boolean)
    : value;

const { countries, ...covered } = coversSchema.shape;
const typedCovers = {
  operations: z.preprocess(perLine, covered.operations),
  dataCategories: z.preprocess(perLine, covered.dataCategories),
  personCategories: z.preprocess(perLine, covered.personCategories),
  subProcessors: z.preprocess(perLine, covered.subProcessors),
  retention: z.preprocess(perLine, covered.retention),
  countries: z.preprocess(several, countries),
};

/** What was received, as its form sends it. */
export const instructionFieldsSchema = z.object({
  text: z.string().transform(canonicalInstruction).pipe(z.string().min(1, "required").max(20_000, "tooLong")),
  authorName: z.string().trim().min(1, "required").max(300, "tooLong"),
  authorPower: line,
  channel: z.enum(CHANNELS, "required"),
  receivedOn: day,
  receivedTime: time,
  effectiveOn: day,
  transferEffect: z.enum(TRANSFER_EFFECTS).default("unanswered"),
  transferText: words,
  recordIds: z.preprocess(several, z.array(z.uuid()).max(500, "tooMany")),
  supersedesId: z.union([z.literal("").transform(() => null), z.uuid()]).default(null),
  ...typedCovers,
});

/** The form's fields as the ledger keeps them. */
function asContent(said: z.output<typeof instructionFieldsSchema>) {
  const {
    receivedOn,
    receivedTime,
    operations,
    dataCategories,
    personCategories,
    countries,
    subProcessors,
    retention,
    ...rest
  } = said;
  const [year, month, dayOfMonth] = receivedOn.split("-").map(Number) as [number, number, number];
  const [hour, minute] = receivedTime.split(":").map(Number) as [number, number];
  const at = instantOf("Africa/Casablanca", { year, month, day: dayOfMonth, hour, minute });
  return {
    ...rest,
    receivedAt: new Date(at),
    covers: { operations, dataCategories, personCategories, countries, subProcessors, retention },
  };
}

/** A code is typed once, with the first instruction; later it is known. */
const code = z
  .string()
  .trim()
  .toUpperCase()
  .refine((text) => text === "" || CODE.test(text), "instruction.code")
  .default("");

export const instructionNewSchema = instructionFieldsSchema.extend({
  controllerId: z.uuid("required"),
  code,
});

export const instructionCreateSchema = instructionNewSchema.transform(({ controllerId, code, ...said }) => ({
  controllerId,
  code,
  said: asContent(said),
}));

export const instructionUpdateSchema = instructionFieldsSchema
  .extend({ id: z.uuid(), version })
  .transform(({ id, version, ...said }) => ({ id, version, said: asContent(said) }));

/** What happened to it: which evidence an event needs, its table says. */
export const instructionMoveSchema = z.object({
  id: z.uuid(),
  version,
  event: z.enum(INSTRUCTION_EVENTS),
  on: z.string().trim().max(20).default(""),
  time: z.union([z.literal(""), time]).default(""),
  note: words,
  source: z.string().trim().max(1000, "tooLong").default(""),
  infringes: z.string().trim().max(1000, "tooLong").default(""),
  recipient: z.union([z.literal(""), z.email("email")]).default(""),
  successor: z.union([z.literal(""), z.uuid()]).default(""),
});

export type InstructionCreate = z.output<typeof instructionCreateSchema>;
export type InstructionUpdate = z.output<typeof instructionUpdateSchema>;
export type InstructionMove = z.output<typeof instructionMoveSchema>;
