"""The first letter of a phrase as its place in a sentence needs it; the others stay as they are."""


def capital(text: str) -> str:
    """`phòng Tư pháp` -> `Phòng Tư pháp`."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """`Trước ngày 15/02/2024` -> `trước ngày 15/02/2024`."""
    return text[:1].lower() + text[1:]
