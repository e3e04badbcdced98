/** Words that send the reader to another place: "voir", "selon", "annexe". Folded. */
const POINTERS = `
  annexe annexes appendice attache attachee attaches cf confer conforme conformement convenu convenue convenus decrit
  decrite decrites decrits defini definie definies definis detaille detaillee dessous dessus indique indiquee indiques
  joint jointe jointes joints mentionne mentionnee mentionnes precise precisee precises prevu prevue prevues prevus
  reporter selon stipule stipulee suivant voir
  according agreed annex appendix attached attachment defined described detailed enclosed exhibit listed per pursuant
  refer schedule see specified stated
  انظر راجع ينظر حسب وفق وفقا طبقا بموجب ملحق ملاحق مرفق مرفقات مرفقة مبين مبينة مذكور مذكورة منصوص
  siehe anlage anhang gemass laut vease ver anexo anexos segun allegato allegati vedi secondo bijlage bijlagen zie volgens
`;

/** Names of documents and joining words: beside a pointer they state nothing of their own. */
const PAPERS = `
  accord accords alinea apres article articles art avant avenant avenants cadre cahier ci chapitre charges clause clauses bon
  client clients clientele commande conditions contrat contrats contractuel contractuelle contractuelles contractuels
  convention conventions detail details document documents documentation donneur est et dont fiche fichier feuille figurant
  instruction instructions lettre liste mission onglet ordre page pages paragraphe piece pieces point qui que reference
  references responsable se section signe signee sont sous suivante tableau tel telle vu traitement parties
  above agreement agreements as below contract contracts contractual customer document documents in is order out set sheet
  statement tab terms work sow msa dpa are between both parties controller
  عقد عقود اتفاقية اتفاق وثيقة وثائق مادة بند بنود صفحة رقم عليه عليها هو هي كما تعليمات اعلاه اسفله جدول ورقة زبون زبناء
  عميل عملاء مبرم
  vertrag nach wie unten oben contrato contratos contratto contratti overeenkomst dokument documento cliente kunde klant
  het der dem il lo el avv tabblad blatt registerkarte reiter tabelle hoja pestana tabla foglio scheda tabella tabel blad
`;

/** Words that may follow "selon": the text only promises to do as asked, and states nothing. */
const ASKED = `
  attente attentes besoin besoins cas consigne consignes demande demandes exigence exigences necessite souhait souhaits
  volonte sa ses
  demand demands need needs request requested requests requirements wishes case principal
  حاجة حاجيات طلب طلبات رغبة امر
`;

export const POINTER_WORDS = words(POINTERS);
export const PAPER_WORDS = words(PAPERS);
export const ASKED_WORDS = words(ASKED);

/** A first word after which what is asked for says nothing either: "according to the needs of the client". */
export const OPENS_REFERRAL =
  /^(?:selon|suivant|conformement|according|per|as|حسب|وفق|وفقا|طبقا|segun|secondo|volgens|gemass|laut)$/;

/** "Annexe 1", "art. 7.2", "ann. IV", "contrat n° 12": the number of a paper, which is no fact. On a text without marks. */
export const NUMBERED =
  /(?<![\p{L}\p{N}])(?:(?:annexes?|ann|annex|appendi(?:ce|x)|articles?|art|clauses?|chapitre|section|schedule|exhibit|onglet|feuille|pages?|p|point|paragraphe|§|anlage|anhang|anexo|allegato|bijlage|(?:ال)?(?:ملحق|مرفق|مادة|بند|صفحة))\.?\s{0,3}(?:n[°ºo]?\.?\s{0,3}|رقم\s{0,3})?|n[°º]\s{0,3}|رقم\s{0,3})(?:\p{N}{1,4}(?:[.\-/]\p{N}{1,4}){0,3}|[ivx]{1,4}|[a-z])(?![\p{L}\p{N}])/gu;

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
