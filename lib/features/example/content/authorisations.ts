import type { AuthorisationEventKind, Regime } from "@/lib/domain/authorisation/types";
import type { ExampleClient } from "./controllers";
import type { ExampleSubProcessor } from "./sub-processors";

type Said = {
  event: AuthorisationEventKind;
  /** Days before the day on which the example is filled. */
  ago: number;
  reason?: string;
};

export type ExampleAuthorisation = {
  client: ExampleClient;
  asked: ExampleSubProcessor;
  regime: Regime;
  days: number | null;
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
  asked("orvelle", "voice", "general", 30, 400),
  asked("orvelle", "crm", "general", 30, 380),
  asked("armel", "voice", "specific", 15, 420, [{ event: "approve", ago: 411 }]),
  asked("armel", "planning", "specific", 15, 420, [{ event: "approve", ago: 411 }]),
  asked("armel", "crm", "specific", 15, 210, [{ event: "approve", ago: 203 }]),
  asked("nomade", "voice", "specific", 15, 500, [{ event: "approve", ago: 490 }]),
  asked("nomade", "crm", "specific", 15, 500, [{ event: "approve", ago: 490 }]),
  asked("harbour", "voice", "specific", 15, 350, [{ event: "approve", ago: 346 }]),
  asked("harbour", "planning", "specific", 15, 350, [{ event: "approve", ago: 346 }]),
  asked("calanques", "voice", "general", null, 300, [{ event: "approve", ago: 280 }]),
  asked("calanques", "crm", "general", null, 300, [{ event: "approve", ago: 280 }]),
  asked("lumen", "voice", "specific", 15, 260, [{ event: "approve", ago: 252 }]),
  asked("lumen", "crm", "specific", 15, 260, [{ event: "approve", ago: 252 }]),
  asked("lumen", "planning", "specific", 15, 260, [{ event: "approve", ago: 252 }]),
  asked("hertzia", "voice", "specific", 15, 500, [{ event: "approve", ago: 490 }]),
  asked("hertzia", "planning", "specific", 15, 500, [{ event: "approve", ago: 490 }]),
  asked("hertzia", "crm", "specific", 15, 180, [{ event: "approve", ago: 175 }]),
];

/**
 * With those in use, a request in every state there is: what the clock alone reaches is reached by its days. Of what the
 * entries rely on, only what Orvelle objected to is not authorised: a finding.
 */
export const EXAMPLE_AUTHORISATIONS: readonly ExampleAuthorisation[] = [
  ...IN_USE,
  asked("orvelle", "speech", "general", 30, 50, [{ event: "object", ago: 40, reason: CRITERIA }]),
  asked("orvelle", "recordings", "general", 30, 12),
  asked("orvelle", "archives", "general", 30, 100, [
    { event: "withdraw", ago: 90, reason: "Les archives restent chez nous." },
  ]),
  asked("orvelle", "nights", "general", 30, 300, [
    { event: "end", ago: 50, reason: "Plus d’appels de nuit pour ce client." },
  ]),
  asked("rivieres", "voice", "specific", 15, 600, [
    { event: "approve", ago: 590 },
    { event: "supersede", ago: 290, reason: "Second site à Lille." },
  ]),
  { ...asked("rivieres", "voice", "specific", 15, 300, [{ event: "approve", ago: 290 }]), follows: true },
  asked("rivieres", "crm", "specific", 15, 6),
  asked("rivieres", "speech", "specific", 15, 40, [{ event: "refuse", ago: 30, reason: CRITERIA }]),
  asked("rivieres", "planning", "specific", 15, 90, [
    { event: "refuse", ago: 80, reason: CRITERIA },
    { event: "replace", ago: 70, reason: "Un planning tenu en France est proposé." },
  ]),
  {
    ...asked("nomade", "speech", "specific", 15, 200, [{ event: "approve", ago: 190 }]),
    conditions: ["Les enregistrements restent en France.", "Un audit par an."],
  },
  asked("nomade", "planning", "specific", 10, 60),
  asked("nomade", "archives", "specific", 10, null),
  asked("calanques", "planning", "general", null, 20),
  asked("calanques", "archives", "general", null, 200, [
    { event: "approve", ago: 180 },
    { event: "suspend", ago: 10, reason: "Audit en cours chez l’archiveur." },
  ]),
  asked("hertzia", "archives", "specific", 15, 400, [
    { event: "approve", ago: 390 },
    { event: "revoke", ago: 100, reason: "Changement d’archiveur demandé." },
  ]),
  asked("hertzia", "recordings", "specific", 15, 200, [
    { event: "refuse", ago: 190, reason: CRITERIA },
    { event: "terminate", ago: 150, reason: "Le lot concerné est résilié." },
  ]),
];

function asked(
  client: ExampleClient,
  subProcessor: ExampleSubProcessor,
  regime: Regime,
  days: number | null,
  sentAgo: number | null,
  then: readonly Said[] = [],
): ExampleAuthorisation {
  return { client, asked: subProcessor, regime, days, sentAgo, then };
}
