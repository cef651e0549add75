"""
Measures how reading time grows with the length of a text that repeats itself, which is where a careless pattern shows.

For every piece a page of 20,000 and one of 80,000 code points are read: four times the text should take about four times as
long. Prints the pieces with the steepest growth first; nothing is asserted.
"""

import argparse
import time
from contextlib import suppress

import antq_records as antq

SHORT, LONG = 20_000, 80_000
PIECES = [
    *("tặng ", "đề nghị tặng ", "vì ", "dự có ", "Thừa ủy quyền của ", "danh hiệu “", "phong trào thi đua “", "đối với: "),
    *("Bằng khen ", "Bằng khen của ", "Trao Giấy khen cho 3 tập thể. ", "5 tập thể, ", "5 tập thể và 3 cá nhân, "),
    *("Bộ Công an tặng Bằng khen cho 3 tập thể và 5 cá nhân; ", "Bộ Công an tặng Bằng khen cho Công an huyện Đà Bắc, "),
    *("Công an tỉnh Hòa Bình, ", "Phòng PC03, PA06, ", "Phòng Cảnh sát hình sự Công an tỉnh ", "Công đoàn "),
    *("Công đoàn Công an nhân dân có 25 đoàn viên, ", "Cụm thi đua số 5 ", "tổ chức Hội nghị tổng kết phong trào "),
    *("Cụm thi đua số 5 năm 2024 gồm Công an 5 tỉnh: Hưng Yên (Cụm trưởng), ", "Hội nghị tổng kết, "),
    *("Nguyễn Văn ", "nguyên Phó Giám đốc ", "Đại tá Nguyễn Văn An, Giám đốc Công an tỉnh Hòa Bình; ", "A A A A "),
    *("12/8/2024 ", "19/8/1945 - ", "2024-", "ngày 1 và ", "1 đến ", "quý 1 ", "sáng nay ", "từ ", "1/", "1-"),
    *("2.034 nghìn ", "1.000 nghìn ", "hai mươi ", "một trăm ", "năm ", "hơn ", "1 ", "1.", "1,", " - 1"),
    *("Ả", "a" * 50 + " ", "(", ")", "“", "((“", "” ", " - ", "; ", ": "),
]


def seconds(piece: str, length: int) -> float:
    """Return how long the quicker of two readings takes; a refusal counts as well."""
    text = (piece * (length // len(piece) + 1))[:length]
    page = f"<html><meta charset=utf-8><body><h1>Công an tỉnh tổng kết</h1><div><p>Bộ Công an {text}</p></div>".encode()
    taken = []
    for _ in range(2):
        start = time.process_time()
        with suppress(antq.ReadError):
            antq.read(page)
        taken.append(time.process_time() - start)
    return min(taken)


def main() -> None:
    """Measure each piece, and print them by growth."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    seconds(PIECES[0], SHORT)
    measured = [(piece, seconds(piece, SHORT), seconds(piece, LONG)) for piece in PIECES]
    print(f"{'growth':>7}{f's for {SHORT}':>14}{f's for {LONG}':>14}  piece")
    for piece, short, long in sorted(measured, key=lambda one: one[2] / one[1], reverse=True):
        print(f"{long / short:7.1f}{short:14.2f}{long:14.2f}  {piece!r}")


if __name__ == "__main__":
    main()
