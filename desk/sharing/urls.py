"""Addresses of shared links: that with the token, and the pages that it leads to."""

from django.urls import path

from desk.sharing import door

urlpatterns = [
    path("<uuid:key>/", door.shared_page, name="shared_page"),
    path("<uuid:key>/changes/", door.changes_page, name="shared_changes"),
    path("<uuid:key>/word/", door.shared_word_copy, name="shared_word_copy"),
    path(
        "<uuid:key>/pictures/<str:name>/<int:width>.<str:file_format>",
        door.shared_picture,
        name="shared_picture",
    ),
    path("<uuid:key>/files/<str:name>/<str:download_name>", door.shared_file, name="shared_file"),
    path("<str:token>/", door.enter, name="shared_link"),
]
