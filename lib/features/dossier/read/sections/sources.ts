import type { SectionSource, TableSection } from "@/lib/features/dossier/read/section";
import { authorisationsSection } from "./authorisations";
import { breachesSection } from "./breaches";
import { chainSection } from "./chain";
import { choicesSection } from "./choices";
import { clausesSection } from "./clauses";
import { consultationsSection } from "./consultations";
import { instructionsSection } from "./instructions";
import { measuresSection } from "./measures";
import { requestsSection } from "./requests";
import { telephoneSection } from "./telephone";
import { trainingsSection } from "./trainings";
import { transfersSection } from "./transfers";

/** Source of each section that a noun declares; one without a source does not compile. */
export const SECTION_SOURCES: Record<TableSection, SectionSource> = {
  clauses: clausesSection,
  measures: measuresSection,
  chain: chainSection,
  authorisations: authorisationsSection,
  transfers: transfersSection,
  instructions: instructionsSection,
  breaches: breachesSection,
  trainings: trainingsSection,
  requests: requestsSection,
  telephone: telephoneSection,
  consultations: consultationsSection,
  choices: choicesSection,
};
