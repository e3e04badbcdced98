import { z } from "zod";
import { coversSchema } from "@/lib/domain/instruction/content";
import { STATED_KINDS } from "@/lib/domain/instruction/kind";
import { CODE } from "@/lib/domain/instruction/number";
import { canonicalInstruction } from "@/lib/domain/instruction/text";
import {
  INSTRUCTION_EVENTS,
  STAFF_CHANNELS,
  TRANSFER_EFFECTS,
  WRITTEN_CHANNELS,
  type Medium,
} from "@/lib/domain/instruction/types";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import { instantAt } from "@/lib/domain/time/zones";
import { typedCountries } from "@/lib/forms/typed-countries";
import { line, perLine, several, version } from "@/lib/forms/typed-fields";
import { onClock } from "@/lib/forms/when-read";

const file = z.union([z.literal("").transform(() => null), z.uuid()]).default(null);
const words = z.string().trim().max(4000, "tooLong").default("");
const day = z.string().trim().refine(isCalendarDay, "day");
const time = z
  .string()
  .trim()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "instruction.time");

const { countries, ...covered } = coversSchema.shape;
const typedCovers = {
  operations: z.preprocess(perLine, covered.operations),
  dataCategories: z.preprocess(perLine, covered.dataCategories),
  personCategories: z.preprocess(perLine, covered.personCategories),
  subProcessors: z.preprocess(perLine, covered.subProcessors),
  retention: z.preprocess(perLine, covered.retention),
  countries: typedCountries.pipe(countries.unwrap()),
};

export const instructionFieldsSchema = z.object({
  text: z.string().transform(canonicalInstruction).pipe(z.string().min(1, "required").max(20_000, "tooLong")),
  kind: z.enum(STATED_KINDS, "required"),
  authorName: z.string().trim().min(1, "required").max(300, "tooLong"),
  authorPower: line,
  // The form for correction also carries the portal's own channel.
  channel: z.enum([...STAFF_CHANNELS, "portal"], "required"),
  receivedOn: day,
  receivedTime: time,
  effectiveOn: day,
  transferEffect: z.enum(TRANSFER_EFFECTS).default("unanswered"),
  transferText: words,
  recordIds: z.preprocess(several, z.array(z.uuid()).max(500, "tooMany")),
  supersedesId: z.union([z.literal("").transform(() => null), z.uuid()]).default(null),
  ...typedCovers,
});

function asContent(stated: z.output<typeof instructionFieldsSchema>) {
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
  } = stated;
  return {
    ...rest,
    receivedAt: new Date(instantAt("Africa/Casablanca", receivedOn, receivedTime)),
    covers: { operations, dataCategories, personCategories, countries, subProcessors, retention },
  };
}

const RECEIPT_ON_CLOCK = onClock({ day: "receivedOn", time: "receivedTime" });

/** Code of the numbers, typed with the first instruction. */
const code = z
  .string()
  .trim()
  .toUpperCase()
  .refine((text) => text === "" || CODE.test(text), "instruction.code")
  .default("");

export const instructionNewSchema = instructionFieldsSchema.extend({
  controllerId: z.uuid("required"),
  code,
  channel: z.enum(STAFF_CHANNELS, "required"),
  /** Uploaded e-mail, stored before the form was sent. */
  email: file,
});

export const instructionCreateSchema = instructionNewSchema
  .superRefine(...RECEIPT_ON_CLOCK)
  .transform(({ controllerId, code, email, ...content }) => ({
    controllerId,
    code,
    email,
    content: asContent(content),
  }));

export const instructionUpdateSchema = instructionFieldsSchema
  .extend({ id: z.uuid(), version })
  .superRefine(...RECEIPT_ON_CLOCK)
  .transform(({ id, version, ...content }) => ({ id, version, content: asContent(content) }));

/** States what an instruction is about, whatever its state. */
export const instructionClassifySchema = z.object({
  id: z.uuid(),
  version,
  kind: z.enum(STATED_KINDS, "required"),
});

/** Required evidence depends on the event's table. */
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
  writer: z.string().trim().max(300, "tooLong").default(""),
  medium: z.union([z.literal(""), z.enum(WRITTEN_CHANNELS)]).default(""),
  writing: z.string().max(20_000, "tooLong").transform(canonicalInstruction).default(""),
  /** Uploaded document with the writing, stored before the form was sent. */
  email: file,
});

export type InstructionCreate = z.output<typeof instructionCreateSchema>;
export type InstructionUpdate = z.output<typeof instructionUpdateSchema>;
export type InstructionClassify = z.output<typeof instructionClassifySchema>;
export type InstructionMove = Omit<z.output<typeof instructionMoveSchema>, "medium"> & { medium: Medium };
