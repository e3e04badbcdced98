import { z } from "zod";
import { beside } from "@/lib/forms/when-read";

const line = (most: number) => z.string().trim().max(most, "tooLong").default("");

const email = z
  .string()
  .trim()
  .max(254, "tooLong")
  .default("")
  .pipe(z.union([z.literal(""), z.email("email")]))
  .transform((address) => address.toLowerCase());

const nightContactFields = z.object({
  /** 1 is reached first; empty: after the others. */
  position: z.coerce.number("position").int("position").min(0).max(99, "position").default(0),
  name: z.string().trim().min(1, "required").max(200, "tooLong"),
  role: line(200),
  phone: line(40),
  email,
  language: z.enum(["fr", "en", "ar"]).default("fr"),
  hours: line(300),
});

type Fields = z.output<typeof nightContactFields>;
const isReachable = ({ phone, email: address }: Pick<Fields, "phone" | "email">) =>
  phone !== "" || address !== "";
const UNREACHABLE = beside("phone", ["email"], "unreachable");

export const nightContactAddSchema = nightContactFields
  .extend({ controllerId: z.uuid() })
  .refine(isReachable, UNREACHABLE);
export type NightContactAdd = z.output<typeof nightContactAddSchema>;

export const nightContactChangeSchema = nightContactFields
  .extend({ id: z.uuid(), version: z.coerce.number().int() })
  .refine(isReachable, UNREACHABLE);
export type NightContactChange = z.output<typeof nightContactChangeSchema>;

/** States what a person types; the ids stand in hidden fields. */
export const nightContactTypedSchema = nightContactFields.refine(isReachable, UNREACHABLE);

export const nightContactEndSchema = z.object({
  id: z.uuid(),
  reason: z.string().trim().min(1, "required").max(1000, "tooLong"),
});
export type NightContactEnd = z.output<typeof nightContactEndSchema>;
