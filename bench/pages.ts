import { addMonthsToDay } from "@/lib/domain/time/calendar-day";
import { measureSpeed, type Speed, type Target } from "./load";
import type { Measured } from "./seed";
import { measureWeight, type Weight } from "./weight";

/** Measures the pages of one organisation; returns what the plain list weighs and how fast it comes. */
export async function measurePages(
  baseUrl: string,
  { slug, token, recordId }: Measured,
  report: (what: string, speed: Speed) => void,
): Promise<{ speed: Speed; weight: Weight & { visible: string } }> {
  const at = (path: string): Target => ({
    url: `${baseUrl}/${slug}${path}`,
    cookie: `amana.session=${token}`,
  });
  const past = addMonthsToDay(new Date().toISOString().slice(0, 10), -3);
  const list = at("/records");
  const speed = await measureSpeed(list);
  report("list, 50 rows", speed);
  report(
    "list, filtered by state and country",
    await measureSpeed(at("/records?state=active&country=MA&sort=gaps")),
  );
  report(
    "list, searched: téléprospection orvelle",
    await measureSpeed(at("/records?q=t%C3%A9l%C3%A9prospection%20orvelle")),
  );
  report(
    "list, searched with a fault: teleprospectoin",
    await measureSpeed(at("/records?q=teleprospectoin%20orvele")),
  );
  report(
    "palette, as one types: relance jol",
    await measureSpeed({ ...list, url: `${baseUrl}/api/search/${slug}?q=relance%20jol` }),
  );
  report("one record", await measureSpeed(at(`/records/${recordId}`)));
  report("list, three months ago", await measureSpeed(at(`/records?on=${past}`)));
  return { speed, weight: await measureWeight(list) };
}
