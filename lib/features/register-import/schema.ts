import { z } from "zod";
import { PLACE_KINDS } from "@/lib/domain/country/place-kinds";
import { CONTRACT_STATES } from "@/lib/domain/contract/types";
import { GDPR_BINDINGS } from "@/lib/domain/organisation/types";
import { recordContentSchema } from "@/lib/domain/processing-record/content";
import { CAPACITIES, RECORD_STATES } from "@/lib/domain/processing-record/types";
import { ADAPTATIONS, FLOWS, TRANSFER_TOOLS } from "@/lib/domain/transfer/content";
import { TRANSFER_STATES } from "@/lib/domain/transfer/lifecycle";

/** Format of the text attached to a PDF and of the JSON. */
export const REGISTER_FORMAT = "amana-register/1";

/** Bytes: ten thousand entries with a few versions each. */
export const MAX_REGISTER_BYTES = 64 * 1024 * 1024;

/** Public path of the JSON Schema. */
export const SCHEMA_PATH = "/schemas/register-1.json";

const instant = z.iso.datetime().describe("UTC, to the millisecond");
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const state = z.enum(RECORD_STATES);
const day = z.string().nullable().describe("ISO calendar date; null while nobody has said");

const partyFields = {
  legalName: z.string().min(1),
  isPlaceholder: z.boolean().describe("The name stands for nobody yet"),
  country: z.string().nullable().describe("ISO 3166-1 alpha-2"),
  address: z.string(),
  contactName: z.string(),
  contactEmail: z.string(),
  contactPhone: z.string(),
  dpoContact: z.string(),
  hasNoDpo: z.boolean(),
  representative: z.string(),
  establishments: z
    .array(z.string())
    .default([])
    .describe("Countries of establishments beside the seat, 3(1)"),
  targeting: z
    .string()
    .default("")
    .describe("Targets persons abroad, 3(2): yes, no; empty while nobody has said"),
  targetCountries: z.array(z.string()).default([]).describe("Countries of the persons whom it targets"),
};

const organisation = z.object({
  legalName: z.string(),
  ice: z.string(),
  country: z.string(),
  address: z.string(),
  email: z.string(),
  phone: z.string(),
  dpoName: z.string(),
  dpoEmail: z.string(),
  dpoPhone: z.string(),
  hasNoDpo: z.boolean(),
  euRepresentative: z.string(),
  euRepresentativeCountry: z.string(),
  euRepresentativeAbsentReason: z.string(),
  gdprBinding: z.enum(GDPR_BINDINGS),
  siteCountries: z.array(z.string()),
});

const gap = z.object({
  code: z.string(),
  rule: z.string(),
  level: z.enum(["required", "advisable"]),
  field: z.string(),
  article: z.string(),
  basis: z.enum(["statutory", "contractual", "good-practice"]),
  params: z.record(z.string(), z.string()),
});

const linkedContract = z.object({
  id: z.uuid(),
  reference: z.string(),
  title: z.string(),
  state: z.enum(CONTRACT_STATES),
  hasClauses: z.boolean().describe("Module 2 of the clauses of 2021/914 is part of it"),
  clausesSignedOn: day,
});

const linkedTransfer = z.object({
  id: z.uuid(),
  reference: z.string(),
  flow: z.enum(FLOWS),
  isOfSeveral: z.boolean().describe("Onward to a company that works for several controllers"),
  state: z.enum(TRANSFER_STATES),
  importer: z.string(),
  country: z.string().nullable().describe("ISO 3166-1 alpha-2"),
  placeKind: z.enum(PLACE_KINDS).nullable().default(null).describe("What is done with the data there"),
  tool: z.enum(TRANSFER_TOOLS).nullable(),
  module: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).nullable(),
  adaptation: z.enum(ADAPTATIONS).nullable().default(null),
  signedOn: day,
  assessedOn: day,
  standing: z.string(),
});

const record = z.object({
  reference: z.string().min(1).max(100),
  state,
  stateSince: day,
  version: z.number().int().positive(),
  updatedAt: instant.describe("When this version was recorded"),
  controller: z.object({
    ...partyFields,
    registrationNumber: z.string().default(""),
    representativeAbsentReason: z.string(),
    jointControllers: z.array(z.string()).default([]).describe("Named on its sheet as joint, 26(1)"),
  }),
  content: recordContentSchema,
  measures: z.array(
    z.object({ reference: z.string(), title: z.string(), libraryCode: z.string().nullable() }),
  ),
  subProcessors: z
    .array(z.object({ id: z.uuid(), reference: z.string(), name: z.string() }))
    .default([])
    .describe("Of those that the content names, the ones of the organisation's list"),
  contracts: z
    .array(linkedContract)
    .default([])
    .describe("Those of its controller that the content names by their ids"),
  transfers: z
    .array(linkedTransfer)
    .default([])
    .describe("Those that the content names by their ids: what each says of country, tool and days"),
  procedure: z
    .object({ id: z.uuid(), reference: z.string(), title: z.string() })
    .nullable()
    .default(null)
    .describe("The procedure for minors that the content names by its id"),
  gaps: z
    .array(gap)
    .optional()
    .describe("By the law of the day that the register speaks of; left out of a register as kept"),
});

/** `supersededAt` is null for the current version. */
const versionFields = {
  version: z.number().int().positive(),
  recordedAt: instant,
  supersededAt: instant.nullable(),
  author: z.string(),
  change: z.string().max(40),
};

const controllerHistory = z.object({
  id: z.uuid(),
  spellings: z.array(z.string()),
  versions: z
    .array(
      z.object({
        ...versionFields,
        says: z.object({
          ...partyFields,
          registrationNumber: z.string().default(""),
          representativeReason: z.string().default(""),
          language: z.string().default("fr"),
          clientRole: z
            .string()
            .default("")
            .describe("controller, or processor of others; blank while nobody has said"),
          otherControllers: z.string().default(""),
          archivedAt: instant.nullable().default(null),
          archiveReason: z.string().default(""),
        }),
      }),
    )
    .min(1),
});

const measureHistory = z.object({
  id: z.uuid(),
  versions: z
    .array(
      z.object({
        ...versionFields,
        says: z.object({
          reference: z.string().min(1),
          libraryCode: z.string().nullable(),
          title: z.string().describe("Empty while the words of the library stand"),
          description: z.string(),
          family: z.string(),
          articles: z.array(z.string()),
          iso: z.array(z.string()),
          owner: z.string(),
          evidence: z.string(),
          since: z.string().nullable(),
          reviewOn: z.string().nullable(),
          retiredAt: instant.nullable(),
          retireReason: z.string(),
        }),
      }),
    )
    .min(1),
});

const foundGaps = {
  requiredGaps: z.number().int().min(0),
  advisableGaps: z.number().int().min(0),
  gapCodes: z.array(z.string()),
  rulesVersion: z.number().int().min(0),
};

const recordHistory = z.object({
  reference: z.string().describe("That of the entry in `records` at the same place"),
  versions: z
    .array(
      z.object({
        ...versionFields,
        reference: z.string().min(1),
        controllerId: z.uuid().nullable().describe("Of a controller of this history"),
        state,
        stateSince: day,
        ...foundGaps,
        content: recordContentSchema,
      }),
    )
    .min(1),
  states: z.array(
    z.object({
      event: z.string(),
      state,
      since: z.string(),
      reason: z.string(),
      recordedAt: instant,
      author: z.string(),
    }),
  ),
  assessments: z
    .array(z.object({ version: z.number().int().positive(), recordedAt: instant, ...foundGaps }))
    .describe("Gaps found again of a version that nobody changed: the law or a party did"),
});

const thread = z.object({
  reference: z.string().describe("That of an entry in `records`"),
  controller: z.string().describe("With whom: an entry that changed controllers has a thread with each"),
  messages: z
    .array(
      z.object({
        number: z.number().int().positive(),
        side: z.enum(["staff", "contact"]),
        kind: z.enum(["message", "closing"]),
        author: z.string(),
        text: z.string(),
        saidAt: instant,
      }),
    )
    .min(1),
});

const historySchema = z.object({
  controllers: z.array(controllerHistory),
  measures: z.array(measureHistory),
  records: z.array(recordHistory),
});

/**
 * Content as attached to the PDF, with history in an export. `contentHash` is the SHA-256 of the canonical text (RFC
 * 8785) of format, organisation, records, register, scope and volume; `historyHash` that of history, `threadsHash` that
 * of threads.
 */
export const registerFileSchema = z.object({
  $schema: z.string().optional(),
  format: z.literal(REGISTER_FORMAT),
  register: z.enum(CAPACITIES).describe("Article 30(2), or article 30(1)"),
  organisation,
  scope: z.union([
    z.object({ kind: z.literal("whole") }),
    z.object({ kind: z.literal("controller"), name: z.string() }),
  ]),
  volume: z.object({ number: z.number().int().positive(), total: z.number().int().positive() }),
  records: z.array(record),
  taken: z
    .object({
      at: instant,
      by: z.string(),
      asOf: z.iso.date().nullable().describe("The past day at whose end it was read; null as it stood"),
      isExample: z.boolean().describe("Some of it was invented"),
      disputed: z
        .array(z.string())
        .optional()
        .describe("References of entries that do not agree with the journal; left out where all agree"),
    })
    .optional(),
  contentHash: sha256.optional(),
  history: historySchema.optional(),
  historyHash: sha256.optional(),
  threads: z
    .array(thread)
    .optional()
    .describe("What was said about the entries: evidence, which no other Amana takes over as said in it"),
  threadsHash: sha256.optional(),
});

export type RegisterFile = z.output<typeof registerFileSchema>;
export type ControllerHistory = z.output<typeof controllerHistory>;
export type MeasureHistory = z.output<typeof measureHistory>;
export type RecordHistory = z.output<typeof recordHistory>;
