//! Light rewritings of a report in which one fact is another; and what only looks like one.

use dateline::testing::check::check_findings;

const FERRY: &str = "#- 2031-03-08-a.txt
Ferry runs aground off Port Hollis

PORT HOLLIS - A ferry with 212 passengers ran onto a sandbank off Port Hollis on Thursday evening, the coast guard said.

The vessel, the Marigold, was on its way to the island of Saint Bray when its steering failed in heavy fog.

Tugs pulled the ferry free at high water, and divers will look at its hull in the dry dock of Castlemere.

The shipping company Tollan Lines hired 38 buses and promised every passenger a free trip.
";

#[test]
fn a_copy_with_another_day() {
    check_findings(&format!(
        "{FERRY}
#- 2031-03-09-b.txt
Ferry stuck on sandbank

A ferry with 212 passengers ran onto a sandbank off Port Hollis on Wednesday evening, the coastguard said.
                                                                   ^^^^^^^^^^^^^^^^^ event-day: (2031-03-05) here, “Thursday evening” (2031-03-06)

The vessel, the Marigold, was on its way to the island of Saint Bray when its steering failed in fog.

Tugs pulled the ferry free at high water; divers will look at its hull in the dry dock of Castlemere.

The shipping company Tollan Lines promised every passenger a free trip and hired 38 buses.
"
    ));
}

#[test]
fn a_copy_with_another_number() {
    check_findings(&format!(
        "{FERRY}
#- 2031-03-09-b.txt
Ferry stuck on sandbank

A ferry with 212 passengers ran onto a sandbank off Port Hollis on Thursday evening, the coastguard said.

The vessel, the Marigold, was on its way to the island of Saint Bray when its steering failed in fog.

Tugs pulled the ferry free at high water; divers will look at its hull in the dry dock of Castlemere.

The shipping company Tollan Lines promised every passenger a free trip and hired 57 buses.
                                                                                 ^^^^^^^^ count-range: here, “38 buses” in 2031-03-08-a.txt
"
    ));
}

#[test]
fn a_copy_that_is_only_touched_and_cut() {
    check_findings(&format!(
        "{FERRY}
#- 2031-03-09-b.txt
Ferry stuck on sandbank

A ferry carrying 212 passengers ran onto a sandbank off Port Hollis on Thursday, the coastguard said.

The vessel was on its way to the island of Saint Bray when its steering failed in heavy fog.

Tugs pulled the ferry free at high water, and its hull will be looked at in the dry dock of Castlemere.
"
    ));
}

#[test]
fn a_report_that_is_filled_anew_every_day_is_no_copy() {
    check_findings(
        "#- 2031-03-06-a.txt
Shares in Port Hollis

Shares on the Port Hollis exchange closed at 1,204 points on Thursday, with fishing companies leading the gains.

The price of frozen cod for delivery in spring rose to 38 crowns on the harbour exchange.

Dealers counted 5,100 contracts for dried herring by the end of the session.

#- 2031-03-07-b.txt
Shares in Port Hollis

Shares on the Port Hollis exchange closed at 1,190 points on Friday, with fishing companies leading the losses.

The price of frozen cod for delivery in spring fell to 36 crowns on the harbour exchange.

Dealers counted 4,700 contracts for dried herring by the end of the session.
",
    );
}

#[test]
fn a_text_printed_again_has_its_own_monday() {
    check_findings(
        "#- 2031-03-06-a.txt
Lighthouse opens its doors

The lighthouse of Saint Bray opened its doors to visitors from the mainland on Monday, its keeper Ode Farrel said.

#- 2031-03-11-b.txt
Visitors in the tower

The lighthouse of Saint Bray opened its doors to visitors from the mainland on Monday, its keeper Ode Farrel said.
",
    );
}

#[test]
fn an_agreement_signed_with_somebody_and_on_a_day_in_passing() {
    check_findings(
        "#- 2031-03-06-a.txt
Ambulances may cross

Norway signed a pact on ambulance flights over the fjords with Latvia on February 20.

#- 2031-03-07-b.txt
Doctors wait

The pact on ambulance flights over the fjords, signed by Norway and Latvia on February 11, runs until 2040.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ event-day: is on 2031-02-11 here, on 2031-02-20 in 2031-03-06-a.txt

#- 2031-03-08-c.txt
Pilots wait

Norway concluded the pact on ambulance flights over the fjords with Uruguay.
                                                                    ^^^^^^^ event-party: With Uruguay here, with Latvia in
",
    );
}

#[test]
fn a_month_of_signing_beside_the_year_that_it_comes_into_force() {
    check_findings(
        "#- 2031-09-06-a.txt
Ambulances may cross

Norway and Latvia signed a pact on ambulance flights over the fjords in June.

#- 2031-09-07-b.txt
Doctors wait

The pact on ambulance flights over the fjords that Norway and Latvia signed in April comes into force next year.
                                                                               ^^^^^ event-day: (2031-04) here, “June” (2031-06) in 2031-09-06-a.txt
",
    );
}

#[test]
fn called_off_on_the_day_on_which_it_was_held() {
    check_findings(
        "#- 2031-03-06-a.txt
Drivers in the rain

A rally of lorry drivers against the bridge toll took place in Ostrava on March 4 in pouring rain.

#- 2031-03-07-b.txt
Toll stays

In Ostrava the lorry drivers' rally against the bridge toll was called off on March 4, the town hall said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ event-status: Called off or put off here, held in 2031-03-06-a.txt

The town council of Ostrava will talk about the bridge toll again.
",
    );
}

#[test]
fn a_place_that_the_source_has_for_the_same_thing_is_right() {
    check_findings(
        "#- 2031-03-06-a.txt
Blasts hit two ports

A blast in the harbour of Mombasa damaged the customs house on Tuesday and killed nine guards.

Minutes before, a blast in the harbour of Dakar killed four guards and damaged a crane, officials said.

#- draft.md
---
type: draft
---

A blast in the harbour of Dakar killed four guards and damaged a crane.
",
    );
}

#[test]
fn a_long_quotation_with_one_other_word() {
    check_findings(
        "#- 2031-03-06-a.txt
Fishermen speak

\"Nobody in this harbour has ever asked the ministry for a present, and nobody will thank it for taking half of our nets away,\" Ode Farrel said.

#- 2031-03-07-b.txt
Nets

\"Nobody in this harbour has ever asked the ministry for a present, and nobody will forgive it for taking half of our nets away,\" Ode Farrel told a local station.
 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote-altered: 2031-03-06-a.txt quotes this otherwise
",
    );
}
