"""The desk's settings without anything that could take time."""

from thinktank.settings import *  # noqa: F403

MIDDLEWARE = []
ROOT_URLCONF = "thinktank.bench.bare"
