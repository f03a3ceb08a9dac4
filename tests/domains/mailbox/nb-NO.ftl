full = Får du varsler om at postkassen er full?
    .yes = Ja
    .no = Nei

room = Det er plass til mer
    .body = { NUMBER($used) } av { NUMBER($limit) } MB er brukt.
    .body-unknown = Ikke all plass er brukt.
    .anyway = Tøm en mappe likevel

folder = Hvilken mappe kan tømmes?

name = Skriv navnet på mappen
    .hint = Så ingen annen mappe blir tømt ved en feil.

review = Tømme { $folder }?
    .action = Tøm denne mappen

emptied = Mappen { $folder } er tom
    .body =
        { $count ->
            [one] Én melding er slettet.
           *[other] { $count } meldinger er slettet.
        }
    .undone = Meldingene er tilbake
    .unverified = Du har sagt at du har tømt mappen
