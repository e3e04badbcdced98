import type { AuthorisationEventKind } from "@/lib/domain/authorisation/types";
import type { ExampleClient } from "./controllers";
import type { ExampleSubProcessor } from "./sub-processors";

type Said = {
  event: AuthorisationEventKind;
  /** Days before the day on which the example is filled. */
  ago: number;
  reason?: string;
};

/** Regime and days are those of the client's contract in force. */
export type ExampleAuthorisation = {
  client: ExampleClient;
  asked: ExampleSubProcessor;
  /** Days before, on which it was sent and received; null for a draft. */
  sentAgo: number | null;
  then: readonly Said[];
  conditions?: readonly string[];
  /** The one before it in this list is about the same sub-processor, and gave way to it. */
  follows?: true;
};

const CRITERIA = "Le comité des risques n’accepte pas ce lieu.";

/** What each client's entries rely on, as it was authorised long since. */
const IN_USE: readonly ExampleAuthorisation[] = [
  asked("orvelle", "voice", 400),
  asked("orvelle", "crm", 380),
  asked("armel", "voice", 420, [{ event: "approve", ago: 411 }]),
  asked("armel", "planning", 420, [{ event: "approve", ago: 411 }]),
  asked("armel", "crm", 210, [{ event: "approve", ago: 203 }]),
  asked("nomade", "voice", 500, [{ event: "approve", ago: 490 }]),
  asked("nomade", "crm", 500, [{ event: "approve", ago: 490 }]),
  asked("harbour", "voice", 350, [{ event: "approve", ago: 346 }]),
  asked("harbour", "planning", 350, [{ event: "approve", ago: 346 }]),
  asked("calanques", "voice", 300, [{ event: "approve", ago: 280 }]),
  asked("calanques", "crm", 300, [{ event: "approve", ago: 280 }]),
  asked("lumen", "voice", 260, [{ event: "approve", ago: 252 }]),
  asked("lumen", "crm", 260, [{ event: "approve", ago: 252 }]),
  asked("lumen", "planning", 260, [{ event: "approve", ago: 252 }]),
  asked("hertzia", "voice", 500, [{ event: "approve", ago: 490 }]),
  asked("hertzia", "planning", 500, [{ event: "approve", ago: 490 }]),
  asked("hertzia", "crm", 180, [{ event: "approve", ago: 175 }]),
];

/**
 * With those in use, a request in every state there is: what the clock alone reaches is reached by its days. Of what the
 * entries rely on, only what Orvelle objected to is not authorised: a finding.
 */
export const EXAMPLE_AUTHORISATIONS: readonly ExampleAuthorisation[] = [
  ...IN_USE,
  asked("orvelle", "speech", 50, [{ event: "object", ago: 40, reason: CRITERIA }]),
  asked("orvelle", "recordings", 12),
  asked("orvelle", "archives", 100, [
    { event: "withdraw", ago: 90, reason: "Les archives restent chez nous." },
  ]),
  asked("orvelle", "nights", 300, [
    { event: "end", ago: 50, reason: "Plus d’appels de nuit pour ce client." },
  ]),
  asked("rivieres", "voice", 600, [
    { event: "approve", ago: 590 },
    { event: "supersede", ago: 290, reason: "Second site à Lille." },
  ]),
  { ...asked("rivieres", "voice", 300, [{ event: "approve", ago: 290 }]), follows: true },
  asked("rivieres", "crm", 6),
  asked("rivieres", "speech", 40, [{ event: "refuse", ago: 30, reason: CRITERIA }]),
  asked("rivieres", "planning", 90, [
    { event: "refuse", ago: 80, reason: CRITERIA },
    { event: "replace", ago: 70, reason: "Un planning tenu en France est proposé." },
  ]),
  {
    ...asked("nomade", "speech", 200, [{ event: "approve", ago: 190 }]),
    conditions: ["Les enregistrements restent en France.", "Un audit par an."],
  },
  asked("nomade", "planning", 60),
  asked("nomade", "archives", null),
  asked("calanques", "planning", 20),
  asked("calanques", "archives", 200, [
    { event: "approve", ago: 180 },
    { event: "suspend", ago: 10, reason: "Audit en cours chez l’archiveur." },
  ]),
  asked("hertzia", "archives", 400, [
    { event: "approve", ago: 390 },
    { event: "revoke", ago: 100, reason: "Changement d’archiveur demandé." },
  ]),
  asked("hertzia", "recordings", 200, [
    { event: "refuse", ago: 190, reason: CRITERIA },
    { event: "terminate", ago: 150, reason: "Le lot concerné est résilié." },
  ]),
];

function asked(
  client: ExampleClient,
  subProcessor: ExampleSubProcessor,
  sentAgo: number | null,
  then: readonly Said[] = [],
): ExampleAuthorisation {
  return { client, asked: subProcessor, sentAgo, then };
}
