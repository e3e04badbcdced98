import type { Act } from "@/lib/domain/nouns/policy";
import type { ObligationNoun } from "@/lib/domain/obligation/rules";
import type { FindObligations } from "./sources/asked";
import { findAuthorisationObligations } from "./sources/authorisations";
import { findBreachObligations } from "./sources/breaches";
import { findContractEndObligations } from "./sources/contract-ends";
import { findContractObligations } from "./sources/contracts";
import { findInstructionObligations } from "./sources/instructions";
import { findContactObligations, findInvitationObligations, findThreadObligations } from "./sources/people";
import {
  findMeasureObligations,
  findOrganisationObligations,
  findRecordObligations,
} from "./sources/reviews";
import { findSubProcessorObligations } from "./sources/sub-processors";
import { findTransferObligations } from "./sources/transfers";

type Source = {
  /** Act of whoever may know of its dates. */
  needs: Act;
  find: FindObligations;
};

/** Source of every noun that declares obligations: one that has none does not compile. */
export const SOURCES: Record<ObligationNoun, Source> = {
  "processing-record": { needs: "record.read", find: findRecordObligations },
  contact: { needs: "contact.read", find: findContactObligations },
  contract: { needs: "contract.read", find: findContractObligations },
  "contract-end": { needs: "contract-end.read", find: findContractEndObligations },
  instruction: { needs: "instruction.read", find: findInstructionObligations },
  "sub-processor": { needs: "sub-processor.read", find: findSubProcessorObligations },
  authorisation: { needs: "authorisation.read", find: findAuthorisationObligations },
  transfer: { needs: "transfer.read", find: findTransferObligations },
  breach: { needs: "breach.read", find: findBreachObligations },
  measure: { needs: "measure.read", find: findMeasureObligations },
  thread: { needs: "thread.read", find: findThreadObligations },
  invitation: { needs: "member.manage", find: findInvitationObligations },
  organisation: { needs: "organisation.read", find: findOrganisationObligations },
};
