import {
  DAYS,
  NAMES,
  PLACES,
  SENSITIVE,
  TOOLS,
  TOOLS_OF_COUNTRIES,
  TRANSFERS,
  type NamesTruth,
  type ToolTruth,
} from "./written-phrases.fixture";

/** Meaning of a row, which the file only words. Null stands for what nobody could tell from its words. */
export type RowTruth = {
  reference: string;
  controller: string;
  activity: string;
  transfers: readonly string[] | null;
  tool: ToolTruth;
  /** The tool of each country where the words give each its own; null where they give one for all. */
  tools: Readonly<Record<string, string>> | null;
  subProcessors: NamesTruth;
  sensitive: readonly string[] | null;
  startsOn: string | null;
};
export type WrittenFile = { lines: string[][]; truth: RowTruth[]; words: Record<string, string>[] };

const HEADS = [
  [
    "Réf.",
    "Client",
    "Activité confiée",
    "Pays d’accès",
    "Garanties",
    "Sous-traitants ultérieurs",
    "Données sensibles",
    "Début",
  ],
  [
    "Ref.",
    "Customer",
    "Processing activity",
    "Third countries",
    "Safeguards",
    "Sub-processors",
    "Sensitive data",
    "Start date",
  ],
  ["المرجع", "الزبون", "النشاط", "بلد الولوج", "الضمانات", "المناولون", "معطيات حساسة", "تاريخ البداية"],
] as const;
const CLIENTS = ["Orvelle SA", "Voltiris SARL", "Calanques Habitat", "Nordalia Ltd"];
const ACTIVITIES = [
  "Réception des appels",
  "Relances de paiement",
  "Prise de rendez-vous",
  "Enquêtes de satisfaction",
];
const MOST_ROWS = 8;
/** First entries of each list of phrases that are written plainly: half of all cells are. */
const PLAIN = { transfers: 9, tools: 4, names: 2, sensitive: 2, days: 3 };

/** Makes a file of a number: its truth first, then words for it, with titles, dittos, subtotals and signatures. */
export function writeFileOf(seed: number): WrittenFile {
  const next = numbersOf(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[next(items.length)] as Item;
  const file: WrittenFile = { lines: [], truth: [], words: [] };
  const head = pick(HEADS);
  if (next(3) === 0) file.lines.push(["Registre des traitements", "", ""], []);
  file.lines.push([...head]);
  const rows = 2 + next(MOST_ROWS - 1);
  for (let at = 0; at < rows; at += 1) {
    const written = writeRow(at, pick);
    const before = file.truth.at(-1);
    const isDitto = before !== undefined && next(6) === 0;
    file.truth.push(isDitto ? { ...written.truth, controller: before.controller } : written.truth);
    if (isDitto)
      written.cells[1] = pick(["idem", "//", "- id -", "voir ci-dessus", `Idem ${before.reference}`]);
    file.words.push(Object.fromEntries(head.map((name, column) => [name, written.cells[column] ?? ""])));
    file.lines.push(written.cells);
  }
  if (next(3) === 0) file.lines.push(["Sous-total", `${rows} fiches`]);
  if (next(3) === 0) file.lines.push(["Signature du DPO"]);
  return file;
}

function writeRow(
  at: number,
  pick: <Item>(items: readonly Item[]) => Item,
): { truth: RowTruth; cells: string[] } {
  const third = PLACES.filter(({ isThird }) => isThird);
  const first = pick(third);
  const second = pick(third.filter((place) => place !== first));
  const often = <Item>(items: readonly Item[], plain: number): Item =>
    pick([true, false]) ? pick(items.slice(0, plain)) : pick(items);
  const [meant, write] = often(TRANSFERS, PLAIN.transfers);
  const [tool, toolWords] = often(TOOLS, PLAIN.tools);
  const tools = meant === "both" && pick([true, false]) ? pick(TOOLS_OF_COUNTRIES) : null;
  const [subProcessors, nameWords] = often(NAMES, PLAIN.names);
  const [sensitive, sensitiveWords] = often(SENSITIVE, PLAIN.sensitive);
  const [startsOn, dayWords] = often(DAYS, PLAIN.days);
  const truth = {
    reference: `W-${at + 1}`,
    controller: pick(CLIENTS),
    activity: `${pick(ACTIVITIES)} ${at + 1}`,
    transfers: { first: [first.code], both: [first.code, second.code], none: [], unknown: null }[meant],
    tool: tools ? ("stands" as const) : tool,
    tools: tools ? { [first.code]: "scc-2021-914", [second.code]: "bcr" } : null,
    subProcessors,
    sensitive,
    startsOn,
  };
  const cells = [
    truth.reference,
    truth.controller,
    truth.activity,
    write(first, second),
    tools ? tools(first, second) : toolWords,
    nameWords,
    sensitiveWords,
    dayWords,
  ];
  return { truth, cells };
}

/** A linear congruential generator: the same seed makes the same file on every machine. */
function numbersOf(seed: number): (below: number) => number {
  let state = (seed * 2_654_435_761 + 1_013_904_223) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
