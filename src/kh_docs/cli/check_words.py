"""The words that `check` and `check --fix` share: how grave a finding is, and what a fault of ours is."""

from kh_docs.i18n import N_, _

SEVERITIES = {"must": N_("phải sửa"), "should": N_("nên sửa"), "info": N_("tham khảo")}


def unexpected(error: Exception) -> str:
    """A fault of the program in one file, in words; the others go on."""
    return _("lỗi của kh-docs ở tệp này ({error}) -> gửi tệp này kèm thông báo cho người phát triển").format(
        error=f"{type(error).__name__}: {error}"
    )
