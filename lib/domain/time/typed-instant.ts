import { localParts, todayIn } from "./zones";

/** A day and an hour of Casablanca, as a form's fields hold them. `instant` is in milliseconds. */
export function typedInstant(instant: number): { on: string; time: string } {
  return { on: todayIn("Africa/Casablanca", instant), time: timeIn(instant) };
}

/** "14:05" on the wall of Casablanca. */
export function timeIn(instant: number): string {
  const { hour, minute } = localParts("Africa/Casablanca", instant);
  return [hour, minute].map((part) => String(part).padStart(2, "0")).join(":");
}
