"""Views of the search: its page, suggestions while one types, and the description for browsers."""

import datetime as dt
from typing import Any

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import get_template
from django.templatetags.static import static
from django.utils.safestring import SafeString
from psycopg.errors import QueryCanceled

from articles.addresses import absolute
from prose.text_language.search_query import Query, parse
from reading.addresses.leading_on import redirect_for_good
from reading.faces.last import keep_face
from reading.houses import with_houses
from reading.languages.addresses import path_in, without_language
from reading.languages.own_names import own_name
from reading.lists.versions import with_versions
from reading.page import Head, NoPage, draw
from reading.public_view import public_view
from reading.search.facets import Choice
from reading.search.filter_links import link_off, link_on
from reading.search.filters import (
    EVERY,
    FACETS,
    Filters,
    NoSuchFilter,
    Order,
    address,
    addresses,
    filters_in,
    order_in,
)
from reading.search.former_slugs import with_slugs_of_today
from reading.search.results import Results, search
from reading.search.statement import MOST, RANKED
from reading.search.suggestions import suggest
from reading.site import Site, load_site
from reading.words.page_words import Words, words_for

MOST_SHORT = 16
"""Characters of a short name in an OpenSearch description."""


@public_view
def search_page(request: HttpRequest, at: dt.datetime, language: str = "") -> HttpResponse:
    """The form, and the results if anything was asked."""
    site = load_site(at, language)
    try:
        filters, order, page = (
            filters_in(request.GET, site.searched_in),
            order_in(request.GET),
            _page(request),
        )
    except NoSuchFilter as problem:
        raise NoPage(site) from problem
    query = parse(request.GET.get("q", ""))
    today = at.astimezone(site.zone).date()
    try:
        results = search(query, filters, at, order=order, page=page, language=site.language, today=today)
    except OperationalError as problem:
        if not isinstance(problem.__cause__, QueryCanceled):
            raise
        return _draw(site, query, status=503, takes_long=True)
    if kept := with_slugs_of_today(filters, results, at):
        prefix, _ = without_language(request.path)
        return redirect_for_good(f"{prefix}{address(query.text, kept, order)}")
    if page > results.last_page:
        raise NoPage(site)
    with_houses(results.editions, site)
    with_versions(results.editions, site)
    return _draw(site, query, **_context(site, query, filters, order, page, results))


def _page(request: HttpRequest) -> int:
    """The number of the page asked for. Raises NoSuchFilter for what is none."""
    typed = request.GET.get("page", "1")
    if not (typed.isascii() and typed.isdigit() and len(typed) < 4 and int(typed)):
        raise NoSuchFilter
    return int(typed)


def _draw(site: Site, query: Query, *, status: int = 200, **context: Any) -> HttpResponse:
    words = words_for(site.language)
    title = words.fill("search_for", quoted=query.text) if query.text else words.by_name["search"]
    # Without a path: search engines have no use for lists made from words of theirs.
    versions = {code: path_in(code, address(query.text, Filters()), site) for code in site.languages}
    about = words.by_name["search_hint"]
    head = Head(title=title, description=about, language=site.language, versions=versions)
    keep_face(site, "", site.language)
    page = draw("search/search.html", site=site, head=head, value=query.text, query=query, **context)
    return HttpResponse(page, status=status)


def _context(
    site: Site, query: Query, filters: Filters, order: Order, page: int, results: Results
) -> dict[str, Any]:
    """The values of the template for results."""
    words, text = words_for(site.language), query.text
    pages = {number: address(text, filters, order, page=str(number)) for number in (page - 1, page + 1)}
    return {
        "results": results,
        "is_asked": bool(query) or bool(filters),
        "takes_long": False,
        "filters": filters.in_force(),
        "order": order,
        "count": _count(words, results),
        "counted": words.fill("results_counted", number=f"{MOST:,}") if results.is_more else "",
        "where": words.fill("results_page", page=str(page), last=str(results.last_page)),
        "previous": pages[page - 1] if page > 1 else "",
        "next": pages[page + 1] if page < results.last_page else "",
        "best": _best(words, results) if page == results.last_page and order == "relevance" and query else "",
        "by_relevance": address(text, filters),
        "by_date": address(text, filters, "date"),
        "bare": address(text, Filters(), order),
        "meant": address(results.meant, filters, order) if results.meant else "",
        "chosen": _chosen(words, query, filters, order, results),
        "facets": _facets(words, query, filters, order, results),
        "every_language": address(text, filters.with_one("language", EVERY), order)
        if filters.piece_language
        else "",
        "profiles": results.profiles,
    }


def _count(words: Words, results: Results) -> str:
    return words.fill("results_more" if results.is_more else "results_number", number=f"{results.total:,}")


def _best(words: Words, results: Results) -> str:
    return words.fill("results_best", number=str(RANKED)) if results.total > RANKED else ""


def _facets(
    words: Words, query: Query, filters: Filters, order: Order, results: Results
) -> list[dict[str, Any]]:
    """Each filter with its title, its links as items of a list, and its name."""
    shown, leads_to = [], addresses(query.text, filters, order)
    for facet in FACETS:
        chosen = getattr(filters, facet)
        choices = _choices(facet, filters, results)
        links = [
            link_off(_name(choice, facet, words), leads_to(facet, ""), words.by_name["filter_off"])
            if choice.slug == chosen
            else link_on(_name(choice, facet, words), leads_to(facet, choice.slug), choice.number)
            for choice in choices
        ]
        if len(choices) > 1 or (choices and chosen):
            shown.append(
                {
                    "title": words.by_name[f"filter_{facet}"],
                    "links": SafeString("\n".join(links)),
                    "name": facet,
                }
            )
    return shown


def _chosen(
    words: Words, query: Query, filters: Filters, order: Order, results: Results
) -> list[dict[str, str]]:
    """The filters in force, in their order, each with the address without it. One without results has no name."""
    shown, leads_to = [], addresses(query.text, filters, order)
    for facet, slug in filters.in_force().items():
        choices = [choice for choice in _choices(facet, filters, results) if choice.slug == slug]
        name = _name(choices[0] if choices else Choice(slug, slug, 0), facet, words)
        title = words.by_name[f"filter_{facet}"]
        shown.append({"title": title, "name": name, "href": leads_to(facet, "")})
    return shown


def _choices(facet: str, filters: Filters, results: Results) -> list[Choice]:
    """The values of a filter that results have; among languages also that of all, where it is in force."""
    choices = results.facets.get(facet, [])
    is_every = facet == "language" and filters.language == EVERY
    return [Choice(EVERY, "", results.total), *choices] if is_every else choices


def _name(choice: Choice, facet: str, words: Words) -> str:
    if choice.slug == EVERY and facet == "language":
        return words.by_name["every_language"]
    return own_name(choice.slug) if facet == "language" else choice.name


@public_view
def suggestions(request: HttpRequest, at: dt.datetime, language: str = "") -> HttpResponse:
    """Suggestions as browsers take them (OpenSearch Suggestions 1.0): what is typed, texts, their kinds, addresses."""
    site, typed = load_site(at, language), request.GET.get("q", "")
    today = at.astimezone(site.zone).date()
    try:
        found = suggest(typed, at, language=site.language, today=today, spoken=site.searched_in)
    except OperationalError as problem:
        if not isinstance(problem.__cause__, QueryCanceled):
            raise
        found = []
    addresses = [absolute(path_in(site.language, each.path, site)) for each in found]
    words = words_for(site.language).by_name
    kinds = [words[f"filter_{each.kind}"] if each.kind else "" for each in found]
    rows = [parse(typed).text, [each.text for each in found], kinds, addresses]
    return JsonResponse(rows, safe=False, content_type="application/x-suggestions+json")


@public_view
def description(request: HttpRequest, at: dt.datetime) -> HttpResponse:
    """The document by which a browser offers this search among its own (OpenSearch 1.1)."""
    site = load_site(at)
    words = words_for(site.language)
    xml = get_template("search/opensearch.xml").render(
        {
            "short_name": site.name[:MOST_SHORT],
            "name": site.name,
            "description": words.by_name["search"],
            "language": site.language,
            "search": absolute("/search/"),
            "suggestions": absolute("/search/suggestions/"),
            "own": absolute("/opensearch.xml"),
            "icon": absolute(static("desk/mark.png")),
        }
    )
    return HttpResponse(xml, content_type="application/opensearchdescription+xml")
