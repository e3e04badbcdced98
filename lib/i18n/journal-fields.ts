import { JOURNAL_FIELDS, type SubjectNoun } from "@/lib/domain/nouns/events";
import { CONSENT_ITEMS } from "@/lib/domain/telephone-prospecting/facts";

/** The clause that a field reads, in a client's contract or in a sub-processor's: "K25", "clauses.K25". */
function clauseOf(name: string): string | undefined {
  return /^(?:clauses\.)?(K\d\d)$/.exec(name)?.[1];
}

/** Sentences that may name a field of an entry about a noun, the nearest first. */
export function fieldWordsOf(noun: SubjectNoun, name: string): string[] {
  const clause = clauseOf(name);
  if (clause) return [`contract-clauses.clauses.${clause}.title`];
  const { words } = JOURNAL_FIELDS[noun];
  return [
    `journal.fieldsOf.${noun}.${name}`,
    ...(words ? [`${words}.${name}`] : []),
    `journal.fields.${name}`,
  ];
}

/** Sentences of the codes that a field holds, of one noun or of all; # stands for the code. */
const CODES: Record<string, string> = {
  "member.role": "member.roles.#.name",
  "invitation.role": "member.roles.#.name",
  "contact.role": "contact.roles.#.name",
  "call-log.failure": "call-log.failures.#",
  "call-log.cause": "call-log.causes.#",
  "call-script.state": "call-script.states.#",
  "call-script.language": "call-script.languages.#",
  "call-script.sector": "telephone.call.options.sector.#",
  "call-script.outcome": "call-script.outcomes.#",
  "call-script.kind": "call-script.kinds.#.done",
  "call-script.means": "call-script.means.#",
  "holiday.feast": "holiday.feasts.#",
  "minor-call.outcome": "minor.outcomes.#",
  "choice.act": "choice.acts.#",
  "choice.numberCountry": "countries.#",
  "choice.countryColumn": "form.countryColumn.options.#",
  "choice.outcome": "choice.outcomes.#",
  "choice.correction": "choice.corrects.#",
  "choice.source": "choice.sources.#",
  "choice.power": "choice.authorisation.powers.#",
  "choice.risk": "minor.person.risks.#",
  "choice.means": "minor.means.#",
  "choice.extent": "choice.consents.extents.#",
  ...Object.fromEntries(CONSENT_ITEMS.map((item) => [`choice.items.${item}`, "choice.consents.answers.#"])),
  "telephone.weekdays.day": "telephone.house.dayNames.#",
  "campaign.state": "campaign.states.#",
  "campaign.sector": "telephone.call.options.sector.#",
  "campaign.audience": "campaign.choices.audience.#",
  "campaign.basis": "campaign.choices.basis.#",
  "campaign.territories": "telephone.territories.#",
  "campaign.countries": "countries.#",
  "campaign.abroad": "record.answers.#",
  "campaign.robot": "record.answers.#",
  "campaign.dialler": "record.answers.#",
  "campaign.numbers.authenticated": "record.answers.#",
  "rights-request.kind": "rights-request.kinds.#.done",
  "rights-request.channel": "rights-request.channels.#",
  "rights-request.rights": "rights-request.rights.#",
  "rights-request.state": "rights-request.states.#",
  "rights-request.value.means": "rights-request.means.#",
  "rights-request.value.decision": "rights-request.decisions.#",
  "rights-request.value.ground": "rights-request.grounds.#",
  "rights-request.value.cause": "rights-request.causes.#",
  "rights-request.value.task.kind": "rights-request.taskKinds.#",
  "rights-request.value.stops": "rights-request.stops.#",
  "rights-request.value.narrowedBy": "rights-request.narrowings.#",
  "rights-request.value.outcome": "rights-request.outcomes.#",
  "rights-request.value.answeredBy": "rights-request.answerers.#",
  "rights-request.value.answerMeans": "rights-request.answerMeans.#",
  "rights-request.value.answer": "rights-request.answers.#",
  "rights-request.value.triedBy": "rights-request.answerers.#",
  "rights-request.value.tried": "rights-request.tries.#",
  "consultation.state": "consultation.states.#",
  "consultation.act": "choice.acts.#",
  "consultation.worth": "consultation.worths.#",
  "processing-record.state": "record.states.#",
  "processing-record.frequency": "record.frequencies.#",
  "sub-processor.state": "sub-processor.states.#",
  "transfer.state": "record.links.transferStates.#",
  "transfer.flow": "transfer.flows.#",
  "transfer.tool.tool": "transfer.choices.tool.#",
  "transfer.importer.placeKind": "transfer.choices.placeKind.#",
  "authorisation.state": "journal.requestStates.#",
  "authorisation.regime": "authorisation.regimes.#",
  "authorisation.channel": "authorisation.channels.#",
  "instruction.kind": "instruction.kinds.#",
  "instruction.state": "instruction.states.#",
  "instruction.channel": "instruction.channels.#",
  "instruction.authority": "instruction.authorities.#",
  "instruction.transferEffect": "instruction.transfers.#",
  "contract.answer": "contract-clauses.answers.#",
  "sub-processor.answer": "contract-clauses.answers.#",
  "contract-end.answer": "contract-end.answers.#.done",
  "contract-end.choice": "contract-end.answers.#.done",
  "contract-end.means": "contract-end.means.#",
  "organisation.gdprBinding": "organisation.bindings.#.label",
  "mail.channel": "outbox.channels.#",
  template: "template-library.entries.#.title",
  subjectNoun: "journal.nouns.#",
  country: "countries.#",
  "identity.country": "countries.#",
  "importer.country": "countries.#",
  language: "journal.languages.#",
  locale: "journal.languages.#",
  specialAnswer: "record.answers.#",
  minorsAnswer: "record.answers.#",
  minorsConsent: "record.minorsConsents.#",
  transferAnswer: "record.answers.#",
  subProcessorsAnswer: "record.answers.#",
  jointAnswer: "record.answers.#",
  targetsUnion: "record.answers.#",
};

/** The sentence of a code, should the field hold one. */
export function codeWordsOf(noun: SubjectNoun, name: string, code: string): string | null {
  const words = CODES[`${noun}.${name}`] ?? CODES[name];
  return words === undefined ? null : words.replace("#", code);
}
