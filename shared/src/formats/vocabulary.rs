//! The words that classify a format.

use crate::vocabulary;

vocabulary! {
    /// What a format is.
    Kind {
        /// Verfahren: several steps over weeks or months.
        Process = "process",
        /// Veranstaltungsformat.
        Event = "event",
        /// Methode: a way to work within an event.
        Method = "method",
        /// Werkzeug: a digital or physical tool.
        Tool = "tool",
        /// Rechtliches Instrument: laid down by law.
        LegalInstrument = "legal_instrument",
        /// Moderationstechnik.
        Technique = "technique",
    }
}

vocabulary! {
    /// Where people meet.
    Mode {
        /// Vor Ort.
        Analog = "analog",
        /// Digital.
        Digital = "digital",
        /// Hybrid: both at the same time.
        Hybrid = "hybrid",
    }
}

vocabulary! {
    /// How much people can decide, from least to most.
    Level {
        /// Information.
        Inform = "inform",
        /// Konsultation.
        Consult = "consult",
        /// Mitgestaltung.
        Collaborate = "collaborate",
        /// Mitentscheidung.
        Codecide = "codecide",
        /// Entscheidung.
        Decide = "decide",
    }
}

vocabulary! {
    /// What it is for.
    Purpose {
        /// Informieren.
        Inform = "inform",
        /// Meinungen einholen.
        GatherOpinions = "gather_opinions",
        /// Ideen entwickeln.
        DevelopIdeas = "develop_ideas",
        /// Planen und entwerfen.
        PlanDesign = "plan_design",
        /// Konflikte bearbeiten.
        WorkOnConflict = "work_on_conflict",
        /// Entscheidungen vorbereiten.
        PrepareDecision = "prepare_decision",
        /// Entscheiden.
        Decide = "decide",
        /// Aktivieren.
        Activate = "activate",
        /// Vernetzen.
        Network = "network",
        /// Evaluieren.
        Evaluate = "evaluate",
    }
}

vocabulary! {
    /// The phase of a project in which it helps.
    Phase {
        /// Themenfindung.
        TopicFinding = "topic_finding",
        /// Konzept.
        Concept = "concept",
        /// Planung.
        Planning = "planning",
        /// Entscheidung.
        Decision = "decision",
        /// Umsetzung.
        Implementation = "implementation",
        /// Evaluation.
        Evaluation = "evaluation",
    }
}

vocabulary! {
    /// Who it suits in particular.
    TargetGroup {
        /// Alle.
        Everyone = "everyone",
        /// Kinder.
        Children = "children",
        /// Jugendliche.
        Youth = "youth",
        /// Ältere Menschen.
        OlderPeople = "older_people",
        /// Menschen mit Einwanderungsgeschichte.
        Migrants = "migrants",
        /// Menschen mit Behinderung.
        PeopleWithDisabilities = "people_with_disabilities",
        /// Eltern.
        Parents = "parents",
        /// Gewerbe.
        Business = "business",
        /// Initiativen und Vereine.
        Initiatives = "initiatives",
        /// Fachleute.
        Experts = "experts",
        /// Verwaltung.
        Administration = "administration",
    }
}

vocabulary! {
    /// How people come to take part.
    Recruitment {
        /// Offen für alle.
        Open = "open",
        /// Gezielte Einladung.
        Invitation = "invitation",
        /// Losverfahren.
        Lot = "lot",
        /// Geschichtete Auswahl.
        Stratified = "stratified",
        /// Aufsuchend.
        Outreach = "outreach",
        /// Delegierte.
        Delegates = "delegates",
        /// Betroffene.
        Affected = "affected",
    }
}

vocabulary! {
    /// What people do there.
    Interaction {
        /// Zuhören.
        Listen = "listen",
        /// Fragen.
        Ask = "ask",
        /// Diskutieren.
        Discuss = "discuss",
        /// Verhandeln.
        Negotiate = "negotiate",
        /// Bauen und zeichnen.
        BuildDraw = "build_draw",
        /// Abstimmen.
        Vote = "vote",
        /// Erzählen.
        Tell = "tell",
    }
}

vocabulary! {
    /// How a result is reached.
    DecisionMode {
        /// Ohne Entscheidung.
        None = "none",
        /// Konsens.
        Consensus = "consensus",
        /// Mehrheit.
        Majority = "majority",
        /// Rangfolge.
        Ranking = "ranking",
        /// Punkte.
        Points = "points",
        /// Gutachten.
        Report = "report",
    }
}

vocabulary! {
    /// A degree, of heat or of difficulty.
    Degree {
        /// Niedrig.
        Low = "low",
        /// Mittel.
        Medium = "medium",
        /// Hoch.
        High = "high",
    }
}

vocabulary! {
    /// Who has to lead it.
    FacilitationSkill {
        /// Keine Moderation nötig.
        None = "none",
        /// Geübte Moderation.
        Trained = "trained",
        /// Professionelle Moderation.
        Professional = "professional",
    }
}

vocabulary! {
    /// How people sit or stand together in a step.
    SocialForm {
        /// Plenum.
        Plenary = "plenary",
        /// Kleingruppe.
        SmallGroup = "small_group",
        /// Einzeln.
        Individual = "individual",
        /// Zu zweit.
        Pairs = "pairs",
        /// Rundgang.
        Walk = "walk",
        /// Online-Plenum.
        OnlinePlenary = "online_plenary",
        /// Breakout: Kleingruppe online.
        Breakout = "breakout",
    }
}

vocabulary! {
    /// What a quantity of material is multiplied with.
    Per {
        /// Je Veranstaltung.
        Event = "event",
        /// Je Kleingruppe.
        Group = "group",
        /// Je Person.
        Person = "person",
    }
}

vocabulary! {
    /// The number that a fact speaks about.
    FactField {
        /// People who take part.
        GroupSize = "group_size",
        /// Contact time of one participant.
        Duration = "duration",
        /// Calendar time from the decision to the event.
        LeadTime = "lead_time",
        /// Working time of all staff.
        StaffHours = "staff_hours",
        /// Cost in all.
        Cost = "cost",
        /// Cost for each participant.
        CostPerPerson = "cost_per_person",
        /// People in one small group.
        Subgroup = "subgroup",
        /// Length of one round.
        Round = "round",
        /// Number of meetings.
        Sessions = "sessions",
        /// Calendar time from the first to the last day.
        Span = "span",
        /// People for one facilitator.
        Facilitation = "facilitation",
    }
}

vocabulary! {
    /// The unit of a fact.
    Unit {
        /// People.
        People = "people",
        /// Minutes.
        Minutes = "minutes",
        /// Hours.
        Hours = "hours",
        /// Days.
        Days = "days",
        /// Weeks.
        Weeks = "weeks",
        /// Months.
        Months = "months",
        /// Years.
        Years = "years",
        /// Euro.
        Euro = "euro",
        /// A count.
        Times = "times",
    }
}

vocabulary! {
    /// How well a fact is known.
    Confidence {
        /// The page says so and was read.
        PageSeen = "page_seen",
        /// The source is known to say so; its page was not seen.
        Reported = "reported",
        /// The editors' estimate, with how it was derived.
        Estimate = "estimate",
    }
}

vocabulary! {
    /// How one format stands to another.
    RelationKind {
        /// Both go well together (mutual).
        CombinesWith = "combines_with",
        /// One can stand in for the other (mutual).
        AlternativeTo = "alternative_to",
        /// Not together (mutual).
        NotWith = "not_with",
        /// Comes before the other.
        Precedes = "precedes",
        /// Comes after the other.
        Follows = "follows",
        /// Is the other's digital form.
        DigitalTwinOf = "digital_twin_of",
        /// Has the other as its digital form.
        HasDigitalTwin = "has_digital_twin",
        /// Is a part of the other.
        PartOf = "part_of",
        /// Has the other as a part.
        HasPart = "has_part",
    }
}

impl RelationKind {
    /// The same relation, seen from the other format.
    #[must_use]
    pub const fn inverse(self) -> Self {
        match self {
            Self::CombinesWith | Self::AlternativeTo | Self::NotWith => self,
            Self::Precedes => Self::Follows,
            Self::Follows => Self::Precedes,
            Self::DigitalTwinOf => Self::HasDigitalTwin,
            Self::HasDigitalTwin => Self::DigitalTwinOf,
            Self::PartOf => Self::HasPart,
            Self::HasPart => Self::PartOf,
        }
    }
}

vocabulary! {
    /// How complete an entry is.
    Completeness {
        /// Only what it is.
        Stub = "stub",
        /// Usable, with gaps.
        Partial = "partial",
        /// Everything that the model asks for.
        Complete = "complete",
    }
}

vocabulary! {
    /// The order of a list of formats.
    FormatSort {
        /// Best match first (with `q`), otherwise by title.
        Relevance = "relevance",
        /// A to Z.
        Title = "title",
        /// Newest first.
        Newest = "newest",
        /// Smallest group first.
        GroupSize = "group_size",
        /// Shortest first.
        Duration = "duration",
        /// Cheapest first, at the number of participants asked for.
        Cost = "cost",
    }
}
