"""Fictional plans to print."""

from dataclasses import replace

from acuchart.clinic.details import Paper as Size
from acuchart.clinic.plan import BodyPicture, GoalLine, Letterhead, PlanSheet, SelfCare, VisitBox

DATES = (
    *("6 Nov", "10 Nov", "13 Nov", "17 Nov", "20 Nov"),
    *("24 Nov", "27 Nov", "1 Dec", "8 Dec", "15 Dec"),
)

LETTERHEAD = Letterhead("Jade Court Clinic", "Acupuncture · 12 Example Lane · 555 0100")

KNEES = BodyPicture(
    "front",
    ((172, 508), (163, 555), (175, 555), (153, 567), (177, 567), (160, 573), (220, 573)),
    (140, 490, 100, 90),
    "Where the needles go. Points that are not advised in pregnancy are left out.",
)

GOALS = (
    GoalLine("Climb two flights of stairs without stopping", "how well, 0 to 10", "3", "6", "9"),
    GoalLine("Less pain on the worst day", "pain, 0 to 10", "7", "4", "2"),
    GoalLine("Sleep through the night", "nights a week", "2", "4", "5"),
)
WHAT_WE_DO = (
    "Fine needles around the knee and lower leg, left in for 20 minutes. Most people feel a dull, "
    "heavy ache, which is wanted.",
    "A gentle electric pulse between two needles beside the kneecap.",
    "Warmth: moxa on one needle, then a heat lamp.",
)
SELF_CARE = (
    SelfCare(
        "Move",
        "Straight leg raise, 10 times, twice a day. Walk 20 minutes on the flat most days. "
        "A little ache is fine; sharp pain means stop.",
    ),
    SelfCare(
        "Sleep",
        "Same bedtime each night, screens off an hour before. A pillow between the knees when "
        "lying on your side.",
    ),
    SelfCare(
        "Weight",
        "Follow the gain your midwife suggests. Swimming takes the load off the knee while you stay active.",
    ),
)
EXPECT = (
    "Ease often lasts a day or two at first, then longer.",
    "You may feel sleepy after a visit. Drink some water and take your time.",
    "A small bruise is common, more so with enoxaparin. It fades in a week.",
    "If nothing has changed by visit 8, we stop and think again together.",
)
TELL_US = (
    "Your medicines change, enoxaparin above all.",
    "Your midwife or doctor gives new advice.",
    "You felt faint, or a needle place stays sore or red.",
    "You react to metal. We use coated needles because of your nickel allergy.",
)
STRAIGHT_AWAY = (
    "Sudden shortness of breath or chest pain",
    "Bleeding, belly pain, waters breaking or regular tightening",
    "One calf swollen, hot and painful",
)
SAME_DAY = (
    "Baby moves less than usual",
    "Fever, or a needle place red and spreading",
)


def full_sheet() -> PlanSheet:
    """A plan like that of the design, with every part."""
    return PlanSheet(
        letterhead=LETTERHEAD,
        paper=Size.A4,
        title="Your treatment plan",
        issue_line="20 November 2026 · version 2",
        patient_name="Mara Ellison",
        foot="Mara Ellison · born 2 Apr 1985 · A-0148",
        intro="For your right knee pain. You have come 5 times and the pain on your worst days is "
        "down from 7 to 4. We carry on, and check again at visit 8.",
        goals=GOALS,
        what_we_do=WHAT_WE_DO,
        picture=KNEES,
        schedule="Twice a week for 4 weeks, then once a week for 2 weeks. About 45 minutes each.",
        visits=tuple(VisitBox(day, f"visit {n}", n <= 5) for n, day in enumerate(DATES, 1)),
        visits_foot="All visits at 14:15. If you can't come, please ring the day before: 555 0100.",
        self_care=SELF_CARE,
        expect=EXPECT,
        tell_us=TELL_US,
        straight_away=STRAIGHT_AWAY,
        same_day=SAME_DAY,
        consent="I have talked through this plan, its likely benefits and risks, and other choices, and "
        "could ask questions. I can stop at any time.",
        practitioner="Noor Halvorsen",
        same_day_by="midwife or doctor",
    )


def several_risks() -> PlanSheet:
    """A plan of somebody pregnant who takes a blood thinner and reacts to nickel: every list is long."""
    return replace(
        full_sheet(),
        expect=(
            "Relief is often partial, and not everyone gets it. It takes a few visits to tell.",
            "Ease may last a day or two at first.",
            "You may feel sleepy afterwards. Do not drive until you feel clear.",
            "You may bruise more (enoxaparin 40 mg daily). Do not stop your medicine for a visit.",
            "If nothing has changed by the review visit, we stop or think again together.",
        ),
        tell_us=(
            "Your medicines change, or you get a new illness.",
            "Your blood thinner (enoxaparin 40 mg daily) is changed, stopped or started again.",
            "Your midwife or doctor gives new advice.",
            "You felt faint, or a needle place stays sore for more than two days.",
            "Your skin itches or reddens where a needle was (nickel: rash, use coated needles).",
        ),
        straight_away=(
            "Sudden shortness of breath or chest pain",
            "Any bleeding, or belly pain that is strong or does not ease",
            "Waters breaking, or regular tightening",
            "Bleeding that ten minutes of firm pressure does not stop",
            "A sudden severe headache, or a blow to the head",
        ),
        same_day=(
            "Fever, or a needle place red and spreading",
            "Baby moves less than usual: ring at once, not the next day",
            "Severe headache, blurred sight, or sudden swelling of face or hands",
            "One leg swollen, warm and painful",
            "New numbness or weakness in an arm or leg",
        ),
    )
