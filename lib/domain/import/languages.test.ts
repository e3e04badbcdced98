import { describe, expect, it } from "vitest";
import { guessColumns } from "./columns";
import { findPlace } from "@/lib/domain/country/places";
import { readAnswer } from "./values/answer";
import { findDate } from "./values/date";
import { readInstrument } from "./values/instrument";
import { readNoAnswer } from "./values/none";

const FIELDS = [
  "reference",
  "controllerName",
  "controllerDpo",
  "activity",
  "persons",
  "dataCategories",
  "subProcessors",
  "transfer",
  "instrument",
  "measures",
  "startsOn",
  "endsOn",
  "notes",
] as const;

describe("a register in", () => {
  it.each([
    [
      "Dutch",
      "Nr|Verwerkingsverantwoordelijke|Functionaris gegevensbescherming|Categorie verwerkingen|Betrokkenen|Persoonsgegevens|Subverwerkers|Doorgifte naar derde landen|Passende waarborgen|Beveiligingsmaatregelen|Begindatum|Einddatum|Opmerkingen",
    ],
    [
      "Spanish",
      "Nº|Responsable del tratamiento|Delegado de protección de datos|Actividad de tratamiento|Interesados|Categorías de datos|Subencargados|Transferencias internacionales|Garantías adecuadas|Medidas de seguridad|Fecha de inicio|Fecha de fin|Observaciones",
    ],
    [
      "German",
      "Lfd. Nr.|Auftraggeber|Datenschutzbeauftragter|Kategorien von Verarbeitungen|Betroffene Personen|Personenbezogene Daten|Unterauftragsverarbeiter|Drittlandübermittlung|Geeignete Garantien|Technische und organisatorische Maßnahmen|Beginn|Ende|Bemerkungen",
    ],
    [
      "Italian",
      "Numero|Titolare del trattamento|Responsabile della protezione dei dati|Attività di trattamento|Interessati|Categorie di dati|Sub-responsabili|Trasferimenti|Garanzie adeguate|Misure di sicurezza|Data di inizio|Scadenza|Osservazioni",
    ],
    [
      "French, shortened",
      "Réf|RT|DPD|Traitement confié|Pers. concernées|DCP|ST ultérieurs|Transf. hors UE|Mécanisme|MTO|Dt début|Dt fin|Obs.",
    ],
  ])("%s", (_, heads) => {
    expect(guessColumns(heads.split("|")).map(({ target }) => target)).toEqual(FIELDS);
  });
});

describe("a head as registers word it", () => {
  it.each([
    ["reference", "N° d’ordre|Kenmerk|Referentienummer|Verzeichnisnummer|N. registro"],
    ["controllerName", "Nombre del responsable|Verantwoordelijke voor de verwerking|الزبناء|صاحب الأمر"],
    [
      "controllerAddress",
      "Registered office|Dirección del cliente|Firmensitz|Indirizzo cliente|عنوان العميل",
    ],
    ["controllerCountry", "Vestigingsland|País del responsable|Paese del titolare|بلد العميل"],
    [
      "controllerContact",
      "Courriel client|Email client|Contact klant|Ansprechpartner beim Kunden|البريد الإلكتروني",
    ],
    ["controllerDpo", "Contact DPO|FG van de klant|RPD del titolare|مندوب حماية البيانات"],
    ["activity", "Projet|Campaign|Dienstleistung|الخدمة المقدمة"],
    [
      "operations",
      "Traitements effectués|Verwerkingshandelingen|Operaciones de tratamiento|Vorgänge|عمليات المعالجة",
    ],
    ["persons", "People concerned|Personas afectadas|Betroffene|Persone interessate|فئات الأشخاص المعنيين"],
    ["dataCategories", "Tipos de datos|Datenarten|Dati trattati|فئات المعطيات"],
    ["subProcessors", "Sous-traitance|Onderaannemers|Subencargados del tratamiento|المعالجون من الباطن"],
    [
      "transfer",
      "Lieu d’accès|Data location|Land van toegang|País de acceso|Zugriffsland|Paese di accesso|بلد الوصول",
    ],
    [
      "instrument",
      "Transfer safeguards|Waarborg|Garantías de transferencia|Übermittlungsgrundlage|ضمانات النقل",
    ],
    ["measures", "Beveiliging|Seguridad|Schutzmaßnahmen|Sicurezza|تدابير الحماية"],
    ["startsOn", "Date de mise en place|Ingangsdatum|Fecha de alta|Anfang|Data inizio|تاريخ البدء"],
    ["endsOn", "Clôture|Termination date|Fecha de baja|Data fine|تاريخ الانتهاء"],
    ["contractReference", "Contract no.|Vertrags-Nr.|Riferimento contratto|رقم العقد"],
    ["recipients", "Destinataires des données|Empfängerkategorien|الجهات المتلقية"],
    [
      "controllerName",
      "Verantwortliche Stelle|Nombre y datos de contacto del responsable|المتحكم في البيانات",
    ],
    [
      "activity",
      "Processing carried out on behalf of the controller|Categorías de tratamientos efectuados por cuenta del responsable",
    ],
    ["persons", "أصحاب المعطيات|أصحاب البيانات"],
    ["measures", "Technisch-organisatorische Maßnahmen"],
    ["subProcessors", "Weitere Auftragsverarbeiter"],
    ["contractReference", "Agreement no|Nº de contrato"],
    ["recipients", "الجهات المرسل إليها"],
    ["notes", "Responsable de plateau|Notities|Comentarios|Hinweise|ملاحظة"],
  ])("is of %s: %s", (target, heads) => {
    for (const head of heads.split("|"))
      expect([head, guessColumns([head], [["x"]])[0]!.target]).toEqual([head, target]);
  });
});

it.each([
  ["Client|Pays|Activité|Garanties", 1, "controllerCountry"],
  ["Pays|Adresse du client|Client|Activité", 0, "controllerCountry"],
  ["Client|Activité|Sous-traitants|Pays", 3, "transfer"],
  ["Kunde|Land|Verarbeitung", 1, "controllerCountry"],
  ["Cliente|Actividad de tratamiento|Garantías|País", 3, "transfer"],
])("a country is told by its neighbours: %s", (heads, column, target) => {
  expect(guessColumns(heads.split("|"))[column]!.target).toBe(target);
});

it.each([
  ["MA", "MA"],
  ["MAR", "MA"],
  ["SEN", "SN"],
  ["DEU", "DE"],
  ["USA", "US"],
])("%s is %s", (code, country) => expect(findPlace(code)).toEqual({ country, isCity: false }));

it.each([
  ["Standardvertragsklauseln (2021/914) Modul 2", "scc-2021-914"],
  ["Standardvertragsklauseln", "scc-unspecified"],
  ["cláusulas contractuales tipo", "scc-unspecified"],
  ["modelcontractbepalingen", "scc-unspecified"],
  ["clausole contrattuali standard", "scc-unspecified"],
  ["Angemessenheitsbeschluss", "adequacy"],
  ["decisión de adecuación", "adequacy"],
  ["decisione di adeguatezza", "adequacy"],
  ["bindende bedrijfsvoorschriften", "bcr"],
])("%s is %s", (text, instrument) => expect(readInstrument(text).value.instrument).toBe(instrument));

it.each([
  ["keine", "none"],
  ["geen", "none"],
  ["ninguno", "none"],
  ["nessuno", "none"],
  ["n.v.t.", "not-applicable"],
  ["entfällt", "not-applicable"],
  ["no aplica", "not-applicable"],
  ["non applicabile", "not-applicable"],
  ["niet van toepassing", "not-applicable"],
])("%s is %s", (text, kind) => expect(readNoAnswer(text)?.kind).toBe(kind));

it.each([
  ["Ja", "yes"],
  ["sí", "yes"],
  ["Nein", "no"],
  ["nee", "no"],
  ["si nécessaire", "unanswered"],
])("%s answers %s", (text, answer) => expect(readAnswer(text).value.answer).toBe(answer));

it.each([
  ["depuis le 3 de marzo de 2024", "2024-03-03"],
  ["unterzeichnet am 1. März 2024", "2024-03-01"],
  ["marché 2024, signé en mai 2025", "2025-05"],
  ["وقع في 3 أبريل 2024", "2024-04-03"],
])("%s holds %s", (text, value) => expect(findDate(text)?.value).toBe(value));
