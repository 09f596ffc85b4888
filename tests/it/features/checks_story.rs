//! What contradicts itself within one story, in many wordings, and what only looks so.

use camino::Utf8Path;
use dateline::checks::{self, Finding, Severity};
use dateline::testing::fixture::{Fixture, Marked, doc};

fn findings(published: &str, text: &str) -> Vec<Finding> {
    let path = Utf8Path::new(published).with_extension("txt");
    let files = [(path.clone(), Marked { text: text.to_owned(), ..Marked::default() })];
    let snapshot = Fixture { files: files.into() }.world().snapshot();
    let found = checks::findings(&snapshot, doc(&snapshot, &path));
    found.into_iter().filter(|finding| finding.severity != Severity::Hint).collect()
}

fn check_found(cases: &[(&str, &str, &str, &str)]) {
    for (code, words, published, text) in cases {
        let found = findings(published, text);
        let finding = found.iter().find(|finding| finding.code == *code);
        let finding = finding.unwrap_or_else(|| panic!("{code}: {text}\n{found:#?}"));
        assert!(finding.message.contains(words), "{} has no “{words}”", finding.message);
        assert!(finding.because.len() >= 2 && !finding.related.is_empty(), "{finding:?}");
    }
}

fn check_left_alone(cases: &[(&str, &str)]) {
    for (published, text) in cases {
        assert_eq!(findings(published, text), [], "{text}");
    }
}

#[test]
fn one_happening_on_two_days_is_found_by_verb_and_noun() {
    check_found(&[
        (
            "event-two-days",
            "Monday's blaze",
            "2031-05-15",
            "Mill in ruins\n\nA fire broke out at a paper mill near Arica on Tuesday afternoon.\n\nThe mill employs 90 people. Monday's blaze also reached a store.\n",
        ),
        (
            "event-two-days",
            "the May 19 filing",
            "2031-05-30",
            "Shoe shops in trouble\n\nThe chain sought protection from its creditors on May 9, its lawyer said.\n\nIt has closed four shops since the May 19 filing.\n",
        ),
        (
            "event-two-days",
            "sank on June 4",
            "2031-06-12",
            "Divers search wreck\n\nA trawler that capsized off Iquique on June 2 has been found.\n\nThe cook was asleep when the boat sank on June 4, the coast guard said.\n",
        ),
        (
            "event-two-days",
            "the treaty was signed on Friday",
            "2031-03-09",
            "Fishing treaty\n\nUnder a treaty signed in Lima on Thursday, March 6, both fleets may fish.\n\nPrices have risen since the treaty was signed on Friday.\n",
        ),
        (
            "event-two-days",
            "arrested on May 12",
            "2031-05-20",
            "Banker stays in jail\n\nPolice arrested banker Hugo Ferrante at his villa on May 2.\n\nSince he was arrested on May 12 Ferrante has said nothing.\n",
        ),
        (
            "event-two-days",
            "his resignation on June 8",
            "2031-06-20",
            "Party without a head\n\nParty leader Tomas Ruud stepped down on June 3 over a loan.\n\nSince his resignation on June 8 a committee has run the party.\n",
        ),
        (
            "event-two-days",
            "Sunday's defeat",
            "2031-11-05",
            "Keeper out\n\nKeeper Ole Dahl broke a finger when Brann beat Viking 2-0 on Saturday.\n\nThe coach had lost two others before Sunday's defeat.\n",
        ),
        (
            "event-two-days",
            "the crash, June 9",
            "2031-06-20",
            "Engine raised\n\nDivers raised an engine of the plane that plunged into the lake on June 4.\n\nA fisherman who helped on the day of the crash, June 9, was thanked.\n",
        ),
        (
            "event-two-days",
            "the Feb. 12 demolition",
            "2031-02-25",
            "Tower gone\n\nThe city demolished the old tower on Feb. 9 with 40 kg of explosive.\n\nNeighbours have complained of dust since the Feb. 12 demolition.\n",
        ),
    ]);
}

#[test]
fn two_happenings_on_two_days_are_left_alone() {
    check_left_alone(&[
        (
            "2031-05-15",
            "Second fire\n\nA fire broke out at a mill near Arica on Tuesday, the second in a week.\n\nThe earlier blaze, on May 8, began in the same hall. In that fire two men were hurt.\n",
        ),
        (
            "2031-05-09",
            "Pact in force\n\nMinisters agreed on the text on January 20. The agreement was signed in Lima on February 3 and ratified on April 11.\n\nThe agreement came into force on Friday.\n",
        ),
        (
            "2031-04-21",
            "Quakes\n\nMonday's earthquake killed 310 people. An aftershock struck before dawn on Wednesday.\n\nA wall weakened in the Monday quake came down in Wednesday's shock.\n",
        ),
        (
            "2031-05-18",
            "Shots at a club\n\nA man opened fire outside a club late on Friday and killed a guard.\n\nThe shooting, early on Saturday, was filmed. Two men were arrested on Friday, a third on Saturday.\n",
        ),
        (
            "2031-05-18",
            "Marches\n\nStudents marched through Lima on Monday and again on Thursday. In Monday's march 4,000 took part; Thursday's was smaller.\n\nThe vote on fees, due on May 20, was put off to May 25.\n",
        ),
        (
            "2031-05-18",
            "Envoy\n\nThe envoy met the president in Lima on Monday. He will report on the meeting on Friday.\n\nA vote was planned for May 12 but was held on May 14. The vote on May 14 was close.\n",
        ),
    ]);
}

#[test]
fn what_is_told_in_the_wrong_order_is_found() {
    check_found(&[
        (
            "order-mismatch",
            "sentenced on April 3",
            "2031-06-11",
            "Treasurer in prison\n\nThe former treasurer, Gordon Pike, was sentenced on April 3 by a court in Ayr.\n\nHe was arrested on May 8 at a marina and later confessed.\n",
        ),
        (
            "order-mismatch",
            "buried on August 3",
            "2031-08-15",
            "Street for singer\n\nThe singer Maria Leal died on August 7 at the age of 90.\n\nShe was buried on August 3 in her village.\n",
        ),
        (
            "order-mismatch",
            "touched down",
            "2031-04-20",
            "Capsule home\n\nThe probe was launched on April 15 from its mother ship. It touched down in the desert on April 11.\n",
        ),
        (
            "order-mismatch",
            "ended on March 3",
            "2031-03-12",
            "Ferries run\n\nThe strike began on March 8, the company said, and ended on March 3 when a mediator was named.\n",
        ),
        (
            "order-mismatch",
            "The second round",
            "2031-11-25",
            "Recount\n\nIn the first round, on November 14, Ruud had led. The second round was held on November 7.\n",
        ),
        (
            "order-mismatch",
            "June 7",
            "2031-06-15",
            "River dispute\n\nThe two mayors met on June 7, before the summit in Lima on June 4, but did not agree.\n",
        ),
        (
            "order-mismatch",
            "Later, on May 2",
            "2031-05-13",
            "Airline\n\nOn May 5 three directors left the board. Later, on May 2, the lender cut its credit line.\n",
        ),
        (
            "offset-mismatch",
            "“June 19”",
            "2031-06-28",
            "Cable car\n\nThe licence was withdrawn after a gondola crashed on June 12. Three days after the crash, on June 19, the owner had praised it.\n",
        ),
        (
            "offset-mismatch",
            "“May 17”",
            "2031-05-24",
            "Recount\n\nVoters went to the polls on May 14. The day after the vote, on May 17, the loser asked for a recount.\n",
        ),
    ]);
}

#[test]
fn what_is_told_out_of_turn_but_in_order_is_left_alone() {
    check_left_alone(&[
        (
            "2031-04-14",
            "Dealer held\n\nLuc Maes was arrested on April 4. He had been convicted on January 20 of another fraud.\n",
        ),
        (
            "2031-09-22",
            "Banker caught\n\nPetros Ioannou was arrested on September 18 in Beirut. A court had sentenced him in his absence on July 14.\n",
        ),
        (
            "2031-05-28",
            "Run-off\n\nThe second round was held on May 26. Two weeks earlier, in the first round on May 12, she had led.\n\nThe day after the count, on May 27, he gave up. Before that, on May 20, they had debated.\n",
        ),
        (
            "2031-08-20",
            "Plant opens\n\nThe loan was signed on May 6, before the vote on May 12 and three days after a visit on May 3.\n\nLater, on June 2, a storm tore off the roof. Earlier, on April 18, workers had struck.\n",
        ),
        (
            "2031-08-20",
            "Two men\n\nJan Wouters was sentenced on May 11. Luc Maes was arrested on May 20 and is to be tried.\n",
        ),
        (
            "2031-07-12",
            "Calm\n\nGuns were silent on Thursday, two days after a ceasefire took effect. The sides had broken an accord of June 30.\n",
        ),
    ]);
}

#[test]
fn two_values_of_one_thing_are_found() {
    check_found(&[
        (
            "number-two-values",
            "23 dead",
            "2031-04-19",
            "Landslide leaves 23 dead\n\nA hillside slid onto a bazaar on Friday and killed 32 people, most of them traders.\n\nEleven people were pulled out alive.\n",
        ),
        (
            "number-two-values",
            "The 54 passengers",
            "2031-11-03",
            "Bus held up\n\nGunmen stopped a bus with 45 passengers on Thursday night.\n\nThe 54 passengers, pensioners from Quebec, were brought to a hotel.\n",
        ),
        (
            "number-two-values",
            "4.2 billion",
            "2031-09-08",
            "Insurer bought\n\nThe Danish company is to take over its rival for 2.4 billion euros.\n\nRegulators must still approve the 4.2 billion euro deal.\n",
        ),
        (
            "number-two-values",
            "3-1",
            "2031-05-17",
            "Lech win\n\nLech beat Gornik 2-1 on Sunday with a late goal.\n\nThe coach praised his bench after the 3-1 win.\n",
        ),
        (
            "number-two-values",
            "6.8",
            "2031-12-04",
            "Quake\n\nAn earthquake of magnitude 6.1 shook the coast on Wednesday.\n\nThe magnitude 6.8 quake was felt in Bari.\n",
        ),
        (
            "number-two-values",
            "four-storey",
            "2031-03-20",
            "Block falls\n\nA six-storey building fell into a street on Friday.\n\nThe four-storey building had been empty.\n",
        ),
        (
            "number-two-values",
            "seven people",
            "2031-05-02",
            "Store levelled\n\nA store of fireworks went up in flames and killed nine people on Thursday.\n\nThe cause of the explosion, which killed seven people, is not known.\n",
        ),
        (
            "place-two-values",
            "Linz",
            "2031-06-30",
            "Ski maker lays off 150\n\nGraz-based ski maker Falke will cut 150 jobs.\n\nWorkers gathered at Falke's headquarters in Linz.\n",
        ),
        (
            "place-two-values",
            "Salzburg",
            "2031-09-09",
            "Doctors meet\n\nDoctors from 30 countries said at a conference in Graz on Saturday that milk helps.\n\nDuring the conference in Salzburg a prize was given.\n",
        ),
        (
            "name-two-values",
            "Irene Prado",
            "2031-02-11",
            "Flood wall\n\nMayor Ines Prado laid the first stone on Friday.\n\nMayor Irene Prado said it would take a year.\n",
        ),
        (
            "name-two-values",
            "Sarkadi",
            "2031-02-02",
            "Storks\n\nSpokeswoman Judit Sarkany said 31 nests stood in the way.\n\nThe line would be 84 km long, Sarkadi said.\n",
        ),
    ]);
}

#[test]
fn two_values_of_two_things_are_left_alone() {
    check_left_alone(&[
        (
            "2031-01-20",
            "Avalanche toll rises to 19\n\nThe number of people killed by an avalanche rose to 19 on Wednesday. On Tuesday officials had spoken of 12 dead.\n\nIn 2006 an avalanche killed 31 people. All 31 victims were buried there.\n",
        ),
        (
            "2031-11-06",
            "Grocer to spend $2 billion\n\nBern-based grocer Alpa will spend $1.96 billion on 340 shops. Alpa's U.S. headquarters in Boston will move.\n\nOf 45 trucks, 12 are new. The 12 trucks cost $3 million.\n",
        ),
        (
            "2031-10-10",
            "Coach gone after 4-0 defeat\n\nBrann lost 4-0 at Viking on Sunday. It was 2-0 at the break.\n\nBrann had lost 3-1 to Start a week before; the 3-1 defeat was too much.\n",
        ),
        (
            "2031-03-22",
            "Fish count\n\nEight states agreed at a meeting in Rome on Saturday. At the meeting in Oslo last year they had failed.\n\nThe next meeting in Turin is in October.\n",
        ),
        (
            "2031-02-11",
            "Coach signs\n\nCoach Remi Blanc signed a three-year contract. He left Nice two years before his five-year deal was to end.\n\nHis son Rene Blanc plays for Ajaccio.\n",
        ),
        (
            "2031-04-07",
            "Miners\n\nOf 16 miners who were trapped, 14 came up alive. The 14 miners were taken to hospital.\n\nA 60 percent stake is held by Haug, the other 40 percent by a fund. The 40 percent stake may be sold.\n",
        ),
    ]);
}
