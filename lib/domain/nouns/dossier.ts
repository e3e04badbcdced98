import { defineNoun } from "./noun";
import { STEWARDS } from "./roles";

/** The register and its proof as one signed archive, art. 5(2), 28(3)(h), 30(4), 58(1). */
export const dossierNoun = defineNoun({
  id: "dossier",
  found: "dossiers",
  navigation: [{ id: "dossiers", room: "proofs", segment: "/dossiers" }],
  acts: {
    "dossier.read": { staff: STEWARDS, auditor: true },
    "dossier.request": { staff: STEWARDS, auditor: true },
    "dossier.take": { staff: STEWARDS, auditor: true },
    /** Make what was asked for, and delete what has expired. */
    "dossier.make": { jobs: ["dossier-making"] },
  },
  events: {
    "dossier.requested": {},
    "dossier.made": {},
    "dossier.failed": {},
    "dossier.cancelled": {},
    "dossier.retried": {},
    "dossier.taken": {},
    "dossier.expired": {},
  },
  fields: [
    "audience",
    "recipient",
    "controllers",
    "sections",
    "language",
    "asOf",
    "failure",
    "size",
    "digest",
    "manifest",
    "fingerprint",
    "state",
    "range",
  ],
  places: [{ id: "newDossier", segment: "/dossiers/new", needs: "dossier.request" }],
});
