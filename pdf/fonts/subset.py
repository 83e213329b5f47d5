#!/usr/bin/env python3
"""Makes the two fonts of this folder from Fira Sans 4.203 (npm: @expo-google-fonts/fira-sans 0.4.1).

    pip install fonttools==4.68.0
    python3 subset.py 400Regular/FiraSans_400Regular.ttf FiraSans-Regular.ttf
    python3 subset.py 700Bold/FiraSans_700Bold.ttf FiraSans-Bold.ttf

Two changes beside the subsetting, so that every sign a plan may hold can be shown:
- Signs that Fira Sans lacks are drawn here: check marks, ballot boxes, list bullets, the replacement character.
- Spaces and hyphens that Fira Sans lacks are copies of those it has. They and the soft hyphen are glyphs of their
  own, not second names of one: a reader of the PDF then gets the character that was written.
"""
import sys

from fontTools import subset
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

RANGES = [
    (0x20, 0x7E), (0xA0, 0x17F), (0x192, 0x192), (0x1CD, 0x1DC), (0x1E6, 0x1E7), (0x218, 0x21B), (0x259, 0x259),
    (0x2BB, 0x2BC), (0x2C6, 0x2DD), (0x300, 0x30C), (0x323, 0x328), (0x370, 0x3CE), (0x400, 0x45F), (0x490, 0x4B5),
    (0x4D8, 0x4E9), (0x1E80, 0x1E85), (0x1E9E, 0x1E9E), (0x1EA0, 0x1EF9), (0x2000, 0x206F), (0x20A0, 0x20BF),
    (0x2116, 0x2122), (0x2190, 0x2193), (0x2200, 0x22FF), (0x2500, 0x27BF), (0xFFFD, 0xFFFD),
]
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "tnum"]


def polygon(pen, points):
    """A closed outline of straight lines."""
    pen.moveTo(points[0])
    for point in points[1:]:
        pen.lineTo(point)
    pen.closePath()


def box(pen, left, bottom, right, top, pen_width=None):
    """A filled rectangle, or a frame if a width is given."""
    polygon(pen, [(left, bottom), (left, top), (right, top), (right, bottom)])
    if pen_width:
        w = pen_width
        polygon(pen, [(left + w, bottom + w), (right - w, bottom + w), (right - w, top - w), (left + w, top - w)])


def ring(pen, cx, cy, radius, clockwise=True):
    """A circle of quadratic curves."""
    t = radius * 0.41421356  # where the tangents of an octagon's corners meet
    r = radius
    points = [(r, 0), (r, t), (t, r), (0, r), (-t, r), (-r, t), (-r, 0), (-r, -t), (-t, -r), (0, -r), (t, -r), (r, -t)]
    if clockwise:
        points = [points[0]] + points[:0:-1]
    moved = [(cx + x, cy + y) for x, y in points]
    pen.moveTo(moved[0])
    for i in range(1, 12, 3):
        pen.qCurveTo(*(moved[i:i + 2] + [moved[(i + 2) % 12]]))
    pen.closePath()


def check(pen, x, y, scale, w):
    """A tick: two strokes of width w that meet at the bottom."""
    polygon(pen, [
        (x, y + 230 * scale), (x + w * 0.72, y + 230 * scale + w * 0.72),
        (x + 190 * scale, y + w * 1.42), (x + 190 * scale + 330 * scale, y + w * 1.42 + 400 * scale),
        (x + 190 * scale + 330 * scale + w * 0.78, y + w * 1.42 + 400 * scale - w * 0.64),
        (x + 190 * scale, y),
    ])


def cross(pen, cx, cy, r, w):
    """A saltire."""
    h = w * 0.707
    polygon(pen, [
        (cx - r, cy + r - h), (cx - r + h, cy + r), (cx, cy + h), (cx + r - h, cy + r), (cx + r, cy + r - h),
        (cx + h, cy), (cx + r, cy - r + h), (cx + r - h, cy - r), (cx, cy - h), (cx - r + h, cy - r),
        (cx - r, cy - r + h), (cx - h, cy),
    ])


def drawn(stroke):
    """Name, advance width and drawing of each sign, for a stem width."""
    w = stroke
    return {
        0x2713: (680, lambda p: check(p, 50, 40, 1.0, w)),
        0x2714: (700, lambda p: check(p, 50, 40, 1.0, w * 1.5)),
        0x2717: (620, lambda p: cross(p, 310, 300, 240, w)),
        0x2718: (640, lambda p: cross(p, 320, 300, 250, w * 1.5)),
        0x2610: (780, lambda p: box(p, 70, -20, 710, 620, w * 0.75)),
        0x2611: (780, lambda p: (box(p, 70, -20, 710, 620, w * 0.75), check(p, 175, 90, 0.76, w))),
        0x2612: (780, lambda p: (box(p, 70, -20, 710, 620, w * 0.75), cross(p, 390, 300, 185, w))),
        0x25A0: (720, lambda p: box(p, 70, 0, 650, 580)),
        0x25A1: (720, lambda p: box(p, 70, 0, 650, 580, w * 0.75)),
        0x25AA: (420, lambda p: box(p, 70, 140, 350, 420)),
        0x25CF: (640, lambda p: ring(p, 320, 290, 250)),
        0x25CB: (640, lambda p: (ring(p, 320, 290, 250), ring(p, 320, 290, 250 - w * 0.75, False))),
        0x25B8: (460, lambda p: polygon(p, [(80, 70), (80, 510), (400, 290)])),
        # Not the question mark on a diamond, which nobody can read at this size: an empty frame, as usual for a
        # character that cannot be shown, set apart from the ballot box by its shape.
        0xFFFD: (560, lambda p: box(p, 70, -60, 490, 690, w * 0.6)),
    }


COPIES = {0x2010: 0x2D, 0x2011: 0x2D}
# Widths of spaces in thousandths of an em.
SPACES = {0x2002: 500, 0x2003: 1000, 0x2004: 333, 0x2005: 250, 0x2006: 167, 0x2009: 160, 0x200A: 90, 0x202F: 160,
          0x205F: 222, 0x3000: 1000}


def main(source, target):
    font = TTFont(source, recalcTimestamp=False)
    cmap = font.getBestCmap()
    glyf, hmtx = font["glyf"], font["hmtx"]
    glyph_set = font.getGlyphSet()
    new = {}

    def add(code, width, draw):
        pen = TTGlyphPen(None)
        draw(pen)
        name = f"uni{code:04X}.mw"
        glyph = pen.glyph()
        glyf[name] = glyph
        glyph.recalcBounds(glyf)
        hmtx[name] = (width, getattr(glyph, "xMin", 0) or 0)
        new[code] = name

    stem = {400: 84, 700: 130}[font["OS/2"].usWeightClass]
    for code, (width, draw) in drawn(stem).items():
        if code not in cmap:
            class Rounded:
                """Whole coordinates only: a TrueType outline has no others."""
                def __init__(self, pen): self.pen = pen
                def moveTo(self, p): self.pen.moveTo((round(p[0]), round(p[1])))
                def lineTo(self, p): self.pen.lineTo((round(p[0]), round(p[1])))
                def qCurveTo(self, *ps): self.pen.qCurveTo(*[(round(x), round(y)) for x, y in ps])
                def closePath(self): self.pen.closePath()
            add(code, width, lambda pen, draw=draw: draw(Rounded(pen)))
    for code, like in {**COPIES, 0xAD: 0x2D}.items():
        source_name = cmap[like]
        add(code, hmtx[source_name][0],
            lambda pen, s=source_name: glyph_set[s].draw(TransformPen(pen, (1, 0, 0, 1, 0, 0))))
    for code, width in SPACES.items():
        if code not in cmap:
            add(code, width, lambda pen: None)

    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(new)
    font.setGlyphOrder(list(dict.fromkeys(font.getGlyphOrder() + list(new.values()))))
    font["maxp"].numGlyphs = len(font.getGlyphOrder())

    options = subset.Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14]
    options.name_languages = [0x409]
    options.notdef_outline = True
    options.drop_tables += ["gasp"]
    options.recalc_timestamp = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[c for a, b in RANGES for c in range(a, b + 1)])
    subsetter.subset(font)
    # The version says that this is no longer the font of its makers.
    for record in font["name"].names:
        if record.nameID == 5:
            record.string = "Version 4.203; subset and additions for MitWIRken"
    font.save(target)
    print(target, len(font.getGlyphOrder()), "glyphs")


main(*sys.argv[1:3])
