"""Records of the desk itself; those of pieces are in `articles.models`."""

from desk.models.brought_picture import BroughtPicture
from desk.models.brought_text import BroughtText
from desk.models.buffer import Buffer
from desk.models.lease import Lease
from desk.models.loaded import LoadedRecord
from desk.models.sent_form import SentForm
from desk.models.set_aside import StepSetAside

__all__ = ["BroughtPicture", "BroughtText", "Buffer", "Lease", "LoadedRecord", "SentForm", "StepSetAside"]
