import { type AnyNoun, NOUNS } from "@/lib/domain/nouns/nouns";
import type { Act } from "@/lib/domain/nouns/policy";
import type { FoundGroup } from "@/lib/domain/search/found";

/**
 * Group of each noun, or the reason for which it has no name. Cast because `Object.fromEntries` types its names as
 * strings; the whole list is mapped, so none is absent.
 */
export const SEARCHED_NOUNS = Object.fromEntries(NOUNS.map(({ id, found }) => [id, found])) as Record<
  AnyNoun["id"],
  FoundGroup | { none: string }
>;

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
  rightsRequests: "rights-request.read",
  telephone: "campaign.read",
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
  threads: "thread.read",
  letters: "outbox.read",
  gaps: "compliance.read",
};
