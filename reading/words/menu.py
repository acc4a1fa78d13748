"""Words of the header."""

from reading.words.table import WordTable

WORDS: WordTable = {
    "menu": ("Menu", "Menu", "Menü", "Меню", "القائمة", "메뉴"),
}  # fmt: skip
