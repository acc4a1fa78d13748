"""The desk's settings, the same for every deployment. Environment variables hold what differs."""

import logging

from environs import env
from whitenoise.compress import Compressor

from . import environment
from .csp import CONTENT_SECURITY_POLICY as CONTENT_SECURITY_POLICY
from .environment_file import load_environment_file
from .logs import logging_config

load_environment_file()

# Machine
BASE_DIR = environment.PROJECT
DESK_HOME = environment.desk_home()
DEBUG = env.bool("DEBUG", False)
PORT = env.int("PORT", 8000)
SECRET_KEY = env.str("SECRET_KEY", "") or environment.secret_key(DESK_HOME / "secret-key")
DATABASES = {"default": environment.database(DESK_HOME)}
LOGGING = logging_config(env.log_level("LOG_LEVEL", logging.INFO))

# Address
SITE_URL = environment.site_url(PORT)
PRODUCTION = environment.is_public(SITE_URL)
HTTPS = SITE_URL.startswith("https://")
ALLOWED_HOSTS = [
    environment.host_of(SITE_URL),
    *env.list("ALLOWED_HOSTS", []),
    *("127.0.0.1", "localhost", "[::1]"),
]
CSRF_TRUSTED_ORIGINS = [SITE_URL]
CSRF_FAILURE_VIEW = "desk.unsaved.refusals.csrf_failure"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
if (
    HTTPS
):  # with this prefix browsers let no other host and no plain http set them (RFC 6265bis, section 4.1.3)
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", 365 * 24 * 3600 if PRODUCTION else 0)
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
# The proxy redirects http to https (W008). HSTS for other hosts of the institution is not the desk's decision
# (W005, W021). The publish page shows its preview in a frame (W019).
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W008", "security.W019", "security.W021"]

# Apps, middleware and templates
INSTALLED_APPS = [
    "thinktank",
    "desk",
    "intake",
    "reading",
    "website",
    "articles",
    "authors",
    "documents",
    "pictures",
    "outlets",
    "disclaimers",
    "prose",
    "thinktank.admin_config.DeskAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "taggit",
    "pgtrigger",
    "rules.apps.AutodiscoverRulesConfig",
    "django_prose_editor",
    "csp",
]
MIDDLEWARE = [
    "thinktank.headers.headers_middleware",
    "thinktank.compression.CompressionMiddleware",
    "thinktank.logs.RequestMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "thinktank.csp.PolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "desk.clock.desk_clock_middleware",
    "desk.unsaved.middleware.UnsavedMiddleware",
]
ROOT_URLCONF = "thinktank.urls"
WSGI_APPLICATION = "thinktank.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTHENTICATION_BACKENDS = [
    "rules.permissions.ObjectPermissionBackend",
    "django.contrib.auth.backends.ModelBackend",
]
LOGIN_URL, LOGIN_REDIRECT_URL = "admin:login", "admin:index"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# Language and time
LANGUAGE_CODE = env.str("DESK_LANGUAGE", "en")
DESK_TIME_ZONE = environment.time_zone()  # "" if the desk has none of its own: then the home institution's
TIME_ZONE = DESK_TIME_ZONE or "UTC"
USE_TZ = True
FORMAT_MODULE_PATH = "thinktank.formats"  # days and hours on the desk's screens

# Files
STATIC_URL = "static/"
STATIC_ROOT = DESK_HOME / "static"
STATICFILES_DIRS = [path for path in [BASE_DIR / "static"] if path.is_dir()]
WHITENOISE_KEEP_ONLY_HASHED_FILES = True  # pages link to hashed names only
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = [
    *Compressor.SKIP_COMPRESS_EXTENSIONS,
    "map",
]  # large and rarely requested
MEDIA_URL = "media/"
MEDIA_ROOT = DESK_HOME / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "pictures": environment.picture_storage(MEDIA_ROOT),
    "staticfiles": {"BACKEND": "thinktank.static_files.storage.HashedStaticFiles"},
}
PICTURES_SENDFILE = environment.sender_of_pictures()
CONTENT_SECURITY_POLICY["DIRECTIVES"]["img-src"] += environment.origins_of_pictures()

WEBSUB_HUB = environment.websub_hub()  # "" for none

# Limits
FEED_REQUESTS_PER_MINUTE = env.int("FEED_REQUESTS_PER_MINUTE", 120)  # of one client, in each process; 0: any
REQUEST_LIMIT = 30_000_000  # bytes of a request, with uploaded manuscripts
DATA_UPLOAD_MAX_MEMORY_SIZE = 6_000_000  # bytes of a form without its files
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "thinktank.front.sent_files.ShortEndings",
]

# Logs: no IP addresses of readers; the proxy keeps its own log.
DJANGO_STRUCTLOG_IP_LOGGING_ENABLED = False
DJANGO_STRUCTLOG_STATUS_START_LOG_LEVEL = 10
