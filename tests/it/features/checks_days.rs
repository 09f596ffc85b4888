//! Days that cannot be: weekdays, dates, stretches, plans and reports, in many wordings, a sentence each.

use camino::Utf8Path;
use dateline::checks::{self, Finding};
use dateline::testing::fixture::{Fixture, Marked, doc};

/// What is found in a sentence of an article of that day.
fn findings(published: &str, sentence: &str) -> Vec<Finding> {
    let path = Utf8Path::new(published).with_extension("txt");
    let text = format!(
        "Talks open in Karesh as envoys return\n\nIvan Petrov, the foreign minister, spoke to reporters in Lima on \
         Tuesday about the talks and their prospects.\n\n{sentence}\n\nNobody else was available to comment, and \
         the ministry did not answer questions about it.\n"
    );
    let files = [(path.clone(), Marked { text, ..Marked::default() })];
    let snapshot = Fixture { files: files.into() }.world().snapshot();
    checks::findings(&snapshot, doc(&snapshot, &path))
}

#[test]
fn days_that_cannot_be_are_found() {
    for (code, published, sentences) in FOUND {
        for sentence in sentences.lines() {
            let found = findings(published, sentence);
            assert!(found.iter().any(|finding| finding.code == *code), "{code}: {sentence}: {found:?}");
        }
    }
}

#[test]
fn days_that_can_be_are_left_alone() {
    for (published, sentences) in LEFT_ALONE {
        for sentence in sentences.lines() {
            assert_eq!(findings(published, sentence), [], "{sentence}");
        }
    }
}

/// Code, day of publication, sentences.
const FOUND: &[(&str, &str, &str)] = &[
    (
        "report-of-future",
        "2023-05-17",
        "\
Voters turned the plan down on Tuesday, May 23, by a wide margin.
The judge handed down the sentence on May 24.
Counting was completed on May 22.
The hillside gave way at dawn on 22 May, burying three houses.
The ferry capsized late on May 23 with 40 people aboard.
Prosecutors dropped the charges on May 25, citing a lack of evidence.
The airline grounded its fleet on 26 May after two engine failures.
Doctors pronounced him dead in hospital on May 24.
Firefighters brought the blaze under control on 24 May.
The central bank raised its key rate by a quarter point on May 25.
The two armies exchanged 40 prisoners on May 23 near the bridge.
Shares in the firm plunged 14 percent on Monday, May 22, after the warning.
The striker scored twice on May 21 as Karesh beat the visitors 3-1.
On 25 May the senate threw out the bill by 51 votes to 48.
The court on May 24 quashed the conviction.
Police on Thursday, May 25, raided nine homes in the capital.
It was in Lima on May 23 that the two men shook hands.
She has been in custody since May 24.
The border has been closed since 22 May.
The May 23 explosion killed nine miners.
Relatives of the victims of the May 24 ferry disaster gathered at the port.
Investigators are looking into the collision on May 23.
He was sworn in as president on May 24 before a crowd of thousands.
The suspect appeared before a magistrate on May 26 and was remanded in custody.
The minister tendered his resignation on Friday, 26 May.
The tanker ran aground off the cape on May 22 and leaked oil for two days.
A magnitude 6.1 earthquake shook the island early on May 24.
Health officials recorded 412 new cases on May 23.
The parties initialled the accord in the early hours of May 25.
Rescuers pulled the last survivor from the rubble on May 24, officials said.
The company's board, which met on May 23, named a new chairman.
The tournament ended on May 22 with a victory for the hosts.
Workers downed tools on 24 May and returned two days later.
The spacecraft splashed down in the Pacific on May 25.
The president flew home on May 24 after a three-day stay.
Thousands marched through the capital on May 24 to protest the law.
The two presidents met in Lima on May 24 and discussed trade.
Trading in the stock was suspended on May 24.
The talks broke up on May 23 without a statement.
The last British troops left the base on May 26.
The newspaper published the documents on May 23.
Karesh won the cup on May 27, beating Oslo 2-0 in the final.
The bridge, which collapsed on May 23, had been inspected in March.
A spokesman confirmed on May 24 that the talks had failed.
At least 12 people have died since the fighting began on May 22.
The council voted 7-2 on May 23 to close the pool.
His lawyers filed an appeal on May 24.
The storm tore roofs off houses in the port on May 23 and left 3,000 people without power.
Sunday, May 28, saw the heaviest rain in a decade.
The court sentenced Ivan Petrov to nine years in prison for fraud on May 25.
The Karesh Wanderers lost 1-0 to Lima on May 20, their third defeat in a row.
Ministers from both sides sat down together in Lima on May 22.",
    ),
    (
        "plan-in-past",
        "2023-05-17",
        "\
The shareholders will vote on the merger on May 9.
He will be brought before a judge in Lima on Monday, May 8.
Lift-off will take place on 3 May at 22:36 Lima time.
The exhibition opens on May 4 and features 60 works.
The trial starts on May 8 in the district court.
The new tariff takes effect on May 1.
The law comes into force on 1 May.
The prime minister is due in Lima on May 10.
The prime minister is due to arrive in Lima on May 10 for a two-day visit.
The squad flies to Oslo on May 11.
The pope is expected to land in Lima on 12 May.
Karesh are to play Oslo on May 13 in the semi-final.
The two sides plan to resume their talks in Oslo on 10 May.
The company intends to release its results on May 9.
The airport will remain shut until May 11.
The repairs will be finished by May 10, the operator promised.
The referendum will be held on Sunday, May 7.
On May 10 the cabinet will decide on the levy.
On Wednesday, 10 May, voters in three provinces go to the polls.
The next hearing is on May 9.
Voting is scheduled to begin on May 7.
The delegation, led by Ivan Petrov, will fly to Oslo on May 10, a spokesman said.
The hearing has been set for May 9.
Her new album will be out on May 12.
The satellite is set to be launched on May 6 from the southern site.
Registration will open on May 3 and tickets will cost $40.
The talks, scheduled for May 9, will be held behind closed doors.
The minister will not attend the ceremony on May 9.
The chancellor is meeting her counterpart in Lima on May 8.
The club will host Oslo on Saturday, May 13, in the first leg.
Schools will reopen on May 8 in all but two districts.
The results will be announced on May 10.
Some 3,000 soldiers will take part in the exercise on May 9.
The defendant will face the court again on May 9.
The board will announce its decision on May 11, the chairman said on Tuesday.
May 9 will be a public holiday.
The union says its members will walk out on May 10 unless the offer is improved.",
    ),
    (
        "report-of-future",
        "2031-10-08",
        "\
President Osman Keita signed the decree on October 13, hours after parliament adjourned.
An overcrowded bus plunged into a ravine on October 14, killing 19 pilgrims.
More than 200 delegates attended the congress, which wrapped up on October 12.
Wildfires that broke out on October 11 have consumed 4,000 hectares of forest.
The body of the missing climber was recovered on Oct. 12 at 5,100 metres.
Talks between the miners and the company collapsed on Oct 15, the union said.
The drug was approved by the regulator on October 14.
In a ceremony on October 13, the keys were handed to the first 40 families.
He told a news conference on October 14 that he had no plans to resign.
A jury found Marsh guilty on October 15 after two days of deliberations.
The navy intercepted the trawler on the night of October 12.
Turnout reached 61 percent in the vote held on Sunday, October 12.
Early on October 13 a gas leak levelled a three-storey building in the old town.
The airline's last flight touched down in Oslo on 15 October at 23:10.
Two miners were brought to the surface alive on Oct. 13, and a third body was found.
The strike, called by three unions, paralysed the port on October 13.
The statement, released on October 14, gave no figures.
The club sacked its manager on October 12 following a fifth straight defeat.
It was on October 14 that the first cracks appeared in the dam.
Lawmakers on Thursday, Oct. 16, overrode the veto by 61 votes to 30.
Saturday's match ended 1-1, and the return leg on October 15 finished goalless.
On the evening of October 12, gunmen opened fire on a minibus near the border.
The rouble hit a record low on October 14 before recovering some of its losses.
The volcano spewed ash eight kilometres into the sky on October 12.
The company reported on October 15 that its net profit had doubled.
Since October 12, when the levee failed, 30,000 people have left the valley.
The two foreign ministers held talks in Ankara on 14 October, discussing visas and grain.
A commemorative stamp went on sale on October 13.
The verdict was read out on October 14 in a packed courtroom.
Karesh FC beat Lima 3-0 on October 12 to go top of the table.
The ship docked in Mombasa on October 15 with 2,000 tonnes of rice aboard.
His successor took over on October 13.
Rebels seized the airfield on Oct 12 but were pushed out a day later.
After the October 12 landslide, the road to the north was closed.",
    ),
    (
        "plan-in-past",
        "2031-10-08",
        "\
The envoy will arrive in Khartoum on October 1 and stay for three days.
Runners will set off from the castle at 8 a.m. on Sunday, October 5.
The two foreign ministers are to hold talks in Ankara on 2 October, the ministry said.
Parliament is to vote on the budget on October 3.
The film festival, now in its 30th year, opens in Lima on October 2.
The rocket is due to lift off from Kourou on October 4 at 11:20 GMT.
A memorial service will be held for the victims in the cathedral on Oct. 3.
The appeal will be heard on 2 October by a panel of three judges.
Keita is scheduled to leave for New York on October 1.
The court is expected to deliver its judgment on October 3.
The fifth round of negotiations begins in Doha on October 2, diplomats said.
Tickets for the concert go on sale on October 3.
The strike will begin at midnight on October 4 unless the sides reach a deal.
On 3 October, the foreign ministers of the five states will gather in Astana.
The president will be sworn in on October 4.
China's vice premier will pay a visit to Kazakhstan on October 2-4, the ministry announced.
The finance minister will travel to Washington on October 1, where he is to meet bankers.
The new timetable comes into effect on October 5.
The election will take place on Sunday, 5 October, with 14 parties running.
The trial of the four officers resumes on October 1.
The suspects are due to appear in court on October 2.
The squad will be named on October 3, coach Marta Lind said on Tuesday.
The vessel is expected to reach port on October 5, the coast guard said.
Workers plan to walk out on October 2 at all nine plants.
The next meeting will be on October 1 in Geneva.
The board meets on October 3 to choose a successor.",
    ),
    (
        "weekday-mismatch",
        "2023-05-17",
        "\
The hearing is set for Friday, May 25, at 9:30 a.m.
They will meet on Thursday, the 26th of May.
The strike begins on the evening of Tuesday, May 22.
She died on Monday evening, May 16, at her home.
It opens Saturday (May 21) in Lima.
May 21, which falls on a Saturday, will be a holiday.
May 21 falls on a Monday this year.
The vote on 21 May, a Saturday, will be watched closely.
Tickets are on sale until 21 May (Saturday).
The march is on Saturday - May 21 - in the capital.
The tournament runs from Friday, May 19, to Sunday, May 22.
The festival runs Friday to Sunday, 20-22 May.
The courts will be closed from Monday to Wednesday (May 23-25).
The next round is on Thursday, 1st June, and Thursday, 7th June.
It happened on Tuesday, Feb. 20 of this year.
Officials said Wed. May 10 was quiet but Thurs. May 12 was not.
The deal was signed Wednesday, 04/13/2023.
The first game is on Sunday, June 3.
The bank said on Wednesday, the 16th of May, that it was solvent.
He resigned on Tuesday, 27 February.
He was born on Monday, 14 March 1971.
On Monday and Tuesday, May 16 and 17, the shops were closed.
The flood came on the night of Thursday, December 29, 2004.",
    ),
    (
        "impossible-date",
        "2023-05-17",
        "\
The offer is valid until June 31.
The work will last from June 12 to 31, the council said.
The exhibition runs June 24-31.
The pool will be shut on November 29, 30 and 31.
Payments are due by the 31st of September.
She was arrested on 30 February 2019.
The audit covers the time up to 31/06/2022.
The plane went down in the night of February 29, a month before the hearing.
The last tram ran on 29 February this year.
The lease ended on Feb. 29 last year.
The minister said, \"We will pay every farmer by April 31, without fail.\"
The concert has been moved to the 31st June.
Between April 15 and 31 the lake was closed.
The bill was dated 2021-02-30.",
    ),
    (
        "range-length",
        "2023-05-17",
        "\
The ministers will hold two days of talks in Lima from May 24 to 26.
The five-day conference will be held in Lima from 3 to 10 June.
The weeklong closure, from June 3 through June 24, will snarl traffic.
The week-long exercise, June 3-21, involves 4,000 troops.
The 48-hour truce will hold from May 24 to May 29.
The two-day summit opens on May 24 and closes on May 27.
The three-day congress begins on May 24 and runs until May 30.
A four-day trade fair starts in Lima on June 5 and ends on June 12.
The president leaves on a three-day tour of the region from Monday, June 5, to Saturday, June 10.
The month-long campaign, from 1 June to 15 September, costs $4 million.
The course lasts two weeks, from 5 June to 7 July.
The games, June 5-9, are a three-day affair.
The three-day meeting of central bankers in Lima on 24-28 May will discuss rates.
The fortnight-long trial, from 2 May to 6 May, ended in acquittal.
From May 24 to May 31, a three-day forum, organisers expect 900 guests.
The ten-year agreement, which runs from 2010 to 2030, covers gas.
During its two-day session from May 24 to 26 the council will vote.
The army called a three-day ceasefire from May 20 to May 27.
Members will gather for a four-day annual meeting at the Lima Hotel on June 5-10.",
    ),
    (
        "reversed-range",
        "2023-05-17",
        "\
The sale will run from Nov. 18 to Nov. 11.
He will travel from Tuesday, June 20, to Saturday, June 10.
The exhibition opens on June 12 and closes on June 9.
The exercise starts on 20 June and will run until 12 June.
The delegation will visit Oslo from Nov. 18 to Oct. 21.
The drill is set for 27 to 18 August.
The strike will end on June 9, after beginning on June 12.
The road will be shut between June 22 and June 18.
The flood lasted from noon on May 12 to noon on May 9.
The visit (June 9-7) was announced on Tuesday.
The tender opened on May 12 and closed on May 2.
He was mayor between 2011 and 2007.
Submissions are accepted from 28 June until 3 June.",
    ),
    (
        "report-of-future",
        "2031-10-08",
        "\
The court quashed the conviction on Tuesday (Oct. 14) and ordered a retrial.
Late on Sunday, 12 October, the last hostages walked free.
The yen weakened past 160 to the dollar on Oct 14 for the first time since 1986.
In Lima, on October 13, police found 300 kilograms of cocaine under a load of mangoes.
A 43-year-old man has been charged with murder after a woman was found dead on October 12.
Campaigners say 14 people, including three children, drowned when the boat sank on October 12.
The minister, who visited the camp on October 13, described conditions there as grim.
The boat left Sfax on the evening of October 12 with 71 migrants on board.
Ivan Petrov was buried on Tuesday, October 14, in his home village.
The rate cut, announced on October 14, surprised the markets.
The airport, which reopened on October 13, handled 40 flights.
The company laid off 400 people on Oct. 13, a day after losing its biggest customer.
The Supreme Court on October 15 threw out a challenge to the law.
Lightning struck the tower on 11 October and set it ablaze.
Two of the three suspects pleaded not guilty on October 14.
Her plane took off from Lima at 6 a.m. on October 13.
Police said the shooting happened on October 12 outside a bar.
Inflation slowed to 2.1 percent, the statistics office said on October 14.
The dam burst on Oct. 11; by Oct. 12 the water had reached the town.
The cease-fire, brokered by Qatar, came into force on October 12.
The Dutch side won the second leg 2-1 on October 14 and went through on penalties.
The union's members voted on October 12 to end the strike.
He was last seen on October 12 near the harbour.
The ministry blamed a software fault for the outage on October 13.
Nobody claimed responsibility for the attack on October 12.
About 90 people fell ill after eating at the hotel on October 13.",
    ),
    (
        "plan-in-past",
        "2031-10-08",
        "\
The squad departs for Oslo on Thursday, Oct 2.
President Keita will on October 3 inaugurate the new port.
The 14th round of talks is scheduled to be held in Doha from October 2 to 4.
The strike, due to begin on October 3, will affect 40 flights.
The premier is scheduled to visit Beijing on Oct. 1-3 at the invitation of his counterpart.
Her trial is set to begin on October 2 and is expected to last a week.
The vote on the motion will be held Oct. 3, the speaker said.
The Speaker said the House would reconvene and that members will take the oath on October 1.
The exercise, which begins on October 2, will involve 3,000 troops.
The European Union is to decide on October 3 whether to lift the measures.
The prime minister will make a statement in parliament on October 2.
Voters will elect a new assembly on October 5.
His funeral will take place in Lima on October 3.
A replay will be held on October 1 if the teams are level.
\"The road will be closed,\" the mayor said, adding that it will reopen on October 4.
The two leaders will meet face to face for the first time on October 2 in Oslo.",
    ),
];

/// Day of publication, sentences.
const LEFT_ALONE: &[(&str, &str)] = &[
    (
        "2023-05-17",
        "\
The vote, set for May 23, drew criticism from monitors.
He criticised the vote on May 23.
Fans queued for tickets to the match on May 23.
The two sides agreed to meet on May 23.
They prepared for the summit on May 23.
The court set a hearing on May 23.
The government announced a holiday on May 23.
Organisers cancelled the concert on May 23.
She was born on May 23 and is the youngest of three.
Ahead of the hearing on May 23, both lawyers declined to comment.
The club booked its place in the final on May 27.
The strike planned for May 24 was called off.
The company said holders of record on May 23 would be paid a dividend.
He was told to report to prison on May 26.
The airline sold 4,000 seats on flights on May 26.
The regiment was ordered to leave the base on May 26.
The lease expires on June 30; the tenant had asked for more time.
If the talks failed on May 23, the union would strike.
The party chose her as its candidate in the election on June 4.
The ship left for Oslo, where it is due on May 24.
The deadline, extended twice, was moved to May 26.
The minister welcomed the talks on May 24.
In 2019, the mayor resigned. He died on May 23 that year.
Last year the town flooded. The river burst its banks on May 23.
The panel recommended a vote on May 24.
The band rescheduled its show on May 24.
The contract, which had been due to end on May 31, was prolonged.
Two years ago the dam broke; the wave reached the town on May 24, 2021.
The envoys said they will respect the accord signed on May 3 in Lima.
The police will investigate the attack on May 3.
She will appeal the verdict of May 3.
The court will rule on the complaint about the vote on May 7.
The minister said on May 2 that the talks would resume on May 9, and so they did.
The army said on May 1 that it will withdraw on May 10.
The paper will apologise for its report on May 3.
The hearing will look at what happened on May 3.
The memorial will honour those killed on May 3.
The talks were to have begun on May 9 but were put off.
He would have turned 90 on May 23.
A mock attack on May 23 is part of the drill.
They warned of attacks on May 23, the day of the vote.
Every year, the town celebrated its saint on May 23.
The film, shot in Lima, premieres on May 26.
The bill cleared the way for a referendum on June 11.
The league fined the club and moved its game on May 27.
Bakers were busy: they had orders for May 28.
The team trained behind closed doors before its game on May 24.
The treaty will mark its tenth year on May 23; it took effect on May 23, 2013.
Petrov, who was suspended for two games, returned to training and will play on May 24.
Trains will run as usual, unlike on May 1.
The company, which reports on May 24, raised its forecast.
The decision means that the fair opened by the king in 2019 will close on May 29.
A date for the vote was fixed: May 28.
The sides are as far apart as on May 3, and will meet again.
He said his remarks on May 3 will not be repeated.
Anyone who travelled on May 3 will get a refund.
The firm posted a loss in the quarter ended May 31.
The government promised to raise pensions on June 1.
The rebels threatened to attack the port on May 24.
The first match was set for June 3 in Lima and the second for June 10.
The minister invited his counterpart to Lima on May 26.
Police feared an attack on May 26.
The hearing is set for Thursday, May 25, at 9:30 a.m.
In 1998 the town flooded. On Friday, May 22, the dam broke.
Ten years ago the mine collapsed. It was Monday, May 20, when the first men came out.
The strike of 1984 began quietly. On Monday, March 12, the union called out its men. Two days later, on Wednesday, March 14, the pits were empty.
Last year the vote was on Sunday, May 15; this year it was on Sunday, May 14.
The first match was on Saturday, Nov. 26, and the last on Sunday, Dec. 18.
The law was passed on Thursday, Dec. 1.
Next season begins on Saturday, Aug. 12, and ends on Sunday, May 19, 2024.
A headline on Tuesday
Monday, May 15, and Tuesday, May 16, are holidays.
On Monday and Tuesday, May 15 and 16, the shops were closed.
The tour, from Friday to Sunday, 19-21 May, takes in Oslo and Lima.
He will be tried on Monday; May 23 is the date of the next hearing.
The talks on Monday (Tuesday, May 16, in Asia) failed.
He spoke on Monday and on May 12 he left.
The Sun, 21 May, had the story first.
On Thursday, 11 people died. On Thursday, May 11, people fled.
The store opens on Sunday, May 21-28.
His trial began in March last year, and on Tuesday, March 15, he pleaded guilty.
The verdict is due on Friday; on 24 May the court will sit again.
The ship sank on Sunday, April 14, 1912, and 111 years later divers are back.
The next leap day is on Thursday, Feb. 29.
Their last meeting was on Wednesday, Nov. 9.
The cheque was dated June 31, a day that does not exist.
The notice gave the date as “June 31”.
By a misprint the posters announced the fair for June 31.
The forged deed bore the date of 31 November 1998.
A clerk's error put the hearing on April 31. It will be on May 31.
The ticket was valid until Sept. 31. September has only 30 days.
No calendar has a February 30, but the app did.
She was born on Feb. 29 and has had ten birthdays.
The next leap day, Feb. 29, is nine months away.
On April 28 and 31 people were hurt.
The poll of April 28 to 31 percent of voters was wrong.
The rebels won 31-11 on May 11.
In 2020 the border was closed. It was shut on Feb. 29.
On 29 February 2020 the first case was found.
Bus 31 runs until June 30, and 31 routes close.
The museum opened in 1931; on April 30, 31 works were stolen.
The three-day visit from 3 to 6 May took him to Oslo.
The two-day truce from noon on May 24 to noon on May 26 will let aid in.
The 72-hour strike, from 6 a.m. Monday, May 22, to 6 a.m. Thursday, May 25, will hit trains.
The ten-day tour runs from June 5 to June 15.
The three-day conference will be held in Lima from 5 to 7 June.
The two-day summit follows a meeting of experts held from 3 to 10 May.
The season runs from Sept. 12 to Aug. 20.
The lease runs from July 1 to June 30.
The museum is open from April 12 to March 3.
The trial opens on June 12; the conference closes on June 9.
The fair opens on June 5 and closes on June 9, a five-day affair.
The week-long trip, June 3-9, ends in Oslo.
A week-long trip from 3 to 9 June.
The work week from Monday to Friday, and the three-day weekend from Saturday to Monday.
The two-week course, from 5 to 16 June, is free.
The first match is on June 12 and the last on July 9.
The deadline was moved from June 12 to June 9.
The two-day meeting begins on June 5 and ends on June 6.
The month-long fast begins on March 10 and ends on April 9.
The vote was brought forward from June 12 to May 28.
The five-day visit begins on June 5; on June 30 parliament rises.
The eight-day trip, his longest since taking office, runs June 5-12.
They won 30-7 June 5.
The six-month lockout from January to June and the two-month pause from March to April.
The three-day curfew was imposed on May 3 and lifted on May 6.
Trains will not run from June 28 to July 2, and buses from July 3 to 5.
The show, on from June 4 to May 20 next year, has 80 works.",
    ),
    (
        "2031-10-08",
        "\
The embargo, which runs out on October 31, was extended twice.
A hearing in the case was scheduled for October 20.
The government has pledged to publish the report on October 15.
The minister promised that schools would reopen on October 13.
Police have banned all gatherings on October 12, the day of the vote.
The players were asked to report on October 12.
Airlines have cancelled 200 flights on October 13 and 14 because of the strike.
The bank raised its forecast for the meeting on October 22.
The opposition vowed to march on October 18.
The sides signed a truce that takes effect on October 12.
The airline opened bookings for its first flight on October 26.
Fans bought all tickets for the derby on October 19.
The prosecutor asked the court to set a date after October 20.
Supporters of the strike on October 14 put up posters overnight.
The company moved its annual meeting from October 9 to October 16.
The election commission printed 12 million ballots for the runoff on October 19.
Volunteers trained for the count on October 12.
They drew Lima in the cup tie on October 15.
The union rejected the offer and called members out on October 13.
The deal was to have been signed on October 1, but the text was not ready.
He had been due to fly home on October 2.
The minister said on September 28 that the road would reopen on October 3.
In September the ministry announced that exams will begin on October 2.
The court will decide whether the search on October 2 was legal.
They will be charged over the riot on October 3.
The inquiry will hear from those who were on the train on October 2.
The pact will replace one that lapsed on October 1.
Nobody will say who gave the order on October 2.
The fund will compensate people whose homes burned on October 3.
He will never forget October 1.
The party will choose a successor to Keita, who died on October 2.
The paper said it will correct a story published on October 1.
A year ago the dam failed: on October 14 the wave reached the town.
In 2027, floods hit the valley. On October 12 the levee failed, and 40 people drowned.
The uprising of October 23 is remembered every year.
The quarter that ends on October 31 will be better, the firm said.
It posted a loss of $3 million for the nine months ended Oct. 31.
The town was founded on October 14, 1631, and prepares to mark 400 years.
The league confirmed the final on October 18 will be played behind closed doors.
Analysts expected the bank to raise rates on October 22.
The ministry invited bids that must be in by October 20.
The treaty, if ratified, would enter into force on October 30.
Doctors advised him to rest until October 15.
The judge gave them until October 20 to respond.
The judge set bail and ordered him to return on October 20.
Work on the line started in May and was to finish on October 20.
A demonstration planned by students on October 14 has been banned.
The embassy closed its visa office until October 13.
She was named head of a delegation that leaves for Oslo on October 14.",
    ),
    (
        "2031-10-08",
        "\
The fair will be held in Lima on October 4-12.
The exercise will run from October 2 to October 16.
They would have met on October 13 had the flood not come.
He will rest after the race on October 3.
Last season Karesh lost to Lima on October 18. They have not forgotten it.
The court heard that he had planned to fly on October 14.
The vote, which the speaker put off until October 14, had been due on October 6.
The airline said it had cancelled its October 12 flight.
The man was to be sentenced on October 14.
The regulator gave the company until October 14 to reply, which it did on October 6.
Petrov has signed a deal that was to have begun on October 20.
The trial was adjourned to October 14.
The clinic was told to close by October 14.
A bomb planted on October 1 will be examined by experts.
The company is to repay customers who were overcharged on October 3.
Those who were hurt on October 2 will be taken to hospitals abroad.
The panel will look into the collapse of the bridge on October 2.
The union said it will seek damages for the lockout on October 3.
On October 1 the minister said that the fee will be scrapped.
The government said on Sept. 30 it will publish figures on October 3. It did so a day late.
The council was to have met on October 2 and will now meet on October 9.
A court in Lima will on October 14 hear the appeal of a man jailed on October 2.
Prices rose before the vote on October 14, and fell again.
The bank lent $4 million for a film that opened on October 14, 1999.
In an interview before the final on October 18, he said he felt fit.
The port was quiet ahead of a strike on October 14.
He walked out of talks on a deal to be signed on October 14.
They celebrated with a cake for the wedding on October 18.
The troops were moved closer to the border before exercises on October 14.
The show sold out its run from October 14.
Rovers boss Ann Lind picked a young side for the cup game on October 15.
The ministry said the census on October 20 had cost $4 million so far.
She flew in for the gala on October 18.
He arrived early for the talks on October 13.
The ambassador was briefed on the visit on October 14.
The players got a day off before the match on October 12.
A row over the poll on October 19 split the party.
The city hung out flags for the visit on October 13.
The mayor handed out leaflets about the test on October 15.
It put extra trains on the line for the match on October 12.",
    ),
];
