/** Facts of a controller that the rules of the register read. */
export type ControllerFacts = {
  legalName: string;
  /** "Client télécom": a name that stands for nobody yet. */
  isPlaceholder: boolean;
  /** ISO 3166-1 alpha-2; null while unknown. */
  country: string | null;
  address: string;
  /** Number in its country's register of companies; absent where it was not read. */
  registrationNumber?: string;
  contactName: string;
  contactEmail: string;
  contactPhone: string;
  dpoContact: string;
  /** True when it says it has none ("néant"). */
  hasNoDpo: boolean;
  /** Representative in the Union, art. 27, asked for only where 3(2) applies. */
  representative: string;
  representativeAbsentReason: string;
};
