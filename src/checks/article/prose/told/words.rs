//! Words that decide whose a day is.

/// Behind these a day is no day of the verb.
pub const JOINTS: &[&str] = &[
    "since", "after", "before", "the", "through", "of", "to", "that", "from", "with", "in", "at", "between", "than", "like", "a", "an", "his", "her", "their", "its", "this", "about", "for", "and", "or", "per", "next", "last", "every", "each", "any", "as", "via", "dated", "'s", "’s", "versus", "vs",
];

/// What can follow a day that stands by itself.
pub const CLOSES: &[&str] = &[
    "in", "at", "to", "with", "after", "before", "and", "for", "that", "when", "near", "by", "from", "but", "outside", "during", "where", "while", "because", "over", "against", "following", "on", "under", "despite", "amid", "between", "into", "along", "without", "if", "or", "through", "ahead", "around", "aboard", "inside", "last", "this", "as", "local", "shortly", "alone", "too", "he", "she", "it", "they", "we", "who", "which", "whose",
];

/// What begins a noun.
pub const DETERMINERS: &[&str] = &[
    "a", "an", "the", "his", "her", "their", "its", "this", "that", "these", "those", "some", "several", "two", "three", "four", "five", "another", "all", "both", "many",
];

/// What begins another clause, or takes the day for itself.
pub const PARTS: &[&str] = &[
    "that", "which", "who", "whom", "whose", "where", "when", "while", "if", "whether", "because", "since", "until", "till", "unless", "although", "though", "but", "so", "than", "after", "ahead", "pending", "following", "once", "regarding", "concerning", "to", "what", "how", "why", "yet",
];

/// What is dated ahead of its day, and words of planning.
pub const AHEAD_WORDS: &[&str] = &[
    "scheduled", "planned", "due", "expected", "upcoming", "forthcoming", "next", "coming", "future", "date", "dates", "deadline", "invitation", "invitations", "ticket", "tickets", "ultimatum", "timetable", "forecast", "starting", "beginning", "taking", "effective", "planning", "proposed", "scheduling", "expiring", "entering", "possible", "potential", "candidate", "candidates", "candidacy", "reservations", "payable", "forward", "eve", "run-up", "countdown", "build-up",
];

/// What is won for a day to come, behind `a` or `their`.
pub const PLACES: &[&str] = &[
    "place", "spot", "berth", "slot", "seat", "ticket",
];

/// Prepositions that may give the day to their noun: `spoke about the vote on Feb. 3`.
pub const LOOSE: &[&str] = &[
    "about", "over", "regarding", "against", "despite", "into", "behind", "like", "with", "of", "towards", "toward", "through", "between", "under", "around", "amid", "without",
];

/// Before whom one appears.
pub const COURTS: &[&str] = &[
    "judge", "court", "panel", "tribunal", "committee", "magistrate", "magistrates", "jury", "commission", "council", "parliament", "crowd", "board", "judges", "bench", "inquiry", "senate", "assembly", "cameras",
];

/// Accounts, whose days are fixed by their calendar.
pub const PERIODS: &[&str] = &[
    "quarter", "quarters", "half", "year", "years", "months", "month", "weeks", "week", "period", "season", "fiscal", "term", "holders", "shareholders", "stockholders", "investors",
];

/// Whom something is said to, and where.
pub const HEARERS: &[&str] = &[
    "reporters", "journalists", "parliament", "lawmakers", "deputies", "mps", "viewers", "supporters", "followers", "investors", "in", "at", "the", "a", "an", "to", "him", "her", "them", "it", "up", "down", "off", "out", "away", "over", "here", "there", "news", "press", "conference", "briefing", "interview", "statement", "speech",
];

/// What is said, decided or arranged on one day for another.
pub const OPAQUE: &[&str] = &[
    "announce", "say", "said", "tell", "told", "declare", "propose", "agree", "decide", "order", "ask", "urge", "warn", "confirm", "report", "call", "cancel", "postpone", "delay", "reschedule", "defer", "adjourn", "remand", "summon", "summons", "invite", "book", "reserve", "buy", "bought", "sell", "sold", "grant", "promise", "pledge", "vow", "threaten", "offer", "expect", "hope", "await", "fear", "predict", "forecast", "face", "fix", "extend", "advance", "instruct", "advise", "remind", "choose", "chose", "chosen", "select", "name", "pick", "nominate", "qualify", "draw", "drew", "drawn", "hire", "contract", "register", "enter", "enrol", "enroll", "commit", "dedicate", "advertise", "publicise", "demand", "request", "want", "need", "discuss", "mention", "prepare", "organise", "organize", "boycott", "recommend", "suggest", "believe", "think", "thought", "know", "knew", "explain", "hear", "heard", "learn", "claim", "insist", "argue", "admit", "deny", "feel", "felt", "indicate", "mean", "meant", "ensure", "guarantee", "permit", "allow", "authorise", "authorize", "clear", "plan", "schedule", "set", "design", "aim", "target", "seek", "sought", "secure", "arrange", "debate", "consider", "review", "wait", "look", "campaign", "apply", "draft", "outline", "present", "list", "include", "date", "post", "commemorate", "remember", "recall", "estimate", "project", "assume", "require", "oblige", "force", "assign", "allocate", "bill", "tip", "price", "approve", "adopt", "back", "support", "oppose", "reject", "welcome", "condemn", "miss", "skip", "time",
];

/// What is done on the day of its object: `held talks on Feb. 28`.
pub const PERFORMS: &[&str] = &[
    "hold", "held", "host", "stage", "begin", "began", "begun", "start", "open", "close", "end", "finish", "conclude", "complete", "resume", "attend", "win", "won", "lose", "lost", "lead", "led", "conduct", "launch", "chair", "visit", "play", "make", "made", "pay", "paid", "take", "took", "taken", "have", "had", "give", "gave", "deliver", "join", "watch", "witness", "see", "saw", "disrupt", "storm", "interrupt", "run", "ran", "perform", "wrap", "carry", "suffer", "survive", "score", "carried",
];

/// Events that are fixed for a day before it comes.
pub const PLANNED_EVENTS: &[&str] = &[
    "meeting", "meetings", "talks", "negotiations", "consultations", "summit", "summits", "conference", "congress", "session", "sessions", "visit", "visits", "trip", "tour", "election", "elections", "referendum", "vote", "votes", "voting", "ballot", "poll", "polls", "primary", "runoff", "run-off", "by-election", "match", "matches", "game", "games", "race", "races", "final", "finals", "semi-final", "semifinal", "quarter-final", "derby", "fixture", "tie", "bout", "fight", "tournament", "championship", "championships", "olympics", "cup", "concert", "concerts", "gig", "show", "shows", "festival", "parade", "ceremony", "ceremonies", "wedding", "funeral", "burial", "inauguration", "coronation", "anniversary", "celebration", "celebrations", "holiday", "holidays", "hearing", "hearings", "trial", "trials", "sentencing", "strike", "strikes", "walkout", "protest", "protests", "demonstration", "demonstrations", "rally", "rallies", "march", "marches", "vigil", "debate", "debates", "launch", "launches", "lift-off", "liftoff", "flight", "flights", "landing", "opening", "closure", "closing", "release", "premiere", "debut", "auction", "sale", "sales", "exercise", "exercises", "drill", "drills", "manoeuvres", "maneuvers", "manoeuvre", "maneuver", "inspection", "review", "exam", "exams", "test", "tests", "reopening", "handover", "transfer", "withdrawal", "eclipse", "mission", "event", "events", "expiry", "start", "end", "round", "gala", "reunion", "convention", "forum", "congresses", "briefing", "appointment", "gathering", "announcement", "fair", "exhibition", "dinner", "lunch", "reception", "service", "prayers", "mass", "pilgrimage", "census",
];

/// What nobody knows before its day.
pub const MISFORTUNES: &[&str] = &[
    "attack", "attacks", "blast", "blasts", "explosion", "explosions", "bombing", "bombings", "crash", "crashes", "collision", "derailment", "earthquake", "quake", "tremor", "tsunami", "flood", "floods", "flooding", "landslide", "mudslide", "avalanche", "fire", "blaze", "wildfire", "murder", "murders", "killing", "killings", "assassination", "massacre", "shooting", "shootings", "stabbing", "accident", "accidents", "disaster", "tragedy", "incident", "collapse", "robbery", "theft", "kidnapping", "abduction", "hijacking", "ambush", "raid", "raids", "riot", "riots", "clashes", "coup", "outage", "blackout", "spill", "leak", "shipwreck", "sinking", "capsizing", "stampede", "outbreak", "eruption", "tornado", "suicide", "stroke", "injury", "injuries", "death", "deaths", "arrest", "arrests", "resignation", "invasion", "assault", "bombardment", "airstrike", "airstrikes",
];

/// What makes a misfortune one that is only thought of.
pub const UNREAL: &[&str] = &[
    "possible", "potential", "planned", "threat", "threats", "threatened", "plot", "plotted", "plotting", "feared", "fears", "fear", "foiled", "imminent", "any", "no", "warn", "warned", "warning", "warnings", "would", "could", "might", "may", "will", "if", "simulated", "drill", "exercise", "mock", "prevent", "prevented", "avert", "averted", "penalty", "future", "upcoming", "next", "anniversary", "film", "movie", "novel", "book", "series", "scheduled", "policy", "insurance", "prepare", "preparing", "prepared", "expected", "likely",
];

/// What was meant to be done.
pub const INTENDED: &[&str] = &[
    "planned", "scheduled", "expected", "intended", "projected", "forecast", "hoped", "targeted", "booked",
    "arranged", "rescheduled", "set", "wanted", "needed", "aimed", "used", "meant", "dated",
];

/// What looks back on a thing that may have the day: `will discuss the accord of …`.
pub const LOOKS_BACK: &[&str] = &[
    "discuss", "review", "investigate", "appeal", "remember", "recall", "commemorate", "examine", "consider",
    "probe", "study", "debate", "condemn", "honour", "honor", "mark", "celebrate", "explain", "describe",
    "mention", "challenge", "contest", "criticise", "criticize", "defend", "dispute", "question", "justify",
    "overturn", "ratify", "enforce", "respect", "implement", "repeat", "replace", "forget", "regret", "recount",
    "analyse", "analyze", "assess", "answer", "account", "avenge", "mourn", "probed", "reverse", "annul",
];

/// What stands in a calendar, in the simple present.
pub const CALENDAR: &[&str] = &[
    "expires", "reconvenes", "begins", "starts", "opens", "closes", "ends", "resumes", "convenes", "departs",
    "arrives", "reopens", "concludes", "premieres", "kicks", "lapses", "retires", "debuts", "meets", "leaves", "flies", "travels", "visits", "hosts", "plays", "faces", "heads",
    "returns", "moves",
];

/// What says that an event is to come.
pub const UPCOMING: &[&str] = &["upcoming", "forthcoming", "looming", "impending", "approaching"];

/// What has the same day each year, or tells a story in the present.
pub const RECURS: &[&str] = &[
    "birthday", "anniversary", "day", "festival", "holiday", "feast", "eve", "equinox", "solstice", "date", "film",
    "novel", "book", "story", "series", "documentary", "video", "footage", "diary", "account", "narrative",
    "timeline", "drama", "movie", "episode", "season", "christmas", "easter",
];
