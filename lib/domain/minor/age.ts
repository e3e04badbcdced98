const [YEAR, MONTH_DAY] = [4, 5];

/** Completed years on a day. A birthday of 29 February is on 1 March of other years, the later of two readings. */
export function ageOn(birthdate: string, day: string): number {
  const years = Number(day.slice(0, YEAR)) - Number(birthdate.slice(0, YEAR));
  return birthdayIn(birthdate, Number(day.slice(0, YEAR))) <= day ? years : years - 1;
}

/** Day of a year on which somebody is a year older. */
export function birthdayIn(birthdate: string, year: number): string {
  const monthDay = birthdate.slice(MONTH_DAY);
  const isMoved = monthDay === "02-29" && !isLeap(year);
  return `${String(year).padStart(4, "0")}-${isMoved ? "03-01" : monthDay}`;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
