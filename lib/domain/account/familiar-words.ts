/**
 * Lists what the lists of the library of passwords lack: sayings of Morocco and of Islam, its clubs, words in Arabic letters,
 * and titles of several words; two of them with the usual endings are guessed within minutes.
 */
export const FAMILIAR_WORDS: readonly string[] = [
  ...words(`alahly zamalek esperance rajacasablanca rajaclub wydadcasablanca farrabat hilal nassr ittihad botola dima
    dimamaghrib dimaraja dimawydad sirsir vivelemaroc vivelafrance onestlachampions allezlesbleus lesbleus bleus allez
    parissaintgermain saintgermain olympiquedemarseille olympiquelyonnais gameofthrones winteriscoming hakunamatata
    lordoftherings seigneurdesanneaux`),
  ...words(`mekka makkah medina kaaba subhanallah mashallah astaghfirullah allahakbar allahouakbar lailahaillallah
    hamdullah alhamdulillah rabbi yarab yarabi salaam salamalaikum assalam oumkalthoum fairuz khaled couscous tajine
    harira`),
  ...words(`abdelaziz abdelkader abdelkrim abderrahim abderrahmane abdelhak abdelilah yassine rachida rachid soukaina
    soufiane ghizlane meryem noureddine oumaima zakaria`),
  ...words(`كلمة السر كلمةالسر كلمةالمرور المرور سري حبيبي حبيبتي حياتي قلبي روحي عمري بحبك احبك امي ابي محمد احمد علي فاطمة
    خديجة عائشة يوسف حسن حسين ابراهيم عبدالله عبدالرحمن خالد سعيد كريم ياسين الله اللهاكبر الحمدلله الحمد سبحانالله بسمالله
    بسم الرحمن الرحيم انشاءالله ماشاءالله لاالهالاالله رسول رمضان مكة المدينة المغرب مغربي الدارالبيضاء البيضاء الرباط مراكش
    طنجة اكادير الجزائر تونس مصر فلسطين القدس الرجاء الوداد ديما برشلونة ريال مدريد شمس قمر وردة ملكة اميرة مدير موظف شركة
    مركز اتصال`),
];

function words(text: string): string[] {
  return text.split(/\s+/);
}
