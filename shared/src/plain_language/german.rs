//! German: its lists of words, and how its passive looks. Written by hand; what is left out is left out
//! because it would be wrong too often.

use super::tokens::{Kind, Token};
use super::{Found, found, has};

/// Words that a dot often stands behind without ending the sentence.
pub(super) const SHORTENED: &str = "abb abs abschn allg anm art aufl az bd betr bez bspw bzgl bzw ca co \
    dgl dipl dr ebd einschl etc evtl exkl ff fr gem ggf ggfs hl hr hrsg inkl ing insb jg jh jhd kath ev \
    kap lfd lt max min mind mio mrd nr nrn prof rd s sen sog st std str tel u usf usw v verf vgl vs z \
    zb zz zzgl jan feb mrz apr jun jul aug sept okt nov dez mo di mi do sa so";

/// Words that begin a sentence far more often than they stand capitalised within one.
pub(super) const STARTERS: &str = "der die das den dem des ein eine einen einem einer wir sie er es ich \
    ihr ihre ihren ihrem unser unsere alle viele manche jede jeder jedes wer was wann wo wie warum wenn \
    weil ob dass dann danach dort da so aber und oder denn doch auch nur nicht kein keine in im an am auf \
    aus bei beim mit nach von vom vor zu zum zur für durch über unter um ohne gegen seit bis während \
    nachdem bevor damit diese dieser dieses diesen diesem hier heute jetzt zuerst zuletzt außerdem \
    deshalb daher darum trotzdem sonst bitte ist sind hat haben wird werden kann können muss müssen soll \
    sollen darf dürfen man einige mehrere beide später dazu dabei davon darüber wichtig meist oft \
    manchmal";

/// What is shorter when written than when read, and what to write instead.
pub(super) const SHORT_FORMS: &[(&str, &str)] = &[
    ("z. b.", "zum Beispiel"),
    ("zb.", "zum Beispiel"),
    ("bspw.", "zum Beispiel"),
    ("d. h.", "das heißt"),
    ("u. a.", "unter anderem"),
    ("u. u.", "manchmal, vielleicht"),
    ("u. ä.", "und Ähnliches"),
    ("o. ä.", "oder Ähnliches"),
    ("o. g.", "dieser, diese"),
    ("s. o.", "siehe oben"),
    ("s. u.", "siehe unten"),
    ("v. a.", "vor allem"),
    ("i. d. r.", "meistens"),
    ("i. a.", "meistens"),
    ("i. s. d.", "nach"),
    ("i. s. v.", "im Sinn von"),
    ("i. v. m.", "zusammen mit"),
    ("i. h. v.", "von"),
    ("m. e.", "ich meine"),
    ("z. t.", "zum Teil"),
    ("z. zt.", "zurzeit"),
    ("n. n.", "noch offen"),
    ("ggf.", "wenn nötig"),
    ("ggfs.", "wenn nötig"),
    ("bzw.", "oder, und"),
    ("evtl.", "vielleicht"),
    ("usw.", "und so weiter"),
    ("usf.", "und so weiter"),
    ("etc.", "und so weiter"),
    ("bzgl.", "zu, wegen"),
    ("gem.", "nach"),
    ("lt.", "laut"),
    ("sog.", "sogenannt"),
    ("vgl.", "siehe"),
    ("inkl.", "mit"),
    ("einschl.", "mit"),
    ("exkl.", "ohne"),
    ("zzgl.", "und dazu"),
    ("abzgl.", "minus"),
    ("insb.", "vor allem"),
    ("mind.", "mindestens"),
    ("max.", "höchstens"),
    ("ca.", "etwa"),
    ("lfd.", "laufend"),
    ("ff.", "und die folgenden"),
];

/// Words of offices and simpler ones. `*` stands for an ending.
pub(super) const OFFICE_WORDS: &[(&str, &str)] = &[
    ("seitens", "von"),
    ("vonseiten", "von"),
    ("hinsichtlich", "zu, bei"),
    ("bezüglich", "zu, wegen"),
    ("diesbezüglich*", "dazu"),
    ("betreffs", "zu, wegen"),
    ("zwecks", "für, um zu"),
    ("zum zwecke", "für, um zu"),
    ("mittels", "mit"),
    ("vermittels", "mit"),
    ("anlässlich", "zu, wegen"),
    ("infolge", "wegen"),
    ("infolgedessen", "deshalb"),
    ("gemäß", "nach"),
    ("obig*", "dieser, diese, oben"),
    ("vorgenannt*", "dieser, diese"),
    ("obengenannt*", "dieser, diese"),
    ("nachfolgend*", "folgend, hier"),
    ("etwaig*", "möglich"),
    ("selbig*", "dieser, diese"),
    ("gegebenenfalls", "wenn nötig, vielleicht"),
    ("beziehungsweise", "oder, und"),
    ("unbeschadet", "trotz, auch wenn"),
    ("ungeachtet", "trotz"),
    ("vorbehaltlich", "nur wenn"),
    ("widrigenfalls", "sonst"),
    ("zuzüglich", "und dazu"),
    ("abzüglich", "minus"),
    ("sodann", "dann"),
    ("hiermit", "damit, jetzt"),
    ("mithin", "also"),
    ("nebst", "mit"),
    ("lediglich", "nur"),
    ("seinerzeit", "damals"),
    ("bis dato", "bisher"),
    ("alsbald", "bald"),
    ("unverzüglich*", "sofort"),
    ("schnellstmöglich*", "so schnell wie möglich"),
    ("baldmöglichst*", "so bald wie möglich"),
    ("frühestmöglich*", "so früh wie möglich"),
    ("zeitnah*", "bald, schnell"),
    ("vollumfänglich*", "ganz"),
    ("vollinhaltlich*", "ganz"),
    ("fernmündlich*", "am Telefon"),
    ("postalisch*", "mit der Post"),
    ("beinhaltet", "enthält"),
    ("beinhalten", "enthalten"),
    ("obliegt", "ist Aufgabe von"),
    ("obliegen", "sind Aufgabe von"),
    ("verausgabt", "ausgegeben"),
    ("verausgaben", "ausgeben"),
    ("entrichten", "zahlen"),
    ("entrichtet", "gezahlt"),
    ("inanspruchnahme", "Nutzung, nutzen"),
    ("in anspruch nehmen", "nutzen"),
    ("in anspruch genommen", "genutzt"),
    ("zurverfügungstellung", "geben, anbieten"),
    ("rückäußerung", "Antwort"),
    ("im rahmen der", "bei, in, mit"),
    ("im rahmen des", "bei, in, mit"),
    ("im rahmen einer", "bei, in, mit"),
    ("im rahmen eines", "bei, in, mit"),
    ("im rahmen dieser", "bei, in, mit"),
    ("im rahmen dieses", "bei, in, mit"),
    ("im rahmen von", "bei, in, mit"),
    ("im zuge der", "bei, während"),
    ("im zuge des", "bei, während"),
    ("im zuge einer", "bei, während"),
    ("im zuge eines", "bei, während"),
    ("im zuge von", "bei, während"),
    ("im hinblick auf", "für, zu, wegen"),
    ("in bezug auf", "zu, für"),
    ("mit bezug auf", "zu"),
    ("unter bezugnahme auf", "zu"),
    ("in anbetracht", "wegen"),
    ("in kenntnis setzen", "informieren"),
    ("in kenntnis gesetzt", "informiert"),
    ("in abhängigkeit von", "je nach"),
    ("in höhe von", "von, über"),
    ("unter berücksichtigung", "weil, mit Blick auf"),
    ("unter zuhilfenahme", "mit"),
    ("unter einbeziehung", "mit"),
    ("unter einhaltung", "nach, so wie es vorgeschrieben ist"),
    ("aus gegebenem anlass", "weil"),
    ("zu gegebener zeit", "später"),
    ("zum gegenwärtigen zeitpunkt", "jetzt"),
    ("zum jetzigen zeitpunkt", "jetzt"),
    ("zur durchführung bringen", "machen"),
    ("zur anwendung kommen", "gelten, benutzen"),
    ("zur anwendung kommt", "gilt, wird benutzt"),
    ("käuflich erwerben", "kaufen"),
    ("dergestalt", "so"),
    ("dahingehend", "so, dazu"),
    ("in ermangelung", "weil … fehlt"),
    ("ermangels", "weil … fehlt"),
    ("mangels", "weil … fehlt, ohne"),
    ("kraft gesetzes", "nach dem Gesetz"),
    ("bedarf der zustimmung", "braucht die Zustimmung"),
];

/// Adjectives that say no already, so that "nicht" before them says yes.
pub(super) const NEGATED: &str = "unangebracht unangemessen unangenehm unauffällig unbedenklich \
    unbedeutend unbegründet unbekannt unbeliebt unberechtigt unberücksichtigt unbeachtet unbeträchtlich \
    unbemerkt undenkbar uneben uneigennützig unerheblich unerwünscht unerwähnt ungefährlich ungelegen \
    ungenutzt ungern ungewöhnlich uninteressant unklug unkompliziert unlösbar unmöglich unproblematisch \
    unrealistisch unrecht unschuldig unsicher unüblich unumstritten unterschätzbar unverdient unvereinbar \
    unverhältnismäßig unvernünftig unverständlich unvorbereitet unwahrscheinlich unwesentlich unwichtig \
    unwillkommen unwirksam unzulässig unzufrieden unähnlich";

/// What says no.
pub(super) const NEGATIONS: &str = "nicht nie niemals kein keine keinen keinem keiner keines";

/// Capital abbreviations that everybody knows, or that are names rather than abbreviations.
pub(super) const KNOWN: &str = "AG ARD AfD AIDS BMW BRD BVB CD CDU CO CSU CSV DDR DFB DGB DIN DJ DNA DRK \
    DVD EC EDV EG EU EUR FAQ FDP FSK FSV GEZ GPS GmbH HIV HTML ICE ID IC IKEA IP ISBN ISO IT KFZ Kfz KI \
    LED LKW Lkw MB GB KB TB NATO NDR NGO NRW OB OK PC PDF PIN PKW Pkw PLZ PR PS QR RAL RTL SAP SB SMS SOS \
    SPD SV SUV TAN TH THW TSV TU TÜV TV UFO UN UNO US USA USB UV VHS VW VfB VfL WC WDR WG WLAN WM WWW XL \
    XXL XXXL XS XML ZDF ZIP DSL MP A4 A3 EM FH FC IBAN BIC SEPA UTC MEZ UNESCO UNICEF WHO TED GIF JPG PNG \
    JPEG MS CC BY SA ND NC BUND NABU";

/// Words in capitals are shouted, not abbreviated.
pub(super) const SHOUTED: &str = "ACHTUNG ALLE ALLES AN AUCH AUF AUS BITTE DAS DER DIE DU ER ES EIN EINE \
    FREI FÜR GEGEN GRATIS HIER ICH IHR IM IN IST JA JEDE JETZT KEIN KEINE MIT NEIN NEU NEUE NICHT NIE \
    NOCH NUR ODER OHNE SEHR SIE SO STOPP STOP TIPP TOP UND UNS VOR VON WANN WAS WEM WEN WER WIE WIR WO ZU \
    ZUM ZUR MUSS DARF SOLL KANN MEHR EINS ZWEI DREI";

/// Nouns of the kind that makes a text heavy which are the right word all the same: they name a thing, a body
/// or what this platform is about. Compounds are meant too, verbs' nouns ("Durchführung") are not.
const FINE_NOUNS: &str = "abteilung ausstellung begegnung behinderung beleuchtung beteiligung bevölkerung \
    bezirksvertretung bildung dolmetschung einheit einladung einrichtung erfahrung fassung flüssigkeit \
    haltung einzelheit neuigkeit gelegenheit zeitung fortbildung ausbildung führung gesundheit heizung \
    kindheit kleidung krankheit kreuzung kundgebung leistung leitung lieferung mahnung mehrheit meinung \
    minderheit mischung mitteilung öffentlichkeit öffnung ordnung packung persönlichkeit planung quittung \
    rechnung regierung richtung sammlung satzung sehenswürdigkeit sendung siedlung sitzung spannung \
    stellung stiftung stimmung übung überraschung umgebung universität fakultät veranstaltung verbindung \
    verfassung verordnung verpflegung versammlung vertretung verwaltung vorlesung vorstellung währung \
    wahrheit werbung wohnung zeichnung";

/// Articles, possessives and prepositions.
pub(super) const GOVERNING: &str = "der die das des dem den ein eine einer eines einem einen diese dieser \
    dieses diesem diesen ihr ihre ihrer ihres ihrem ihren seine seiner seines seinem seinen unsere \
    unserer jede jeder keine keiner alle aller am an auf aus bei beim bis durch für gegen hinsichtlich im \
    in infolge mit mittels nach ohne seit trotz über um unter vom von vor während wegen zu zum zur zwecks \
    gemäß";

/// Whether this is one of the nouns that make a text heavy.
pub(super) fn is_hard_noun(token: &Token) -> bool {
    const ENDINGS: [&str; 4] = ["ung", "heit", "keit", "tät"];
    const OTHERS: [&str; 7] = ["sprung", "schwung", "dung", "junge", "lunge", "zunge", "ursprung"];
    let word = token.lower.as_str();
    let single = word.strip_suffix("en").unwrap_or(word);
    token.is_capital()
        && word.chars().count() >= 6
        && !word.contains(['*', ':', '_', '-'])
        && ENDINGS.iter().any(|ending| single.ends_with(ending))
        && !OTHERS.contains(&single)
        && !FINE_NOUNS
            .split_ascii_whitespace()
            .any(|fine| single.strip_suffix(fine).is_some_and(|before| !ends_as_verb(before)))
}

/// Whether a noun is a verb's because of what stands before its stem: "Durch-führung", "An-wendung".
fn ends_as_verb(before: &str) -> bool {
    let mut prefixes = SEPARABLE.split_ascii_whitespace().chain(INSEPARABLE.split_ascii_whitespace());
    before == "ge"
        || prefixes.any(|prefix| {
            before == prefix
                || (prefix.len() > 2 && before.strip_suffix(prefix).is_some_and(|rest| rest.len() > 3))
        })
}

const BECOME: &str = "werden wird wurde wurden werde würde würden worden";
const BECOME_FINITE: &str = "werden wird wurde wurden werde würde würden";
const BE: &str = "ist sind war waren sei seien";
/// Another finite verb between "wird" and the participle means that they are not one.
const OTHER_VERBS: &str = "hat haben hatte hatten habe ist sind war waren sei seien bin kann können \
    konnte konnten könnte könnten muss müssen musste mussten müsste müssten soll sollen sollte sollten \
    darf dürfen durfte durften dürfte will wollen wollte wollten mag möchte möchten";
/// What may follow a participle that ends a clause.
const BEHIND: &str = "und oder sowie aber denn sondern als wie statt";

/// Prefixes that "ge" and "zu" may follow.
const SEPARABLE: &str = "ab an auf aus bei bekannt bereit da dar dazu durch ein empor entgegen fehl fern \
    fest fort frei gegenüber gleich gut heim her herab heran herauf heraus herbei herein herum herunter \
    hervor hin hinauf hinaus hinein hinunter hinweg hinzu hoch kennen klar los mit nach nahe nieder offen \
    richtig sicher statt still teil um unter vor voran voraus vorbei vorüber vorweg vorher wahr weg \
    weiter wett wieder zu zurecht zurück zusammen über überein";
/// Prefixes whose participles have no "ge".
const INSEPARABLE: &str = "be ent er emp hinter miss ver wider zer über unter um durch";

/// Participles of strong verbs without their "ge".
const STRONG: &str = "backen bissen borgen bogen boten bunden beten blasen braten brochen droschen \
    drungen essen fahren fangen fallen fochten fohlen funden flochten flogen flossen fressen froren geben \
    golten gossen glichen graben griffen halten hangen hauen hoben heißen holfen klungen kniffen laden \
    lassen laufen legen lesen liehen logen mieden messen nommen nossen pfiffen priesen raten rieben \
    rissen ritten rochen rufen schaffen schieden scholten schoben schossen schlagen schliffen schlossen \
    schnitten schrieben schrien schwiegen schworen schwungen sehen sessen sungen sonnen sponnen sprochen \
    sprungen standen stiegen stochen stohlen storben stoßen strichen stritten tragen trieben troffen \
    trunken treten waschen wichen wiesen worben worfen wogen wonnen wunden zogen zwungen gangen kommen \
    ziehen gessen loren";
/// Those that look like the infinitive once they have a prefix: "wird … erhalten" may be the future.
const LIKE_INFINITIVE: &str = "backen blasen braten essen fahren fangen fallen fressen geben graben \
    halten hauen heißen laden lassen laufen lesen messen raten rufen schaffen schlagen sehen stoßen \
    tragen treten waschen gessen kommen ziehen";
/// "ge…en" that is no participle of these verbs, or is the infinitive just as well.
const NO_PARTICIPLE: &str = "gesamt gerecht geeignet gewohnt gespannt gelaunt gesinnt gebt geht gelingt \
    gefällt genügt gewinnt gerät geschieht gehst gelangt genießt geübt gemischt getrost geschickt gewandt \
    geneigt gefasst gelehrt gereizt geliebt bekannt bereit beliebt berühmt bewusst befreundet begabt \
    begeistert bestimmt betroffen beeindruckt bedingt besorgt bemüht berechtigt betagt betont bedeutet \
    besteht bleibt bietet beginnt bekommt betrifft beträgt erst ernst echt vielleicht verliebt vertraut \
    verrückt verwandt verkehrt verlegen verschieden verstärkt vermehrt verzweifelt vergeht versteht \
    verspricht vergisst verliert entspannt entsteht entsetzt entfernt entspricht enthält erfährt erhält \
    erleichtert ermüdet erwachsen erschöpft erfahren erkennt überhaupt überzeugt überrascht übersteigt \
    umsonst unterscheidet durchdacht durchaus durchsetzt veraltet verheiratet verletzt interessiert \
    engagiert kompliziert motiviert frustriert passiert existiert funktioniert reagiert resultiert \
    basiert profitiert riskiert versiert irritiert differenziert";
/// Nouns that "zu" and an infinitive belong to; "ist" is the full verb then.
const NOUNS_WITH_ZU: &str = "ziel aufgabe zweck absicht plan idee sinn wunsch kunst chance gefahr recht \
    pflicht möglichkeit grund zeit anlass versuch hilfe vorteil nachteil rat tipp fehler trick \
    herausforderung angebot bitte gelegenheit weg bedingung voraussetzung";
/// Words before "zu" that "zu" and the infinitive belong to.
const ADJECTIVES_WITH_ZU: &str = "schwer leicht einfach schwierig gut schlecht bereit möglich unmöglich \
    wichtig nötig notwendig verboten erlaubt schön froh interessant spannend sinnvoll besser leichter \
    schwerer einfacher genug klug ratsam üblich richtig falsch fähig geeignet lage dazu dafür daran davon \
    darum darin gefragt eingeladen verpflichtet berechtigt gezwungen hilfreich nützlich mühsam bequem \
    angenehm gewohnt schade da um ohne anstatt statt es teuer günstig billig stolz neugierig hier \
    unterwegs beschäftigt mutig ehrlich kaum";
/// What stands behind "zu" and ends in "en" without being an infinitive.
const NO_INFINITIVE: &str = "ihnen denen allen vielen beiden anderen einzelnen selten offen eben unten \
    oben draußen zweien dreien vieren wenigen meisten jenen diesen solchen trocken verschieden zufrieden \
    euren unseren ihren seinen meinen deinen keinen einen welchen sieben zehn werden sein haben den jeden \
    manchen einigen mehreren";
/// "ist zu sehen" is how everybody says that something can be seen.
const EVERYDAY: &str = "sehen hören finden spüren erkennen haben erfahren lesen kaufen schaffen glauben \
    erwarten merken ahnen gewinnen";

/// A passive in a clause: "wird … geprüft", "geprüft werden", "ist … zu prüfen".
pub(super) fn passive(clause: &[&Token]) -> Option<Found> {
    become_passive(clause).or_else(|| be_to(clause))
}

fn become_passive(clause: &[&Token]) -> Option<Found> {
    let adjacent = clause.iter().enumerate().find_map(|(at, first)| {
        let sure = participle(first)?;
        let second = clause.get(at + 1).filter(|second| second.is_lower())?;
        if second.lower == "zu" {
            let third = clause.get(at + 2).filter(|third| third.lower == "werden")?;
            return Some(found_all(first, second, third));
        }
        // "die Post, die sie erhalten werden" may be the future.
        let future = sure == Sure::No && second.lower == "werden";
        (!future && has(BECOME, &second.lower)).then(|| found(first, second, true))
    });
    adjacent.or_else(|| {
        let from = clause.iter().position(|token| token.is_word() && has(BECOME_FINITE, &token.lower))?;
        let verb = clause.get(from)?;
        let after = clause.get(from + 1..)?;
        let to =
            after.iter().position(|token| participle(token) == Some(Sure::Yes) || is_other_verb(token))?;
        let last = after.get(to).filter(|token| !is_other_verb(token))?;
        let ends = after.get(to + 1).is_none_or(|next| has(BEHIND, &next.lower));
        ends.then(|| found(verb, last, to == 0))
    })
}

fn is_other_verb(token: &Token) -> bool {
    token.is_lower() && has(OTHER_VERBS, &token.lower)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sure {
    Yes,
    /// It may be an infinitive.
    No,
}

/// Whether the word is a participle without an ending.
fn participle(token: &Token) -> Option<Sure> {
    let word = token.lower.as_str();
    if !token.is_lower() || word.len() < 5 || has(NO_PARTICIPLE, word) || token.kind == Kind::Number {
        return None;
    }
    if word == "getan" || word.ends_with("iert") && word.len() > 6 {
        return Some(Sure::Yes);
    }
    let with_ge = |word: &str| {
        word.strip_prefix("ge")
            .is_some_and(|stem| (stem.len() > 2 && stem.ends_with('t')) || has(STRONG, stem))
    };
    if with_ge(word) {
        return Some(Sure::Yes);
    }
    let separable = SEPARABLE.split_ascii_whitespace().filter_map(|prefix| word.strip_prefix(prefix));
    if separable
        .into_iter()
        .any(|rest| with_ge(rest) || rest == "getan" || inseparable(rest) == Some(Sure::Yes))
    {
        return Some(Sure::Yes);
    }
    inseparable(word)
}

/// "verteilt", "beschlossen", and with doubt "erhalten".
fn inseparable(word: &str) -> Option<Sure> {
    INSEPARABLE.split_ascii_whitespace().filter_map(|prefix| word.strip_prefix(prefix)).find_map(|stem| {
        if stem.len() > 3 && stem.ends_with('t') {
            Some(Sure::Yes)
        } else if has(LIKE_INFINITIVE, stem) {
            Some(Sure::No)
        } else {
            has(STRONG, stem).then_some(Sure::Yes)
        }
    })
}

/// "ist bis Montag einzureichen", "die zu prüfen sind".
fn be_to(clause: &[&Token]) -> Option<Found> {
    let is_be = |token: &Token| token.is_word() && has(BE, &token.lower);
    let from = clause.iter().position(|token| is_be(token))?;
    let verb = clause.get(from)?;
    let spoils = |token: &&&Token| has(ADJECTIVES_WITH_ZU, &token.lower) || has(NOUNS_WITH_ZU, &token.lower);
    if clause.iter().any(|token| spoils(&token)) {
        return None;
    }
    let (first, last) = clause.iter().enumerate().find_map(|(at, token)| {
        if token.is_lower() && is_infix_infinitive(&token.lower) {
            return Some((at, at));
        }
        let next = clause.get(at + 1)?;
        (token.lower == "zu" && is_infinitive(next)).then_some((at, at + 1))
    })?;
    let start = clause.get(first)?;
    let end = clause.get(last)?;
    let next = clause.get(last + 1);
    if from < first {
        next.is_none_or(|next| has(BEHIND, &next.lower)).then(|| found_all(verb, start, end))
    } else {
        (from == last + 1 && clause.len() == from + 1).then(|| found_all(start, end, verb))
    }
}

fn found_all(first: &Token, second: &Token, third: &Token) -> Found {
    let mut words = vec![first.plain.as_str()];
    if second.start != first.start {
        if second.start > first.end + 1 {
            words.push("…");
        }
        words.push(&second.plain);
    }
    if third.start != second.start {
        words.push(&third.plain);
    }
    Found { start: first.start, end: third.end, words: words.join(" ") }
}

fn is_infinitive(token: &Token) -> bool {
    let word = token.lower.as_str();
    token.is_lower()
        && word.len() > 4
        && (word.ends_with("en") || word.ends_with("ern") || word.ends_with("eln") || word == "tun")
        && !has(NO_INFINITIVE, word)
        && !has(EVERYDAY, word)
}

/// "einzureichen": a prefix, "zu", a verb.
fn is_infix_infinitive(word: &str) -> bool {
    (word.ends_with("en") || word.ends_with("ern") || word.ends_with("eln"))
        && !word.starts_with("dazu") // "dazugekommen" is "dazu" and a participle
        && !word.starts_with("hinzu")
        && SEPARABLE.split_ascii_whitespace().filter_map(|prefix| word.strip_prefix(prefix)).any(|rest| {
            rest.strip_prefix("zu").is_some_and(|verb| verb.len() > 4)
        })
}
