import type { Locale } from "@/lib/i18n/locale";
import type { NounNames } from "./names";

type Words = { [key: string]: string | Words };

/** Sentences around the noun's name; none needs its gender. */
const SENTENCES: Record<Locale, Record<string, string>> = {
  fr: {
    add: "Ajouter",
    edit: "Modifier",
    save: "Enregistrer",
    cancel: "Annuler",
    reference: "Référence",
    title: "Intitulé",
    notes: "Notes",
    empty: "Rien pour le moment",
    emptyText: "Ce qui est ajouté apparaît ici.",
    range: "{count, plural, one {# ligne} other {# lignes}} sur cette page",
    views: "Vues",
    all: "Tout",
    history: "Historique",
    version: "Version {number}",
    by: "par {name}",
    reason: "Motif\u00a0: {reason}",
    created: "Création",
    saved: "Modification",
  },
  en: {
    add: "Add",
    edit: "Edit",
    save: "Save",
    cancel: "Go back without saving",
    reference: "Reference",
    title: "Title",
    notes: "Notes",
    empty: "Nothing yet",
    emptyText: "What is added appears here.",
    range: "{count, plural, one {# line} other {# lines}} on this page",
    views: "Views",
    all: "All",
    history: "History",
    version: "Version {number}",
    by: "by {name}",
    reason: "Reason: {reason}",
    created: "Creation",
    saved: "Change",
  },
  ar: {
    add: "إضافة",
    edit: "تعديل",
    save: "حفظ",
    cancel: "رجوع دون حفظ",
    reference: "المرجع",
    title: "العنوان",
    notes: "ملاحظات",
    empty: "لا شيء بعد",
    emptyText: "ما يُضاف يظهر هنا.",
    range:
      "{count, plural, zero {لا سطر} one {سطر واحد} two {سطران} few {# أسطر} many {# سطرا} other {# سطر}} في هذه الصفحة",
    views: "طرق العرض",
    all: "الكل",
    history: "السجل",
    version: "النسخة {number}",
    by: "من طرف {name}",
    reason: "السبب: {reason}",
    created: "إنشاء",
    saved: "تعديل",
  },
};

/** A noun's file of words, with what it says in the journal and in the sidebar under `shared`. */
export function wordsOf({ noun, nouns, called }: NounNames, locale: Locale): Words {
  const { one, many } = called[locale];
  const words = SENTENCES[locale];
  const pick = (...keys: string[]): Words => Object.fromEntries(keys.map((key) => [key, words[key] ?? ""]));
  const titled = (act: string) => `${words[act] ?? ""} (${one})`;
  return {
    list: {
      title: capitalised(many, locale),
      name: words.title ?? "",
      ...pick("reference", "range"),
    },
    views: { label: words.views ?? "", ...pick("all") },
    empty: { all: words.empty ?? "", allText: words.emptyText ?? "" },
    new: { act: titled("add"), title: titled("add") },
    edit: { act: words.edit ?? "", title: titled("edit") },
    fields: pick("title", "notes"),
    history: { title: words.history ?? "", ...pick("version", "by", "reason", "created", "saved") },
    events: {},
    ...pick("save", "cancel"),
    shared: {
      journal: {
        events: { [`${noun}_created`]: `${titled("created")}`, [`${noun}_updated`]: `${titled("saved")}` },
        nouns: { [noun]: one },
      },
      shell: {
        navItems: { [nouns]: capitalised(many, locale) },
        places: { [nouns]: capitalised(one, locale) },
      },
    },
  };
}

function capitalised(name: string, locale: Locale): string {
  return `${name.charAt(0).toLocaleUpperCase(locale)}${name.slice(1)}`;
}
