/** Meaning of a line of a file, stated before its words; null of a line that nobody can read without asking. */
export type CallTruth = { number: string; at: string } | null;
export type ConsentTruth = { number: string; on: string; until: string | null } | null;
type Writing = "utf-8" | "utf-8-bom" | "utf-16" | "windows-1252";
export type CallFile = {
  name: string;
  writing: Writing;
  truth: readonly CallTruth[];
  lines: readonly string[];
};
export type ConsentFile = {
  name: string;
  writing: Writing;
  truth: readonly ConsentTruth[];
  lines: readonly string[];
};

const paris = (number: string, at: string) => ({ number, at });
const MOBILE = "+33612345678";
const FIXED = "+33145678901";
const MOROCCAN = "+212661234567";

/** Logs as diallers and their exports write them, of a French client; hours without an offset are of Paris. */
export const CALL_FILES: readonly CallFile[] = [
  {
    name: "Vicidial's export, tabs, codes of countries apart",
    writing: "utf-8",
    truth: [paris(MOBILE, "2026-08-18T08:30:00Z"), paris(MOROCCAN, "2026-08-18T08:31:05Z")],
    lines: [
      "call_date\tphone_number_dialed\tstatus\tuser\tphone_code\tcountry_code\tlead_id",
      "2026-08-18 10:30:00\t612345678\tNA\t1001\t33\tFRA\t501",
      "2026-08-18 10:31:05\t661234567\tNI\t1002\t212\tMAR\t502",
    ],
  },
  {
    name: "Vicidial's export with the country alone",
    writing: "utf-8",
    truth: [paris(MOBILE, "2026-08-18T08:30:00Z"), paris(MOROCCAN, "2026-08-18T08:31:05Z")],
    lines: [
      "call_date,phone_number,status,country_code",
      "2026-08-18 10:30:00,0612345678,NA,FRA",
      "2026-08-18 10:31:05,0661234567,NI,MAR",
    ],
  },
  {
    name: "Asterisk's Master.csv",
    writing: "utf-8",
    truth: [paris(MOBILE, "2026-08-18T08:30:00Z"), paris(FIXED, "2026-08-18T08:31:00Z")],
    lines: [
      `"","0170180001","0612345678","out","""Appels"" <0170180001>","PJSIP/1","PJSIP/2","Dial","x","2026-08-18 10:30:00","","2026-08-18 10:30:40","40","0","NO ANSWER","DOCUMENTATION","1.1",""`,
      `"","0170180001","0145678901","out","""Appels"" <0170180001>","PJSIP/1","PJSIP/2","Dial","x","2026-08-18 10:31:00","2026-08-18 10:31:04","2026-08-18 10:32:00","60","56","ANSWERED","DOCUMENTATION","1.2",""`,
    ],
  },
  {
    name: "an export of Hermes, semicolons, Windows-1252, French days",
    writing: "windows-1252",
    truth: [paris(MOBILE, "2026-08-18T08:30:00Z"), paris(FIXED, "2026-08-18T15:05:09Z")],
    lines: [
      "Date appel;Heure appel;Téléphone;Qualification;Numéro présenté;Agent",
      "18/08/2026;10:30:00;06 12 34 56 78;Répondeur;01 70 18 00 01;Aïcha",
      "18/08/2026;17:05:09;01.45.67.89.01;Refusé;01 70 18 00 01;Noé",
    ],
  },
  {
    name: "UTF-16 with tabs from a spreadsheet",
    writing: "utf-16",
    truth: [paris(MOBILE, "2026-08-18T08:30:00Z"), paris(MOROCCAN, "2026-08-18T08:31:00Z")],
    lines: [
      "Numéro appelé\tDate et heure\tPays",
      "612345678\t18/08/2026 10:30\tFrance",
      "661234567\t18/08/2026 10:31\tMaroc",
    ],
  },
  {
    name: "instants in UTC and with offsets",
    writing: "utf-8",
    truth: [
      paris(MOBILE, "2026-08-18T10:30:00Z"),
      paris(MOBILE, "2026-08-18T08:30:01Z"),
      paris(MOBILE, "2026-08-18T09:30:02Z"),
    ],
    lines: [
      "to,started_at,result",
      "+33612345678,2026-08-18T10:30:00Z,answered",
      "+33612345678,2026-08-18T10:30:01+02:00,busy",
      "+33612345678,2026-08-18T10:30:02.123+0100,busy",
    ],
  },
  {
    name: "seconds since 1970",
    writing: "utf-8",
    truth: [paris(MOBILE, "2026-08-18T09:00:00Z"), paris(FIXED, "2026-08-18T09:00:01Z")],
    lines: ["start_epoch|phone_number|status", "1787043600|0612345678|NA", "1787043601|33145678901|NA"],
  },
  {
    name: "addresses of SIP, and hands of people",
    writing: "utf-8-bom",
    truth: [paris(MOBILE, "2026-08-18T08:30:00Z"), paris(MOBILE, "2026-08-18T08:31:00Z"), null, null, null],
    lines: [
      "Destination;Début;Statut",
      "sip:+33612345678@10.0.0.4;2026-08-18 10:30:00;NA",
      "Portable : 06 12 34 56 78;2026-08-18 10:31:00;NA",
      "06 12 34 56 78 ou 07 12 34 56 78;2026-08-18 10:32:00;NA",
      "poste 1204;2026-08-18 10:33:00;NA",
      "0612345678 ne plus appeler;2026-08-18 10:34:00;NA",
    ],
  },
  {
    name: "an Arabic dialler",
    writing: "utf-8",
    truth: [paris(MOROCCAN, "2026-08-18T08:30:00Z"), paris(MOBILE, "2026-08-18T08:31:00Z")],
    lines: [
      "رقم الهاتف;تاريخ المكالمة;البلد;النتيجة",
      "٠٦٦١٢٣٤٥٦٧;2026-08-18 10:30;المغرب;لا جواب",
      "0612345678;2026-08-18 10:31;فرنسا;رفض",
    ],
  },
  {
    name: "American days that only a month first fits",
    writing: "utf-8",
    truth: [paris(MOBILE, "2026-08-18T08:30:00Z"), paris(MOBILE, "2026-08-05T08:30:00Z")],
    lines: [
      "phone,call time,disposition",
      "+33612345678,08/18/2026 10:30:00,NA",
      "+33612345678,08/05/2026 10:30:00,NA",
    ],
  },
];

/** Files of consents as forms and programs write them, of a French client. */
export const CONSENT_FILES: readonly ConsentFile[] = [
  {
    name: "a form of a site, ISO with an offset, quoted",
    writing: "utf-8",
    truth: [{ number: MOBILE, on: "2026-10-01", until: "2027-09-30" }],
    lines: [
      '"phone","consented_at","duration","proof"',
      '"+33 6 12 34 56 78","2026-10-01T09:12:44+02:00","12 months","form-81, line ""B"""',
    ],
  },
  {
    name: "late in the evening in UTC, which is the next day in Paris",
    writing: "utf-8",
    truth: [{ number: MOBILE, on: "2026-10-02", until: null }],
    lines: ["phone;consented at;valid until;proof", "0612345678;2026-10-01T22:30:00Z;;FORM-1"],
  },
  {
    name: "French days in Windows-1252",
    writing: "windows-1252",
    truth: [
      { number: MOBILE, on: "2026-10-01", until: "2027-09-30" },
      { number: FIXED, on: "2026-10-13", until: "2027-10-12" },
    ],
    lines: [
      "Nom;Numéro de téléphone;Date du consentement;Durée de validité;Référence de preuve",
      "Élodie;06 12 34 56 78;01/10/2026;12 mois;P-1",
      "Noé;01 45 67 89 01;13/10/2026 18h05;1 an;P-2",
    ],
  },
  {
    name: "UTF-16 with tabs",
    writing: "utf-16",
    truth: [{ number: MOBILE, on: "2026-10-01", until: "2026-12-29" }],
    lines: ["Portable\tDonné le\tDurée\tPreuve", "612345678\t01.10.2026\t90 jours\tP-1"],
  },
  {
    name: "the country of each person",
    writing: "utf-8-bom",
    truth: [
      { number: MOROCCAN, on: "2026-10-01", until: "2027-03-31" },
      { number: MOBILE, on: "2026-10-01", until: "2027-03-31" },
      { number: "+262692123456", on: "2026-10-01", until: "2027-03-31" },
    ],
    lines: [
      "Pays;Téléphone;Date;Valable jusqu'au;Preuve",
      "Maroc;0661234567;01/10/2026;31/03/2027;P-1",
      "France métropolitaine;0612345678;01/10/2026;31/03/2027;P-2",
      "La Réunion;0692123456;01/10/2026;31/03/2027;P-3",
    ],
  },
  {
    name: "answers and withdrawals in columns of their own",
    writing: "utf-8",
    truth: [{ number: MOBILE, on: "2026-10-01", until: "2027-03-31" }, null, null],
    lines: [
      "Téléphone;Consentement;Date de retrait;Date;Valable jusqu'au;Preuve",
      "0612345678;oui;;01/10/2026;31/03/2027;P-1",
      "0712345678;non;;01/10/2026;31/03/2027;P-2",
      "0712345679;oui;05/11/2026;01/10/2026;31/03/2027;P-3",
    ],
  },
  {
    name: "what nobody can read",
    writing: "utf-8",
    truth: [null, null, null, null, null],
    lines: [
      "Téléphone;Date;Valable jusqu'au;Preuve",
      "0612345678;octobre 2026;31/03/2027;P-1",
      "0612345678;31/02/2026;31/03/2027;P-2",
      "0612345678;01/10/2026;dans un an;P-3",
      "0612345678 (conjoint);01/10/2026;31/03/2027;P-4",
      "0612345678;01/10/26;31/03/2027;P-5",
    ],
  },
  {
    name: "numbers that a spreadsheet changed",
    writing: "utf-8",
    truth: [{ number: MOBILE, on: "2026-10-01", until: "2027-03-31" }, null],
    lines: [
      "Mobile;Date;Fin;Preuve",
      "612345678.0;2026-10-01;2027-03-31;P-1",
      "6,12E+08;2026-10-01;2027-03-31;P-2",
    ],
  },
  {
    name: "an Arabic form",
    writing: "utf-8",
    truth: [{ number: MOROCCAN, on: "2026-10-01", until: "2027-03-31" }],
    lines: [
      "الهاتف;الدولة;تاريخ الموافقة;صالحة إلى غاية;الحجة",
      "0661234567;المغرب;2026-10-01;2027-03-31;P-1",
    ],
  },
  {
    name: "a code of the country that the file names apart",
    writing: "utf-8",
    truth: [{ number: "+32470123456", on: "2026-10-01", until: "2027-03-31" }],
    lines: ["indicatif;gsm;date;fin;preuve", "32;0470 12 34 56;01/10/2026;31/03/2027;P-1"],
  },
];
