"""Movement between two assessments."""
from vectors import case


def moved(name, before, after, why):
    def side(words):
        category, _, standing = words.partition(" ")
        return {"category": category, "standing": standing} if standing else {"category": category}

    case("movements", name, "movement", {"from": side(before), "to": side(after)}, why)


moved("growth_from_prospect", "prospect clear", "standard clear", "A prospect becomes insured.")
moved("growth_from_unattached", "unattached clear", "key clear", "Unattached to insured, whatever the rung.")
moved("upgrade_to_preferred", "standard clear", "preferred clear", "Standard to preferred.")
moved("upgrade_to_key", "preferred clear", "key watch", "Preferred to key; a watch is no movement.")
moved("mining", "unattached clear", "prospect clear", "Unattached to prospect.")
moved("strip", "key clear", "key blacklisted", "Blacklisted since.")
moved("strip_goes_first", "standard watch", "prospect blacklisted", "Blacklisted since and gone: strip.")
moved("strip_undecided", "standard clear", "undecided blacklisted", "Blacklisted is known of an undecided customer.")
moved("blacklisted_before", "standard blacklisted", "preferred blacklisted", "Blacklisted on both sides is no strip.")
moved("off_the_list", "standard blacklisted", "standard clear", "Off the list: the category is unchanged.")
moved("downgrade_from_key", "key clear", "standard clear", "Key to standard.")
moved("downgrade_from_preferred", "preferred clear", "standard clear", "Preferred to standard.")
moved("downgrade_prospect", "prospect clear", "unattached clear", "A prospect no more.")
moved("attrition", "preferred clear", "prospect clear", "Insured, and left.")
moved("attrition_to_unattached", "standard clear", "unattached clear", "Insured, and left.")
moved("unchanged", "standard clear", "standard watch", "The same category.")
moved("undetermined", "undecided", "standard clear", "One side is undecided.")
moved("undetermined_partner", "key clear", "not_applicable clear", "A partner that is no longer key.")
moved("undetermined_on_both_sides", "undecided", "undecided", "Equal: unchanged.")
