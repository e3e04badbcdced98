import type { AuthorisationEventKind } from "@/lib/domain/authorisation/types";
import type { ExampleClient } from "./controllers";
import type { ExampleSubProcessor } from "./sub-processors";

type TermsAsked = {
  event: AuthorisationEventKind;
  /** Days before the example is filled. */
  ago: number;
  reason?: string;
};

/** Regime and period come from the client's contract in force. */
export type ExampleAuthorisation = {
  client: ExampleClient;
  asked: ExampleSubProcessor;
  /** Days before filling on which it was sent and received; null for a draft. */
  sentAgo: number | null;
  then: readonly TermsAsked[];
  conditions?: readonly string[];
  /** True where it replaces the previous request on one sub-processor. */
  follows?: true;
};

const CRITERIA = "Le comité des risques n’accepte pas ce lieu.";

/** Authorisations on which the clients' entries rely. */
const IN_USE: readonly ExampleAuthorisation[] = [
  requestOf("orvelle", "voice", 400),
  requestOf("orvelle", "crm", 380),
  requestOf("armel", "voice", 420, [{ event: "approve", ago: 411 }]),
  requestOf("armel", "planning", 420, [{ event: "approve", ago: 411 }]),
  requestOf("armel", "crm", 210, [{ event: "approve", ago: 203 }]),
  requestOf("nomade", "voice", 500, [{ event: "approve", ago: 490 }]),
  requestOf("nomade", "crm", 500, [{ event: "approve", ago: 490 }]),
  requestOf("harbour", "voice", 350, [{ event: "approve", ago: 346 }]),
  requestOf("harbour", "planning", 350, [{ event: "approve", ago: 346 }]),
  requestOf("calanques", "voice", 300, [{ event: "approve", ago: 280 }]),
  requestOf("calanques", "crm", 300, [{ event: "approve", ago: 280 }]),
  requestOf("lumen", "voice", 260, [{ event: "approve", ago: 252 }]),
  requestOf("lumen", "crm", 260, [{ event: "approve", ago: 252 }]),
  requestOf("lumen", "planning", 260, [{ event: "approve", ago: 252 }]),
  requestOf("hertzia", "voice", 500, [{ event: "approve", ago: 490 }]),
  requestOf("hertzia", "planning", 500, [{ event: "approve", ago: 490 }]),
  requestOf("hertzia", "crm", 180, [{ event: "approve", ago: 175 }]),
];

/**
 * Covers every state; those that the clock reaches follow from their days. Of the sub-processors in use only the one
 * refused by Orvelle is unauthorised: a finding.
 */
export const EXAMPLE_AUTHORISATIONS: readonly ExampleAuthorisation[] = [
  ...IN_USE,
  requestOf("orvelle", "speech", 50, [{ event: "object", ago: 40, reason: CRITERIA }]),
  requestOf("orvelle", "recordings", 12),
  requestOf("orvelle", "archives", 100, [
    { event: "withdraw", ago: 90, reason: "Les archives restent chez nous." },
  ]),
  requestOf("orvelle", "nights", 300, [
    { event: "end", ago: 50, reason: "Plus d’appels de nuit pour ce client." },
  ]),
  requestOf("rivieres", "voice", 600, [
    { event: "approve", ago: 590 },
    { event: "supersede", ago: 290, reason: "Second site à Lille." },
  ]),
  { ...requestOf("rivieres", "voice", 300, [{ event: "approve", ago: 290 }]), follows: true },
  requestOf("rivieres", "crm", 6),
  requestOf("rivieres", "speech", 40, [{ event: "refuse", ago: 30, reason: CRITERIA }]),
  requestOf("rivieres", "planning", 90, [
    { event: "refuse", ago: 80, reason: CRITERIA },
    { event: "replace", ago: 70, reason: "Un planning tenu en France est proposé." },
  ]),
  {
    ...requestOf("nomade", "speech", 200, [{ event: "approve", ago: 190 }]),
    conditions: ["Les enregistrements restent en France.", "Un audit par an."],
  },
  requestOf("nomade", "planning", 60),
  requestOf("nomade", "archives", null),
  requestOf("calanques", "planning", 20),
  requestOf("calanques", "archives", 200, [
    { event: "approve", ago: 180 },
    { event: "suspend", ago: 10, reason: "Audit en cours chez l’archiveur." },
  ]),
  requestOf("hertzia", "archives", 400, [
    { event: "approve", ago: 390 },
    { event: "revoke", ago: 100, reason: "Changement d’archiveur demandé." },
  ]),
  requestOf("hertzia", "recordings", 200, [
    { event: "refuse", ago: 190, reason: CRITERIA },
    { event: "terminate", ago: 150, reason: "Le lot concerné est résilié." },
  ]),
];

function requestOf(
  client: ExampleClient,
  subProcessor: ExampleSubProcessor,
  sentAgo: number | null,
  then: readonly TermsAsked[] = [],
): ExampleAuthorisation {
  return { client, asked: subProcessor, sentAgo, then };
}
