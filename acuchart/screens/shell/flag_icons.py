"""The icon of each risk, the same wherever it is shown."""

from collections.abc import Mapping
from types import MappingProxyType

from acuchart.clinic.flags import FlagKind

FLAG_ICONS: Mapping[FlagKind, str] = MappingProxyType(
    {
        FlagKind.PREGNANCY: "baby",
        FlagKind.ANTICOAGULANT: "droplet",
        FlagKind.PACEMAKER: "heart-pulse",
        FlagKind.BLEEDING_DISORDER: "droplets",
        FlagKind.EPILEPSY: "brain",
        FlagKind.DIABETES: "activity",
        FlagKind.NUMBNESS: "hand",
        FlagKind.IMMUNE_SUPPRESSION: "shield",
        FlagKind.VALVE_DISEASE: "heart-pulse",
        FlagKind.LYMPHOEDEMA_LEFT_ARM: "bandage",
        FlagKind.LYMPHOEDEMA_RIGHT_ARM: "bandage",
        FlagKind.LYMPHOEDEMA_LEFT_LEG: "footprints",
        FlagKind.LYMPHOEDEMA_RIGHT_LEG: "footprints",
        FlagKind.ALLERGY_METAL: "shield-alert",
        FlagKind.ALLERGY_LATEX: "shield-alert",
        FlagKind.ALLERGY_ADHESIVE: "shield-alert",
        FlagKind.FAINTS: "triangle-alert",
        FlagKind.BREAST_IMPLANTS: "shield-alert",
    }
)
