//! Words that a field chooses from.

use crate::element::choice;

choice! {
    /// The three horizons of the objectives.
    Horizon { Tactical = "tactical", Middle = "middle", Long = "long" }
}
choice! {
    /// At which point of its development the business is.
    Stage { Start = "start", Growth = "growth", Maturity = "maturity", Decline = "decline", Renewal = "renewal" }
}
choice! {
    /// The kinds of questions that are put to data.
    StudyMethod {
        Describe = "describe", Correlate = "correlate", Regress = "regress", Factor = "factor", Cluster = "cluster",
        Test = "test", Series = "series",
    }
}
choice! {
    /// The four fields of SWOT.
    Swot { Strength = "strength", Weakness = "weakness", Opportunity = "opportunity", Threat = "threat" }
}
choice! {
    /// The four fields of TOWS: what is done with strengths or weaknesses about opportunities or threats.
    TowsField { So = "so", Wo = "wo", St = "st", Wt = "wt" }
}
choice! {
    /// Whose media an instrument uses.
    Media { Own = "own", Paid = "paid", Earned = "earned" }
}
choice! {
    /// What a KPI is for: reached in the end, read on the way, or a measure of the scorecard only.
    KpiKind { Terminal = "terminal", Checkpoint = "checkpoint", Measure = "measure" }
}
choice! {
    /// Which way is better.
    Direction { Up = "up", Down = "down" }
}
choice! {
    /// How often a KPI is read.
    Rhythm { Day = "day", Week = "week", Month = "month", Quarter = "quarter", Year = "year" }
}
choice! {
    /// What the figures of a longer period come to.
    Total { Sum = "sum", Mean = "mean", Last = "last" }
}
choice! {
    /// How a KPI is expected to come from one mark to the next: in a straight line, at once on the day of the next, or with
    /// the season that its own history shows.
    Course { Line = "line", Step = "step", Season = "season" }
}
choice! {
    /// What is known of whether a checkpoint leads its terminal KPI.
    Evidence {
        Predicts = "predicts", Unproven = "unproven", Reversed = "reversed", Insufficient = "insufficient-data",
    }
}
choice! {
    /// The four perspectives of the scorecard, finance on top.
    Perspective { Finance = "finance", Clients = "clients", Processes = "processes", Competence = "competence" }
}
choice! {
    /// The strategies inside the perspectives: two of finance, two of client processes.
    Line { Service = "service", Expansion = "expansion", Listening = "listening", Flexibility = "flexibility" }
}
choice! {
    /// What a competence is about.
    Family {
        Quantitative = "quantitative", Listening = "listening", Content = "content", Process = "process",
        Digital = "digital", Management = "management",
    }
}
choice! {
    /// What software is for.
    SoftwareKind { Analytical = "analytical", Listening = "listening", Publishing = "publishing", Work = "work" }
}
choice! {
    /// Whose process it is: the department's own, or one of the business's.
    ProcessKind { Department = "department", Business = "business" }
}
choice! {
    /// Where people speak.
    SourceKind {
        Social = "social", Messenger = "messenger", Video = "video", Forum = "forum", Reviews = "reviews",
        News = "news", Mail = "mail",
    }
}
choice! {
    /// What is done with what a query hears.
    Purpose { Listen = "listen", Answer = "answer", CleanUp = "clean_up" }
}
choice! {
    /// The language that a document is written in.
    Language { Ru = "ru", En = "en" }
}
