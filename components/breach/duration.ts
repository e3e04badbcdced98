/** Whole hours and minutes of a length of time. */
export function durationParts(milliseconds: number): { hours: number; minutes: number } {
  const minutes = Math.floor(milliseconds / 60_000);
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}
