import { z } from "zod";
import { readOwnedDomains } from "@/lib/domain/access/owned-domains";
import { MOST_ROWS, MOST_SITES, siteSchema, toolSchema } from "@/lib/domain/organisation/profile";
import { EXEMPTIONS } from "@/lib/domain/organisation/representative";
import { ORGANISATION_SECTIONS } from "@/lib/domain/organisation/sections";
import { CURRENCIES, type Currency, readAmount, readRate } from "@/lib/domain/organisation/turnover";
import { GDPR_BINDINGS } from "@/lib/domain/organisation/types";
import { readPartialDate } from "@/lib/domain/time/read-partial-date";
import { count, line, rowsOf, ticked, version } from "@/lib/forms/typed-fields";
import { beside } from "@/lib/forms/when-read";

// Converts form texts to the profile's types, whose schema validates the rest.

const words = z.string().trim().max(2000, "tooLong").default("");
const optionalEmail = z.union([z.literal(""), z.email("email")]).default("");

export const countrySchema = z.string().regex(/^[A-Z]{2}$/, "country");
const optionalCountry = z.union([z.literal(""), countrySchema]).default("");

/** Parses a text or refuses it under a key; blank remains blank. */
function read(reader: (text: string) => string | null, key: string) {
  return z
    .string()
    .trim()
    .max(100, "tooLong")
    .default("")
    .transform((text, ctx) => {
      const value = text === "" ? "" : reader(text);
      if (value === null) ctx.addIssue({ code: "custom", message: key });
      return value ?? "";
    });
}

/** Example: "mars 2024" → "2024-03". */
const knownDate = read((text) => readPartialDate(text)?.value ?? null, "date");
/** Example: "31/12/2025" → "2025-12-31"; refuses a month or year alone. */
const wholeDay = read((text) => {
  const value = readPartialDate(text)?.value ?? "";
  return value.length === 10 ? value : null;
}, "day");

/** Fields shared by set-up and two sections of the sheet. */
export const organisationFields = z.object({
  legalName: z.string().trim().min(1, "required").max(300, "tooLong"),
  /** Identifiant commun de l'entreprise: 15 digits for a Moroccan establishment. */
  ice: z
    .string()
    .transform((text) => text.replace(/\s/g, ""))
    .pipe(z.string().regex(/^(\d{15})?$/, "ice"))
    .default(""),
  address: line,
  city: line,
  country: countrySchema,
  email: optionalEmail,
  phone: line,
  dpoName: line,
  dpoEmail: optionalEmail,
  dpoPhone: line,
  hasNoDpo: ticked,
});

const DPO = { dpoName: true, dpoEmail: true, dpoPhone: true, hasNoDpo: true } as const;

/** Takes one domain on each line, as its people write it: "https://www.centre.ma/" and "@centre.ma" name centre.ma. */
const ownedDomains = z
  .string()
  .max(4000, "tooLong")
  .default("")
  .transform((text, ctx) => {
    const { domains, refused } = readOwnedDomains(text);
    for (const key of refused) ctx.addIssue({ code: "custom", message: key });
    return domains.join("\n");
  });

const people = count(siteSchema.shape.people);

export const sectionSchemas = {
  identity: organisationFields.omit(DPO),
  dpo: organisationFields.pick(DPO),
  reach: z.object({ gdprBinding: z.enum(GDPR_BINDINGS, "required") }),
  representative: z
    .object({
      euRepresentative: line,
      euRepresentativeContact: line,
      euRepresentativeCountry: optionalCountry,
      euRepresentativeMandateOn: knownDate,
      euRepresentativeExemption: z.enum(["", ...EXEMPTIONS]).default(""),
      euRepresentativeReason: words,
    })
    // A State and contact details, articles 27(1), 27(3) and 30(2)(a), or a reason with its words.
    .refine(
      (stated) => stated.euRepresentative === "" || stated.euRepresentativeContact !== "",
      beside("euRepresentativeContact", ["euRepresentative"]),
    )
    .refine(
      (stated) => stated.euRepresentative === "" || stated.euRepresentativeCountry !== "",
      beside("euRepresentativeCountry", ["euRepresentative"]),
    )
    .refine(
      (stated) => stated.euRepresentative === "" || stated.euRepresentativeExemption === "",
      beside("euRepresentativeExemption", ["euRepresentative"], "representativeOrReason"),
    )
    .refine(
      (stated) =>
        stated.euRepresentative !== "" ||
        (stated.euRepresentativeContact === "" && stated.euRepresentativeCountry === ""),
      beside("euRepresentative", ["euRepresentativeContact", "euRepresentativeCountry"]),
    )
    .refine(
      (stated) =>
        stated.euRepresentative !== "" ||
        stated.euRepresentativeExemption === "" ||
        stated.euRepresentativeReason !== "",
      beside("euRepresentativeReason", ["euRepresentative", "euRepresentativeExemption"]),
    )
    .refine(
      (stated) =>
        stated.euRepresentative !== "" ||
        stated.euRepresentativeExemption !== "" ||
        stated.euRepresentativeReason === "",
      beside("euRepresentativeExemption", ["euRepresentative", "euRepresentativeReason"]),
    ),
  sites: z.object({ sites: rowsOf(siteSchema.extend({ people }), MOST_SITES) }),
  tools: z.object({
    tools: rowsOf(toolSchema.extend({ hostedIn: optionalCountry, isOutside: ticked }), MOST_ROWS),
  }),
  breaches: z.object({
    breachNoticeHours: z.coerce.number("hours").int("hours").min(1, "hours").max(72, "hours"),
  }),
  domains: z.object({ ownDomains: ownedDomains }),
  turnover: z
    .object({
      turnoverAmount: read(readAmount, "amount"),
      turnoverCurrency: z.enum(CURRENCIES).optional(),
      turnoverRate: read(readRate, "rate"),
      turnoverRateOn: wholeDay,
      turnoverYearEnd: wholeDay,
    })
    // The currency and the year of an amount, the rate of dirhams and the rate's date.
    .refine(
      (stated) => stated.turnoverAmount !== "" || stated.turnoverYearEnd === "",
      beside("turnoverAmount", ["turnoverYearEnd"]),
    )
    .refine(
      (stated) => stated.turnoverAmount === "" || stated.turnoverCurrency !== undefined,
      beside("turnoverCurrency", ["turnoverAmount"]),
    )
    .refine(
      (stated) => stated.turnoverAmount === "" || stated.turnoverYearEnd !== "",
      beside("turnoverYearEnd", ["turnoverAmount"]),
    )
    .refine(
      (stated) => !isInDirhams(stated) || stated.turnoverRate !== "",
      beside("turnoverRate", ["turnoverAmount", "turnoverCurrency"]),
    )
    .refine(
      (stated) => !isInDirhams(stated) || stated.turnoverRateOn !== "",
      beside("turnoverRateOn", ["turnoverAmount", "turnoverCurrency"]),
    )
    .transform(clearEuroRate),
} satisfies Record<(typeof ORGANISATION_SECTIONS)[number], z.ZodType>;

const sectionHead = z.discriminatedUnion(
  "section",
  ORGANISATION_SECTIONS.map((section) => z.object({ section: z.literal(section), version })) as [
    z.ZodObject<{ section: z.ZodLiteral<(typeof ORGANISATION_SECTIONS)[number]>; version: typeof version }>,
  ],
);

type TurnoverAnswer = {
  [S in keyof typeof sectionSchemas]: {
    section: S;
    version: number;
    values: z.output<(typeof sectionSchemas)[S]>;
  };
}[keyof typeof sectionSchemas];

/** Section with its version and values: { section, version, said }. */
export const sectionSaveSchema = z.looseObject({}).transform((form, ctx): TurnoverAnswer => {
  const head = sectionHead.safeParse(form);
  const stated = head.success ? sectionSchemas[head.data.section].safeParse(form) : null;
  for (const issue of [...(head.error?.issues ?? []), ...(stated?.error?.issues ?? [])])
    ctx.addIssue({ code: "custom", path: issue.path, message: issue.message });
  return { section: head.data?.section, version: head.data?.version, values: stated?.data } as TurnoverAnswer;
});

export type SectionSave = z.output<typeof sectionSaveSchema>;

export const MAX_LOGO_BYTES = 1024 * 1024;
export const MAX_LOGO_PIXELS = 2000;

/** Logo shown, or none, to detect a concurrent change. */
export const logoSchema = z.object({ seen: z.union([z.literal(""), z.uuid()]).default("") });

type TurnoverInput = Record<
  "turnoverAmount" | "turnoverRate" | "turnoverRateOn" | "turnoverYearEnd",
  string
> & { turnoverCurrency?: Currency };

function isInDirhams({
  turnoverAmount,
  turnoverCurrency,
}: Pick<TurnoverInput, "turnoverAmount" | "turnoverCurrency">) {
  return turnoverAmount !== "" && turnoverCurrency === "MAD";
}

/** Clears the rate of an amount in euros; no amount has the currency of a row without one. */
function clearEuroRate<T extends TurnoverInput>(stated: T) {
  const turnoverCurrency = stated.turnoverCurrency ?? "EUR";
  return turnoverCurrency === "MAD"
    ? { ...stated, turnoverCurrency }
    : { ...stated, turnoverCurrency, turnoverRate: "", turnoverRateOn: "" };
}
