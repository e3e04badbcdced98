/**
 * Providers where anybody may open a mailbox: to share their domain says nothing of who employs somebody. The large ones
 * of Morocco and of the countries whose companies give its call centres work; one that is missing here can be told by
 * nobody from a company's own domain, and an address there is refused rather than taken.
 */
export const MAIL_PROVIDERS: ReadonlySet<string> = new Set(
  [
    "gmail.com googlemail.com outlook.com outlook.fr outlook.be outlook.es hotmail.com hotmail.fr hotmail.be",
    "hotmail.co.uk hotmail.es hotmail.it live.com live.fr live.be live.co.uk live.nl live.it msn.com",
    "yahoo.com yahoo.fr yahoo.co.uk yahoo.es yahoo.it yahoo.de ymail.com rocketmail.com aol.com aol.fr",
    "icloud.com me.com mac.com proton.me protonmail.com protonmail.ch pm.me tutanota.com tuta.com tuta.io",
    "gmx.com gmx.fr gmx.de gmx.net gmx.ch gmx.at web.de mail.com zoho.com zohomail.eu fastmail.com hey.com",
    "orange.fr wanadoo.fr free.fr sfr.fr neuf.fr cegetel.net club-internet.fr numericable.fr laposte.net",
    "bbox.fr aliceadsl.fr voila.fr caramail.com mailo.com ik.me netcourrier.com",
    "skynet.be proximus.be telenet.be scarlet.be voo.be bluewin.ch sunrise.ch hispeed.ch",
    "menara.ma iam.ma iam.net.ma orange.ma inwi.ma",
    "t-online.de freenet.de libero.it virgilio.it tiscali.it alice.it tin.it telefonica.net terra.es",
    "btinternet.com sky.com virginmedia.com talktalk.net ziggo.nl kpnmail.nl planet.nl home.nl sapo.pt",
    "videotron.ca sympatico.ca bell.net rogers.com shaw.ca",
  ].flatMap((line) => line.split(" ")),
);
