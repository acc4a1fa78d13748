"""Pieces in five scripts that the layouts wrap: fictional, with a link and a note each."""

import datetime as dt
from dataclasses import dataclass

from prose.dates import in_words


@dataclass(frozen=True)
class Piece:
    """A text as its author wrote it; `{link}` and `{note}` in a paragraph are the places of its link and note."""

    language: str
    headline: str
    dek: str
    authors: tuple[str, ...]
    day: dt.date
    paragraphs: tuple[str, ...]
    note: str
    by: str
    direction: str = "ltr"
    link: str = "https://tables.example/tides?year=1911"
    link_words: str = "1911"

    @property
    def day_in_words(self) -> str:
        return in_words(self.day, self.language)

    @property
    def names(self) -> str:
        joint = {"de": " und ", "fr": " et ", "es": " y ", "ja": "、", "ar": "، "}.get(self.language, " and ")
        return joint.join(self.authors)

    @property
    def byline(self) -> str:
        return f"{self.by} {self.names}"

    def texts(self, *, with_note: bool = True) -> list[str]:
        """Words of each paragraph as a body holds them, the note aside."""
        return [part.replace("{link}", self.link_words).replace("{note}", "") for part in self.paragraphs]

    def html(self, mark: str = "", *, href: str = "", between: str = "") -> str:
        """The paragraphs as markup, with the link, `mark` at the note's place, and `between` after the first one."""
        link = f'<a href="{href or self.link}">{self.link_words}</a>'
        parts = [f"<p>{part.replace('{link}', link).replace('{note}', mark)}</p>" for part in self.paragraphs]
        return "\n".join([parts[0], between, *parts[1:]])


PIECES = (
    Piece(
        "en", "Why the Harbour Keeps Two Clocks", "The slower one is right more often.", ("Nora Quill", "Ben Ashby"),
        dt.date(2019, 4, 28),
        ("Every harbour on this coast keeps two clocks, and neither of them tells the truth about the tide, which "
         "comes "
         "and goes as it likes and has not read a timetable since {link}.{note}",
         "The first clock belongs to the ferries. It runs five minutes fast, so that those who are late are on "
         "time, and "
         "those who are on time have a while to look at the water and to wonder what they are waiting for.",
         "The second clock belongs to the harbour master, who sets it by the gulls. It is slow in winter, and "
         "in summer "
         "it stops, and nobody has ever missed a boat because of it."),
        "Ledger of the harbour office, page nine.", "By",
    ),
    Piece(
        "de", "Warum der Hafen zwei Uhren hat", "Die langsamere geht öfter richtig.", ("Jonas Kaiwart",),
        dt.date(2020, 2, 5),
        ("Jeder Hafen an dieser Küste hat zwei Uhren, und keine von beiden sagt die Wahrheit über die Flut, die "
         "kommt und "
         "geht, wie sie will, und seit {link} keinen Fahrplan mehr gelesen hat.{note}",
         "Die erste Uhr gehört den Fähren. Sie geht fünf Minuten vor, damit die Verspäteten pünktlich sind und die "
         "Pünktlichen eine Weile auf das Wasser sehen und sich fragen können, worauf sie warten.",
         "Die zweite Uhr gehört der Hafenmeisterin, die sie nach den Möwen stellt. Im Winter geht sie nach, "
         "und im Sommer "
         "bleibt sie stehen, und noch niemand hat ihretwegen ein Boot verpasst."),
        "Hauptbuch des Hafenamts, Seite neun.", "Von",
    ),
    Piece(
        "fr", "Pourquoi le port a deux horloges", "La plus lente a plus souvent raison.",
        ("Céline Duquai", "Marc Lanterne"),
        dt.date(2009, 9, 15),
        ("Chaque port de cette côte a deux horloges, et aucune ne dit la vérité sur la marée, qui vient et qui s’en va "
         "comme elle veut, et qui n’a pas lu un seul horaire depuis {link}.{note}",
         "La première horloge est celle des bacs. Elle avance de cinq minutes, pour que les retardataires "
         "soient à l’heure "
         "et que les autres aient le temps de regarder l’eau et de se demander ce qu’ils attendent.",
         "La seconde est celle de la capitaine du port, qui la règle sur les mouettes. Elle retarde en hiver, elle "
         "s’arrête en été, et personne n’a jamais manqué un bateau à cause d’elle."),
        "Registre du bureau du port, page neuf.", "Par",
    ),
    Piece(
        "ja", "港に時計が二つある理由", "遅いほうがよく当たる。", ("灯台 守",), dt.date(2021, 3, 3),
        ("この海岸の港にはどこも時計が二つあり、どちらも潮について本当のことを言わない。潮は好きなように来ては去り、{link}年から時刻表を読んでいない。{note}",
         "一つ目の時計は渡し船のものである。五分進んでいるので、遅れた人は間に合い、間に合った人はしばらく水を眺めて、自分が何を待っているのかを考えることができる。",
         "二つ目の時計は港長のもので、かもめに合わせてある。冬は遅れ、夏は止まるが、そのせいで船に乗り遅れた人はまだ一人もいない。"),
        "港務所の台帳、九頁。", "文：",
    ),
    Piece(
        "ar", "لماذا في الميناء ساعتان", "الأبطأ منهما تصيب أكثر.", ("نورا الميناوي",), dt.date(2020, 4, 9),
        ("في كل ميناء على هذا الساحل ساعتان، ولا تقول أي منهما الحقيقة عن المد الذي يأتي ويذهب كما يشاء، والذي لم يقرأ "
         "جدول المواعيد منذ {link}.{note}",
         "الساعة الأولى للعبارات، وهي تسبق الوقت بخمس دقائق حتى يصل المتأخرون في موعدهم، وحتى يجد الذين وصلوا "
         "في موعدهم وقتا "
         "ينظرون فيه إلى الماء ويسألون أنفسهم عما ينتظرون.",
         "والساعة الثانية لرئيسة الميناء التي تضبطها على النوارس. إنها تتأخر في الشتاء وتتوقف في الصيف، ولم "
         "يفت أحدا قارب "
         "بسببها حتى الآن."),
        "سجل مكتب الميناء، الصفحة التاسعة.", "بقلم:", "rtl",
    ),
)  # fmt: skip
