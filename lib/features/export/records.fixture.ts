import fc from "fast-check";
import { PLACE_KINDS } from "@/lib/domain/country/place-kinds";
import {
  ANSWERS,
  FREQUENCIES,
  INSTRUMENTS,
  LEGAL_BASES,
  MINORS_CONSENTS,
  recordContentSchema,
  SPECIAL_CATEGORIES,
  type RecordContent,
} from "@/lib/domain/processing-record/content";

/** Includes characters special to spreadsheets, lists and JSON. */
const line = (max: number) =>
  fc
    .oneof(
      fc.string({ maxLength: 12, unit: "grapheme" }),
      fc.constantFrom(
        "=1+1",
        "-appels",
        "'=x",
        "+33 3 20 00 00 01",
        "a ; b",
        'dit "oui"',
        "N",
        "néant",
        "لا",
      ),
      fc.constantFrom("Réception d’appels", "المغرب", "12/03/2026", "O : RIB", "mars 2024", "@SUM(A1)"),
    )
    .map((text) =>
      text
        .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "")
        .trim()
        .slice(0, max),
    );
const textOf = (max: number) => line(max).map((text) => text || "Saisie");
const list = fc.array(textOf(300), { maxLength: 3 });
const dateOf = (...values: string[]) =>
  fc.option(
    fc.record({
      value: fc.constantFrom(...values),
      text: fc.constantFrom("", "mars 2024", "10/01/2026"),
    }),
  );
const PAST = ["2023", "2024-03", "2026-01-10"];
const date = dateOf(...PAST, "2031-12-31");
/** Date of a past act. */
const pastDate = dateOf(...PAST);
const country = fc.option(fc.constantFrom("MA", "SN", "FR", "TN", "US"));
const answer = fc.constantFrom(...ANSWERS);

const destination = fc.record({
  country,
  internationalOrganisation: line(300),
  place: line(300),
  placeKind: fc.constantFrom(null, ...PLACE_KINDS),
  instrument: fc.option(fc.constantFrom(...INSTRUMENTS)),
  sccModule: fc.option(fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const)),
  instrumentText: line(300),
  signedOn: pastDate,
  assessedOn: pastDate,
  assessmentText: line(300),
  derogationDocuments: line(300),
});

/** Sub-processor of the organisation's list. */
export const LISTED = {
  id: "0191b2a4-0000-7000-8000-0000000000a1",
  reference: "SP-001",
  name: "Numéria Voix SAS",
};

/** Arbitrary valid content with measures among `measureIds`. */
export function arbitraryContent(
  measureIds: readonly string[] = [],
  listedId: string | null = null,
  procedureId: string | null = null,
): fc.Arbitrary<RecordContent> {
  return fc
    .record({
      activity: textOf(300),
      operations: list,
      transferAnswer: answer,
      transferReason: line(300),
      destinations: fc.array(destination, { maxLength: 3 }),
      transferText: line(300),
      measures: list,
      measureIds: fc.subarray([...measureIds]),
      measuresAbsentReason: line(300),
      purposes: list,
      jointAnswer: answer,
      jointControllers: list,
      retention: line(300),
      retentionAbsentReason: line(300),
      targetsUnion: answer,
      legalBases: fc.subarray([...LEGAL_BASES]),
      specialCondition: line(300),
      informationNotice: line(300),
      cndpNumbers: list,
      frequency: fc.constantFrom(...FREQUENCIES),
      exemptionClaimed: fc.boolean(),
      persons: list,
      dataCategories: list,
      specialAnswer: answer,
      specialCategories: fc.subarray([...SPECIAL_CATEGORIES]),
      specialText: line(300),
      minorsAnswer: answer,
      minorsText: line(300),
      minorsConsent: fc.constantFrom(...MINORS_CONSENTS),
      minorsProcedureId: fc.constantFrom(null, procedureId),
      volumes: line(300),
      tools: list,
      sites: list,
      recipients: list,
      subProcessorsAnswer: answer,
      subProcessors: fc.array(
        fc.record({
          name: textOf(300),
          country,
          service: line(300),
          subProcessorId: fc.constantFrom(null, listedId),
        }),
        { maxLength: 2 },
      ),
      contractReference: line(300),
      startsOn: date,
      endsOn: date,
      reviewedOn: pastDate,
      reviewDueOn: date,
      notes: line(300),
    })
    .map((content) => recordContentSchema.parse(content));
}
