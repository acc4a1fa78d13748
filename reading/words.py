"""Words of ours around a piece: links, headings of lists, titles of feeds, in the languages of the usual phrases.

They speak the language of their page; on a page in another language they are English and marked as such. Words of the
house beside the text itself are phrases (`disclaimers.positions`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.utils.safestring import SafeString

from disclaimers.phrases import ENGLISH, LANGUAGES
from prose.languages import base, marks
from prose.quotation_marks import quotation_marks

# One row for each word: English, French, German, Russian, Arabic, Korean.
_TABLE: dict[str, tuple[str, str, str, str, str, str]] = {
    "skip": (
        "Skip to the text", "Aller au texte", "Zum Text springen", "Перейти к тексту", "انتقل إلى النص",
        "본문으로 건너뛰기",
    ),
    "portrait_of": (
        "Portrait of {name}", "Portrait de {name}", "Porträt von {name}", "Портрет: {name}", "صورة {name}",
        "{name}의 사진",
    ),
    "logo": ("Logo:", "Logo :", "Logo:", "Логотип:", "الشعار:", "로고:"),
    "files": ("Files", "Fichiers", "Dateien", "Файлы", "الملفات", "파일"),
    "file_report": ("Report", "Rapport", "Bericht", "Доклад", "تقرير", "보고서"),
    "file_transcript": ("Transcript", "Transcription", "Mitschrift", "Стенограмма", "نص مفرّغ", "녹취록"),
    "file_data": ("Data", "Données", "Daten", "Данные", "بيانات", "데이터"),
    "file_slides": ("Slides", "Diaporama", "Folien", "Слайды", "شرائح عرض", "슬라이드"),
    "file_annex": ("Annex", "Annexe", "Anhang", "Приложение", "ملحق", "부록"),
    "one_page": ("1 page", "1 page", "1 Seite", "1 стр.", "صفحة واحدة", "1쪽"),
    "pages": (
        "{number} pages", "{number} pages", "{number} Seiten", "{number} стр.", "عدد الصفحات: {number}", "{number}쪽",
    ),
    "bytes": ("{number} bytes", "{number} octets", "{number} Byte", "{number} Б", "{number} بايت", "{number}바이트"),
    "kilobytes": ("{number} kB", "{number} ko", "{number} kB", "{number} КБ", "{number} ك.ب", "{number}KB"),
    "megabytes": ("{number} MB", "{number} Mo", "{number} MB", "{number} МБ", "{number} م.ب", "{number}MB"),
    "gigabytes": ("{number} GB", "{number} Go", "{number} GB", "{number} ГБ", "{number} غ.ب", "{number}GB"),
    "decimal_point": (".", ",", ",", ",", ",", "."),
    "latest": ("Latest", "Derniers articles", "Neueste Beiträge", "Последние публикации", "أحدث المقالات", "최신 글"),
    "feed": ("Feed (RSS)", "Flux RSS", "RSS-Feed", "Лента RSS", "خلاصة RSS", "RSS 피드"),
    "permissions": (
        "Permissions:", "Droits de reproduction :", "Abdruckrechte:", "Разрешение на перепечатку:", "أذونات النشر:",
        "게재 허가:",
    ),
    "errors": ("Errors:", "Erreurs :", "Fehler:", "Ошибки:", "الأخطاء:", "오류:"),
    "report": (
        "Report an error", "Signaler une erreur", "Fehler melden", "Сообщить об ошибке", "الإبلاغ عن خطأ", "오류 신고",
    ),
    "error_in": (
        "Error in {quoted} ({address})", "Erreur dans {quoted} ({address})", "Fehler in {quoted} ({address})",
        "Ошибка в {quoted} ({address})", "خطأ في {quoted} ({address})", "{quoted} 오류 ({address})",
    ),
    "write_to_us": (
        "Write to us about this", "Nous écrire à ce sujet", "Schreiben Sie uns dazu", "Написать нам об этом",
        "راسلنا بهذا الشأن", "이에 관해 문의하기",
    ),
    "see_latest": (
        "See the latest pieces", "Voir les derniers articles", "Zu den neuesten Beiträgen", "К последним публикациям",
        "اطّلع على أحدث المقالات", "최신 글 보기",
    ),
    "load_from": (
        "Load from {name}", "Charger depuis {name}", "Von {name} laden", "Загрузить с {name}", "تحميل من {name}",
        "{name}에서 불러오기",
    ),
    "republish": (
        "Republish this piece", "Republier cet article", "Diesen Beitrag übernehmen", "Перепечатать эту публикацию",
        "إعادة نشر هذا المقال", "이 글 재게재하기",
    ),
    "republish_named": (
        "Republish {quoted}", "Republier {quoted}", "{quoted} übernehmen", "Перепечатать {quoted}",
        "إعادة نشر {quoted}",
        "{quoted} 재게재하기",
    ),
    "take_text": (
        "Take the text as it stands, with its credit, its link back, its notices and its disclaimers.",
        "Reprenez le texte tel quel, avec sa signature, son lien vers l’original, ses avis et ses avertissements.",
        "Übernehmen Sie den Text unverändert, mit Namen, Link zum Original, Berichtigungen und Hinweisen.",
        "Берите текст без изменений: с указанием авторов, ссылкой на оригинал, уведомлениями и оговорками.",
        "خذوا النص كما هو، مع أسماء أصحابه والرابط إلى الأصل والتنبيهات وبيانات إخلاء المسؤولية.",
        "글쓴이 표시, 원문 링크, 알림과 면책 문구를 포함해 글을 그대로 가져가십시오.",
    ),
    "take_pictures": (
        "It has only those pictures that we may pass on; keep their credits.",
        "Seules y figurent les images que nous pouvons transmettre ; conservez leurs crédits.",
        "Er enthält nur Bilder, die wir weitergeben dürfen; ihre Nachweise gehören dazu.",
        "В нём только те изображения, которые мы вправе передавать; сохраняйте указание их авторов.",
        "لا يضم سوى الصور التي يحق لنا تمريرها؛ أبقوا على نسبتها إلى أصحابها.",
        "사진은 우리가 넘겨줄 수 있는 것만 들어 있으며, 출처 표시를 유지해야 합니다.",
    ),
    "not_indexed": (
        "Please ask search engines not to index your copy.",
        "Merci de demander aux moteurs de recherche de ne pas indexer votre copie.",
        "Bitte weisen Sie Suchmaschinen an, Ihre Fassung nicht zu indexieren.",
        "Пожалуйста, закройте вашу копию от индексации поисковыми системами.",
        "يُرجى أن تطلبوا من محركات البحث عدم فهرسة نسختكم.",
        "검색 엔진이 사본을 색인하지 않도록 해 주십시오.",
    ),
    "copy_label": (
        "The HTML to copy", "Le code HTML à copier", "Der HTML-Code zum Kopieren", "HTML-код для копирования",
        "شيفرة HTML للنسخ", "복사할 HTML",
    ),
    "how_it_looks": ("How it looks", "Aperçu", "So sieht es aus", "Как это выглядит", "كيف يبدو", "미리보기"),
    "latest_pieces": (
        "Latest pieces", "Derniers articles", "Neueste Beiträge", "Последние публикации", "أحدث المقالات", "최신 글",
    ),
    "older_pieces": (
        "Older pieces", "Articles plus anciens", "Ältere Beiträge", "Более ранние публикации", "مقالات أقدم", "이전 글",
    ),
    "newest_pieces": (
        "Newest pieces", "Articles les plus récents", "Neueste Beiträge", "Новейшие публикации",
        "أحدث المقالات", "최신 글",
    ),
    "more_pieces": (
        "More pieces", "Autres articles", "Weitere Beiträge", "Другие публикации", "مقالات أخرى", "다른 글",
    ),
    "nothing_yet": (
        "Nothing has been published here yet.", "Rien n’a encore été publié ici.", "Hier ist noch nichts erschienen.",
        "Здесь пока ничего не опубликовано.", "لم يُنشر شيء هنا بعد.", "아직 게재된 글이 없습니다.",
    ),
    "nothing_now": (
        "Nothing here at present.", "Rien ici pour le moment.", "Derzeit gibt es hier nichts.",
        "Сейчас здесь ничего нет.",
        "لا شيء هنا حاليًا.", "현재 글이 없습니다.",
    ),
    "nothing_more": (
        "Nothing more here.", "Il n’y a rien de plus.", "Hier kommt nichts mehr.", "Больше ничего нет.", "لا مزيد هنا.",
        "더 이상 글이 없습니다.",
    ),
    "former": ("Former", "Anciennement :", "Früher:", "Ранее:", "سابقًا:", "이전 직책:"),
    "formerly": ("Formerly", "Anciennement", "Früher", "Ранее", "سابقًا", "이전 이름:"),
    "web_site": ("Web site", "Site web", "Website", "Веб-сайт", "الموقع الإلكتروني", "웹사이트"),
    "pieces": ("Pieces", "Articles", "Beiträge", "Публикации", "المقالات", "글"),
    "quoted": (
        "Quoted or interviewed", "Propos et entretiens", "Zitate und Gespräche", "Цитаты и интервью",
        "اقتباسات ومقابلات", "인용과 인터뷰",
    ),
    "ran_there": (
        "Pieces of ours that ran there or name it", "Nos articles parus dans ce média ou qui le citent",
        "Unsere Beiträge, dort erschienen oder mit Bezug darauf",
        "Наши публикации, вышедшие там или упоминающие это издание", "مقالاتنا التي نُشرت هناك أو تذكر هذه الجهة",
        "그곳에 실리거나 그곳을 언급한 우리 글",
    ),
    "pieces_by": (
        "Pieces by {name}", "Articles de {name}", "Beiträge von {name}", "Публикации: {name}", "مقالات {name}",
        "{name}의 글",
    ),
    "pieces_with": (
        "Pieces by and with {name}", "Articles de {name} ou avec sa participation",
        "Beiträge von und mit {name}", "Публикации с участием: {name}", "مقالات بقلم {name} أو بمشاركته",
        "{name}이(가) 쓰거나 참여한 글",
    ),
    "pieces_in": (
        "Pieces that ran in {name} or name it", "Articles parus dans {name} ou qui le citent",
        "Beiträge, dort erschienen oder mit Bezug darauf: {name}",
        "Публикации, вышедшие там или упоминающие это издание: {name}", "مقالات نُشرت في {name} أو تذكره",
        "{name}에 실리거나 {name}을(를) 언급한 글",
    ),
    "pieces_on": (
        "Pieces on {name}", "Articles sur le thème {name}", "Beiträge zum Thema {name}", "Публикации на тему: {name}",
        "مقالات عن {name}", "{name} 관련 글",
    ),
    "corrections": ("Corrections", "Rectificatifs", "Berichtigungen", "Исправления", "تصويبات", "정정"),
    "corrections_about": (
        "Pieces with a correction or another notice", "Articles assortis d’un rectificatif ou d’un autre avis",
        "Beiträge mit einer Berichtigung oder einem anderen Hinweis",
        "Публикации с исправлением или другим уведомлением",
        "مقالات عليها تصويب أو تنبيه آخر", "정정이나 다른 알림이 있는 글",
    ),
    "not_found": (
        "Page not found", "Page introuvable", "Seite nicht gefunden", "Страница не найдена", "الصفحة غير موجودة",
        "페이지를 찾을 수 없습니다",
    ),
    "not_found_why": (
        "No page of ours stands at this address. It may have been copied incompletely.",
        "Aucune de nos pages ne se trouve à cette adresse. Elle a peut-être été mal copiée.",
        "Unter dieser Adresse gibt es bei uns keine Seite. Vielleicht wurde sie unvollständig kopiert.",
        "По этому адресу у нас нет страницы. Возможно, адрес скопирован не полностью.",
        "لا توجد لنا صفحة على هذا العنوان. ربما نُسخ العنوان ناقصًا.",
        "이 주소에는 페이지가 없습니다. 주소가 일부만 복사되었을 수 있습니다.",
    ),
    "bad_request": (
        "Request not understood", "Demande incomprise", "Anfrage nicht verstanden", "Запрос не распознан",
        "تعذّر فهم الطلب", "요청을 이해할 수 없습니다",
    ),
    "bad_request_why": (
        "What reached us was not a complete request. Trying again often helps.",
        "La demande qui nous est parvenue n’était pas complète. Un nouvel essai suffit souvent.",
        "Uns hat keine vollständige Anfrage erreicht. Oft hilft ein neuer Versuch.",
        "До нас дошёл неполный запрос. Часто помогает повторная попытка.",
        "لم يصلنا طلب كامل. كثيرًا ما تنجح المحاولة من جديد.",
        "완전한 요청이 도착하지 않았습니다. 다시 시도하면 대개 해결됩니다.",
    ),
    "fault": (
        "Something went wrong here", "Une erreur s’est produite chez nous", "Hier ist etwas schiefgegangen",
        "У нас произошла ошибка", "حدث خطأ لدينا", "문제가 발생했습니다",
    ),
    "fault_why": (
        "The fault is ours and has been logged. Please try again in a while.",
        "L’erreur vient de nous et a été enregistrée. Veuillez réessayer un peu plus tard.",
        "Der Fehler liegt bei uns und ist festgehalten. Bitte versuchen Sie es etwas später noch einmal.",
        "Ошибка на нашей стороне, она записана. Пожалуйста, попробуйте немного позже.",
        "الخطأ من جانبنا وقد سُجّل. يُرجى المحاولة بعد قليل.",
        "저희 쪽의 오류이며 기록되었습니다. 잠시 후 다시 시도해 주십시오.",
    ),
    "back_soon": (
        "Back in a moment", "De retour dans un instant", "Gleich wieder da", "Скоро вернёмся", "سنعود بعد قليل",
        "잠시 후 다시 열립니다",
    ),
    "back_in_a_minute": (
        "This page cannot be shown right now. Please try again in a minute.",
        "Cette page ne peut pas être affichée pour le moment. Veuillez réessayer dans une minute.",
        "Diese Seite kann gerade nicht angezeigt werden. Bitte versuchen Sie es in einer Minute noch einmal.",
        "Эта страница сейчас недоступна. Попробуйте ещё раз через минуту.",
        "لا يمكن عرض هذه الصفحة الآن. يُرجى المحاولة مرة أخرى بعد دقيقة.",
        "지금은 이 페이지를 표시할 수 없습니다. 1분 후 다시 시도해 주십시오.",
    ),
    "back_in_minutes": (
        "This page cannot be shown right now. Please try again in a few minutes.",
        "Cette page ne peut pas être affichée pour le moment. Veuillez réessayer dans quelques minutes.",
        "Diese Seite kann gerade nicht angezeigt werden. Bitte versuchen Sie es in einigen Minuten noch einmal.",
        "Эта страница сейчас недоступна. Попробуйте ещё раз через несколько минут.",
        "لا يمكن عرض هذه الصفحة الآن. يُرجى المحاولة مرة أخرى بعد بضع دقائق.",
        "지금은 이 페이지를 표시할 수 없습니다. 몇 분 후 다시 시도해 주십시오.",
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Words:
    """The words for a page. `marks`: attributes of elements that hold them on a page in another language."""

    language: str
    by_name: Mapping[str, str]
    marks: SafeString

    @property
    def for_templates(self) -> dict[str, object]:
        """The words as templates take them: `say`, and the attributes of elements with them as `say_marks`."""
        return {"say": self.by_name, "say_marks": self.marks}

    def fill(self, word: str, /, *, quoted: str = "", **values: str) -> str:
        """A word with its slots filled; `quoted` is set in the language's quotation marks."""
        opening, closing = quotation_marks(self.language)[:2]
        return self.by_name[word].format(quoted=f"{opening}{quoted}{closing}", **values)


@lru_cache(maxsize=64)
def words_for(language: str) -> Words:
    """The words for a page in a language: its own, or English marked as such."""
    spoken = base(language) if base(language) in LANGUAGES else ENGLISH
    at = LANGUAGES.index(spoken)
    return Words(spoken, {name: texts[at] for name, texts in _TABLE.items()}, marks(spoken, language))
