import { required } from "@/lib/domain/invariant/required";
import type { StatedAwareness } from "./clocks";
import { isUnknown, unknownOf, type NoticePhase } from "./notice";
import type { NoticeContent, NoticeDelay } from "./notice-content";

/**
 * Answer to one question of the authority's form. `controller`: only the controller can give it, or decides it; `unknown`:
 * the processor does not know it yet; `none`: there is nothing to say.
 */
export type FormAnswer =
  | { kind: "text"; value: string }
  | { kind: "instants"; values: number[] }
  | { kind: "count"; value: number }
  | { kind: "natures"; values: NonNullable<NoticeContent["natures"]> }
  | { kind: "country"; value: string }
  | { kind: "type"; value: "initial" | "complementary" | "complete" }
  | { kind: "unknown" }
  | { kind: "controller" }
  | { kind: "none" };

export type FormParty = {
  name: string;
  registrationNumber: string;
  address: string;
  country: string | null;
  phone: string;
  contactPerson: string;
};

export type FormInput = StatedAwareness & {
  controller: FormParty;
  /** Joint controllers that the client's sheet names, 26(1). */
  jointControllers: readonly string[];
  processor: { description: string };
  content: NoticeContent;
  phase: NoticePhase;
  /** Reason of the processor for its delay, by the hours that it answers for; null: it gave none. */
  delay: { rule: NoticeDelay["rule"]; reason: string } | null;
  /** States what the controller told of its own notification and of the persons, in words; "" where it told nothing. */
  own: { authority: string; persons: string };
};

export type FormEntry = { point: string; id: string; answer: FormAnswer };
export type FormSection = { id: string; entries: FormEntry[] };

/**
 * Facts of a notice in the order of the French authority's notification form, points 1 to 3, whose matters its online form
 * asks too. The controller decides what of it is notified, article 33(1).
 */
export function authorityForm(input: FormInput): FormSection[] {
  return [
    identification(input),
    main(input),
    furtherSection(input.content),
    people(input),
    crossBorderSection(),
    remarks(input),
  ];
}

function identification({ controller, jointControllers, content, phase, own }: FormInput): FormSection {
  const joint = { kind: "text" as const, value: jointControllers.join("\n") };
  return {
    id: "identification",
    entries: [
      { point: "1.1", id: "controllerName", answer: ownText(controller.name) },
      { point: "1.1", id: "registrationNumber", answer: ownText(controller.registrationNumber) },
      { point: "1.1", id: "address", answer: ownText(controller.address) },
      {
        point: "1.1",
        id: "country",
        answer: controller.country ? { kind: "country", value: controller.country } : { kind: "controller" },
      },
      { point: "1.1", id: "phone", answer: ownText(controller.phone) },
      ...(jointControllers.length > 0 ? [{ point: "1.1", id: "jointControllers", answer: joint }] : []),
      { point: "1.2", id: "contactPerson", answer: ownText(controller.contactPerson) },
      { point: "1.3", id: "notificationType", answer: { kind: "type", value: typeOf(content, phase, own) } },
    ],
  };
}

/** In two steps while something of 33(3) is unknown; what completes an earlier one is complementary. */
function typeOf(
  content: NoticeContent,
  phase: NoticePhase,
  own: FormInput["own"],
): "initial" | "complementary" | "complete" {
  if (phase !== "initial" || own.authority !== "") return "complementary";
  return unknownOf(content).length > 0 ? "initial" : "complete";
}

function main({ content, controllerAwareAt, openedUnprovenAt, processor }: FormInput): FormSection {
  const { occurredFrom, occurredUntil, awareAt, containedAt } = content;
  return {
    id: "main",
    entries: [
      { point: "2.1", id: "occurred", answer: instants(occurredFrom, occurredUntil) },
      {
        point: "2.1",
        id: "discovered",
        answer: controllerAwareAt === null ? { kind: "controller" } : instants(controllerAwareAt),
      },
      ...(openedUnprovenAt === null
        ? []
        : [{ point: "2.1", id: "openedUnproven", answer: instants(openedUnprovenAt) }]),
      { point: "2.1", id: "processorAware", answer: instants(awareAt) },
      { point: "2.1", id: "contained", answer: instants(containedAt) },
      {
        point: "2.2",
        id: "natures",
        answer: isUnknown(content.natures)
          ? { kind: "unknown" }
          : { kind: "natures", values: required(content.natures, "natures that are known") },
      },
      { point: "2.3", id: "dataKinds", answer: text(content.dataKinds) },
      { point: "2.4", id: "protection", answer: text(content.protection) },
      { point: "2.4", id: "filing", answer: { kind: "controller" } },
      { point: "2.4", id: "prevention", answer: { kind: "controller" } },
      { point: "2.4", id: "reaction", answer: text(content.measures) },
      { point: "2.5", id: "thirdParty", answer: { kind: "text", value: processor.description } },
    ],
  };
}

function furtherSection(content: NoticeContent): FormSection {
  return {
    id: "further",
    entries: [
      { point: "3.1.1", id: "summary", answer: text(content.whatHappened) },
      { point: "3.1.1", id: "cause", answer: text(content.cause) },
      { point: "3.1.1", id: "place", answer: { kind: "controller" } },
      { point: "3.1.1", id: "media", answer: text(content.systems) },
      { point: "3.1.2", id: "persons", answer: count(content.persons) },
      { point: "3.1.2", id: "personCategories", answer: text(content.personCategories) },
      { point: "3.1.2", id: "records", answer: count(content.records) },
      { point: "3.1.3", id: "consequences", answer: text(content.consequences) },
      { point: "3.1.4", id: "severity", answer: { kind: "controller" } },
      { point: "3.1.5", id: "advice", answer: { kind: "controller" } },
      { point: "3.1.5", id: "recurrence", answer: { kind: "controller" } },
    ],
  };
}

/** Informing persons, article 34, is the controller's. */
function people({ own }: FormInput): FormSection {
  return {
    id: "people",
    entries: [
      { point: "3.2.1", id: "informed", answer: ownText(own.persons) },
      { point: "3.2.2", id: "informedContent", answer: { kind: "controller" } },
      { point: "3.2.4", id: "informedCount", answer: { kind: "controller" } },
    ],
  };
}

function crossBorderSection(): FormSection {
  return { id: "abroad", entries: [{ point: "3.3", id: "abroad", answer: { kind: "controller" } }] };
}

function remarks({ delay, content, own }: FormInput): FormSection {
  return {
    id: "remarks",
    entries: [
      {
        point: "",
        id: delay?.rule === "own-threshold" ? "thresholdDelay" : "delay",
        answer: delay ? { kind: "text", value: delay.reason } : { kind: "none" },
      },
      { point: "", id: "ownNotification", answer: ownText(own.authority) },
      { point: "", id: "processorContact", answer: text(content.contactPoint) },
    ],
  };
}

/** Leaves to the controller what the processor's sheet lacks of it. */
function ownText(value: string): FormAnswer {
  return value === "" ? { kind: "controller" } : { kind: "text", value };
}

function text(value: string | null): FormAnswer {
  return value === null || value === "" ? { kind: "unknown" } : { kind: "text", value };
}

function count(value: number | null): FormAnswer {
  return value === null ? { kind: "unknown" } : { kind: "count", value };
}

function instants(...values: (number | null)[]): FormAnswer {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? { kind: "unknown" } : { kind: "instants", values: known };
}
