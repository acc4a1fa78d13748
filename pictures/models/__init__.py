"""Pictures: what is known of them, their files, and the licences and permissions for them."""

from pictures.models.clearance import Clearance
from pictures.models.logo import Logo
from pictures.models.picture import Picture
from pictures.models.picture_file import FileToRemove, PictureFile, StoredFile

__all__ = ["Clearance", "FileToRemove", "Logo", "Picture", "PictureFile", "StoredFile"]
