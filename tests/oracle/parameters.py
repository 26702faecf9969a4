"""The figures of the built-in rulebook `cn-property` (amounts in minor units)."""

CURRENCY = "CNY"
CONTINUITY_GAP_DAYS = 30
KEY_ANNUAL = 50_000_00
KEY_TENDER = 50_000_00
PARTNER_VOLUME = 500_000_00
PREFERRED_YEARS = 3
PREFERRED_RATIO = (30, 100)
PREFERRED_INSURED_YEARS = 3
BLACKLIST_CLAIMS = 3
BLACKLIST_RATIO = (150, 100)
MULTI_CLAIM = 2
HIGH_RATIO = (100, 100)
RENEWAL_DAYS = 60
LAPSE_DAYS = 90
THIN_DAYS = 180
THIN_EARNED = 500_00

INPUTS = ("position_notable", "brand_notable", "contribution_notable", "pre_catastrophe_purchase")
