import { describe, expect, it } from "vitest";
import { appointmentAt, appointmentsAhead, type Appointment } from "./appointment";

const AT = Date.parse("2026-12-05T18:30:00Z");
const MINUTE = 60_000;
const agreed: Appointment = {
  purpose: "",
  outcome: "allowed",
  agreedAt: AT - 86_400_000,
  callAt: AT,
  isOfPurpose: false,
  hasProof: true,
};
const keptAt = (at: number, ...appointments: Appointment[]) =>
  appointmentAt(appointments, { purpose: "fibre", at }) !== null;

describe("an appointment to be called", () => {
  it.each([
    [-1, false],
    [0, true],
    [29, true],
    [30, false],
  ])("is kept by a call %i minutes after it: %s", (minutes, kept) => {
    expect(keptAt(AT + minutes * MINUTE, agreed)).toBe(kept);
  });

  it("opens nothing once it is cancelled, or where it was agreed afterwards or for something else", () => {
    const cancelled: Appointment = { ...agreed, outcome: "withdrawn", agreedAt: AT - MINUTE };
    expect(keptAt(AT, agreed, cancelled)).toBe(false);
    expect(keptAt(AT, cancelled, { ...agreed, agreedAt: AT - MINUTE / 2 })).toBe(true);
    expect(keptAt(AT, agreed, { ...cancelled, callAt: AT + 60 * MINUTE })).toBe(true);
    expect(keptAt(AT, { ...agreed, agreedAt: AT + MINUTE })).toBe(false);
    expect(keptAt(AT, { ...agreed, purpose: "assurance" })).toBe(false);
    expect(keptAt(AT, { ...agreed, purpose: "fibre" })).toBe(true);
  });

  it("is ahead until its time is over, the next first", () => {
    const next = { ...agreed, callAt: AT + 60 * MINUTE };
    expect(appointmentsAhead([next, agreed], AT + 10 * MINUTE)).toEqual([agreed, next]);
    expect(appointmentsAhead([next, agreed], AT + 31 * MINUTE)).toEqual([next]);
    expect(appointmentsAhead([agreed], agreed.agreedAt - 1)).toEqual([]);
  });
});
