/**
 * Lists the words most passwords consist of, in French, English and the Latin letters of Arabic. Not copied
 * from a leak: with the usual endings they make far more than the 3,000 most used passwords of twelve
 * characters or more (ASVS 6.2.4).
 */
export const COMMON_WORDS: readonly string[] = [
  ...words(`password passwort passcode passphrase motdepasse mdp pass word secret secrete code login
    compte account user utilisateur admin administrateur administrator root test demo exemple example sample temp
    temporaire changeme changer default defaut initial invite guest welcome bienvenue bonjour bonsoir hello salut salam
    marhaba azul letmein letme openup ouvretoi sesame trustno master maitre access acces entrer entree enter`),
  ...words(`iloveyou jetaime love amour amore habibi habiba monamour coeur chouchou loulou doudou cherie cheri bebe baby
    princess princesse prince queen king reine amoureux amoureuse maman papa mama famille family mother father
    monbebe sweet honey angel ange bisous kiss forever toujours happy heureux heureuse`),
  ...words(`soleil sunshine lune moon star etoile fleur flower rose jasmine papillon butterfly dauphin dolphin chat chien
    kitty dragon monkey tiger tigre lion panda eagle horse cheval shadow ombre silver golden diamond diamant chocolat
    chocolate vanille banane orange cookie caramel summer winter spring autumn printemps automne hiver dimanche lundi
    mardi mercredi jeudi vendredi samedi monday tuesday wednesday thursday friday saturday sunday janvier fevrier mars
    avril juin juillet aout septembre octobre novembre decembre january february march april june july august september
    october november december vacances holiday`),
  ...words(`football soccer baseball basketball hockey tennis batman superman spiderman pokemon naruto starwars matrix
    minecraft fortnite freedom liberte mustang ferrari porsche mercedes raja wydad barcelona barcelone realmadrid madrid
    marseille psg juventus chelsea liverpool arsenal ronaldo messi zidane computer ordinateur internet google facebook
    whatsapp instagram youtube microsoft windows samsung iphone android apple linkedin skype`),
  ...words(`maroc morocco maghrib marocain casablanca casa rabat fes marrakech tanger agadir meknes oujda tetouan laayoune
    france francais paris lyon toulouse lille nantes bordeaux algerie tunisie afrique africa europe world monde
    mohamed mohammed muhammad ahmed fatima fatimazahra khadija aicha youssef hassan hussein ibrahim abdellah abdallah
    allah inchallah inshallah bismillah hamdoulillah alhamdulillah ramadan islam nicolas thomas camille marie julien
    michael michelle jessica jennifer ashley charlie jordan daniel andrew robert george`),
  ...words(`centre center callcenter appel appels agent client clients service societe company entreprise bureau office
    travail work registre register rgpd gdpr cnil cndp dpo donnees data privacy securite security confidentiel
    confidential`),
];

/** Runs of the keyboard, of counting and of spelling; each is matched backwards too. */
export const COMMON_RUNS: readonly string[] = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "qwertzuiop",
  "azertyuiop",
  "qsdfghjklm",
  "wxcvbn",
  "!@#$%^&*()",
  "1qaz2wsx3edc4rfv5tgb6yhn",
  "1q2w3e4r5t6y7u8i9o0p",
  "1a2z3e4r5t6y7u8i9o0p",
  "q1w2e3r4t5y6u7i8o9p0",
  "a1z2e3r4t5y6u7i8o9p0",
  "aqwzsxedcrfvtgbyhn",
];

function words(text: string): string[] {
  return text.split(/\s+/);
}
