import { expect, it } from "vitest";
import { headOf } from "./layout";
import { proposeLayout } from "./propose-layout";

const cut = (text: string, delimiter = ",") => text.split("\n").map((line) => line.split(delimiter));

it("knows Asterisk's Master.csv, which has no head", () => {
  const line =
    "acc,0170180001,0612345678,ctx,<0170180001>,SIP/1,SIP/2,Dial,x,2026-08-18 10:00:00,2026-08-18 10:00:05,2026-08-18 10:01:00,60,55,ANSWERED,DOCUMENTATION";
  for (const [more, callId] of [
    ["", null],
    [",1787043600.1", 16],
    [",1787043600.1,user", 16],
  ] as const)
    expect(proposeLayout(cut(line + more))).toMatchObject({
      origin: "asterisk",
      hasHead: false,
      timeFormat: "iso",
      columns: { number: 2, at: 9, status: 14, shown: 1, callId, clock: null, prefix: null },
    });
});

it("knows a table of Asterisk with a head", () => {
  const head =
    "calldate,clid,src,dst,dcontext,channel,dstchannel,lastapp,lastdata,duration,billsec,disposition,amaflags,accountcode,uniqueid,userfield";
  expect(proposeLayout(cut(head))).toMatchObject({
    origin: "asterisk",
    hasHead: true,
    columns: { number: 3, at: 0, status: 11, shown: 1, callId: 14 },
  });
});

it("knows Vicidial's log and its export", () => {
  const log =
    "uniqueid,lead_id,list_id,campaign_id,call_date,start_epoch,end_epoch,length_in_sec,status,phone_code,phone_number,user,comments,processed,user_group";
  expect(proposeLayout(cut(log))).toMatchObject({
    origin: "vicidial",
    columns: { number: 10, prefix: 9, at: 4, status: 8, callId: 0, shown: null },
  });
  const exported =
    "call_date\tphone_number_dialed\tstatus\tuser\tfull_name\tcampaign_id\tvendor_lead_code\tsource_id\tlist_id\tgmt_offset_now\tphone_code\tphone_number\ttitle\tuser_group\tlead_id";
  expect(proposeLayout(cut(exported, "\t"))).toMatchObject({
    origin: "vicidial",
    columns: { number: 1, at: 0, status: 2 },
  });
});

it("guesses columns of one's own by their names, a day and its hour apart", () => {
  const rows = cut("Date d'appel;Heure;Numéro appelé;Qualification\n18/08/2026;10:00:00;0612345678;NI", ";");
  expect(proposeLayout(rows)).toEqual({
    origin: "guessed",
    hasHead: true,
    timeFormat: "day-first",
    columns: {
      at: 0,
      clock: 1,
      number: 2,
      status: 3,
      prefix: null,
      country: null,
      shown: null,
      callId: null,
      filter: null,
    },
  });
});

it.each([
  ["1787043600", "epoch"],
  ["08/31/2026 10:00", "month-first"],
  ["2026-08-18 10:00", "iso"],
])("finds the format of %s", (written, format) => {
  expect(proposeLayout(cut(`calldate,dst\n${written},0612345678`)).timeFormat).toBe(format);
});

it("claims nothing of a table it does not know", () => {
  const { origin, hasHead, columns } = proposeLayout(cut("a,b\n1,2"));
  expect([origin, hasHead]).toEqual(["guessed", false]);
  expect(Object.values(columns).every((column) => column === null)).toBe(true);
  expect(proposeLayout([]).hasHead).toBe(false);
});

it("finds a head again whatever its case and spaces", () => {
  expect(headOf([" Call  Date", "DST"])).toBe(headOf(["call date", "dst "]));
  expect(headOf(["a", "b"])).not.toBe(headOf(["ab"]));
});

it("knows heads as people write them, and an hour that is the whole instant", () => {
  const rows = cut(
    "N° appelé;N° présenté;Heure d'appel;Statut\n0612345678;0170180001;12/03/2026 10:30;NRP",
    ";",
  );
  expect(proposeLayout(rows).columns).toMatchObject({ number: 0, shown: 1, at: 2, clock: null, status: 3 });
  const dated = cut(
    "Date;Heure d'appel;Numéro appelant;N° appelé\n12/03/2026;10:30;0170180001;0612345678",
    ";",
  );
  expect(proposeLayout(dated).columns).toMatchObject({ at: 0, clock: 1, shown: 2, number: 3 });
});

it("takes an id that calls of other instants share for a lead's, and for no call's", () => {
  const head = "call_id;date;number";
  const calls = (second: string) =>
    cut(`${head}\nL1;2026-03-12 10:30;0612345678\n${second};2026-03-13 10:30;0612345678`, ";");
  expect(proposeLayout(calls("L1")).columns.callId).toBeNull();
  expect(proposeLayout(calls("L2")).columns.callId).toBe(0);
});

it.each([
  ["Call Date,Recording,System,CallerID,Outbound CallerID,DID,App,Destination,Disposition,Duration", 7, 0, 4],
  ["Jour;De;Vers;Issue de l’appel", 2, 0, 1],
  ["التاريخ;الرقم المطلوب;الرقم الظاهر;النتيجة", 1, 0, 2],
])("knows the heads of a dialler without a format of its own: %s", (head, number, at, shown) => {
  const rows = cut(head, head.includes(";") ? ";" : ",");
  expect(proposeLayout(rows).columns).toMatchObject({ number, at, shown });
});

it("finds number and instant by their cells where the heads say nothing, and neither of two", () => {
  const row = "Anaïs;06 12 34 56 78;12/03/2026 10:30;NRP";
  expect(proposeLayout(cut(`Agent;Fiche;Quand;Suite\n${row}`, ";"))).toMatchObject({
    hasHead: true,
    columns: { number: 1, at: 2, shown: null },
  });
  const two = "Anaïs;06 12 34 56 78;01 70 18 00 01;12/03/2026 10:30";
  expect(proposeLayout(cut(`Agent;Fiche;Ligne;Quand\n${two}`, ";")).columns).toMatchObject({
    number: null,
    at: 3,
  });
});

it.each([
  ["Numéro composé;Date et heure de l'appel;Numéro d'appelant affiché;Code de qualification", [0, 1, 2, 3]],
  ["Appelé;Début de l'appel;Appelant;Motif", [0, 1, 2, 3]],
  ["Called;Start Date;Calling;Hangup cause", [0, 1, 2, 3]],
  ["Tél client;Date appel;CLI présenté;Issue appel", [0, 1, 2, 3]],
  ["destination_number;start_stamp;caller_id_number;hangup_cause", [0, 1, 2, 3]],
  ["Numéro du prospect;Horaire;Ligne sortante;Statut d'appel", [0, 1, 2, 3]],
  ["DNIS;Connect Time;ANI;Disposition Code", [0, 1, 2, 3]],
  ["N° tel;Date et heure;N° présenté;Qualif", [0, 1, 2, 3]],
  ["رقم المتصل به;تاريخ ووقت المكالمة;الرقم المعروض;نتيجة المكالمة", [0, 1, 2, 3]],
  ["Rufnummer;Zeitpunkt;Angezeigte Nummer;Ergebnis", [0, 1, 2, 3]],
  ["Teléfono;Fecha;Número mostrado;Resultado", [0, 1, 2, 3]],
  ["Numéro de l'appelé;Date et heure;Numéro de l'appelant;Résultat appel", [0, 1, 2, 3]],
  ["N° composé;Date/heure;N° affiché;Statut de l'appel", [0, 1, 2, 3]],
  ["Téléphone appelé;Horodatage;Téléphone présenté;Résultat de l’appel", [0, 1, 2, 3]],
  ["Appel vers;Appel le;Appel depuis;Qualification appel", [0, 1, 2, 3]],
  ["tel_appele;date_heure_appel;tel_appelant;qualif", [0, 1, 2, 3]],
  ["dst_number;start_time;src_number;disposition", [0, 1, 2, 3]],
  ["customer_phone;created_at;agent_number;status", [0, 1, 2, 3]],
  ["number_dialed;call_date;outbound_cid;status", [0, 1, 2, 3]],
])("finds number, instant, shown number and result of %s", (head, [number, at, shown, status]) =>
  expect(
    proposeLayout(cut(`${head}\n0612345678;12/03/2026 10:30;0170180001;NRP`, ";")).columns,
  ).toMatchObject({ number, at, shown, status }),
);

it("takes a clock of its own in Spanish", () =>
  expect(proposeLayout(cut("Teléfono;Fecha;Hora\n0612345678;12/03/2026;10:30", ";")).columns).toMatchObject({
    number: 0,
    at: 1,
    clock: 2,
  }));
