"""The door for a file from the body editor: into the library, and its picture's record back as JSON."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from desk.library.pages import user_of
from desk.library.receiving import NO_FILE, receive, usual_house
from desk.pictures.receiving import RECEPTION
from desk.pictures.records import records_of

ONE_FILE = "Send one file at a time."


@require_POST
def upload(request: HttpRequest) -> HttpResponse:
    """The record of the picture, also of one that the library had; {"problem": sentence} with 400 if there is none."""
    user = user_of(request, "pictures.add_picture")
    files = request.FILES.getlist("file")
    if len(files) != 1:
        return JsonResponse({"problem": ONE_FILE if files else NO_FILE}, status=400)
    received = receive(RECEPTION, files[0], house=usual_house(user), by=user, at=timezone.now())
    if received.record is None:
        return JsonResponse({"problem": received.problem}, status=400)
    [record] = records_of([received.record])
    return JsonResponse(record)
