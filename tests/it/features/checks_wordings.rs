//! Many wordings of what is wrong and of what only looks so, a sentence each.

use camino::Utf8Path;
use dateline::checks::{self, Finding};
use dateline::testing::fixture::{Fixture, Marked, doc};

/// What is found in a sentence of an article of that day.
fn findings(published: &str, sentence: &str) -> Vec<Finding> {
    let path = Utf8Path::new(published).with_extension("txt");
    let text = format!(
        "Talks open in Karesh as envoys return\n\nIvan Petrov, the foreign minister, spoke to reporters in Lima \
         about the talks and their prospects.\n\n{sentence}\n\nNobody else was available to comment, and the \
         ministry did not answer questions about it.\n"
    );
    let files = [(path.clone(), Marked { text, ..Marked::default() })];
    let snapshot = Fixture { files: files.into() }.world().snapshot();
    checks::findings(&snapshot, doc(&snapshot, &path))
}

#[test]
fn what_is_wrong_is_found_in_many_wordings() {
    for (code, published, sentence) in FOUND {
        let found = findings(published, sentence);
        let finding = found.iter().find(|finding| finding.code == *code);
        let finding = finding.unwrap_or_else(|| panic!("{code}: {sentence}"));
        // A weekday's message is all its explanation.
        assert!(*code == "weekday-mismatch" || finding.because.len() >= 2, "{finding:?}");
    }
}

#[test]
fn what_only_looks_wrong_is_left_alone() {
    for (published, sentences) in LEFT_ALONE {
        assert_eq!(findings(published, sentences), [], "{sentences}");
    }
}

/// Code, day of publication, sentence.
const FOUND: &[(&str, &str, &str)] = &[
    ("reversed-range", "2020-09-16", "Enrolment will be possible from 20 to 15 October at the town hall."),
    ("reversed-range", "2020-09-16", "The museum displays works created between 1975 and 1965."),
    ("reversed-range", "2020-09-16", "She led the union from 2014 until 2009."),
    ("reversed-range", "2020-09-16", "A curfew was in force from June 22 through June 18."),
    ("reversed-range", "2020-09-16", "The strike (12-9 March) cost the line millions."),
    ("reversed-range", "2020-09-16", "The exercises, held Aug. 21 to 17, involved 4,000 troops."),
    ("reversed-range", "2020-09-16", "The league's 1996-1994 accounts were never audited."),
    ("reversed-range", "2020-09-16", "Tickets are valid from March 10, 2020 to March 5, 2020."),
    ("reversed-range", "2020-09-16", "He was governor (2008–2003) of the province."),
    (
        "range-length",
        "2020-09-16",
        "During a four-day stay in Lima from June 3 to June 5, the minister met unions.",
    ),
    ("range-length", "2020-09-16", "The two-week festival runs from 1 to 6 August."),
    ("range-length", "2020-09-16", "A five-day strike from Monday to Wednesday halted trains."),
    ("range-length", "2020-09-16", "The two-year drought, from 2001 to 2008, ruined farmers."),
    ("range-length", "2020-09-16", "For three days, from 10 to 16 May, the town had no power."),
    (
        "range-length",
        "2020-09-16",
        "The three-month trial, from January 2019 to September 2019, ended in acquittals.",
    ),
    ("range-length", "2020-09-16", "The ministers held two days of talks in Lima on Sept. 10-13."),
    (
        "range-length",
        "2020-09-16",
        "The president began a three-day visit that will last from Sept. 18 to 24.",
    ),
    (
        "offset-mismatch",
        "2020-09-16",
        "The minister quit on 14 August, exactly two weeks after the 1 August blast.",
    ),
    ("offset-mismatch", "2020-09-16", "The vote on Tuesday came just two days after Monday's debate."),
    ("offset-mismatch", "2020-09-16", "The raid of 4 June came three days after the kidnapping on 30 May."),
    (
        "offset-mismatch",
        "2020-09-16",
        "The strike was called off on Sunday, a day before Tuesday's deadline.",
    ),
    ("offset-mismatch", "2020-09-16", "He was released on July 20, a week after his arrest on July 2."),
    (
        "offset-mismatch",
        "2020-09-16",
        "The town fell on March 3. Two days later, on March 9, the rebels were gone.",
    ),
    ("offset-mismatch", "2020-09-16", "She was elected in 1998, four years after her first defeat in 1991."),
    ("offset-mismatch", "2020-09-16", "The ship sank on Friday, the day after Wednesday's storm."),
    (
        "offset-mismatch",
        "2020-09-16",
        "The two leaders last met on 2 May, two months before the 9 November summit.",
    ),
    ("offset-mismatch", "2020-09-16", "The talks took place on Monday - today - behind closed doors."),
    ("offset-mismatch", "2020-09-16", "The ministers met on Sunday, two days ago, in Lima."),
    ("anniversary-arithmetic", "2016-09-16", "Sunday is the 25th anniversary of the 1981 crash."),
    (
        "anniversary-arithmetic",
        "2016-09-16",
        "The two countries celebrate 50 years since the 1976 treaty this month.",
    ),
    (
        "anniversary-arithmetic",
        "2016-09-16",
        "The party, founded in 1990, celebrates its 40th anniversary this year.",
    ),
    ("anniversary-arithmetic", "2016-09-16", "Forty years ago, in 1986, the plant exploded."),
    ("anniversary-arithmetic", "2016-09-16", "The border has been shut for 20 years, since 1986."),
    ("anniversary-arithmetic", "2016-09-16", "The accord was signed in 2001, ten years ago."),
    (
        "anniversary-arithmetic",
        "2016-09-16",
        "A ceremony in Lima marked 30 years since the disaster of 1976.",
    ),
    (
        "anniversary-arithmetic",
        "2016-09-16",
        "The town marked the tenth anniversary of the attack of 11 March 2001.",
    ),
    ("age-arithmetic", "2023-09-16", "The 45-year-old Ivan Petrov, born in 1970, is the new mayor."),
    ("age-arithmetic", "2023-09-16", "Ivan Petrov (born 1970) is 45."),
    ("age-arithmetic", "2023-09-16", "Born in 1970 in Lima, Ivan Petrov is 45 years old."),
    ("age-arithmetic", "2023-09-16", "Ivan Petrov, born on 3 March 1940, died on 5 June 2000 aged 72."),
    ("age-arithmetic", "2023-09-16", "Ivan Petrov, who has died aged 72, was born in 1940."),
    ("life-order", "2023-09-16", "Ivan Petrov (born 1940, died 1932) was a tenor."),
    ("life-order", "2023-09-16", "Ivan Petrov (3 May 1940 – 4 June 1932) was a tenor."),
    (
        "life-order",
        "2023-09-16",
        "Ivan Petrov was born in Lima on May 3, 1940, and died in Oslo on June 2, 1931.",
    ),
    (
        "plan-in-past",
        "2020-02-18",
        "The summit, which will take place in Lima on Feb. 3, is the first of its kind.",
    ),
    (
        "plan-in-past",
        "2020-02-18",
        "The leaders will sign the accord in Lima on February 9, according to the ministry.",
    ),
    ("plan-in-past", "2020-02-18", "On Feb. 9 the two leaders will meet in Lima."),
    ("plan-in-past", "2020-02-18", "Elections are due on 5 February."),
    ("plan-in-past", "2020-02-18", "The trial is set for Feb. 4."),
    ("plan-in-past", "2020-02-18", "The next round of talks is planned for Feb. 9 in Lima."),
    ("plan-in-past", "2020-02-18", "Turkish and Russian officials plan to meet in Moscow on Feb. 10."),
    ("plan-in-past", "2020-02-18", "The talks, scheduled for Feb. 9, will be held in Lima."),
    ("plan-in-past", "2020-02-18", "The delegations are going to gather in Lima on Feb. 9."),
    ("report-of-future", "2020-02-18", "The second round of talks started on Feb. 28."),
    ("report-of-future", "2020-02-18", "On Feb. 28, the two leaders met in Lima."),
    ("report-of-future", "2020-02-18", "The leaders held a phone call on Feb. 28."),
    ("report-of-future", "2020-02-18", "The two sides agreed on 28 February to halt the fighting."),
    ("report-of-future", "2020-02-18", "A Turkish delegation has arrived in Moscow on Feb. 25."),
    ("report-of-future", "2020-02-18", "The rebels were driven out of the town on February 27, 2020."),
    ("report-of-future", "2020-02-18", "The storm made landfall on Feb. 26."),
    ("report-of-future", "2020-02-18", "The vote was postponed on Feb. 26 after protests."),
    ("stale-year", "2026-01-09", "The treaty takes effect on Feb. 1, 2025, and will be binding."),
    ("stale-year", "2026-01-09", "The ministers plan to meet on 22 January 2025 in Lima."),
    ("sum-mismatch", "2020-02-18", "Twelve people died: seven women, three men and a child."),
    (
        "sum-mismatch",
        "2020-02-18",
        "The panel has nine members: four judges, three lawyers and three doctors.",
    ),
    ("sum-mismatch", "2020-02-18", "At the border 40 trucks were stopped - 22 with food and 12 with fuel."),
    ("sum-mismatch", "2020-02-18", "Three countries took part: Peru, Chile, Bolivia and Brazil."),
    ("sum-mismatch", "2020-02-18", "Unemployment rose by 50 percent from 200 to 250."),
    ("time-zone-arithmetic", "2020-02-18", "The plane left at 0830 GMT (5.30 a.m. EST)."),
    ("time-zone-arithmetic", "2020-02-18", "Trading starts at 9:00 a.m. ET (11:00 GMT)."),
    (
        "time-zone-arithmetic",
        "2020-02-18",
        "The quake hit at 6:10 p.m. local time (1310 GMT / 9.10 p.m. CET).",
    ),
    ("weekday-mismatch", "2020-02-18", "The envoys will meet on Friday 21st of March 2020."),
    ("weekday-mismatch", "2020-02-18", "They met on Wednesday (Feb. 18)."),
    ("weekday-mismatch", "2020-02-18", "They met on 18 February, a Wednesday."),
    ("reversed-range", "2021-11-20", "The refinery will be closed for maintenance from 28 to 21 December."),
    (
        "reversed-range",
        "2021-11-20",
        "Sales of the car fell by half between 2019 and 2012, the company said.",
    ),
    ("reversed-range", "2021-11-20", "The next fair is on Oct. 30-28, organisers said."),
    ("reversed-range", "2021-11-20", "From July 19 to July 11, hackers had access to the files."),
    ("reversed-range", "2021-11-20", "The inquiry covers the years 2007 to 2003."),
    ("reversed-range", "2021-11-20", "The war of 1878-1872 redrew the map."),
    ("reversed-range", "2021-11-20", "Ministers gather in Lima Nov. 25-23 for the annual meeting."),
    ("range-length", "2021-11-20", "Ministers gather in Lima on Nov. 23-25 for a two-day meeting."),
    ("range-length", "2021-11-20", "The pope's four-day trip, which runs from Dec. 2 to 9, includes Cyprus."),
    ("range-length", "2021-11-20", "The ten-year war (1980-1985) killed thousands."),
    ("range-length", "2021-11-20", "They were on strike for two weeks, from June 1 to July 30, 2019."),
    ("range-length", "2021-11-20", "He was president for six years, from 1990 to 2003."),
    ("range-length", "2021-11-20", "Three days of mourning, from Saturday to Thursday, were declared."),
    (
        "offset-mismatch",
        "2021-11-20",
        "The parliament was dissolved on 7 June, four days after the vote of no confidence on 1 June.",
    ),
    (
        "offset-mismatch",
        "2021-11-20",
        "The suspect was caught on Wednesday, three days after Monday's shooting.",
    ),
    (
        "offset-mismatch",
        "2021-11-20",
        "Just two days after the October 4 outage, on October 9, the site failed again.",
    ),
    (
        "offset-mismatch",
        "2021-11-20",
        "The monarch died in 1952, only three years after his 1940 coronation.",
    ),
    ("offset-mismatch", "2021-11-20", "The meeting on Thursday was held a day after Tuesday's summit."),
    (
        "offset-mismatch",
        "2021-11-20",
        "The plane was found on 12 May, five days after it disappeared on 3 May.",
    ),
    ("offset-mismatch", "2021-11-20", "Voters go to the polls tomorrow, Friday."),
    ("offset-mismatch", "2021-11-20", "The president said today, Thursday, that he would resign."),
    ("offset-mismatch", "2021-11-20", "He fled in 2011 and was caught two years later, in 2018."),
    (
        "anniversary-arithmetic",
        "2021-11-20",
        "Next week the city marks the 30th anniversary of the siege of 1981.",
    ),
    (
        "anniversary-arithmetic",
        "2021-11-20",
        "On the 50th anniversary of independence in 1961, flags were raised today.",
    ),
    (
        "anniversary-arithmetic",
        "2021-11-20",
        "The company, established in 1996, is celebrating its 50th anniversary.",
    ),
    ("anniversary-arithmetic", "2021-11-20", "The wall fell 20 years ago, in 1989."),
    ("anniversary-arithmetic", "2021-11-20", "He took power in 1994, 17 years ago."),
    ("anniversary-arithmetic", "2021-11-20", "It is 40 years since the 1971 war."),
    ("age-arithmetic", "2021-11-20", "Elena Sarkis, 39, born in Athens in 1960, is a surgeon."),
    ("age-arithmetic", "2021-11-20", "Born in 1933, Elena Sarkis died in 2001 at the age of 88."),
    ("age-arithmetic", "2021-11-20", "Elena Sarkis (1933-2001) was 88 when she died."),
    ("age-arithmetic", "2021-11-20", "Elena Sarkis, who was born in 1960, is now 39."),
    ("life-order", "2021-11-20", "A street bears the name of Elena Sarkis (1933–1921)."),
    ("life-order", "2021-11-20", "Elena Sarkis was born in 1933 in Athens, and died in 1921 in Rome."),
    ("plan-in-past", "2021-11-20", "Leaders of both countries will hold talks in Athens on November 11."),
    ("plan-in-past", "2021-11-20", "The foreign minister is to travel to Athens on 14 November for talks."),
    ("plan-in-past", "2021-11-20", "The second round will be held on Nov. 7 if no one wins outright."),
    ("plan-in-past", "2021-11-20", "A hearing is scheduled for Nov. 12."),
    ("plan-in-past", "2021-11-20", "On 9 November, the court will rule on the appeal."),
    ("plan-in-past", "2021-11-20", "The embargo will be lifted on Nov. 12, officials said."),
    ("report-of-future", "2021-11-20", "Leaders of both countries held talks in Athens on November 29."),
    ("report-of-future", "2021-11-20", "The foreign minister travelled to Athens on 2 December for talks."),
    ("report-of-future", "2021-11-20", "At least 30 people were killed in a bombing on Nov. 28."),
    ("report-of-future", "2021-11-20", "Protesters stormed the parliament on Dec. 3."),
    ("report-of-future", "2021-11-20", "The two presidents spoke by phone on Nov. 30."),
    ("report-of-future", "2021-11-20", "The minister said on Nov. 30 that the talks had failed."),
    ("sum-mismatch", "2021-11-20", "The ship carried 30 people: 14 crew and 12 passengers."),
    ("sum-mismatch", "2021-11-20", "Six people were charged: two officers, two clerks and a driver."),
    ("sum-mismatch", "2021-11-20", "Rebels freed 20 hostages - 12 women and 9 children."),
    ("sum-mismatch", "2021-11-20", "Its profit fell 20 percent to 60 million from 100 million."),
    ("sum-mismatch", "2021-11-20", "The seats rose from 80 to 100, a 35 percent jump."),
    ("time-zone-arithmetic", "2021-11-20", "Voting ends at 1700 GMT (2 p.m. EST)."),
    ("time-zone-arithmetic", "2021-11-20", "The rocket lifted off at 3:15 p.m. EST (22:15 GMT)."),
    ("time-zone-arithmetic", "2021-11-20", "Kick-off is at 19:00 CET (20:00 GMT)."),
];

/// Day of publication, sentences.
const LEFT_ALONE: &[(&str, &str)] = &[
    ("2020-09-16", "The vote, moved up from May 9 to May 3, drew few people."),
    ("2020-09-16", "Revenue fell from 2,019 to 2,008 in the period from 2015-2019."),
    ("2020-09-16", "He won 6-4, 7-5 on Sept. 16, 15-12 in the tie-break."),
    ("2020-09-16", "On Sept. 16, 15 people died. On Sept. 16-17, 14 people died."),
    ("2020-09-16", "The price rose 12 percent in 2019 from 2018 to $2010."),
    ("2020-09-16", "The team moved from 10th to 3rd in March."),
    ("2020-09-16", "The law of 2019 replaces one of 2008; budgets from 2020 to date are public."),
    ("2020-09-16", "Turnout went from 15 in 2012 to 10 in March."),
    ("2020-09-16", "The deadline was extended from March 10 to April 3, then cut back to March 5."),
    ("2020-09-16", "The two-day visit, his third to Lima since May 3-10, was short."),
    ("2020-09-16", "He was jailed for three years, from January 2010 to February 2013."),
    ("2020-09-16", "A five-day work week from Monday to Friday and seven-day shifts."),
    ("2020-09-16", "The four-day trip began on Sept. 3; talks from 5 to 6 September closed it."),
    ("2020-09-16", "The 10-day truce took effect on May 1, after fighting from April 2 to 28."),
    ("2020-09-16", "He served two four-year terms, from 2008 to 2016."),
    ("2020-09-16", "The six-year plan (2014-2020) and the 30-year lease, 1997-2027, expired."),
    ("2020-09-16", "The 14-day quarantine, from 1 to 15 March, was lifted."),
    (
        "2020-09-16",
        "The arrest came two days after the blast that killed 20 people on Monday, a spokesman said on Friday.",
    ),
    ("2020-09-16", "Two days after he met her on Monday, he was told on Friday that she had left."),
    ("2020-09-16", "A week after the election on Sept. 3, results came in on Sept. 9."),
    ("2020-09-16", "Three years after the 2011 uprising, he died in 2013 after an illness."),
    ("2020-09-16", "The attack came a day after Monday's talks and two days before Friday's vote."),
    ("2020-09-16", "He was arrested Tuesday, two days after arriving for Sunday's match."),
    ("2020-09-16", "On Tuesday, a day after the talks began on Sunday night, they broke up."),
    ("2020-09-16", "The bank will publish its report on Monday, four days before the deadline on Friday."),
    (
        "2020-09-16",
        "Results are expected Thursday, two days after Tuesday’s voting, or at the latest on Friday.",
    ),
    ("2020-09-16", "Yesterday, Friday prayers were cancelled. Today, Friday's papers lead with it."),
    ("2020-09-16", "Today, Monday and Tuesday are holidays. They talked yesterday, on Monday and on Sunday."),
    ("2020-09-16", "Tomorrow (Thursday) and Friday the shops close."),
    ("2016-09-16", "Next year will be the 100th anniversary of the 1917 revolution."),
    ("2016-09-16", "He attended the 50th anniversary of the 1944 landings with Clinton."),
    (
        "2016-09-16",
        "The 10th anniversary of the 1989 revolution was marked by clashes in the square; he was 20 then.",
    ),
    (
        "2016-09-16",
        "It marked the 25th anniversary of the start of the 1990s and the 15th anniversary of the September 11, 2001 attacks.",
    ),
    ("2016-09-16", "The town celebrates its 900th anniversary; it was rebuilt in 1946."),
    ("2016-09-16", "The club, founded in 1899, celebrates the 10th anniversary of its title this year."),
    ("2016-09-16", "Twenty years ago, in 1996 or so, and 20 years ago, 1500 people lived here."),
    (
        "2016-09-16",
        "For 20 years since 1980 he had ruled when he died. It is the worst drought in 20 years, since 1996.",
    ),
    (
        "2016-09-16",
        "It is the first time in 30 years, since the 1986 crash, that it fell. It has been 10 years since the 2006 war.",
    ),
    (
        "2016-09-16",
        "Five years ago, in the 2010 campaign, he promised it. Two decades ago, in 1994, it began.",
    ),
    ("2016-09-16", "More than ten years ago, in 1998, and less than 20 years ago, in 2001, ..."),
    (
        "2016-09-16",
        "Ivan Petrov, 45, whose son was born in 2010, said so. Ivan Petrov, 45, has a daughter born in 2001.",
    ),
    (
        "2016-09-16",
        "Ivan Petrov, born in 1970, won 45 medals, 12 of them gold. Born in 1970, Ivan Petrov moved abroad at 18.",
    ),
    (
        "2016-09-16",
        "Ivan Petrov (1950-2010), aged 20 when the war began, died at home. Boris Kostov was born in 1940, 15 years before Anna Weber.",
    ),
    ("2016-09-16", "Anna Weber was born in 1990, the year her father died, and Ivan Petrov died in 1980."),
    ("2016-09-16", "The firm of Petrov (1990-85) is gone."),
    (
        "2016-09-16",
        "Caesar (100-44 BC) and Ivan Petrov (b. 1940) were there. He was born in 100 BC and died in 44 BC.",
    ),
    (
        "2020-02-18",
        "The envoys said they will respect the accord signed on Feb. 3 in Lima. He will testify about the meeting on Feb. 3.",
    ),
    (
        "2020-02-18",
        "They will appeal the verdict of Feb. 3. She will replace Ivan Petrov, who quit on Feb. 3.",
    ),
    (
        "2020-02-18",
        "The ministry said the two will meet again, after talks on Feb. 3. Will the Feb. 3 vote stand?",
    ),
    ("2020-02-18", "The office will have been open since Feb. 3. He will be tried for an attack on Feb. 3."),
    ("2020-02-18", "The film will be shown to those held on Feb. 3. The law will apply from Feb. 3."),
    ("2020-02-18", "The board is to meet weekly on Mondays. It will be the first since the blast on Feb. 3."),
    (
        "2020-02-18",
        "He will be remembered for his speech on Feb. 3. The dead will be buried near those killed on Feb. 3.",
    ),
    (
        "2020-02-18",
        "The sides agreed to meet on Feb. 28. A vote was set for Feb. 28. He left a note on the Feb. 28 vote.",
    ),
    (
        "2020-02-18",
        "The court said hearings on Feb. 28 would be closed. They approved a vote on Feb. 28. He called elections on Feb. 28.",
    ),
    (
        "2020-02-18",
        "He announced a strike on Feb. 28. The opposition won a debate on Feb. 28. She took part in planning the gala on Feb. 28.",
    ),
    ("2020-02-18", "In 2019 the town was taken. The mayor died on Feb. 28. It began on Feb. 28, 2019."),
    (
        "2020-02-18",
        "The talks held ahead of the summit on Feb. 28 failed. Tickets sold out for the match on Feb. 28.",
    ),
    (
        "2020-02-18",
        "He told parliament on Feb. 17 that the visit on Feb. 28 was off. The mission, launched in 2018, ended as planned on Feb. 28.",
    ),
    (
        "2020-02-18",
        "They have agreed on Feb. 28 as the date. The president approved plans to open the bridge on Feb. 28.",
    ),
    ("2020-02-18", "The team received an invitation to play on Feb. 28."),
    (
        "2020-02-18",
        "The deal reached for a truce starting on Feb. 28 held. Ships left port before the storm due on Feb. 28.",
    ),
    (
        "2020-02-18",
        "He published a book on Feb. 28 elections. The fight against them reached parliament, which sits on Feb. 28.",
    ),
    (
        "2020-02-18",
        "The attack killed 12 people, 8 soldiers and 5 civilians were hurt. Two people: one dead and one hurt.",
    ),
    (
        "2020-02-18",
        "The 12 countries - 8 members and 5 observers among them - met. Ten men - 4 of them soldiers and 3 officers - fled.",
    ),
    ("2020-02-18", "The score was 12 points: 8 in the first half and 3 in the second, after a penalty."),
    (
        "2020-02-18",
        "The list has three parts: Lima, Oslo and Rome, Italy. Two teams: Peru and Chile, and Brazil.",
    ),
    (
        "2020-02-18",
        "Five leaders: Ivan Petrov of Peru, Anna Weber and others. Three men, Ivan Petrov, Anna Weber, Boris Kostov and a guard, left.",
    ),
    (
        "2020-02-18",
        "The stock rose from 100 to 150, its biggest 40 percent rise in years. Rates went up 5 percent from 1 to 2.",
    ),
    (
        "2020-02-18",
        "Sales rose 10 percent, to 110 from 99. Sales rose 4 percent to $2.6 billion from $2.5 billion.",
    ),
    (
        "2020-02-18",
        "Support rose from 40 to 50 percent. The share fell from 60 percent to 40 percent, a 20 point drop.",
    ),
    (
        "2020-02-18",
        "The match is at 10:00 GMT (1 p.m. in Moscow). Trains at 10:00 GMT, 11:00 EST and 12:00 CET run.",
    ),
    ("2020-02-18", "The call lasted from 10:00 GMT - 11:00 GMT. Open 9 a.m. EST, 10 p.m. GMT."),
    ("2020-02-18", "The news came at 10:00 p.m. EST (0300 GMT Tuesday). It closed at 4 p.m. EDT (2000 GMT)."),
    ("2020-02-18", "They will meet on Wednesday (Feb. 19). He spoke on Monday, Feb. 17 (Tuesday in Asia)."),
    ("2020-02-18", "He left on February 14, a Friday."),
    ("2020-02-18", "Talks on Monday (Feb. 17) and Tuesday (Feb. 18) failed."),
    (
        "2026-01-09",
        "The envoys will discuss the accord signed on Jan. 20, 2025. He will mark a year since Jan. 20, 2025.",
    ),
    (
        "2026-01-09",
        "The court will hear the case of those held on Feb. 3, 2025. Sales will be compared with January 15, 2025.",
    ),
    ("2020-02-18", "Four people, including two children."),
    ("2020-02-18", "The budget grew from $4 million to $5 million, an increase of 40 percent."),
    ("2020-02-18", "The vote was 60 to 40, with 110 of the 110 members present."),
];
