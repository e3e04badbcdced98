const SECOND = 1000;

/** Begins the name of a migration, "20261201100000": the instant, or the next second after one that is named later. */
export function stampAfter(migrations: readonly string[], now: Date): string {
  const instants = migrations.map(instantOf).filter((instant) => !Number.isNaN(instant));
  const instant = Math.max(now.getTime(), ...instants.map((each) => each + SECOND));
  return new Date(instant).toISOString().replaceAll(/\D/g, "").slice(0, 14);
}

/** Reads the instant in a migration's name; NaN where it says none. */
function instantOf(name: string): number {
  const [, date, hour, minute, second] = /^(\d{8})(\d\d)(\d\d)(\d\d)/.exec(name) ?? [];
  if (!date) return Number.NaN;
  return Date.parse(`${date.replace(/(\d{4})(\d\d)(\d\d)/, "$1-$2-$3")}T${hour}:${minute}:${second}Z`);
}
