import type { ImportTarget } from "./types";

/**
 * Heads that a model or a program writes. `source` says where they were read; of those from memory nobody has seen the file, so
 * that a column under one of them is asked about and not placed. Phrases are parted by "|".
 */
export type VendorHeads = {
  source: string;
  isPublished: boolean;
  heads: Readonly<Partial<Record<ImportTarget, string>>>;
};

export const VENDOR_HEADS: readonly VendorHeads[] = [
  {
    source: "ICO, documentation template for controllers (xlsx), sheet “Template”, row 9",
    isPublished: true,
    heads: {
      purposes: "Purpose of processing",
      jointControllers: "Name and contact details of joint controller (if applicable)",
      persons: "Categories of individuals",
      dataCategories: "Categories of personal data",
      recipients: "Categories of recipients",
      transfer:
        "Names of third countries or international organisations that personal data are transferred to (if applicable)",
      instrument:
        "Safeguards for exceptional transfers of personal data to third countries or international organisations (if applicable)",
      retention: "Retention schedule (if possible)",
      measures: "General description of technical and organisational security measures (if possible)",
      legalBases:
        "Article 6 lawful basis for processing personal data | GDPR Article 6 lawful basis for processing",
      specialCondition: "Article 9 condition for processing special category data",
      note:
        "Business function | Link to contract with processor | Legitimate interests for the processing (if applicable) | " +
        "Link to record of legitimate interests assessment (if applicable) | Rights available to individuals | " +
        "Existence of automated decision-making, including profiling (if applicable) | " +
        "The source of the personal data (if applicable) | Link to record of consent | " +
        "Data Protection Impact Assessment required? | Data Protection Impact Assessment progress | " +
        "Link to Data Protection Impact Assessment | Has a personal data breach occurred? | " +
        "Link to record of personal data breach | Data Protection Act 2018 Schedule 1 Condition for processing | " +
        "Link to retention and erasure policy document | " +
        "Is personal data retained and erased in accordance with the policy document? | " +
        "Reasons for not adhering to policy document (if applicable)",
    },
  },
  {
    source: "CNIL, « Registre RGPD : modèle de base » (PDF), fiche de registre",
    isPublished: true,
    heads: {
      activity: "Nom de l’activité",
      purposes: "Objectifs poursuivis",
      jointControllers: "Nom du responsable conjoint du traitement",
      tools: "Nom du logiciel ou de l’application",
      persons: "Catégories de personnes concernées",
      dataCategories: "Catégories de données collectées",
      special: "Des données sensibles sont-elles traitées ?",
      retention: "Durées de conservation des catégories de données",
      recipients: "Catégories de destinataires des données | Destinataires internes | Organismes externes",
      transfer: "Transferts des données hors UE",
    },
  },
  {
    source: "TrustArc, help centre, « Generating an Article 30 Report »",
    isPublished: true,
    heads: {
      transfer: "Countries data are transferred to",
      recipients: "Organizations data are transferred to",
    },
  },
  {
    source: "ServiceNow, documentation of Privacy Management, form of a processing activity",
    isPublished: true,
    heads: {
      purposes: "Processing activity purpose",
      persons: "Data subject type",
      retention: "Data retention period (in days)",
      note: "Privacy analyst | Business unit | Data storage type | Compliance score | Processing activity status",
    },
  },
  {
    source: "TrustArc, business process record, from memory",
    isPublished: false,
    heads: {
      activity: "Business Process Name | Record Name",
      purposes: "Processing Purposes",
      dataCategories: "Data Elements",
      recipients: "Data Recipients",
      transfer: "Hosting Locations",
      measures: "Security Controls",
      controllerName: "Owning Organization",
      reviewDueOn: "Revalidation Date",
    },
  },
  {
    source: "OneTrust, inventory of processing activities, from memory",
    isPublished: false,
    heads: {
      controllerName: "Managing Organization | Organization Group | Controller Entity",
      activity: "Processing Activity Name",
      purposes: "Purposes for Processing",
      persons: "Data Subject Types | Data Subject Type Categories",
      dataCategories: "Data Elements | Data Element Categories | Data Classification",
      volumes: "Data Subject Volume | Volume of Data Subjects",
      tools: "Assets | Related Assets | Primary Assets",
      subProcessors: "Vendors | Related Vendors",
      transfer: "Data Transfer Locations | Asset Hosting Location | Hosting Location",
      instrument: "Transfer Mechanisms | Legal Basis for Transfer",
      retention: "Data Retention",
      measures: "Security Safeguards | Technical Safeguards",
      controllerContact: "Business Owner | Process Owner | Respondent",
      reviewedOn: "Last Assessment Date | Last Updated Date",
    },
  },
  {
    source: "Dastra, export of the register, from memory",
    isPublished: false,
    heads: {
      controllerName: "Unité organisationnelle | Organizational unit",
      dataCategories: "Jeux de données | Datasets",
      tools: "Actifs | Assets",
      recipients: "Parties prenantes | Stakeholders",
      retention: "Règles de conservation | Retention rules",
      startsOn: "Date de déploiement | Deployment date",
      reviewDueOn: "Date de prochaine révision | Next review date",
    },
  },
  {
    source: "Data Legal Drive, export of the register, from memory",
    isPublished: false,
    heads: {
      controllerName: "Entité juridique | Entité",
      purposes: "Finalités détaillées",
      retention: "Durée de conservation en base active | Durée d’archivage intermédiaire",
      recipients: "Destinataires externes",
      transfer: "Localisation de l’hébergement | Pays d’hébergement des données",
      tools: "Supports de traitement",
      controllerContact: "Responsable opérationnel",
    },
  },
];
