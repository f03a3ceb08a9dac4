## The widget

widget = Steg for steg
continue = Fortsett
back = Tilbake
restart = Begynn på nytt
stuck = Jeg står fast
article = Hele artikkelen
article-show = Vis hele artikkelen
article-hide = Skjul artikkelen
step-of = Steg { $step } av { $total }
known = Vi har fylt inn svaret fra kontoen din. Du kan endre det.
choose = Velg et svar
problem = Det er et problem
mistake = Feil:
working = Et øyeblikk …
heading-read = Neste steg
heading-ask = Hva passer for deg?
heading-outcome = Det var alt
notice-article = Steg for steg-veiledningen er ikke tilgjengelig her. Hele artikkelen står nedenfor.
notice-elsewhere = Du har vært her i et annet vindu også. Vi viser hvor langt du kom der.
notice-failed = Det gikk ikke. Ingenting er endret. Prøv en gang til, eller les hele artikkelen.
notice-journal = En del av det du gjorde tidligere, kunne ikke leses. Se over svarene dine.
notice-memory = Nettleseren lar oss ikke lagre noe her. Svarene dine blir borte når du lukker siden.
notice-moved = Veiledningen er endret siden du var her sist. Du fortsetter fra det siste steget som fortsatt gjelder.
notice-unknown = Vi har ikke fått svar ennå og spør på nytt. Det blir ikke gjort to ganger.

## The widget: later steps

article-says = Dette sier artikkelen
or = eller
change = Endre
confirm = Bekreft
undo = Angre
yes = Ja
no = Nei
heading-pick = Hvilken gjelder det?
heading-fill = Fyll ut opplysningene
heading-review = Se over svarene dine
list-none = Det er ingenting å velge her.
list-shown = Viser { $shown } av { $total }
list-more = Vis flere
list-rest =
    { $count ->
        [one] og én til
       *[other] og { $count } til
    }
search = Søk i listen
search-none = Ingen treff. Prøv et annet ord.
search-found =
    { $count ->
        [0] Ingen treff
        [one] Ett treff
       *[other] { $count } treff
    }
item-off = Kan ikke velges
item-unnamed = Uten navn
item-expiry = Gyldig til og med { $value }
item-holder = { $value }
item-price = { $value }
item-day = { $value }
item-subscriptions =
    { $value ->
        [0] ingen abonnementer
        [one] ett abonnement
       *[other] { $value } abonnementer
    }
item-uses =
    { $value ->
        [0] Betaler ikke for noe
        [one] Betaler for én ting
       *[other] Betaler for { $value } ting
    }
detail-uses =
    { $count ->
        [0] Den betaler ikke for noe nå
        [one] Den betaler for dette
       *[other] Den betaler for disse { $count }
    }
changes-replace-all =
    { $count ->
        [one] Dette flyttes
       *[other] Disse { $count } flyttes
    }
changes-replace-one = Dette flyttes
changes-update = Dette endres
changes-add = Dette legges til
changes-delete = Dette slettes
changes-undo =
    { $count ->
        [one] Dette går tilbake
       *[other] Disse { $count } går tilbake
    }
answer-picked = Valgt
answer-filled = Fylt ut
review-yet = Ingenting er endret ennå.
review-undoable = Du kan angre etterpå.
review-done = Dette er gjort. Her ser du hva du valgte.
review-undone = Dette ble gjort og siden angret.
helped = Hjalp dette deg?
helped-thanks = Takk for svaret.
stuck-heading = Vis dette til kundestøtten
summary = Sammendrag til kundestøtten
summary-hint = Her står det hva du har svart og hva som er gjort. Navn, adresser og kortnumre er ikke med.
summary-copy = Kopier
summary-print = Skriv ut
summary-save = Lagre
summary-copied = Sammendraget er kopiert.
summary-marked = Teksten er merket. Kopier den med tastaturet.
done-replace-all = Betalingsmåte erstattet { $day }
done-replace-one = Betalingsmåte byttet for én ting { $day }
done-add = Betalingsmåte lagt til { $day }
done-update = Opplysninger rettet { $day }
done-delete = Betalingsmåte slettet { $day }
done-undo = Angret { $day }
done-undone = Angret etterpå
optional = (valgfritt)

## Verdicts of typed values

## Reasons why something can't be chosen or done

## Names of things
