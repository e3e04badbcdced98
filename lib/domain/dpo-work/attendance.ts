import { foldText } from "@/lib/domain/search/terms";
import { addMonthsToDay } from "@/lib/domain/time/calendar-day";
import type { WorkContents } from "./content";
import type { WorkFact } from "./lifecycle";

type Listed = Pick<WorkContents["training"], "staff" | "others">;
type Corrections = readonly Pick<WorkFact, "event" | "detail">[];

/** Returns who attended: the lists of the document, then each correction in the order of its recording. */
export function attendanceOf({ staff, others }: Listed, facts: Corrections): Listed {
  return facts.reduce<Listed>(correct, { staff: unique(staff), others: unique(others) });
}

function correct(attended: Listed, { event, detail }: Corrections[number]): Listed {
  if (!["staff-attended", "other-attended", "not-attended"].includes(event)) return attended;
  const staff = without(attended.staff, detail);
  const others = without(attended.others, detail);
  if (event === "staff-attended") return { staff: [...staff, detail], others };
  if (event === "other-attended") return { staff, others: [...others, detail] };
  return { staff, others };
}

function without(names: readonly string[], name: string): string[] {
  return names.filter((other) => !isSameName(other, name));
}

function unique(names: readonly string[]): string[] {
  return names.filter((name, at) => names.findIndex((other) => isSameName(other, name)) === at);
}

export function isSameName(one: string, other: string): boolean {
  return foldText(one).trim() === foldText(other).trim();
}

export type HeldTraining = {
  id: string;
  title: string;
  /** Day on which it was held. */
  on: string;
  repeatMonths: number | null;
  headcount: number | null;
  staff: readonly string[];
};

export type TrainedPerson = { name: string; trainings: { id: string; title: string; on: string }[] };

export type StaffTrained = {
  people: TrainedPerson[];
  /** Number of people of the last training that says it; null where none does. */
  headcount: { number: number; on: string } | null;
  /** Whole percent; null while the number of people is unknown, or is smaller than the number trained. */
  percent: number | null;
};

/**
 * Returns whom a training still holds for on a day: one that is to be repeated counts until its day. Share and list
 * are of the same people.
 */
export function staffTrainedOn(trainings: readonly HeldTraining[], today: string): StaffTrained {
  const held = trainings.filter(({ on }) => on <= today);
  const headcount = latestHeadcount(held);
  const people = peopleOf(held.filter((training) => holdsOn(training, today)));
  const isKnown = headcount !== null && headcount.number > 0 && people.length <= headcount.number;
  return {
    people,
    headcount,
    percent: isKnown ? Math.floor((people.length * 100) / headcount.number) : null,
  };
}

/** Day by which it is due again; null where it is not repeated. */
export function repeatDay({ on, repeatMonths }: Pick<HeldTraining, "on" | "repeatMonths">): string | null {
  return repeatMonths === null ? null : addMonthsToDay(on, repeatMonths);
}

function holdsOn(training: HeldTraining, today: string): boolean {
  const until = repeatDay(training);
  return until === null || until >= today;
}

function latestHeadcount(trainings: readonly HeldTraining[]): StaffTrained["headcount"] {
  return trainings.reduce<StaffTrained["headcount"]>(
    (latest, { headcount, on }) =>
      headcount !== null && (latest === null || on >= latest.on) ? { number: headcount, on } : latest,
    null,
  );
}

function peopleOf(trainings: readonly HeldTraining[]): TrainedPerson[] {
  const people = new Map<string, TrainedPerson>();
  for (const { id, title, on, staff } of trainings)
    for (const name of staff) {
      const key = foldText(name).trim();
      const person = people.get(key) ?? { name, trainings: [] };
      people.set(key, { ...person, trainings: [...person.trainings, { id, title, on }] });
    }
  return [...people.values()].sort((one, other) => one.name.localeCompare(other.name, "fr"));
}
