"""Words for the files of a piece and their sizes."""

from reading.words.table import WordTable

WORDS: WordTable = {
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
}  # fmt: skip
