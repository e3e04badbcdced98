/**
 * Names of the countries of an adequacy decision beside those of the lexicon: their long forms, their codes of three
 * letters, and Dutch, German, Italian, Portuguese and Spanish. Packed as the lexicon is.
 */
export const ADEQUATE_COUNTRY_NAMES = `
  GB royaume uni de grande bretagne et d irlande du nord / united kingdom of great britain and northern ireland / gbr / g b /
  britain / بريطانيا / بريطانيا العظمى / إنجلترا / انكلترا / اسكتلندا / ويلز / ايرلندا الشمالية / المملكة المتحدة
  لبريطانيا العظمى وايرلندا الشمالية / vereinigtes konigreich / grossbritannien / großbritannien / reino unido / regno
  unito / verenigd koninkrijk / gran bretana / gran bretagna / gra bretanha / groot brittannie / schottland / schotland /
  escocia / scozia / inglaterra / inghilterra / engeland / wales ; BR republique federative du bresil / federative
  republic of brazil / bra / brasil / brasilien / brasile / brazilie / republica federativa do brasil / جمهورية البرازيل
  الاتحادية / جمهورية البرازيل ; CH confederation suisse / swiss confederation / che / zwitserland / suiza / suica /
  الاتحاد السويسري ; CA kanada / can / canadá ; AR argentinien / argentinie / republique argentine / argentine republic / arg ;
  IL israele / staat israel / etat d israel / state of israel / isr / دولة إسرائيل ; UY republique orientale de l uruguay / ury ;
  NZ neuseeland / nueva zelanda / nuova zelanda / nova zelandia / nieuw zeeland / nzl / aotearoa / نيوزيلاندا ; JP japan /
  giappone / japon / japao / jpn ; KR sudkorea / republique de coree / republic of korea / corea del sur / corea del sud /
  coreia do sul / zuid korea / kor / جمهورية كوريا ; US vereinigte staaten / vereinigte staaten von amerika / estados
  unidos / stati uniti / verenigde staten / etats unis d amerique / الولايات المتحدة الأمريكية / امريكا ; GG bailliage
  de guernesey / ggy ; IM ile de man / insel man / isla de man / imn ; JE bailliage de jersey / jey ; FO faroer / faroer
  inseln / islas feroe / isole faroe / feroe / fro / جزر الفارو ; AD principaute d andorre / andora
`;
