"""Names of months and weekdays in the languages of texts, in full, inflected and short; `_` stands for a space."""

_MONTHS = {
    "en": "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct"
    "|november nov|december dec",
    "de": "januar jänner jan jän|februar feber feb|märz maerz mrz mär|april apr|mai|juni jun|juli jul"
    "|august aug|september sept sep|oktober okt|november nov|dezember dez",
    "fr": "janvier janv|février fevrier févr fév|mars|avril avr|mai|juin|juillet juil|août aout|septembre sept"
    "|octobre oct|novembre nov|décembre decembre déc",
    "es": "enero ene|febrero feb|marzo mar|abril abr|mayo may|junio jun|julio jul|agosto ago|septiembre setiembre sept"
    "|octubre oct|noviembre nov|diciembre dic",
    "it": "gennaio gen|febbraio feb|marzo mar|aprile apr|maggio mag|giugno giu|luglio lug|agosto ago"
    "|settembre set sett|ottobre ott|novembre nov|dicembre dic",
    "pt": "janeiro jan|fevereiro fev|março mar|abril abr|maio mai|junho jun|julho jul|agosto ago|setembro set"
    "|outubro out|novembro nov|dezembro dez",
    "nl": "januari jan|februari feb|maart mrt|april apr|mei|juni jun|juli jul|augustus aug|september sep|oktober okt"
    "|november nov|december dec",
    "pl": "stycznia styczeń sty|lutego luty lut|marca marzec mar|kwietnia kwiecień kwi|maja maj|czerwca czerwiec cze"
    "|lipca lipiec lip|sierpnia sierpień sie|września wrzesień wrz|października październik paź|listopada "
    "listopad lis"
    "|grudnia grudzień gru",
    "ru": "января январь январе янв|февраля февраль феврале фев февр|марта март марте мар|апреля апрель апреле апр"
    "|мая май мае|июня июнь июне июн|июля июль июле июл|августа август августе авг|сентября сентябрь сентябре "
    "сен сент"
    "|октября октябрь октябре окт|ноября ноябрь ноябре ноя нояб|декабря декабрь декабре дек",
    "uk": "січня січень|лютого лютий|березня березень|квітня квітень|травня травень|червня червень|липня липень"
    "|серпня серпень|вересня вересень|жовтня жовтень|листопада листопад|грудня грудень",
    "cs": "ledna leden|února únor|března březen|dubna duben|května květen|června červen|července červenec|srpna srpen"
    "|září|října říjen|listopadu listopad|prosince prosinec",
    "sv": "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december",
    "da": "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december",
    "nb": "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember des",
    "fi": "tammikuuta tammikuu|helmikuuta helmikuu|maaliskuuta maaliskuu|huhtikuuta huhtikuu|toukokuuta toukokuu"
    "|kesäkuuta kesäkuu|heinäkuuta heinäkuu|elokuuta elokuu|syyskuuta syyskuu|lokakuuta lokakuu"
    "|marraskuuta marraskuu|joulukuuta joulukuu",
    "tr": "ocak oca|şubat|mart|nisan nis|mayıs|haziran haz|temmuz tem|ağustos ağu|eylül eyl|ekim eki|kasım kas"
    "|aralık ara",
    "ar": "يناير كانون_الثاني جانفي|فبراير شباط فيفري|مارس آذار"
    "|أبريل ابريل إبريل نيسان أفريل|مايو أيار ماي"
    "|يونيو حزيران جوان|يوليو تموز جويلية"
    "|أغسطس اغسطس آب أوت|سبتمبر أيلول|أكتوبر اكتوبر تشرين_الأول|نوفمبر تشرين_الثاني|ديسمبر كانون_الأول",
}  # fmt: skip
MONTH_NUMBERS = {
    name.replace("_", " "): number
    for months in _MONTHS.values()
    for number, names in enumerate(months.split("|"), start=1)
    for name in names.split()
}
"""Name of a month in lower case -> its number. No two languages use one name for different months."""
WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday mon tues tue wed weds thurs thur thu fri sat sun",
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so",
    "lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim",
    "lunes martes miércoles jueves viernes sábado domingo mié mie jue vie sáb sab dom",
    "lunedì martedì mercoledì giovedì venerdì sabato domenica gio ven",
    "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira segunda terça quarta quinta sexta seg ter "
    "qua qui sex",
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo do vr za zo",
    "poniedziałek wtorek środa czwartek piątek sobota niedziela pon wt śr czw pt sob niedz ndz",
    "понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс",
    "måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag",
    "pazartesi salı çarşamba perşembe cuma cumartesi pazar",
    "الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت الأحد الاحد يوم_الاثنين يوم_الإثنين يوم_الثلاثاء"
    " يوم_الأربعاء يوم_الخميس يوم_الجمعة يوم_السبت يوم_الأحد",
)
"""Weekdays in full and short, a language a row; a short one counts only before a date."""


def alternatives(names: set[str]) -> str:
    """Names as a pattern, the longest first; a space in a name may be any space."""
    return "|".join(sorted((name.replace("_", " ") for name in names), key=lambda name: (-len(name), name)))
