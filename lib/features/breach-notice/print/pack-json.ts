import { z } from "zod";
import { PACKED_PHASES } from "@/lib/domain/breach/notice";
import { NATURES } from "@/lib/domain/breach/facts";
import { PRECEDENT_FEATURES } from "@/lib/domain/breach/precedent-cases";
import { examplesUnder, PRECEDENT_STANDINGS } from "@/lib/domain/breach/precedents";
import type { FormAnswer } from "@/lib/domain/breach/authority-form";
import { translator } from "@/lib/i18n/translator";
import { packSections, type PrintablePack } from "./print-pack";

/** Address of the published schema, below the root of the site. */
export const PACK_SCHEMA_PATH = "/schemas/breach-pack-1.json";

const instant = z.iso.datetime().describe("UTC, to the millisecond");

const answerSchema = z.discriminatedUnion("status", [
  z.object({
    status: z.literal("answered"),
    value: z.union([z.string(), z.number().int(), z.array(instant), z.array(z.enum(NATURES))]),
  }),
  z.object({ status: z.literal("unknown").describe("The processor does not know it yet") }),
  z.object({ status: z.literal("controller").describe("The controller alone can answer, or decides") }),
  z.object({ status: z.literal("none").describe("There is nothing to state") }),
]);

const exampleSchema = z.object({
  number: z.number().int().min(1).max(18),
  isAuthorityTold: z.boolean(),
  arePersonsTold: z.boolean(),
  differs: z.array(z.enum(PRECEDENT_FEATURES)).describe("What the breach has otherwise"),
  unknown: z.array(z.enum(PRECEDENT_FEATURES)).describe("What nobody has stated of the breach"),
});

/** Facts of one notice in the order of the authority's form, as a program reads them. */
export const packSchema = z.object({
  format: z.literal("amana-breach-pack"),
  version: z.literal(1),
  incident: z.uuid().describe("The incident for this controller alone"),
  notice: z.object({
    number: z.number().int().positive(),
    phase: z.enum(PACKED_PHASES),
    isDrill: z.boolean(),
    issuedAt: instant,
    language: z.string(),
  }),
  isMandated: z
    .boolean()
    .describe("The contract has the processor prepare this notification; the controller decides"),
  examples: z
    .array(exampleSchema)
    .optional()
    .describe(
      "Examples of EDPB guidelines 01/2021: a help for the controller's decision, and never that decision",
    ),
  exampleStandings: z
    .array(z.enum(PRECEDENT_STANDINGS))
    .optional()
    .describe("guidance: GDPR; not-binding: the ICO is not bound; high-risk: the threshold of FADP 24(1)"),
  sections: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      entries: z.array(
        z.object({
          point: z.string().describe("Point of the authority's form"),
          id: z.string(),
          label: z.string(),
          answer: answerSchema,
        }),
      ),
    }),
  ),
});
type PackFile = z.infer<typeof packSchema>;

export function packJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(packSchema, { target: "draft-2020-12", io: "input" });
  return { ...schema, $id: "urn:amana:breach-pack:1", title: "Amana breach pack, version 1" };
}

export async function packJson(pack: PrintablePack): Promise<PackFile> {
  const { notice, isMandated } = pack;
  const { incident, number, phase, isDrill, at, locale } = notice;
  const t = await translator(locale, "breach-notice-letter");
  const sections = packSections(pack, t).map(({ id, entries }) => ({
    id,
    title: t(`pack.sections.${id}`),
    entries: entries.map(({ point, id: entry, answer }) => ({
      point,
      id: entry,
      label: t(`pack.entries.${entry}`),
      answer: answerOf(answer),
    })),
  }));
  return packSchema.parse({
    format: "amana-breach-pack",
    version: 1,
    incident,
    notice: { number, phase, isDrill, issuedAt: new Date(at).toISOString(), language: locale },
    isMandated,
    ...examplesOf(notice),
    sections,
  });
}

function examplesOf({ content, duties }: PrintablePack["notice"]) {
  const { compared, standings } = examplesUnder(duties, content.examples);
  if (compared.length === 0) return {};
  const examples = compared.map(({ id: number, ...told }) => ({ number, ...told }));
  return { examples, exampleStandings: standings };
}

function answerOf(answer: FormAnswer) {
  if (answer.kind === "instants")
    return { status: "answered", value: answer.values.map((at) => new Date(at).toISOString()) };
  if (answer.kind === "natures") return { status: "answered", value: answer.values };
  return "value" in answer ? { status: "answered", value: answer.value } : { status: answer.kind };
}
