"""The commonest small words of languages that share a script, and letters that only some of them have.

Written from grammars: articles, pronouns, prepositions, conjunctions, forms of "to be" and "to have".
"""

LATIN = {
    "en": "the of and to in is that for it with as was on be by are this have from not but they which has had "
    "were been their its would there what will who more when if can out about so into than could them "
    "these some may",
    "de": "der die und das ist nicht ein eine zu den mit von sich auf für dem im auch als wird es an bei werden "
    "sind war aus wie oder nach einen einem einer hat haben dass sie er ich wir nur noch über durch aber "
    "zum zur kann",
    "fr": "le la les et des est une un dans que qui du pour pas sur au avec il ce sont par plus ne se en aux "
    "elle cette ont été mais leur nous vous ses être comme tout si ou ces son sa deux fait qu où y",
    "es": "el la los las y de que en un una es por con para no se del al como más su lo pero sus le ha sin "
    "sobre este entre cuando muy también hasta hay donde desde todo nos ser son fue está eso ya porque si "
    "han",
    "it": "il lo la gli le di che e un una per non in con del della dei delle è sono si da al alla nel nella "
    "come più ma anche ha hanno essere questo questa dal dalla sul sulla ne ci cui se degli agli loro "
    "stato può quando tra",
    "pt": "o a os as de que e em um uma não por para com do da dos das no na nos nas se ao mais como mas foi "
    "ele ela são é tem seu sua ou ser quando muito há já está também só pelo pela até isso entre às sem",
    "nl": "de het een en van in is dat op te zijn voor met niet die aan er ook als door maar om naar uit bij "
    "nog worden wordt heeft hebben kan over tot dan zo wat deze hij zij ze wij we was werd meer geen of "
    "dit",
    "af": "die en het van in is nie wat dat sy te op vir met om by ons hulle aan as sal was word kan maar ook "
    "’n n daar",
    "sv": "och i att det som en på är av för med till den har de inte om ett men var jag sig från vi så kan när "
    "hade nu också eller efter vid ska alla mycket där mot blir skulle över måste deras",
    "da": "og i at det er en af til på som for med den der de har ikke et om men var sig han fra vi så kan når "
    "havde nu også eller efter ved skal blev mod være hvor noget meget bliver hvad deres kun kunne mange "
    "nogle",
    "nb": "og i å det er en av til på som for med den de har ikke et om men var seg han fra vi så kan når hadde "
    "nå også eller etter ved skal ble mot være hvor noe mye blir hva deres bare kunne mange noen opp ut "
    "bli",
    "is": "og að í á er sem um ekki við en til hann það af með var fyrir eru þá því hafa eða frá þess hún þeir "
    "verið þar eins upp hafi hefur",
    "fi": "ja on ei se että oli en ovat mutta kun tai myös jos niin kuin hän ole joka sekä olla vain ne tämä "
    "sen jo voi kanssa mukaan sitä siitä jotka ollut vuoden sitten ennen eivät nyt",
    "et": "ja on ei see et oli ka kui mis aga või ning kes siis seda oma ta selle nii veel pole mida olid need "
    "kõik juba ainult üle pärast",
    "pl": "i w na z się nie do że to o jest od po za jak dla ale przez co przy czy tylko być który która które "
    "tym są był była było już ich jego oraz może tego jej ma lub więc gdy także bardzo pod",
    "cs": "a v se na je že s z do o to i jako za by ale si ve které který která pro podle jeho při jsou byl "
    "bylo nebo už až tak od po jen může být mezi však není také jsme jejich kteří",
    "sk": "a v sa na je že s z do o to aj ako za by ale si vo ktoré ktorý ktorá pre podľa jeho pri sú bol bolo "
    "alebo už až tak od po len môže byť medzi však nie tiež sme ich ktorí",
    "sl": "in v je na se da za so pa z ki ne bi tudi po s kot pri iz ali ko bil bilo še od lahko kar ker samo "
    "med do že njihov sem smo to",
    "hr": "i u je na se da za su od s ne koji koja koje što kao a to iz će bi po o ali ili bio bilo samo do sve "
    "već kako nije jer biti prema između te",
    "hu": "a az és hogy nem is egy van ez de azt volt meg el már csak mint még kell vagy ha lehet ki minden ezt "
    "mert be azonban amely után között akkor ami nagyon lesz nincs ők szerint",
    "ro": "și de în la a cu pe nu că o să care un este din mai pentru ce se au sunt fi cel am dar fost ca prin "
    "ale al după sau dintre acest această lui între poate foarte fără i-a s-a iar",
    "sq": "dhe të në e i që për me një nuk se ka më nga është si ishte do kjo ai janë por kanë ose tij shumë",
    "lt": "ir į kad su yra iš tai bet kaip ne buvo už jo apie nuo dėl po jau tik pagal taip ar per tarp kurie "
    "jie šis gali būti prie",
    "lv": "un ir ka ar par no uz kas ne bet to arī kā lai tika ļoti pēc pie vai jau tikai viņš šo pa būt nav "
    "kuras starp",
    "tr": "ve bir bu da de için ile çok ne o ama daha gibi olarak kadar olan en var sonra değil ise mi her ya "
    "şey diye kendi ancak göre olduğu bunu şu ki",
    "ca": "de la i el que els les en un una per a amb no és del es al com més va ser ha han però aquest aquesta "
    "dels també seu seva són pel què hi molt on si",
    "gl": "de a e o que os as en un unha para por con non do da dos das no na é se máis como pero foi ao son "
    "tamén seu súa moi xa está hai polo pola sen esta",
    "eu": "eta da ez du bat dira ere zen izan dute hau baina egin baino beste bere den dela ditu dago zuen "
    "egiten gehiago",
    "id": "yang dan di dari untuk dengan ini itu pada tidak dalam adalah akan ke oleh juga sebagai karena ada "
    "mereka dapat telah atau bisa lebih sudah saat kepada seperti bahwa hanya kami tersebut",
    "vi": "và của là có trong không cho được một các với những người này để khi đã từ như về đến cũng ra nhiều "
    "vào theo tại phải hơn sẽ đó thì",
    "sw": "na ya wa kwa ni katika za la kuwa hii hiyo lakini cha kama ambao yake wake si au hata pia watu baada "
    "hayo alisema",
    "az": "və bu bir ilə üçün da də olan ki ya çox daha kimi sonra var deyil ən isə o hər edir olduğu etmək",
    "ms": "yang dan di untuk dengan ini itu pada tidak dalam adalah akan ke oleh juga sebagai kerana ada mereka "
    "boleh anda bagi sila telah atau lebih seperti ialah kepada",
    "ig": "na ndị ya nke a bụ maka ihe nwere ma ka si n’ ga",
    "gd": "agus air an a tha e na gu ann le bha cha nach do gun ach mar bho sin aig",
    "ga": "an na agus a i ar is go ag le bhí do ní sa nach é seo atá sin ach leis",
    "cy": "y yn yr a i o ar ei bod wedi mae gan am ac oedd ond ni eu hyn sydd fel",
}
CYRILLIC = {
    "ru": "и в не на что с по как это из но а к у от за его для же все или так бы был была было они мы вы она "
    "он при о которые который также может только если чем еще уже до",
    "uk": "і в не на що з як це та але до у від за його для є або так був була вони який яка які також може "
    "тільки якщо ще вже при про він вона ми й",
    "be": "і у не на што з як гэта але да ад за яго для ёсць або так быў была яны які якая якія таксама можа "
    "толькі калі ужо пра ён яна мы",
    "bg": "и на да се в за не от с че по е са като това до но при след които която който ще беше или има само "
    "още към един една",
    "sr": "и у је на се да за су од с не који која које што као а то из ће би по о али или био било само до све "
    "већ",
    "kk": "және бұл мен үшін бар бір да де емес деп осы ол болып бойынша",
    "ky": "жана бул менен үчүн бар бир эле эмес деп ал болуп",
    "mn": "нь юм байна гэж энэ бол бөгөөд болон тул биш хэрэгтэй ба",
    "tt": "һәм бу белән өчен бар бер да дә түгел дип ул",
    "mk": "и на да се во за не од со дека по е како тоа до но при кои која кој ќе беше или има само уште",
}
ARABIC = {
    "ar": "في من على إلى أن التي الذي هذا هذه عن مع كان ما لا ولا كما بين وقد وفي ومن قد هو هي كانت ذلك بعد قبل "
    "كل",
    "fa": "در از به که این را با است برای آن یک می های بود شده هم نیز تا بر اما خود شود کرد ها دارد باید",
    "ckb": "لە بە و کە بۆ ئەم لەگەڵ ئەو بوو هەر دەکات نییە ئێستا",
    "ug": "بۇ ۋە بىر بىلەن ئۈچۈن بولۇپ ئۇ دەپ",
    "ur": "کے میں کی ہے اور سے کا کو پر نے کہ یہ ہیں بھی اس ان تھا ایک جو نہیں کیا تو",
}
DEVANAGARI = {
    "hi": "के है में की का को से और ने पर यह हैं कि नहीं भी था एक इस लिए हो कर तो या गया जो",
    "mr": "आहे आणि या च्या ते हे नाही तो होते केले आहेत एक की असे त्या होती करण्यात मध्ये",
    "ne": "छ र को मा हो गर्न यो पनि लाई भने छन् गरेको भएको तथा एक गर्ने छैन",
}
LETTERS = {
    "de": "ß",
    "es": "ñ¿¡",
    "pt": "ãõ",
    "pl": "łąęśźż",
    "cs": "řěů",
    "sk": "ľĺŕô",
    "hu": "őű",
    "ro": "țșăţş",
    "tr": "ğı",
    "is": "ðþ",
    "lt": "ėįų",
    "lv": "ļņķģ",
    "et": "õ",
    "da": "æ",
    "nb": "æ",
    "az": "ə",
    "ig": "ịọụṅ",
    "vi": "đơưạảấầẩậắằẳặẹẻẽếềểệỉỏốồổộớờởợủứừửữựỳỵỷỹ",
    "uk": "їєґ",
    "be": "ў",
    "sr": "ђјљњћџ",
    "mk": "ѓќѕ",
    "bg": "ъ",
    "kk": "әғқңөұүһ",
    "ky": "ңөү",
    "mn": "өү",
    "tt": "әөүңһҗ",
    "fa": "پچژگ",
    "ur": "ٹڈڑےں",
    "ckb": "ڕڵێۆەھ",
    "ug": "ۇۆۈېەڭ",
}
"""Letters that mark a word as one of a language; others of the script have them seldom or never."""
