"""The page "Settings and records": every kind of record that the user may open, behind one link of My desk."""

from django.http import HttpRequest, HttpResponse

from desk.pages import draw

NAME = "records"


def records(request: HttpRequest) -> HttpResponse:
    """Show the kinds of records by their apps; `draw` loads them."""
    return draw(request, "admin/records.html", {}, title="Settings and records")
