import { frenchHolidays } from "@/lib/domain/time/public-holidays";

export const instant = (text: string) => Date.parse(text);
export const holidays = new Set(frenchHolidays(2026));
