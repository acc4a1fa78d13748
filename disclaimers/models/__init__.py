"""Institutions, their house styles and disclaimers, content types, licences, standing notices."""

from disclaimers.models.footer_link import FooterLink
from disclaimers.models.institution import Institution
from disclaimers.models.institution_name import InstitutionName
from disclaimers.models.kind import Kind, KindLabel
from disclaimers.models.licence import Licence
from disclaimers.models.member import HouseMember
from disclaimers.models.notice import StandingNotice
from disclaimers.models.slip import WordingCorrection
from disclaimers.models.style import HouseStyle, Phrase
from disclaimers.models.usual_licence import UsualLicence
from disclaimers.models.wording import Disclaimer, Wording

__all__ = [
    "Disclaimer",
    "FooterLink",
    "HouseMember",
    "HouseStyle",
    "Institution",
    "InstitutionName",
    "Kind",
    "KindLabel",
    "Licence",
    "Phrase",
    "StandingNotice",
    "UsualLicence",
    "Wording",
    "WordingCorrection",
]
