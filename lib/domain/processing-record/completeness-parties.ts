import { companiesIn } from "@/lib/domain/controller/companies";
import { isPostalAddress } from "@/lib/domain/controller/postal-address";
import { isInEea } from "@/lib/domain/statute/eea";
import {
  answersRepresentation,
  quote,
  isMeaningful,
  always,
  type Case,
  type Rule,
} from "./completeness-case";

const isReachable = (...means: string[]): boolean => means.some(isMeaningful);
const namedController = (it: Case): boolean => it.isControllerNamed;

/** Article 30(2)(a): who processes, for whom, who represents them, who advises them. */
export const PARTY_RULES: readonly Rule[] = [
  {
    id: "REG-1.name",
    code: "REG-1",
    article: "30(2)(a)",
    level: "required",
    field: "processor",
    applies: always,
    isMet: ({ organisation }) => isMeaningful(organisation.legalName),
  },
  {
    id: "REG-1.contact",
    code: "REG-1",
    article: "30(2)(a)",
    level: "required",
    field: "processor",
    applies: ({ organisation }) => isMeaningful(organisation.legalName),
    isMet: ({ organisation: { address, email, phone } }) =>
      isMeaningful(address) && isReachable(email, phone),
  },
  {
    id: "REG-2.unnamed",
    code: "REG-2",
    article: "30(2)(a)",
    level: "required",
    field: "controller",
    applies: always,
    isMet: namedController,
    params: ({ controller }) => ({ text: controller.legalName }),
  },
  {
    // Article 30(2)(a): one row per controller, since each company of a group is a controller of its own.
    // Several registration numbers show several companies.
    id: "REG-2.several",
    code: "REG-2",
    article: "30(2)(a)",
    level: "required",
    field: "controller",
    applies: namedController,
    isMet: isOneCompany,
    params: ({ controller }) => ({ names: companiesIn(controller.legalName).join(" · ") }),
  },
  {
    id: "REG-2.country",
    code: "REG-2",
    article: "30(2)(a)",
    level: "required",
    field: "controller",
    applies: (it) => namedController(it) && isOneCompany(it),
    isMet: ({ controllerPlace }) => controllerPlace !== "unknown",
  },
  {
    id: "REG-2.contact",
    code: "REG-2",
    article: "30(2)(a)",
    level: "required",
    field: "controllerContact",
    applies: namedController,
    isMet: ({ controller: { address, contactEmail, contactPhone } }) =>
      isReachable(address, contactEmail, contactPhone),
  },
  {
    // A town brings no letter: a street or a box does.
    id: "REG-2.town",
    code: "REG-2",
    article: "30(2)(a)",
    level: "required",
    field: "controllerContact",
    applies: ({ isControllerNamed, controller: { address, contactEmail, contactPhone } }) =>
      isControllerNamed && isMeaningful(address) && !isReachable(contactEmail, contactPhone),
    isMet: ({ controller }) => isPostalAddress(controller.address),
    params: ({ controller }) => ({ text: quote(controller.address) }),
  },
  {
    // Article 27 binds a controller outside the EEA that targets persons in the Union, 3(2).
    id: "REG-3.controller",
    code: "REG-3",
    article: "30(2)(a), 27",
    level: "required",
    field: "controllerRepresentative",
    applies: (it) => it.isControllerNamed && it.isRepresentativeAsked,
    isMet: ({ controller }) =>
      isMeaningful(controller.representative) || isMeaningful(controller.representativeAbsentReason),
    params: ({ controller }) => ({ countries: controller.country ?? "" }),
  },
  {
    id: "REG-3.processor",
    code: "REG-3",
    article: "30(2)(a), 27",
    level: "required",
    field: "processorRepresentative",
    applies: isRepresentativeInQuestion,
    isMet: answersRepresentation,
  },
  {
    id: "REG-4.processor",
    code: "REG-4",
    article: "30(2)(a), 37",
    level: "required",
    field: "processorDpo",
    applies: always,
    isMet: ({ organisation: { hasNoDpo, dpoEmail, dpoPhone } }) =>
      hasNoDpo || isReachable(dpoEmail, dpoPhone),
  },
  {
    id: "REG-4.controller",
    code: "REG-4",
    article: "30(2)(a), 37",
    level: "required",
    field: "controllerDpo",
    applies: namedController,
    isMet: ({ controller }) => controller.hasNoDpo || isMeaningful(controller.dpoContact),
  },
];

/** Advice about the parties beyond the requirements of 30(2). */
export const PARTY_ADVICE: readonly Rule[] = [
  {
    // An address satisfies 30(2)(a), but a breach cannot wait for the post, 33(2).
    id: "ADV-contact",
    code: "ADV-contact",
    article: "33(2)",
    level: "advisable",
    field: "controllerContact",
    applies: (it) => it.isControllerNamed && isMeaningful(it.controller.address),
    isMet: ({ controller }) => isReachable(controller.contactEmail, controller.contactPhone),
  },
  {
    // 27(2)(a) exempts only what is occasional and without risk: seldom true of a processor bound by 3(2).
    id: "ADV-representative",
    code: "ADV-representative",
    article: "27(2)",
    level: "advisable",
    field: "processorRepresentative",
    applies: (it) =>
      isRepresentativeInQuestion(it) &&
      it.organisation.gdprBinding === "direct-3-2" &&
      isMeaningful(it.organisation.euRepresentativeAbsentReason),
    isMet: ({ organisation }) => isMeaningful(organisation.euRepresentative),
  },
  {
    id: "ADV-dpo",
    code: "ADV-dpo",
    article: "37(1)(c)",
    level: "advisable",
    field: "processorDpo",
    applies: ({ content }) => content.specialAnswer === "yes" && content.specialCategories.length > 0,
    isMet: ({ organisation }) => !organisation.hasNoDpo,
  },
];

function isOneCompany({ controller: { legalName, registrationNumber = "" } }: Case): boolean {
  return isMeaningful(registrationNumber) || companiesIn(legalName).length === 0;
}

/** Article 27 follows 3(2) alone: outside the EEA, unless bound through an establishment in the Union. */
function isRepresentativeInQuestion({ organisation, on }: Case): boolean {
  if (organisation.gdprBinding === "union-establishment") return false;
  return !isInEea(organisation.country, on);
}
