# What each message and its variables are stands in en-US.ftl.

## Is there anything to do?

notices = Hvor mange varsler om avslått betaling har du fått i denne faktureringsperioden?
    .hint = Etter ett eller to varsler prøver vi som regel igjen automatisk.
    .few = Ett eller to
    .many = Tre eller flere
    .unsure = Jeg er ikke sikker
    .unless = Det artikkelen sier om nye forsøk. Ifølge kontoen din prøver vi ikke igjen, så det gjelder ikke her.

count =
    { $count ->
        [0] Vi har ikke sendt deg noen varsler
        [one] Vi har sendt deg ett varsel
       *[other] Vi har sendt deg { $count } varsler
    } siden { DATETIME($since, day: "numeric", month: "long") }. Hvilket svar passer?
    .unknown = Se i e-posten din: Hvor mange varsler har du fått i denne faktureringsperioden?
    .hint = Varslene ligger også i e-posten din.
    .few = To eller færre
    .many = Tre eller flere

retry = Prøver vi igjen av oss selv?
    .hint = Vi prøver igjen i tre til fire uker etter faktureringsdatoen, om ikke banken avslår for godt.
    .helps = Ja
    .over = Nei, det hjelper ikke
    .none = Det er ingenting å prøve

wait = Du trenger ikke å gjøre noe nå
    .body =
        Banken avslo betalingen, men vi fortsetter å prøve automatisk,
        fra { DATETIME($from, day: "numeric", month: "long") } til og med { DATETIME($until, day: "numeric", month: "long") }.
        { $scheduled ->
            [0] Du får en e-post hver gang en betaling blir avslått.
           *[other] Neste forsøk er { DATETIME($next, day: "numeric", month: "long") }, og du får en e-post hvis betalingen blir avslått.
        }
        Kom tilbake hit hvis du får et tredje varsel.
    .body-unknown =
        Banken avslo betalingen, men vi fortsetter å prøve automatisk
        i tre til fire uker etter faktureringsdatoen.
        Du får en e-post hver gang en betaling blir avslått.
        Kom tilbake hit hvis du får et tredje varsel.
    .anyway = Jeg vil ordne det nå
    .next = Jeg vil betale nå

fine = Ingen avslått betaling står åpen
    .body =
        Kontoen har ingen åpne varsler om avslått betaling siden { DATETIME($since, day: "numeric", month: "long") }.
        Har du fått et varsel, kan det gjelde en annen virksomhet. Da må du logge på der.
    .body-unknown =
        Det er ingen varsler om avslått betaling i denne faktureringsperioden.
        Har du fått et varsel, kan det gjelde en annen virksomhet. Da må du logge på der.
    .anyway = Jeg vil likevel endre noe
    .next = Bytt betalingsmåte for ett abonnement

mine = Kan du endre betalingsmåten?
    .hint = Et kort kan bare endres av administratoren som la det til.
    .yes = Ja
    .no = Nei, det er det andre som kan

added = Har du lagt til en ny betalingsmåte etter det første varselet?
    .hint = En ny betalingsmåte betaler ikke for noe før du bestemmer hva den skal brukes til.
    .yes = Ja, jeg har lagt til en ny
    .no = Nei

scope = Hva skal den nye betalingsmåten betale for?
    .all = Alt som den gamle betaler for nå
    .one = Bare ett abonnement eller én faktureringsprofil

changed = Har kortet eller kontoen fått nytt nummer?
    .hint = Et nummer kan ikke rettes, så med nytt nummer må betalingsmåten erstattes.
    .yes = Ja, eller jeg vil bruke et annet kort eller en annen konto
    .no = Nei, bare opplysninger som navn, adresse eller utløpsdato
    .asked = Nei, men banken ville at jeg skulle bekrefte betalingen
    .same = Nei, ingenting er nytt

bank = Ring banken
    .body =
        Når ingenting er nytt, er det banken som vet hvorfor betalingen ble avslått. Spør om den kan godkjennes neste gang.
        { $left ->
            [0] Vi prøver ikke igjen av oss selv.
           *[other] Vi prøver igjen automatisk til og med { DATETIME($until, day: "numeric", month: "long") }.
        }
    .body-unknown =
        Når ingenting er nytt, er det banken som vet hvorfor betalingen ble avslått. Spør om den kan godkjennes neste gang.
        Vi fortsetter å prøve automatisk i tre til fire uker etter faktureringsdatoen.
    .other = Jeg vil bruke en annen betalingsmåte

## Replace a payment method for all that it pays for

old = Hvilken betalingsmåte vil du erstatte?
    .hint = Velg den som varslene gjelder.
    .not-mine = Jeg får ikke valgt den det gjelder

new = Hvilken betalingsmåte skal overta?
    .hint = Alt som den gamle betaler for, flyttes til den du velger.
    .add = Legg til en ny betalingsmåte

add = Legg til en ny betalingsmåte
    .hint = Den må komme fra samme land som virksomheten.
    .action = Legg til betalingsmåten

review = Skal { $new } erstatte { $old }?
    .hint =
        { $count ->
            [one] Ett abonnement eller én faktureringsprofil flyttes til { $new }.
           *[other] { $count } abonnementer og faktureringsprofiler flyttes til { $new }.
        }
    .action = Erstatt betalingsmåten

replaced = Betalingsmåten er erstattet
    .body =
        { $new } betaler nå for alt som { $old } betalte for.

        { $owed ->
            [0] Ingenting er ubetalt.
           *[other] { $amount } er ikke betalt ennå.
        }

        Du får en e-post hver gang en betaling blir avslått.
    .body-unknown =
        { $new } betaler nå for alt som { $old } betalte for.

        Er noe fortsatt ubetalt, prøver vi trekket igjen automatisk, senest fire uker etter faktureringsdatoen.

        Du får en e-post hver gang en betaling blir avslått.
    .action = Betal { $amount } nå
    .next = Betal med en annen
    .undone = Byttet er angret
    .unverified = Du har sagt at du har erstattet betalingsmåten

## Let a new payment method pay for one thing

paying = Hvilken betalingsmåte betaler for det i dag?
    .hint = Det er den gamle, som varslene gjelder.
    .not-mine = Jeg får ikke valgt den det gjelder

item = Hva vil du flytte til den nye betalingsmåten?
    .hint = Her ser du alt som den gamle betaler for.

new-one = Hvilken betalingsmåte skal betale for dette?
    .hint = Alt annet blir som det er.

review-one = Skal { $new } betale for { $item }?
    .hint = Ingenting annet flyttes.
    .action = Bytt betalingsmåte

moved = { $item } har fått ny betalingsmåte
    .body =
        { $new } betaler nå for { $item }.
        Er noe fortsatt ubetalt, prøver vi trekket igjen automatisk, senest fire uker etter faktureringsdatoen.
        Du får en e-post hvis det blir avslått.
        Alt annet betales som før.
    .undone = Flyttingen er angret
    .unverified = Du har sagt at du har endret betalingsmåten
    .next = Se om noe er ubetalt

## Correct the details of a payment method

card = Hvilken betalingsmåte har opplysninger som må rettes?
    .hint = Velg den som varslene gjelder.
    .not-mine = Jeg får ikke valgt den det gjelder

details = Hva er de riktige opplysningene?
    .hint = Nummeret kan ikke endres her.

review-update = Skal vi lagre de nye opplysningene om { $method }?
    .hint = Den betaler for de samme abonnementene og faktureringsprofilene som før.
    .action = Lagre opplysningene

updated = Opplysningene er rettet
    .body =
        De nye opplysningene om { $method } er lagret, og den betaler for det samme som før.

        { $owed ->
            [0] Ingenting er ubetalt.
           *[other] { $amount } er ikke betalt ennå.
        }

        Du får en e-post hver gang en betaling blir avslått.
    .body-unknown =
        De nye opplysningene om { $method } er lagret, og den betaler for det samme som før.

        Er noe fortsatt ubetalt, prøver vi trekket igjen automatisk, senest fire uker etter faktureringsdatoen.

        Du får en e-post hver gang en betaling blir avslått.
    .action = Betal { $amount } nå
    .next = Betal med en annen
    .undone = De gamle opplysningene er tilbake
    .unverified = Du har sagt at du har rettet opplysningene

## Confirm the payment at the bank

confirming = Hvilken betalingsmåte skal banken din bekrefte?
    .hint = Velg den som varslene gjelder.
    .other = Jeg vil bruke en annen betalingsmåte

review-pay = Skal vi betale { $amount } med { $method }?
    .hint = Banken kan be deg bekrefte betalingen, så ha appen eller kodebrikken klar.
    .action = Betal det som er ubetalt

paid = Det er betalt
    .body =
        { $amount } er betalt med { $method }.

        Den betaler også heretter.

        Du får en e-post hver gang en betaling blir avslått.
    .unverified = Du har sagt at du har betalt

## Somebody else has to do it

ask-owner = En annen må gjøre dette
    .body =
        Et kort kan bare endres av administratoren som la det til.
        Hører det til en faktureringsprofil, kan eieren eller en bidragsyter i profilen endre det.
        Be vedkommende åpne denne siden og følge veiledningen.
    .next = Se om du kan betale selv
