"""What a plan counts: the nouns that follow a number, several of them joined by commas."""

from __future__ import annotations

import re

# Not counted but waited for: “06 tháng”, “10 năm”.
TIMES = frozenset(["tháng", "năm", "ngày", "giờ", "tuần", "quý", "phút", "h", "g", "giây"])
_NOUNS = (
    "đơn vị hành chính cấp xã", "đơn vị cấp xã", "đơn vị cấp huyện", "đơn vị", "địa phương",
    "Công an phường", "Công an xã", "khu dân cư", "tổ dân phố", "thị trấn", "thị xã", "thành phố",
    "đặc khu", "phường", "huyện", "xã", "thôn", "xóm", "khối", "bản", "làng", "ấp",
    "cơ sở giáo dục mầm non", "cơ sở giáo dục", "cơ sở y tế", "cơ sở sản xuất", "cơ sở", "cơ quan",
    "doanh nghiệp", "hợp tác xã", "tổ hợp tác", "trang trại", "trường học", "trường THPT", "trường THCS",
    "trường tiểu học", "trường mầm non", "trường", "cấp học", "lớp học", "lớp", "mô hình", "điển hình",
    "câu lạc bộ", "hộ gia đình", "hộ nghèo", "hộ cận nghèo", "hộ dân", "hộ", "người dân",
    "người dân trưởng thành", "người lao động", "người cao tuổi", "người khuyết tật", "người", "dân số",
    "dân cư", "cán bộ", "công chức", "viên chức", "học sinh", "sinh viên", "giáo viên", "trẻ em",
    "phụ nữ", "thanh niên", "đoàn viên", "hội viên", "đảng viên", "lao động", "lượt người", "lượt",
    "hội nghị", "hội thảo", "hội thi", "cuộc thi", "cuộc kiểm tra", "cuộc", "buổi", "đợt", "tin, bài",
    "tin", "bài", "phóng sự", "chuyên mục", "chuyên trang", "video", "tài liệu", "tờ rơi", "pa nô",
    "sản phẩm", "dự án", "công trình", "nhiệm vụ", "chỉ tiêu", "tiêu chí", "hồ sơ", "thủ tục hành chính",
    "thủ tục", "dịch vụ công", "văn bản", "nhà", "căn nhà", "căn hộ", "phòng", "giường bệnh", "bác sĩ",
    "trạm y tế", "trạm", "chợ", "tuyến đường", "tuyến", "km", "ha", "m2", "m3", "tấn", "kg", "con",
    "cây xanh", "cây", "đồng", "điểm", "giải",
    "vụ việc", "vụ", "tổ chức", "cá nhân", "tập thể", "sở", "ban", "ngành", "chi hội", "chi đoàn", "tổ",
    "đội", "nhóm", "đoàn", "ban", "trung tâm", "điểm cầu", "máy", "bộ", "camera", "tàu cá", "tàu",
    "phương tiện", "xe", "lần", "cụm", "khu", "vùng", "làng nghề", "di tích", "lễ hội", "giờ học",
    "hoạt động", "ca",
    "tháng", "năm", "ngày", "giờ", "tuần", "quý", "phút",
)  # fmt: skip
_NOUN = "|".join(re.escape(noun) for noun in sorted(_NOUNS, key=len, reverse=True))
# “41,2 triệu cây xanh”.
_TIMES = r"(?:(?:triệu|nghìn|ngàn|tỷ|vạn)\s+)?"
MEASURE = rf"{_TIMES}(?:{_NOUN})(?!\w)(?:(?:,\s+|\s+và\s+)(?:{_NOUN})(?!\w))*"
