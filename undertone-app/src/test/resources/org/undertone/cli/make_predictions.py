"""Writes predictions.table, .csv and .jsonl: what `undertone predict` prints of the predictions in MadePredictions.java.

Values are written as text, rounded by hand (half up); nothing is computed. Run in this directory: python3 make_predictions.py
"""

EMOTIONS = "happiness sadness anger surprise disgust fear".split()
INTENSITIES = ["1.25", "0.0", "-0.125", "0.30000000000000004", "3.5", "1.0E-7"]
ROUNDED = ["1.25*", "0.00 ", "-0.13 ", "0.30 ", "3.50*", "0.00 "]
PRESENT = ["true", "false", "false", "false", "true", "false"]
UNCERTAINTIES = ["0.5", "0.625", "0.75", "", "1.0", "1.125"]
FILES = ["a.wav", "talks/one, two.wav", "a folder whose name is too long for a table/of this kind.flac"]
ROWS = [(file, "0.0", "3.21") for file in FILES] + [(FILES[0], "0.57", "3600.57")]
FILE_WIDTH = 48


def csv():
    yield "file,start,end," + ",".join(f"{e},{e}_present,{e}_uncertainty" for e in EMOTIONS)
    for file, start, end in ROWS:
        name = f'"{file}"' if "," in file else file
        scores = [cell for score in zip(INTENSITIES, PRESENT, UNCERTAINTIES) for cell in score]
        yield ",".join([name, start, end, *scores])


def jsonl():
    for file, start, end in ROWS:
        emotions = ",".join(
            '{"emotion":"%s","intensity":%s,"present":%s,"uncertainty":%s}' % (e, i, p, u or "null")
            for e, i, p, u in zip(EMOTIONS, INTENSITIES, PRESENT, UNCERTAINTIES)
        )
        yield '{"file":"%s","startSeconds":%s,"endSeconds":%s,"emotions":[%s]}' % (file, start, end, emotions)


def table():
    def line(file, start, end, scores):
        cells = [file.ljust(FILE_WIDTH), start.rjust(7), end.rjust(7)]
        cells += [s.rjust(max(5, len(e)) + 1) for e, s in zip(EMOTIONS, scores)]
        return "  ".join(cells).rstrip()

    yield line("file", "start", "end", [e + " " for e in EMOTIONS])
    for file, start, end in ROWS:
        name = file if len(file) <= FILE_WIDTH else "..." + file[-(FILE_WIDTH - 3) :]
        yield line(name, "%.2f" % float(start), "%.2f" % float(end), ROUNDED)
    yield ""
    yield "Times are in seconds. A score estimates how strongly annotators would hear an emotion, from 0 to 3;"
    yield "what is marked * counts as present. What somebody feels, no score says."
    yield (
        "Uncertainty (nine in ten labels lay within plus or minus so much): "
        "happiness 0.50, sadness 0.63, anger 0.75, disgust 1.00, fear 1.13."
    )


for lines in (csv, jsonl, table):
    with open("predictions." + lines.__name__, "w", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in lines())
