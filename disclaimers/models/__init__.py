"""Who publishes, and what they must say."""

from disclaimers.models.institution import FooterLink, Institution
from disclaimers.models.style import HouseStyle
from disclaimers.models.wording import Disclaimer, Kind, KindLabel, Wording

__all__ = ["Disclaimer", "FooterLink", "HouseStyle", "Institution", "Kind", "KindLabel", "Wording"]
