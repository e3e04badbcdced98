/** Client for which data are processed: controller of them, or itself the processor of others, 28(4). */
export const CLIENT_ROLES = ["controller", "processor"] as const;

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
  /** Countries of its establishments beside the seat, 3(1). */
  establishments: readonly string[];
  /** Targets persons abroad, 3(2). */
  targeting: string;
  targetCountries: readonly string[];
  /** True while nobody has said whether it is a controller or the processor of others; absent where it was said. */
  isRoleUnsaid?: boolean;
  /** Names those with whom it is a controller jointly, 26(1), as its sheet names each. */
  jointControllers: readonly string[];
};
