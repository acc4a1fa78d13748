"""Acts on pictures: the only way their files come and go. Each runs in one transaction."""

from pictures.acts.adding import PictureFacts, add_picture, add_read_picture, one_at_a_time, replace_file
from pictures.acts.removing import remove_picture

__all__ = [
    "PictureFacts",
    "add_picture",
    "add_read_picture",
    "one_at_a_time",
    "remove_picture",
    "replace_file",
]
