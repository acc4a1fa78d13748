"""Every page of models in the admin, in one list. The pages of acts are listed in `desk.acts.forms`."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.db.models import Model

from articles.models.article import Article
from articles.models.batch import Batch
from articles.models.grouping.series import Series
from articles.models.rights import Reprint
from articles.models.topic import Topic
from authors.models import Appointment, Author
from desk.accounts import AccountAdmin, GroupAdmin
from desk.deleting.admin import DELETABLE, DeletedWhileUnused
from desk.documents.admin import DocumentAdmin
from desk.grouping.series import SeriesAdmin
from desk.grouping.topics import TopicAdmin
from desk.laid_over.admin import LaidOverArticleAdmin
from desk.old_addresses.admin import OldAddressAdmin
from desk.pictures.admin import PictureAdmin
from desk.reprints import ReprintAdmin
from desk.unsaved.again import ShownAgain
from desk.updates.admin import (
    PrintedAppointmentAdmin,
    PrintedAuthorAdmin,
    PrintedDisclaimerAdmin,
    PrintedInstitutionAdmin,
    PrintedKindAdmin,
    PrintedLicenceAdmin,
    PrintedOutletAdmin,
    PrintedStyleAdmin,
    PrintedWordingAdmin,
)
from desk.updates.views import BatchAdmin
from desk.website.front_pages import ArrangementAdmin
from desk.website.menus import MenuAdmin
from disclaimers.admin.notice import StandingNoticeAdmin
from disclaimers.models import (
    Disclaimer,
    HouseStyle,
    Institution,
    Kind,
    Licence,
    StandingNotice,
    Wording,
)
from documents.models import Document
from outlets.models import Outlet
from pictures.models import Picture
from website.models.front_page import Arrangement
from website.models.menu import Menu
from website.models.old_address import OldAddress

ADMINS: "dict[type[Model], type[admin.ModelAdmin[Any]]]" = {
    Article: LaidOverArticleAdmin,
    Batch: BatchAdmin,
    Reprint: ReprintAdmin,
    Topic: TopicAdmin,
    Series: SeriesAdmin,
    Author: PrintedAuthorAdmin,
    Appointment: PrintedAppointmentAdmin,
    Outlet: PrintedOutletAdmin,
    Picture: PictureAdmin,
    Document: DocumentAdmin,
    Disclaimer: PrintedDisclaimerAdmin,
    HouseStyle: PrintedStyleAdmin,
    Institution: PrintedInstitutionAdmin,
    Kind: PrintedKindAdmin,
    Licence: PrintedLicenceAdmin,
    StandingNotice: StandingNoticeAdmin,
    Arrangement: ArrangementAdmin,
    Menu: MenuAdmin,
    OldAddress: OldAddressAdmin,
    Wording: PrintedWordingAdmin,
    User: AccountAdmin,
    Group: GroupAdmin,
}

for model in [*admin.site._registry]:  # what a library registered when it was imported
    admin.site.unregister(model)
for model, model_admin in ADMINS.items():
    also = (DeletedWhileUnused,) if model in DELETABLE else ()
    admin.site.register(model, type(model_admin.__name__, (ShownAgain, *also, model_admin), {}))
