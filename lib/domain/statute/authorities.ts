/**
 * Supervisory authorities by country, as each names itself: the Union and the EEA (articles 51 and 77), the ICO, the FDPIC and
 * the CNDP. Germany has one per Land, which nobody can tell from a country.
 */
const AUTHORITIES: Readonly<Record<string, string>> = {
  AT: "Datenschutzbehörde (DSB)",
  BE: "Autorité de protection des données (APD)",
  BG: "Комисия за защита на личните данни (КЗЛД)",
  CY: "Office of the Commissioner for Personal Data Protection",
  CZ: "Úřad pro ochranu osobních údajů (ÚOOÚ)",
  DK: "Datatilsynet (Danmark)",
  EE: "Andmekaitse Inspektsioon (AKI)",
  ES: "Agencia Española de Protección de Datos (AEPD)",
  FI: "Tietosuojavaltuutetun toimisto",
  FR: "CNIL",
  GR: "Αρχή Προστασίας Δεδομένων Προσωπικού Χαρακτήρα",
  HR: "Agencija za zaštitu osobnih podataka (AZOP)",
  HU: "NAIH",
  IE: "Data Protection Commission (DPC)",
  IS: "Persónuvernd",
  IT: "Garante per la protezione dei dati personali",
  LI: "Datenschutzstelle Fürstentum Liechtenstein",
  LT: "Valstybinė duomenų apsaugos inspekcija (VDAI)",
  LU: "Commission nationale pour la protection des données (CNPD)",
  LV: "Datu valsts inspekcija (DVI)",
  MT: "Information and Data Protection Commissioner (IDPC)",
  NL: "Autoriteit Persoonsgegevens",
  NO: "Datatilsynet (Norge)",
  PL: "Urząd Ochrony Danych Osobowych (UODO)",
  PT: "Comissão Nacional de Proteção de Dados (CNPD)",
  RO: "ANSPDCP",
  SE: "Integritetsskyddsmyndigheten (IMY)",
  SI: "Informacijski pooblaščenec",
  SK: "Úrad na ochranu osobných údajov",
  GB: "ICO",
  CH: "PFPDT / EDÖB / IFPDT",
};

/** Territories to which law 78-17 extends, or which are parts of the French Republic: the CNIL is theirs. */
const OF_THE_CNIL = ["NC", "PF", "WF", "TF", "PM", "BL", "GP", "MQ", "GF", "RE", "YT", "MF"];

/** Null where none is known, or where a country has several. */
export function authorityOfCountry(country: string): string | null {
  return OF_THE_CNIL.includes(country) ? (AUTHORITIES.FR ?? null) : (AUTHORITIES[country] ?? null);
}
