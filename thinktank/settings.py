"""The desk's settings: one page, every deployment. What differs between machines is the environment's."""

from pathlib import Path

from environs import env

BASE_DIR = Path(__file__).resolve().parent.parent
DESK_HOME = env.path("DESK_HOME", BASE_DIR / "var")
SITE_URL = env.str("SITE_URL", "").rstrip("/")
DEBUG = env.bool("DEBUG", False)
SECRET_KEY = env.str("SECRET_KEY", "insecure-until-the-ground-is-laid")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["127.0.0.1", "localhost", "[::1]"])

INSTALLED_APPS = [
    "thinktank",
    "articles",
    "authors",
    "outlets",
    "disclaimers",
    "prose",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "taggit",
    "pgtrigger",
    "rules",
    "django_prose_editor",
    "csp",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
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
if env.str("DATABASE_URL", ""):
    DATABASES = {"default": {**env.dj_db_url("DATABASE_URL")}}
else:
    DATABASES = {
        "default": {
            "ENGINE": "thinktank.local_postgres",
            "NAME": "thinktank",
            "USER": "postgres",
            "DESK_HOME": str(DESK_HOME),
        }
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTHENTICATION_BACKENDS = [
    "rules.permissions.ObjectPermissionBackend",
    "django.contrib.auth.backends.ModelBackend",
]
LANGUAGE_CODE = "en"
USE_TZ = True
TIME_ZONE = env.str("DESK_TIME_ZONE", "UTC")
STATIC_URL = "static/"
STATIC_ROOT = DESK_HOME / "static"
