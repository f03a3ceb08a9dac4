# What each message and its variables are stands in en-US.ftl.

scope = Hva skal få en annen betalingsmåte?
    .hint = Ett abonnement kan endres uten at noe annet endres.
    .one = Ett abonnement
    .all = Alt som en betalingsmåte betaler for, eller en faktureringsprofil

item = Hvilket abonnement skal få en annen betalingsmåte?
    .hint = Ved hvert abonnement ser du hva det betales med i dag.
    .not-there = Jeg får ikke valgt det det gjelder

new = Hvilken betalingsmåte skal betale for abonnementet?
    .hint = Alt annet betales som før.
    .add = Legg til en ny betalingsmåte

add = Legg til en ny betalingsmåte
    .hint = Den må komme fra samme land som virksomheten. Den betaler ikke for noe ennå.
    .action = Legg til betalingsmåten

review = Skal { $new } betale for { $item }?
    .hint = { $old } betaler da ikke for det lenger. Ingenting annet endres.
    .action = Bytt betalingsmåte

changed = { $item } har fått en annen betalingsmåte
    .body =
        { $new } betaler for { $item } fra neste faktura.

        Alt annet betales som før.

        Det som ikke var betalt før byttet, står fortsatt åpent, og kan betales for seg.
    .undone = Byttet er angret
    .unverified = Du har sagt at du har byttet betalingsmåten
    .next = Se om noe er ubetalt

everything = Erstatt betalingsmåten overalt
    .body =
        Skal alt som en betalingsmåte betaler for, flyttes til en annen, må du erstatte den overalt: Velg raden dens på siden Betalingsmåter, og så Erstatt overalt.
        På en faktureringsprofil er det profilens egen betalingsmåte som erstattes.

not-there = Abonnementet kan ikke flyttes alene
    .body =
        Det står trolig på en faktureringsprofil. Da er det profilens betalingsmåte som betaler for det.
        Eieren eller en bidragsyter i profilen kan bytte den. Har en annen administrator lagt til kortet som betaler i dag, er det bare vedkommende som kan endre det.
