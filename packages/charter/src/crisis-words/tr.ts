import { type CrisisWords } from '../crisis-sense.ts';
import { wordList } from '../word-list.ts';

export const tr: CrisisWords = {
  wish: wordList(`
    istiyorum, istiyom, isterdim, isterim, istemiştim, istiyordum, düşünüyorum, düşünüyom, düşündüm, düşüncesi, düşünceleri, düşünceler,
    planlıyorum, karar verdim, kararlıyım, hazırım, niyetim, keşke, lazım, gerek, gerekiyor, hakediyorum, bu gece, bugün, yakında, yolu,
    yöntemi, en acısız, acısız, cesaret, cesaretim, denedim, çalıştım, daha iyi, tek çare, tek çözüm, üzereyim, içimden geliyor,
    aklımdan geçiyor, hayal ediyorum, valla, ne olur, sa da, olsam, olsa, bir an önce, kurtulsam, döneceğime, nasıl yapsam
  `),
  death: wordList(`
    ölmek, ölmeyi, ölmem, ölsem, ölüm, ölümü, ölürüm, öleyim, ölüp, geberip, gebermek, gebersem, gebereyim, kendimi öldürmek,
    kendimi öldürmeyi, kendimi öldür*, canıma kıy*, canima kiy*, intihar etmek, intihar etmeyi, intihar ed*, intihar, intihara,
    intiharı düşün*, intahar, intahar etmek, hayatıma son, yaşamıma son, her şeye son, herşeye son, hepsine son, kendi hayatımı almak,
    kendi hayatımı almayı, hayatımı bitirmek, hayatımı sonlandır*, yok olmak, yok olup gitmek, yok olup, var olmamak, uyanmamak, uyanmamayı,
    uyumak ve uyanmamak, bir daha uyanmamak, sonsuza kadar uyumak, sonsuza dek uyumak, kendimi asmak, kendimi as*, kendimi vurmak,
    kendimi atmak, kendimi at*, köprüden atla*, doğmasaydım, hiç doğmasaydım, dogmasaydim, mezara, mezara girmek, toprağa girmek,
    bu dünyadan gitmek, bu dünyadan göç*, bileklerimi kes*, dönüşü olmayan bir şey
  `),
  weary: wordList(`
    istemiyorum, istemiyom, istemem, istemiyor, bıktım, biktim, yoruldum, usandım, usandim, sıkıldım, nefret ediyorum, anlamı yok,
    anlami yok, anlamsız, bir anlamı, değeri yok, değmez, değersiz, boş, neden, niye, niçin, nedenim yok, sebep yok, sebebim yok,
    hiçbir neden, hiçbir sebep, gücüm yok, gücüm kalmadı, halim yok, dayanamıyorum, takatim, tükendim, vazgeçtim, yeter, doydum, pes ettim
  `),
  living: wordList(`
    yaşamak, yaşamaktan, yasamak, yaşamaya, yaşam, hayat, hayattan, hayatımdan, hayatımın, hayatın, hayatim, bu hayat*, yaşıyorum, yaşıyom,
    hayatta olmak, hayatta kalmak, var olmak, var olmaktan, burada olmak, bu dünyada, dünyada, yarın uyanmak, sabah uyanmak için,
    uyanmak için, nefes almak*
  `),
  unable: wordList(`
    yaşayamıyorum, yaşayamam, dayanamıyorum, dayanamam, katlanamıyorum, sanmıyorum, devam edemiyorum, edemem, edemiyorum, çıkaramam,
    kaldıramıyorum
  `),
  enduring: wordList(`
    böyle, artık, daha fazla, bu hayata, bu acıya, bu geceyi, geceyi çıkar*, sabaha çıkar*, sabahı gör*, devam, yaşamaya, bu şekilde,
    bir gün daha
  `),
  harming: wordList(`
    kesiyorum, kesicem, keseceğim, kesmek, kestim, yakıyorum, yaktım, yakmak, zarar, zarar veriyorum, zarar verdim, çiziyorum, dövüyorum,
    cezalandır*, jiletliyorum, jiletle*, asarım, asacağım, bir şey yapmak, bir şey yapacağım, birşey yapmak, acıtıyorum, vuruyorum
  `),
  self: wordList(`
    kendimi, kendime, kollarımı, kolumu, kollarimi, bileklerimi, bileğimi, bacaklarımı, derimi, vücudumu, kendi kendime, damarlarımı,
    sigarayla
  `),
  somebody: wordList(`
    kız kardeşim, kardeşim, ablam, abim, ağabeyim, oğlum, kızım, çocuğum, arkadaşım, en yakın arkadaşım, sevgilim, erkek arkadaşım,
    kız arkadaşım, kocam, karım, eşim, eski sevgilim, annem, babam, dedem, ninem, kuzenim, ev arkadaşım, komşum, sınıf arkadaşım,
    iş arkadaşım, öğrencim, biri, birisi, bir arkadaş*, o
  `),
  'their-death': wordList(`
    kendini öldür*, kendini as*, canına kıy*, intihar*, hayatına son*, yaşamına son*, ölmek istiyor*, ölmek istediğ*, yaşamak istemiyor*,
    yaşamak istemediğ*, kendini kesiyor, kendini kesti, bileklerini kes*, kendine zarar*, kendine bir şey*, ölümden bahse*, ölümden söz*,
    veda mesajı*, elveda, sensiz yaşa*, bensiz yaşa*, iple, köprüden atla*, uyanmak istemediğ*
  `),
  remedy: wordList(`
    hap, hapı, hapları, haplar, haplarımı, ilaç, ilaçları, ilaçlar, ilaçlarımı, uyku hapı, uyku ilacı, ağrı kesici, antidepresan, insülin,
    kutu
  `),
  'too-much': wordList(`
    çok fazla, fazla, hepsini iç*, hepsini yut*, hepsini al*, tümünü, bütün kutu*, kutunun hepsi*, bilerek, kasten, isteyerek, uyanmamak,
    ölmek için, önümde, bir seferde, birden
  `),
  height: wordList(`
    çatı, çatının, çatıda, çatıdan, köprü, köprüden, köprünün, balkon, balkondan, pencereden, camdan, uçurum*, tren, trenin, metro,
    metronun, raylar*, ray, kenarında, kenarındayım, araba*, kamyon*, binadan
  `),
  leap: wordList(`
    atlamak istiyorum, atlamak, atlasam, atlayacağım, atlıcam, atlarım, atla, kendimi at*, önüne atla*, altına at*, duruyorum,
    kenarında dur*, kenarındayım, yazıyorum bilmiyorum, bırakmak, aşağı
  `),
  others: wordList(`
    herkes, herkes için, dünya, ailem, ailem için, çocuklarım, annem, babam, kocam, karım, kimse, hiç kimse, kimsenin, insanlar, siz, sizin,
    onlar
  `),
  'without-me': wordList(`
    bensiz, ben olmasam, ben olmasaydım, ben olmazsam, ben ölsem, ölsem, ben ölürsem, ölürsem, kaybolsam, yok olsam, gitsem,
    bensiz daha iyi, beni özle*, arkamdan ağla*, fark etmez ölsem, umurunda değil, umurunda olmam, umursamaz
  `),
  suicidal: wordList(`
    intihar düşünce*, intihar dusunce*, intahar düşünce*, intihara meyil*, intihar eğilim*, intiharın eşiğinde*, ölüm düşünce*,
    intihar etmeyi dusunuyorum
  `),
  person: wordList(`
    benim, bana, beni, peşimi, var, yardım, yardim, yine, aklım*, içim*, babam, annem, sürekli, her gün, kurtul*, lütfen, edin, bırakm*
  `),
  voices: wordList(`sesler, ses, kafamda*, içimdeki`),
  order: wordList(`atla, öl, öldür, kes, kendini, yap diyor, ölmemi, önüne`),
  farewell: wordList(`veda mektub*, veda mektup*, son mektub*, son mektup*, intihar notu, veda notu, veda videosu`),
  kin: wordList(`
    çocuklarıma, çocuklarim*, aileme, anneme, babama, karıma, kocama, oğluma, kızıma, eşime, arkadaşlarıma, herkese
  `),
  'way-out': wordList(`
    çıkış yok, çıkış yolu yok, çıkış yolum yok, çarem yok, çare yok, umut yok, umudum yok, umudum kalmadı, geleceğim yok, kurtuluş yok,
    çıkışım yok
  `),
  none: wordList(`benim için, benim, artık, tek bir yol, tek yol, göremiyorum, hayatımda, kaldı`),
  pain: wordList(`acı, bu acı, ıstırap, acım, acılarım, çile`),
  'for-ever': wordList(`sonsuza kadar, sonsuza dek, temelli, ebediyen, bitsin istiyorum, bitsin artık, tamamen bitsin`),
  'last-day': wordList(`son günüm, benim son günüm, son gecem, son akşamım, son doğum günüm, son saatlerim`),
  settled: wordList(`karar verdim, bu dünyada, pazar, yarın, bugün, olacak, benim`),
  weapon: wordList(`bıçakla, bıçak, elinde bıçak, silahla, silah, baltayla, sopayla`),
  hiding: wordList(`
    saklanıyorum, saklandım, kapının arkasında, kapının önünde, kapıda, kapımda, bekliyor, üstüme geliyor, beni tehdit*, peşimde,
    evime girdi, kilitledim kendimi, kapıyı kırıyor
  `),
  held: wordList(`
    tutuyorlar, tutuyor, beni tutuyor*, kilitledi*, hapsetti*, rehin*, alıkoy*, pasaportumu, bırakmıyor*, çıkarmıyor*
  `),
  'by-force': wordList(`
    zorla, beni zorla, isteğim dışında, irademe karşı, bodrumda, evde, dışarı, pasaportumu aldı*, aldılar, odaya, telefonumu
  `),
  elder: wordList(`
    üvey babam, babam, amcam, dayım, dedem, antrenörüm, öğretmenim, hocam, abim, ağabeyim, kuzenim, komşumuz, annemin sevgilisi, enişte*
  `),
  touching: wordList(`
    bana dokunuyor, dokunuyor, bana dokundu, beni elliyor, elliyor, bana tecavüz*, tecavüz etti, taciz ediyor, taciz etti, istismar ediyor,
    gece odama geliyor, beni soyuyor, bana sarkıntı*
  `),
  story: wordList(`
    roman*, kitab*, kitap*, film*, şiir*, hikaye*, ödev*, şarkı*, oyun*, minecraft*, karakter*, dedektif*, romeo*, werther*, hitler*,
    caesar*, istatistik*, yasa tasarısı, anayasa*, kanun*, tasarı*, bütçe*, önleme*, önlem*, sigorta*, araştırma*, tarih*, gülmek*, utanc*, merak*, susuz*,
    açlık*, kahve*, form*, telefon*, pil, bilgisayar*, sunucu*, hesab*, abone*, sözleşme*, işlem*, domates*, köpe*, kedi*, camus*, ötanazi*,
    destekli, müze*, vergi*, belge*, emeklilik, bakım*, bağış*
  `),
  dwelling: wordList(`
    şehir*, şehirde, köyde, köy*, evde, apartman*, ailemle, anne babamla, yurt*, yurdu, kira*, yurtdışı*, ülkede, mahalle*, okulda, sokak*,
    semt*, komşu*, burada yaşa*, kayınvalide*, adres*, sigorta*, camus*, cumartesi, pazartesi, salı, çarşamba, perşembe, cuma, otopark*,
    erken
  `),
  mishap: wordList(`
    yemek yap*, mutfak*, tıraş*, cam, camla, fırın*, ocak, ütü*, işte, iş yerinde, spor*, futbol*, oynarken, bisiklet*, düştüm, kaza*,
    yanlışlıkla, sigorta*, tazminat*, tetanos*, saç*, tırnak*, bahçe*, parmağımı, güneş*
  `),
};
