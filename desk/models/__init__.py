"""Records of the desk itself; those of pieces are in `articles.models`."""

from desk.models.brought_picture import BroughtPicture
from desk.models.brought_text import BroughtText
from desk.models.buffer import Buffer
from desk.models.lease import Lease
from desk.models.loaded import LoadedRecord
from desk.models.look import Look
from desk.models.saved_view import SavedView
from desk.models.sent_form import SentForm
from desk.models.set_aside import StepSetAside
from desk.models.shared_comment import SentBackFile, SharedComment
from desk.models.shared_link import SharedLink

__all__ = [
    "BroughtPicture",
    "BroughtText",
    "Buffer",
    "Lease",
    "LoadedRecord",
    "Look",
    "SavedView",
    "SentBackFile",
    "SentForm",
    "SharedComment",
    "SharedLink",
    "StepSetAside",
]
