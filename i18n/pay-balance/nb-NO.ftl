# What each message and its variables are stands in en-US.ftl.

balance = Er det et beløp som ikke er betalt?
    .hint = Du kan betale det selv, uten å vente på neste forsøk.
    .yes = Ja
    .no = Nei
    .unsure = Jeg er ikke sikker

look = Finner du en faktura som er forfalt eller ubetalt?
    .hint = Stegene nedenfor viser hvor du ser etter.
    .yes = Ja, jeg finner en
    .no = Nei, alle er betalt

state = Hva sier kontoen om det?
    .hint = Det er kontoen din som sier om det er noe å betale.
    .open = Det er noe å betale
    .settled = Alt er betalt
    .unsaid = Det står ikke
    .others = Det er noe å betale, men det er andre som kan gjøre det

method = Hvilken betalingsmåte vil du betale { $amount } med?
    .unknown = Hvilken betalingsmåte vil du betale med?
    .hint =
        { $more ->
            [0] Det gjelder { $items }. Du betaler alt på én gang.
           *[other] Det gjelder { $items } og { $more } til. Du betaler alt på én gang.
        }
    .hint-unknown = Du betaler alt som står åpent, på én gang.
    .add = Legg til en ny betalingsmåte
    .not-mine = Jeg får ikke valgt noen av dem

add = Legg til en ny betalingsmåte
    .hint = Den må komme fra samme land som virksomheten. Ingenting betales ennå.
    .action = Legg til betalingsmåten

review = Skal { $method } betale { $amount }?
    .unknown = Skal beløpet betales nå?
    .hint =
        { $moves ->
            [0] Betalingsmåtene betaler for det samme som før.
            [one] Ett abonnement eller én faktureringsprofil som den avslåtte betalte for, betales heretter med { $method }.
           *[other] { $moves } abonnementer og faktureringsprofiler som den avslåtte betalte for, betales heretter med { $method }.
        }
    .action = Betal { $amount } nå
    .action-unknown = Betal beløpet

paid = Det er betalt
    .body =
        { $amount } er betalt med { $method }.

        { $moves ->
            [0] Abonnementene og faktureringsprofilene betales med det samme som før.
            [one] Den betaler heretter også for det ene som den avslåtte betalte for.
           *[other] Den betaler heretter også for de { $moves } abonnementene og faktureringsprofilene som den avslåtte betalte for.
        }

        Du får en e-post hvis en senere betaling blir avslått.
    .unverified = Du har sagt at du har betalt

settled =
    { $owed ->
        [0] Ingenting er ubetalt
       *[other] { $amount } er ikke betalt
    }
    .unknown = Da er det ingenting å betale
    .body =
        { $owed ->
            [0] Kontoen har ingenting som står åpent. Har du fått et varsel, kan det gjelde en annen virksomhet. Da må du logge på der.
           *[other] Du har svart at alt er betalt, men kontoen sier at dette står åpent. Gå tilbake for å betale det.
        }
    .body-unknown =
        Du har svart at alt er betalt.
        Har du fått et varsel om avslått betaling, kan det gjelde en annen virksomhet. Da må du logge på der.

unsaid = Vi kan ikke se hva som er ubetalt
    .body =
        Kontoen din sier ikke hva som står åpent, så det kan ikke betales herfra.
        Finn fakturaen i administrasjonssenteret, og betal den der: Stegene står nedenfor.

ask-owner = En annen må betale
    .body =
        Et kort kan bare brukes av administratoren som la det til.
        Betaler den avslåtte for en faktureringsprofil, kan bare eieren eller en bidragsyter i profilen la en annen betale.
        Be vedkommende åpne denne siden og følge veiledningen.
