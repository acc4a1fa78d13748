"""The desk's settings without middleware and with a single URL."""

from thinktank.settings import *  # noqa: F403

MIDDLEWARE = []
ROOT_URLCONF = "thinktank.bench.bare"
