"""Pictures as programs read them: ImageObject with its words, credit and licence."""

from reading.metadata.json_ld import Thing, without_empty
from reading.pictures.sharing import SharedPicture


def image_object(picture: SharedPicture | None) -> Thing:
    """A picture in the size in which others show it; {} for none."""
    if picture is None:
        return {}
    return without_empty(
        type_="ImageObject",
        url=picture.address,
        contentUrl=picture.address,
        encodingFormat=picture.media_type,
        width=picture.width,
        height=picture.height,
        caption=picture.alt,
        creditText=picture.credit,
        license=picture.licence,
    )
