"""
Measures how reading time grows with the length of a text that repeats itself, which is where a careless pattern shows.

Every piece is repeated to 2^13, 2^15 and 2^17 code points, in one paragraph; with ``--all`` to 2^19, also behind other openings, one
by one in paragraphs, list items and rows of a table, and in pairs drawn by a fixed seed. The slope is that of log time over log
length, between the two longest texts: 1 is linear, 2 is quadratic. The steepest come first; nothing is asserted.
"""

import argparse
import math
import random
import time
from contextlib import suppress
from itertools import product

import antq_records as antq
from antq_records.lexicon.cues import cues

SHORTEST, LONGEST, LONGEST_OF_ALL = 13, 17, 19
PAIRS = 400
ENOUGH = 20
"""Seconds: what would take longer is not read."""
STEEP, SLOW = 1.25, 6
"""What is more is counted below the table: the slope, and the seconds for a million code points."""
NAMES = ("Ba", "Bích", "Chi", "Dân", "Đạt", "Gia", "Hà", "Khoa", "Lan", "Mai", "Nam", "Oanh", "Phú", "Quân", "Sơn", "Tú", "Uyên", "Việt")
EVENT = "Sáng 25/11/2024, tại Hà Nội, Bộ Công an tổ chức Hội nghị tổng kết phong trào thi đua năm 2024"
OPENINGS = ("Bộ Công an ", f"{EVENT} ", f"{EVENT}. ", "Bộ Công an tặng Bằng khen cho ")
SHAPES = {
    "paragraph": ("<p>{}</p>", None),
    "paragraphs": ("<p>Bộ Công an tặng Bằng khen cho 5 tập thể, gồm:</p>{}", "<p>{}</p>"),
    "items": ("<p>Bộ Công an tặng Bằng khen cho 5 cá nhân:</p><ul>{}</ul>", "<li>{}</li>"),
    "rows": (
        "<table><tr><th>STT</th><th>Họ và tên</th><th>Đơn vị</th><th>Hình thức khen</th></tr>{}</table>",
        "<tr><td>1</td><td>Nguyễn Văn An</td><td>{}</td><td>Bằng khen</td></tr>",
    ),
}
# “{}” is another name each time.
PIECES = [
    *("tặng ", "đề nghị tặng ", "vì ", "dự có ", "Thừa ủy quyền của ", "Thay mặt ", "danh hiệu “", "phong trào thi đua “", "đối với: "),
    *("gồm: ", "trong đó có ", "của ", "thuộc ", "tại ", "tại sân bay ", "do ", "lần lượt ", "lần thứ hai ", "cùng ngày, "),
    *("Bằng khen ", "Bằng khen của ", "Bằng khen của Bộ Công an, ", "Huân chương Lao động hạng Ba, ", "hạng Nhất, hạng Nhì, hạng Ba, "),
    *("danh hiệu “Chiến sĩ thi đua cơ sở”, ", "xuất sắc dẫn đầu cụm thi đua ", "Cờ thi đua của Chính phủ ", "giải Nhất ", "đồng giải "),
    *("5 tập thể, ", "5 tập thể và 3 cá nhân, ", "các tập thể, cá nhân, ", "mỗi đơn vị ", "hai đơn vị trên ", "8 Bằng khen cho "),
    *("5 triệu đồng, ", "tổng số tiền 50 triệu đồng ", "500 đoàn viên, ", "đại diện cho 500 đoàn viên ", "2.355 sáng kiến, "),
    *("Trao Giấy khen cho 3 tập thể. ", "mỗi đơn vị được thưởng 5 triệu đồng, ", "hai đơn vị trên được tặng Giấy khen. "),
    *("Bộ Công an tặng Bằng khen cho 3 tập thể và 5 cá nhân; ", "Bộ Công an tặng Bằng khen cho Công an huyện {}; "),
    *("Tại hội nghị, Bộ Công an tặng Bằng khen cho 3 tập thể. ", "Trong đó, 2 tập thể được tặng Bằng khen. "),
    *("tặng Huân chương Lao động hạng Ba cho ông Nguyễn Văn {}. ", "Đại tá Nguyễn Văn {} trao Bằng khen của Bộ Công an. "),
    *("truy tặng Bằng khen cho 2 cá nhân: Công an tỉnh Hòa Bình: ", "tặng Giấy khen cho 5 cá nhân: ", "tặng Giấy khen cho Phòng Hậu cần. "),
    *("Công an tỉnh Hòa Bình, ", "Công an tỉnh, ", "Công an huyện {}, ", "Công an các tỉnh Hưng Yên, Thái Bình, ", "các Cục: "),
    *("Công an 5 tỉnh: Hưng Yên, TPHCM, ", "TPHCM, ", "các Cục: An ninh đối ngoại, An ninh nội địa, ", "các Tỉnh đoàn Đồng Nai, "),
    *("Phòng PC03, PA06, ", "Phòng Cảnh sát hình sự Công an tỉnh ", "Phòng Hậu cần, ", "Đội 2, ", "Tỉnh ủy ", "Văn phòng Bộ Công an, "),
    *("Công đoàn ", "Công đoàn Nhà máy {}, ", "Công đoàn Công an nhân dân có 25 đoàn viên, ", "Liên đoàn Lao động tỉnh ", "LĐLĐ tỉnh, "),
    *("Cụm thi đua số 5 ", "Cụm thi đua số 5 ngày 12/8, ", "Cụm thi đua {} năm 2024. ", "Cụm thi đua Sông Hồng trao ", "Khối thi đua "),
    *("Cụm thi đua số 5 năm 2024 gồm Công an 5 tỉnh: Hưng Yên (Cụm trưởng), ", "bàn giao Cụm trưởng, Cụm phó cho Công an tỉnh Hòa Bình, "),
    *("tổ chức Hội nghị tổng kết phong trào ", "Hội nghị tổng kết, ", "Ngày 24/11, Công an tỉnh {} tổ chức Hội nghị tổng kết công tác. "),
    *("Nguyễn Văn ", "Nguyễn Văn {}, ", "Đại tá Mạnh, ", "nguyên Phó Giám đốc ", "Chủ tịch Công đoàn ", "Ủy viên Trung ương Đảng, "),
    *("Đại tá Nguyễn Văn An, Giám đốc Công an tỉnh Hòa Bình; ", "Đại tá Nguyễn Văn An, Đội trưởng Đội {}, phát biểu. ", "ông Ksor {}, "),
    *("12/8/2024 ", "19/8/1945 - ", "2024-", "năm 2024, ", "ngày 1 và ", "1 đến ", "quý 1 ", "sáng nay ", "từ ", "1/", "1-"),
    *("2.034 nghìn ", "1.000 nghìn ", "hai mươi ", "một trăm ", "năm ", "hơn ", "1 ", "1.", "1,", " - 1", "1", "12 "),
    *("Ả", "a", "A", "Aa ", "a ", "A A A A ", "a" * 50 + " ", "A" + "a" * 3000 + " ", "Aa " * 400 + "tặng ", "Công an " + "A" * 2000 + " "),
    *("(", ")", "“", "((“", "” ", "“a” ", "()", "'", " - ", "; ", ": ", ", ", ". ", "...", "\N{NO-BREAK SPACE}"),
]


def repeated(piece: str, length: int) -> list[str]:
    """Return a piece so often that it makes a text of some length, with other names each time."""
    number = length // len(piece) + 1
    if "{}" not in piece:
        return [piece] * number
    places = range(number)
    return [piece.replace("{}", " ".join(NAMES[place // len(NAMES) ** power % len(NAMES)] for power in range(3))) for place in places]


def seconds(piece: str, length: int, shape: str, opening: str) -> float:
    """Return how long a reading takes, the quicker of two where it is short; a refusal counts as well."""
    whole, part = SHAPES[shape]
    pieces = repeated(piece, length)
    text = "".join(part.format(one) for one in pieces) if part else opening + "".join(pieces)[:length]
    start = "" if part is None else f"<p>{EVENT}.</p>"
    page = f"<html><meta charset=utf-8><body><h1>Công an tỉnh tổng kết</h1><div>{start}{whole.format(text)}</div>".encode()
    taken = math.inf
    for _ in range(2):
        begun = time.process_time()
        with suppress(antq.ReadError):
            antq.read(page)
        taken = min(taken, time.process_time() - begun)
        if taken > 1:
            break
    return taken


def cases(*, everything: bool) -> list[tuple[str, str, str]]:
    """Return what is measured: piece, shape and opening."""
    first_words = {meaning: word for word, meaning in reversed(cues().items())}
    words = [f"{word} " for word in (cues() if everything else first_words.values())]
    pieces = [*dict.fromkeys(PIECES + words)]
    shapes = [(shape, opening) for shape in SHAPES for opening in (OPENINGS if shape == "paragraph" else ("",))]
    found = [(piece, *how) for piece, how in product(pieces, shapes if everything else shapes[:1])]
    draw = random.Random(1)
    pairs = [(draw.choice(pieces) + draw.choice(pieces), *draw.choice(shapes)) for _ in range(PAIRS)]
    return found + pairs if everything else found


def measured(piece: str, shape: str, opening: str, exponents: range) -> dict[int, float]:
    """Return the seconds for each exponent of the length, up to the first that would take too long."""
    taken: dict[int, float] = {}
    for exponent in exponents:
        taken[exponent] = seconds(piece, 2**exponent, shape, opening)
        if taken[exponent] * 4 > ENOUGH:
            break
    return taken


def slope(taken: dict[int, float]) -> float:
    """Return the slope of log time over log length, between the two longest texts; 0 for a single one, which took too long at once."""
    *_, (shorter, quick), (longer, slow) = [(0, 0.0), *taken.items()]
    return math.log2(slow / quick) / (longer - shorter) if quick > 0 else 0.0


def main() -> None:
    """Measure each case, and print them by slope."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("words", nargs="*", help="only pieces with one of these words")
    parser.add_argument("--all", action="store_true", help="every cue word, opening and shape, pairs, and longer texts; about an hour")
    parser.add_argument("--longest", type=int, metavar="N", help="up to 2^N code points; 21 is two million")
    options = parser.parse_args()
    exponents = range(SHORTEST, (options.longest or (LONGEST_OF_ALL if options.all else LONGEST)) + 1, 2)
    wanted = [case for case in cases(everything=options.all) if not options.words or any(word in case[0] for word in options.words)]
    seconds(PIECES[0], 2**SHORTEST, "paragraph", OPENINGS[0])
    found = [(case, measured(*case, exponents)) for case in wanted]
    print(f"{'slope':>6}{'s/million':>11}" + "".join(f"{f's 2^{exponent}':>10}" for exponent in exponents) + "  shape, opening, piece")
    for (piece, shape, opening), taken in sorted(found, key=lambda one: slope(one[1]), reverse=True):
        columns = "".join(f"{taken[exponent]:10.3f}" if exponent in taken else f"{'':10}" for exponent in exponents)
        last = max(taken)
        print(f"{slope(taken):6.2f}{taken[last] / 2**last * 1e6:11.2f}{columns}  {shape}, {opening[:20]!r}, {piece[:80]!r}")
    steep = sum(slope(taken) > STEEP for _, taken in found)
    slow = sum(taken[max(taken)] / 2 ** max(taken) * 1e6 > SLOW for _, taken in found)
    print(f"{len(found)} cases: {steep} steeper than {STEEP}, {slow} slower than {SLOW} s for a million code points")


if __name__ == "__main__":
    main()
