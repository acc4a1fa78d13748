"""Words about feeds: the page that lists them."""

from reading.words.table import WordTable

WORDS: WordTable = {
    "feeds": ("Feeds", "Flux", "Feeds", "Ленты", "الخلاصات", "피드"),
    "feeds_about": (
        "The feeds of this site: for everything, by content type, language, topic and series.",
        "Les flux de ce site : tous les articles, par type, langue, thème et série.",
        "Die Feeds dieser Website: für alles, nach Art, Sprache, Thema und Reihe.",
        "Ленты этого сайта: всё сразу, по видам публикаций, языкам, темам и циклам.",
        "خلاصات هذا الموقع: كل المقالات، أو بحسب النوع واللغة والموضوع والسلسلة.",
        "이 사이트의 피드: 전체, 글 유형별, 언어별, 주제별, 연재별.",
    ),
    "feeds_what": (
        "A feed brings new pieces to you: a feed reader asks for them now and then, and shows their text as "
        "far as we may pass it on. No account with us is needed, and we are not told what you read.",
        "Un flux vous apporte les nouveaux articles : un lecteur de flux les demande de temps à autre et affiche leur "
        "texte, dans la mesure où nous pouvons le transmettre. Il ne faut pas de compte chez nous, et nous ne "
        "savons pas ce que vous lisez.",
        "Ein Feed bringt Ihnen neue Beiträge: Ein Feedreader fragt ab und zu nach ihnen und zeigt ihren Text, "
        "soweit wir ihn weitergeben dürfen. Sie brauchen kein Konto bei uns, und wir erfahren nicht, was Sie lesen.",
        "Лента приносит новые публикации вам: программа для чтения лент время от времени запрашивает их и показывает "
        "их текст, насколько мы вправе его передавать. Регистрация у нас не нужна, и мы не узнаём, что вы читаете.",
        "تأتيك الخلاصة بالمقالات الجديدة: يطلبها قارئ الخلاصات من حين إلى آخر ويعرض نصها بقدر ما يحق لنا نقله. "
        "لا حاجة إلى حساب عندنا، ولا نعلم ما تقرأ.",
        "피드는 새 글을 가져다줍니다. 피드 리더가 이따금 새 글을 확인해 저희가 제공할 수 있는 범위에서 보여 줍니다. "
        "저희 계정은 필요 없고, 무엇을 읽는지 저희는 알지 못합니다.",
    ),
    "feeds_how": (
        "Copy an address below into your feed reader. RSS, Atom and JSON Feed have the same pieces: any will do.",
        "Copiez l’une des adresses ci-dessous dans votre lecteur de flux. RSS, Atom et JSON Feed contiennent les mêmes "
        "articles : peu importe lequel.",
        "Kopieren Sie eine der Adressen in Ihren Feedreader. RSS, Atom und JSON Feed enthalten dieselben Beiträge: "
        "Jedes Format ist recht.",
        "Скопируйте один из адресов ниже в программу для чтения лент. В RSS, Atom и JSON Feed одни и те же публикации: "
        "подойдёт любой формат.",
        "انسخ أحد العناوين أدناه إلى قارئ الخلاصات. في RSS وAtom وJSON Feed المقالات نفسها، فاختر أيًّا منها.",
        "아래 주소를 피드 리더에 붙여 넣으세요. RSS, Atom, JSON Feed에는 같은 글이 있으니 어느 것이든 됩니다.",
    ),
    "feeds_beside": (
        "Each person, outlet and topic has a feed too; its address stands on their page.",
        "Chaque personne, chaque média et chaque thème a aussi son flux ; son adresse figure sur sa page.",
        "Auch jede Person, jedes Medium und jedes Thema hat einen Feed; die Adresse steht auf der jeweiligen Seite.",
        "Своя лента есть и у каждого автора, издания и темы; её адрес указан на соответствующей странице.",
        "ولكل شخص وجهة نشر وموضوع خلاصة أيضًا، وعنوانها في صفحته.",
        "사람, 매체, 주제마다 피드가 따로 있으며, 그 주소는 해당 페이지에 있습니다.",
    ),
    "feeds_opml": (
        "All feeds of this page as one file (OPML)", "Tous les flux de cette page en un fichier (OPML)",
        "Alle Feeds dieser Seite in einer Datei (OPML)", "Все ленты этой страницы одним файлом (OPML)",
        "كل خلاصات هذه الصفحة في ملف واحد (OPML)", "이 페이지의 모든 피드를 한 파일로 (OPML)",
    ),
    "feeds_every": ("Every piece", "Tous les articles", "Alle Beiträge", "Все публикации", "كل المقالات", "모든 글"),
    "feeds_all": ("Everything", "Tout", "Alles", "Всё", "الكل", "전체"),
    "feeds_kinds": (
        "By content type", "Par type de texte", "Nach Art", "По видам публикаций", "بحسب النوع", "글 유형별",
    ),
    "feeds_languages": ("By language", "Par langue", "Nach Sprache", "По языкам", "بحسب اللغة", "언어별"),
    "feeds_topics": ("By topic", "Par thème", "Nach Thema", "По темам", "بحسب الموضوع", "주제별"),
    "feeds_series": ("By series", "Par série", "Nach Reihe", "По циклам", "بحسب السلسلة", "연재별"),
    "feeds_houses": (
        "Institutions and centers", "Institutions et centres", "Institutionen und Zentren", "Организации и центры",
        "المؤسسات والمراكز", "기관과 센터",
    ),
}  # fmt: skip
