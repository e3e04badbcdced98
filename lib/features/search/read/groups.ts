import type { AnyNoun } from "@/lib/domain/nouns/nouns";
import type { Act } from "@/lib/domain/nouns/policy";
import type { FoundGroup } from "@/lib/domain/search/found";

type Unsearched = { none: string };

/** Places each noun in a group, or gives the reason for which it has no name: a new noun does not compile before. */
export const SEARCHED_NOUNS: Record<AnyNoun["id"], FoundGroup | Unsearched> = {
  "processing-record": "records",
  controller: "controllers",
  contact: "contacts",
  contract: "contracts",
  "contract-end": { none: "found by its contract, whose page shows it" },
  instruction: "instructions",
  "sub-processor": "subProcessors",
  authorisation: "authorisations",
  transfer: "transfers",
  measure: "measures",
  breach: "breaches",
  "breach-notice": { none: "found by its breach, whose page shows it" },
  "night-contact": "nightContacts",
  "watch-item": "work",
  "watch-feed": "feeds",
  training: "work",
  "internal-audit": "work",
  assistance: "work",
  "dpo-designation": "work",
  procedure: "work",
  "cndp-filing": "work",
  obligation: { none: "composed of the rows of other nouns" },
  thread: { none: "found by its subject, whose page shows it" },
  attachment: "documents",
  import: "imports",
  export: { none: "an act that leaves no row but its entry of the journal" },
  compliance: "gaps",
  dossier: "dossiers",
  journal: { none: "entries have numbers; the journal has a search of its own" },
  "access-log": { none: "reads of others, listed beside what was read" },
  mail: { none: "letters have no name; the outbox lists them" },
  member: "members",
  invitation: "invitations",
  account: { none: "one's own, a place of the palette" },
  session: { none: "one's own, a place of the palette" },
  organisation: { none: "there is one, a place of the palette" },
  audit: { none: "grants are listed where they are given" },
};

/** Act of whoever may find rows of a group. */
export const GROUP_NEEDS: Record<FoundGroup, Act> = {
  records: "record.read",
  controllers: "controller.read",
  contracts: "contract.read",
  instructions: "instruction.read",
  transfers: "transfer.read",
  subProcessors: "sub-processor.read",
  authorisations: "authorisation.read",
  breaches: "breach.read",
  work: "training.read",
  feeds: "watch-feed.read",
  measures: "measure.read",
  dossiers: "dossier.read",
  contacts: "contact.read",
  nightContacts: "night-contact.read",
  members: "member.read",
  invitations: "member.manage",
  documents: "record.read",
  imports: "import.run",
  gaps: "compliance.read",
};
