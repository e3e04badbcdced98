/** Activities of call centres in turn, so that a search finds a tenth, a hundredth or none of a register. */
export const ACTIVITIES = [
  "Appels entrants du service client",
  "Téléprospection auprès de particuliers",
  "Prise de rendez-vous commerciaux",
  "Enregistrement des appels pour la qualité",
  "Relance amiable des impayés",
  "Enquêtes de satisfaction",
  "Modération de contenus",
  "Assistance technique de niveau 1",
  "Traitement des courriels et du chat",
  "Saisie de commandes par téléphone",
  "Fidélisation et rétention",
  "Qualification de fiches prospects",
  "Accueil téléphonique médical",
] as const;

export const TEAMS = [
  "équipe Atlas",
  "plateau Maârif",
  "site de Fès",
  "équipe Océan",
  "campagne d’été",
] as const;

const FIRST = [
  "Orvelle",
  "Bélisaire",
  "Cœur de Loire",
  "Durance",
  "Étoile",
  "Falaise",
  "Garance",
  "Hautefeuille",
  "Île-de-Batz",
  "Joliette",
  "Kermorvan",
  "Lauragais",
  "Montaigu",
  "Noirmoutier",
  "Ombrage",
  "Pévèle",
  "Quercy",
  "Rivesaltes",
  "Sologne",
  "Trégor",
] as const;

const SECOND = [
  "Énergie",
  "Assurances",
  "Télécom",
  "Mutuelle",
  "Crédit",
  "Voyages",
  "Habitat",
  "Santé",
  "Distribution",
  "Presse",
  "Automobile",
  "Jardin",
  "Optique",
] as const;

/** The legal name of a client, each its own. */
export function clientName(index: number): string {
  const round = Math.floor(index / (FIRST.length * SECOND.length));
  const name = `${FIRST[index % FIRST.length]} ${SECOND[index % SECOND.length]}`;
  return round === 0 ? name : `${name} ${1 + round}`;
}
