## The widget

widget = Steg for steg
continue = Fortsett
back = Tilbake
restart = Begynn på nytt
retry = Prøv igjen
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
answer-all = Alt sammen, i rekkefølge
heading-read = Neste steg
heading-ask = Hva passer for deg?
practice = Øvelse: ingenting skjer med en ekte konto.
notice-article = Steg for steg-veiledningen er ikke tilgjengelig her. Hele artikkelen står nedenfor.
notice-failed = Det gikk ikke. Ingenting er endret. Prøv en gang til, eller les hele artikkelen.
notice-load = Vi fikk ikke hentet alt som trengs her. Svarene dine er ikke borte. Prøv en gang til.
notice-memory = Nettleseren lar oss ikke lagre noe her. Svarene dine blir borte når du lukker siden.

## The widget: later steps

notice-elsewhere = Du har vært her i et annet vindu også. Vi viser hvor langt du kom der.
notice-forgotten = Alt som var lagret her, ble slettet i et annet vindu. Du begynner på nytt.
notice-journal = En del av det du gjorde tidligere, kunne ikke leses. Se over svarene dine.
notice-newer = Det som er lagret her, er fra en nyere utgave av veiledningen. Svarene dine er ikke borte. Last inn siden på nytt for å fortsette.
notice-moved = Veiledningen er endret siden du var her sist. Du fortsetter fra det siste steget som fortsatt gjelder.
notice-unknown = Vi har ikke fått svar ennå og spør på nytt. Det blir ikke gjort to ganger.
notice-wiped = Av hensyn til sikkerheten tok vi bort numrene og kodene du hadde skrevet, da du forlot siden. Skriv dem på nytt.
notice-lost = Noe du endret tidligere, står ikke i kontoen lenger. Se hva som gjelder nå, og gjør det på nytt om du trenger det.
known-answers =
    { $count ->
        [one] Ett svar har vi fra kontoen din
       *[other] { $count } svar har vi fra kontoen din
    }
known-against = Du svarte «{ $said }». Kontoen sier «{ $known }», og det går vi ut fra. Er det feil, kan du endre det her.
fact-notices = { $methods } ble avslått { $days }.
fact-managers = { $who } kan gjøre det.
fact-owed = { $amount } er ikke betalt ennå.
fact-charged = Det gjaldt { $amount }.
fact-charged-for =
    { $more ->
        [0] Det gjaldt { $amount } for { $items }.
       *[other] Det gjaldt { $amount } for { $items } og { $more } til.
    }
fact-owed-same = Beløpet er ikke betalt ennå.
fact-each = Hva hvert varsel gjaldt
decline-insufficient-funds = Det var ikke nok penger tilgjengelig.
decline-expired = Kortet er gått ut på dato.
decline-incorrect-details = Noen av opplysningene stemte ikke med det banken har.
decline-authentication-required = Banken ville at du skulle bekrefte betalingen.
decline-bank-declined = Banken sa ikke hvorfor.
decline-do-not-retry = Banken godtar ikke flere betalinger med den.
decline-other = Noe sviktet underveis.
send-on-words = Hei! En betaling med { $method } ble avslått, og jeg kan ikke endre den selv. Kan du åpne denne siden og følge veiledningen? { $page }
send-on-copy = Kopier teksten
send-on-mail = Send som e-post
notice-may-end = Nettleseren kan slette det som er lagret her, når det går noen dager. Vil du fortsette senere, kan du lagre det som en fil: Velg «{ stuck }».
article-says = Slik gjør du det uten veiledningen
path-so-far = Dette har du svart så langt
known-fields = Det vi vet fra før, er fylt inn. Du kan endre det.
test-card-hint = Her holder det med et testkort.
test-card = Fyll inn et testkort
test-card-filled = Testkortet er fylt inn.
or = eller
before = Nå
after = Etterpå
today = I dag
column-name = Navn
column-facts = Mer om den
column-field = Opplysning
list-total = { $count } i alt
list-all = Vis alle { $count }
picked = Valgt:
picture-uses =
    { $count ->
        [one] Tegning: { $method } betaler for én ting.
       *[other] Tegning: { $method } betaler for { $count } ting.
    }
picture-moves =
    { $count ->
        [one] Tegning: Én ting flyttes fra { $old } til { $new }.
       *[other] Tegning: { $count } ting flyttes fra { $old } til { $new }.
    }
picture-rest = og { $count } til
picture-days = Tidslinje: Vi prøver igjen fra { $from } til og med { $until }. I dag er { $today }.
picture-days-over = Tidslinje: Vi prøver igjen fra { $from } til og med { $until }.
change = Endre
confirm = Bekreft
undo = Angre
undo-sure = Vil du angre endringen?
undo-now = Ja, angre
undo-keep = Nei, la den stå
yes = Ja
no = Nei
heading-by-hand = Neste steg
heading-pick = Hvilken gjelder det?
heading-fill = Fyll ut opplysningene
heading-review = Se over svarene dine
heading-outcome = Det var alt
list-none = Det er ingenting å velge her.
search = Søk i listen
search-none = Ingen treff. Prøv et annet ord.
search-found =
    { $count ->
        [0] Ingen treff
        [one] Ett treff
       *[other] { $count } treff
    }
item-off = Kan ikke velges
unusable =
    { $count ->
        [one] Én kan ikke velges
       *[other] { $count } kan ikke velges
    }
as-picture = Som bilde
other-answers = De andre svarene dine
item-unnamed = Uten navn
item-expiry = Gyldig til og med { $value }
item-holder = { $value }
item-price = { $value }
item-payer = Betales med { $value }
item-day = { $value }
item-subscriptions =
    { $value ->
        [0] ingen abonnementer
        [one] ett abonnement
       *[other] { $value } abonnementer
    }
item-profiles =
    { $value ->
        [one] én faktureringsprofil
       *[other] { $value } faktureringsprofiler
    }
item-uses = { $value ->
        [0] Betaler ikke for noe
       *[other] Betaler for { $value }
    }
detail-uses =
    { $count ->
        [0] Den betaler ikke for noe nå
        [one] Se hva den betaler for
       *[other] Se de { $count } den betaler for
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
changes-pay =
    { $count ->
        [one] Dette betales
       *[other] Disse { $count } betales
    }
changes-undo =
    { $count ->
        [one] Dette settes tilbake
       *[other] Disse { $count } settes tilbake
    }
answer-picked = Valgt
answer-filled = Fylt ut
review-yet = Ingenting er endret ennå.
review-begun = Betalingsmåten er lagt til. Ingenting annet er endret ennå.
warning-notices-elsewhere = Varslene gjelder { $methods }. Her er det { $method } som endres.
warning-same-card = Begge har samme siste fire sifre og samme utløpsdato. Er det samme kort, hjelper det ikke å bytte.
review-undoable = Du kan angre etterpå.
review-final = Dette kan ikke angres.
outcome-final = En betaling kan ikke angres. Etterpå kan du heller ikke angre endringen.
form-undoable = Den nye betaler ikke for noe ennå. Så lenge det er slik, kan du fjerne den igjen.
review-done = Dette er gjort. Her ser du hva du valgte.
review-undone = Dette ble gjort og siden angret.
notice-guides = Vi får ikke kontakt med kontoen din nå. Veiledningen går videre uten den: Gjør stegene der du administrerer kontoen.
account-of = Kontoen til { $name }
account-away = Vi får ikke hentet kontoen din akkurat nå. Veiledningen går videre uten den.
account-old = Vi får ikke hentet kontoen din akkurat nå. Det du ser her, er fra { DATETIME($day, day: "numeric", month: "long") }.
account-signed-out = Du er ikke logget på, så vi får ikke hentet kontoen din. Logg på og prøv igjen.
account-forbidden = Du har ikke tilgang til denne kontoen. Spør den som administrerer den.
account-not-there = Vi finner ikke kontoen. Veiledningen går videre uten den.
account-unreadable = Vi kan ikke lese kontoen din. Veiledningen går videre uten den.
notice-behind = Endringen er gjort, men kontoen viser den ikke ennå. Vi henter den på nytt.
notice-account-changed = Kontoen er endret et annet sted. Noe av det du hadde valgt, finnes ikke lenger. Velg på nytt.
by-hand-again = Kortnummeret tar vi ikke imot her. Gjør dette der du administrerer kontoen, og kom tilbake: Da henter vi kontoen på nytt.
by-hand = Gjør dette der du administrerer kontoen din, og kom tilbake hit. Veiledningen kan ikke se kontoen.
by-hand-done = Jeg har gjort dette
by-hand-missing = Jeg finner det ikke
by-hand-missed = Du fant ikke det som dette steget handler om. Si det til kundestøtten: Det står i sammendraget.
answer-by-hand = Gjort et annet sted, ikke kontrollert her
summary-missing = Ikke funnet av leseren
unverified = Veiledningen kan ikke se kontoen din, så ingenting er kontrollert eller utført her. Se etter i kontoen at det ble riktig.
undone = Alt er som det var før endringen. Vil du gjøre noe annet i stedet, kan du begynne på nytt.
undone-left = Endringen er angret. Vil du gjøre noe annet i stedet, kan du begynne på nytt.
left-add = Du la til { $method } på veien hit. Betalingsmåten ligger fortsatt i kontoen. Du kan la den ligge der eller fjerne den.
left-other = Noe du gjorde på veien hit, gjelder fortsatt.
take-add = Fjern { $method } fra kontoen
take-other = Angre det også
taken-add = { $method } er fjernet fra kontoen igjen.
taken-other = Det du gjorde på veien hit, er også angret.
helped = Hjalp dette deg?
helped-thanks = Takk for svaret.
stuck-heading = Vis dette til kundestøtten
stuck-try = Prøv dette først
stuck-back = Gå tilbake ett steg, og se om et annet svar passer bedre.
stuck-reload = Last inn siden på nytt. Det du har svart, er der fortsatt.
summary = Sammendrag til kundestøtten
summary-hint = Her står det hva du har svart og hva som er gjort. Navn, adresser og kortnumre er ikke med.
summary-copy = Kopier
summary-print = Skriv ut
summary-save = Lagre
summary-copied = Sammendraget er kopiert.
summary-selected = Teksten er merket. Kopier den med tastaturet.
summary-allows = Dette kan du endre i kontoen
summary-allowed = kan velges
summary-reference = Referanse: { $reference }
welcome = Velkommen tilbake. Du var her sist { $day }.
wait = Vi venter på svar. Det kan ta litt tid, og du kan la siden stå åpen.
wait-cancel = Avbryt
wait-cancelled = Vi avbryter det som ikke er gjort ennå.

heading-action-needed = Banken din vil at du bekrefter
action-pressed = Du trykket «{ $action }».
action-yet = Ingenting er endret eller betalt før banken har sagt ja.
action-asked = Vi spør banken …
action-goes = Du kommer til { $host }. Kom tilbake hit når du har bekreftet.
action-go = Gå til banken
action-done = Jeg har bekreftet
action-practice = Øvelsesbanken
action-practice-hint = Her ville banken din ha spurt deg. Velg hva den skal svare.
action-confirm = Bekreft
action-refuse = Avslå
next-back = Tilbake til «{ $title }»
next-failed = Vi fikk ikke åpnet den andre veiledningen. Prøv en gang til, eller les artikkelen i stedet.
next-article = Les artikkelen
notice-next = Vi fikk ikke åpnet veiledningen du var i. Du er tilbake i den første. Det du gjorde, er ikke borte.
transfer = Fortsett på en annen enhet
transfer-hint = Lagre det du har gjort i en fil, og åpne den der. Navn og adresser er med i filen, men ikke kortnumre.
transfer-save = Lagre filen
transfer-open = Åpne en fil
transfer-found = Filen er fra { $day }.
transfer-replaces = Det du har gjort her, blir erstattet av det som står i filen.
transfer-take = Fortsett fra filen
transfer-leave = Behold det som er her
transfer-refused = Filen kan ikke brukes her. Velg en fil som er lagret fra denne veiledningen.
forget = Slett det som er lagret her
forget-hint = Det du har svart og gjort, er lagret i denne nettleseren.
forget-ask = Slett alt …
forget-sure = Alt du har svart og gjort i veiledningene på dette nettstedet, blir slettet fra denne nettleseren. Det kan ikke angres.
forget-now = Ja, slett alt
forget-keep = Nei, behold det
forget-done = Alt er slettet fra denne nettleseren.
forget-failed = Ikke alt kunne slettes. Prøv en gang til, eller slett data for nettstedet i nettleserens innstillinger.
done-replace-all = Betalingsmåte erstattet { $day }
done-replace-one = Betalingsmåte byttet for én ting { $day }
done-add = Betalingsmåte lagt til { $day }
done-update = Opplysninger rettet { $day }
done-delete = Betalingsmåte slettet { $day }
done-pay = Betalt { $day }
done-undo = Angret { $day }
done-undone = Angret etterpå
optional = (valgfritt)
different = Dette er endret i kontoen i mellomtiden:
different-new = { $name } er ny
different-gone = { $name } er borte
different-details = Opplysningene om { $name } er endret
different-paid = { $name } betales nå med { $after }, ikke { $before }
different-others =
    { $count ->
        [one] og én endring til
       *[other] og { $count } endringer til
    }
retry-helps = Du kan prøve igjen.
retry-useless = Det hjelper ikke å prøve igjen.

## Verdicts of typed values

verdict-provider-missing = Kortet er ikke fylt ut ennå. Skriv nummer, utløpsdato og sikkerhetskode.
verdict-provider-failed = Kortet ble ikke godtatt. Se over det du har skrevet, og prøv igjen.
verdict-provider-late = Vi fikk ikke svar om kortet. Ingenting er lagt til. Prøv igjen.
verdict-card-number-empty = Skriv nummeret som står på kortet.
verdict-card-number-short = Det mangler noen sifre. Skriv hele nummeret som står på kortet.
verdict-card-number-length = Antallet sifre stemmer ikke. Sammenlign med nummeret på kortet.
verdict-card-number-long = Det er for mange sifre. Et slikt kort har høyst { $most }.
verdict-card-number-unknown = Ingen kort vi kjenner, begynner slik. Se på de første sifrene en gang til.
verdict-card-number-checksum = Ett siffer er feil, eller to har byttet plass. Sammenlign siffer for siffer med kortet.
verdict-card-number-character = Ta bort «{ $character }». Et kortnummer har bare sifre.

verdict-security-code-empty = Skriv sikkerhetskoden. Den står på baksiden av kortet, på American Express på forsiden.
verdict-security-code-short = Sikkerhetskoden på dette kortet har { $digits } sifre. Det mangler noen.
verdict-security-code-long = Sikkerhetskoden på dette kortet har { $digits } sifre. Nå er det for mange.
verdict-security-code-character = Ta bort «{ $character }». Sikkerhetskoden har bare sifre.

verdict-expiry-empty = Skriv måneden og året som kortet går ut, for eksempel 12/30.
verdict-expiry-incomplete = Skriv både måned og år, for eksempel 12/30.
verdict-expiry-month = Måneden er et tall fra 1 til 12. Skriv den først, for eksempel 12/30.
verdict-expiry-past = Denne datoen er passert. Se etter på kortet, eller bruk et kort som ikke har gått ut.
verdict-expiry-far = Ingen kort gjelder så lenge. Det seneste året er { $year }. Se etter på kortet.
verdict-expiry-format = Skriv bare måned og år, for eksempel 12/30.
verdict-expiry-character = Ta bort «{ $character }». Skriv måned og år med tall, for eksempel 12/30.

verdict-cardholder-name-empty = Skriv navnet slik det står på kortet.
verdict-cardholder-name-letters = Skriv navnet på kortet med bokstaver.
verdict-cardholder-name-number = Dette ser ut som et kortnummer. Her skal navnet på kortet stå.
verdict-cardholder-name-long = Navnet er for langt. Det er plass til { $most } tegn.
verdict-cardholder-name-character = Navnet inneholder et tegn som ikke kan vises. Skriv det på nytt.

verdict-iban-empty = Skriv IBAN-nummeret. Du finner det i nettbanken eller på kontoutskriften.
verdict-iban-short = Det mangler noen tegn. Skriv hele IBAN-nummeret.
verdict-iban-country = Et IBAN-nummer begynner med to bokstaver for landet. «{ $country }» er ikke et land som bruker IBAN.
verdict-iban-format = Et tegn står feil. Se etter om en bokstav står der det skal være et siffer, eller omvendt: O og 0, I og 1.
verdict-iban-long = Det er for mange tegn. Et IBAN-nummer fra dette landet har { $most }.
verdict-iban-checksum = Ett tegn er feil, eller to har byttet plass. Sammenlign med kontoutskriften.
verdict-iban-national = Kontonummeret inne i IBAN-nummeret stemmer ikke. Sammenlign med kontoutskriften.
verdict-iban-character = Ta bort «{ $character }». Et IBAN-nummer har bare bokstaver og sifre.

verdict-bic-empty = Skriv bankens BIC. Den kalles også SWIFT-kode.
verdict-bic-short = Det mangler noen tegn. En BIC har 8 eller 11.
verdict-bic-country = Det femte og det sjette tegnet er landet. «{ $country }» er ikke et land.
verdict-bic-format = De seks første tegnene er bokstaver. Se etter om et siffer står der.
verdict-bic-long = Det er for mange tegn. En BIC har 8 eller 11.
verdict-bic-character = Ta bort «{ $character }». En BIC har bare bokstaver og sifre.

verdict-us-routing-empty = Skriv bankens routingnummer. Det står nederst til venstre på en sjekk.
verdict-us-routing-short = Det mangler noen sifre. Et routingnummer har { $digits }.
verdict-us-routing-long = Det er for mange sifre. Et routingnummer har { $digits }.
verdict-us-routing-prefix = Ingen bank har et routingnummer som begynner slik. Se på de to første sifrene.
verdict-us-routing-checksum = Ett siffer er feil, eller to har byttet plass. Sammenlign siffer for siffer.
verdict-us-routing-character = Ta bort «{ $character }». Et routingnummer har bare sifre.

verdict-uk-account-empty = Skriv sort code og kontonummer.
verdict-uk-account-short = Det mangler noen sifre. Sort code og kontonummer har { $digits } til sammen.
verdict-uk-account-long = Det er for mange sifre. Sort code og kontonummer har { $digits } til sammen.
verdict-uk-account-checksum = Sort code og kontonummer hører ikke sammen. Se etter om ett siffer er feil.
verdict-uk-account-character = Ta bort «{ $character }». Her skal det bare stå sifre.
verdict-uk-sort-code-empty = Skriv bankens sort code, seks sifre.
verdict-uk-sort-code-short = Det mangler noen sifre. En sort code har { $digits }.
verdict-uk-sort-code-long = Det er for mange sifre. En sort code har { $digits }.
verdict-uk-sort-code-character = Ta bort «{ $character }». En sort code har bare sifre.
verdict-uk-account-number-empty = Skriv kontonummeret.
verdict-uk-account-number-short = Det mangler noen sifre. Kontonummeret har { $digits }.
verdict-uk-account-number-long = Det er for mange sifre. Kontonummeret har { $digits }.
verdict-uk-account-number-character = Ta bort «{ $character }». Et kontonummer har bare sifre.

verdict-au-bsb-empty = Skriv bankens BSB, seks sifre.
verdict-au-bsb-short = Det mangler noen sifre. En BSB har { $digits }.
verdict-au-bsb-long = Det er for mange sifre. En BSB har { $digits }.
verdict-au-bsb-character = Ta bort «{ $character }». En BSB har bare sifre.

verdict-ca-transit-empty = Skriv transittnummer og institusjonsnummer, for eksempel 12345-678.
verdict-ca-transit-short = Det mangler noen sifre. Skriv fem for filialen og tre for banken, for eksempel 12345-678.
verdict-ca-transit-long = Det er for mange sifre. Skriv fem for filialen og tre for banken, for eksempel 12345-678.
verdict-ca-transit-character = Ta bort «{ $character }». Her skal det bare stå sifre.
verdict-ca-transit-unknown = Ingen filial har nummer 00000, og ingen bank 000. Se på sifrene, for eksempel 12345-678.

verdict-account-number-empty = Skriv kontonummeret.
verdict-account-number-short = Det mangler noen sifre. Kontonummeret har minst { $digits }.
verdict-account-number-long = Det er for mange sifre. Kontonummeret har høyst { $digits }.
verdict-account-number-character = Ta bort «{ $character }». Et kontonummer har bare sifre.

verdict-postal-code-empty = Skriv postnummeret, for eksempel { $example }.
verdict-postal-code-short = Postnummeret er ikke helt ferdig. Det ser ut som { $example }.
verdict-postal-code-character = «{ $character }» hører ikke hjemme der i et postnummer. Det ser ut som { $example }.
verdict-postal-code-format = Tegnene står i feil rekkefølge. Et postnummer her ser ut som { $example }.
verdict-postal-code-long = Postnummeret er for langt. Det ser ut som { $example }.
verdict-postal-code-unknown = Ingen postnumre i landet er slik. Se etter om et tegn er feil. Et postnummer her ser ut som { $example }.

verdict-address-line1-empty = Skriv gate og husnummer, eller postboks.
verdict-address-line2-empty = Skriv den andre adresselinjen.
verdict-address-sublocality-empty = Skriv bydelen eller området.
verdict-address-city-empty = Skriv poststedet.
verdict-address-region-empty = Velg delstat, fylke eller region.
verdict-address-sorting-code-empty = Skriv sorteringskoden.
verdict-address-region-unknown = Dette er ikke en region i landet. Velg en fra listen.
verdict-address-character = Teksten inneholder et tegn som ikke kan vises. Skriv den på nytt.
verdict-address-long = Teksten er for lang. Det er plass til { $most } tegn.
verdict-address-number = Dette ser ut som et kortnummer. Her skal adressen stå.
verdict-address-unused = Landet bruker ikke dette feltet. La det stå tomt.
verdict-address-country = Vi kjenner ikke landet «{ $country }». Velg et fra listen.

## Reasons why something can't be chosen or done

reason-other =
    { $retry ->
        [false] Det gikk ikke. Ingenting er endret. Det hjelper ikke å prøve igjen.
       *[other] Det gikk ikke. Ingenting er endret. Prøv en gang til.
    }
reason-already-undone = Dette er allerede angret. Du trenger ikke å gjøre noe.
reason-attached-since =
    { $count ->
        [one] { $method } har begynt å betale for { $items }. Flytt det til en annen betalingsmåte først.
       *[other] { $method } har begynt å betale for { $count } ting, blant annet { $items }. Flytt dem til en annen betalingsmåte først.
    }
reason-bank-account-closed = Nye bankkontoer kan ikke legges til i { $country }. Bruk et kreditt- eller debetkort.
reason-bank-account-on-profile =
    { $count ->
        [one] En bankkonto kan ikke betale for faktureringsprofilen { $profiles }. Velg et kreditt- eller debetkort.
       *[other] En bankkonto kan ikke betale for faktureringsprofiler som { $profiles }. Velg et kreditt- eller debetkort.
    }
reason-not-for-profiles =
    { $count ->
        [one] { $method } kan ikke betale for faktureringsprofilen { $profiles }. Velg en annen betalingsmåte.
       *[other] { $method } kan ikke betale for faktureringsprofiler som { $profiles }. Velg en annen betalingsmåte.
    }
reason-not-for-subscriptions =
    { $count ->
        [one] { $method } kan ikke betale for abonnementet { $items }. Velg en annen betalingsmåte.
       *[other] { $method } kan ikke betale for abonnementer som { $items }. Velg en annen betalingsmåte.
    }
reason-bank-accounts-gone = Bankkontoer kan ikke lenger ta over betalinger. Velg et kreditt- eller debetkort.
reason-card-prepaid = Forhåndsbetalte og virtuelle kort kan ikke brukes. Bruk et vanlig kreditt- eller debetkort.
reason-conflict = Noen andre endret kontoen samtidig. Det du ba om, er ikke gjort. Se over det, og prøv en gang til.
reason-cancelled = Du avbrøt. Ingenting er endret.
reason-authentication-failed = Banken fikk ingen bekreftelse. Ingenting er endret eller betalt. Du kan prøve igjen.
reason-payment-declined = Banken avslo betalingen med { $method }. Ingenting er betalt.
reason-payment-insufficient-funds = Det er ikke nok penger på { $method }. Ingenting er betalt.
reason-day-differs = Datoen på enheten din er langt fra vår. Still datoen riktig og prøv igjen.
reason-changed-since =
    { $count ->
        [one] { $items } er flyttet igjen etterpå. Angre den flyttingen først, eller flytt resten én for én.
       *[other] { $count } ting er flyttet igjen etterpå, blant annet { $items }. Angre de flyttingene først, eller flytt resten én for én.
    }
reason-declined = { $method } er avslått av banken. Velg en annen, eller rett opplysningene først.
reason-expired = { $method } har gått ut på dato. Velg en annen, eller rett utløpsdatoen først.
reason-form-invalid =
    { $field ->
        [kind] Velg hva slags betalingsmåte det er.
        [number] Skriv inn kortnummeret på nytt.
        [iban] Skriv inn kontonummeret på nytt.
        [account-number] Skriv inn kontonummeret på nytt.
        [uk-account-number] Skriv inn kontonummeret på nytt.
        [expiry] Rett utløpsdatoen.
        [name] Rett navnet.
       *[other] Rett fakturaadressen.
    }
reason-id-taken = Dette ser ut til å være gjort allerede. Last inn siden på nytt, og se om betalingsmåten ligger der.
reason-in-use =
    { $count ->
        [one] { $method } betaler fortsatt for én ting. Erstatt betalingsmåten først, så kan du slette den.
       *[other] { $method } betaler fortsatt for { $count } ting. Erstatt betalingsmåten først, så kan du slette den.
    }
reason-may-not-add = Du kan ikke legge til betalingsmåter. Be { $who } om hjelp.
reason-may-not-add-role = Bare en administrator, eller en eier av eller bidragsyter i en faktureringsprofil, kan legge til betalingsmåter. Be en av dem om hjelp.
reason-method-changed-since = { $method } er endret etterpå. Angre den endringen først.
reason-method-gone = { $method } er slettet, så ingenting kan flyttes tilbake dit. Velg en annen betalingsmåte i stedet.
reason-no-account = Kontoen er ikke lastet inn ennå. Vent litt, og prøv igjen.
reason-not-editable = Nummer, type og land kan ikke endres. Legg til en ny betalingsmåte i stedet.
reason-not-manager = Du kan ikke endre { $method }. Be { $who } om hjelp, eller velg en annen.
reason-not-manager-item = Du kan ikke flytte { $item }. Be { $who } om hjelp.
reason-not-manager-role =
    { $role ->
        [profile-owner] Bare en eier av eller bidragsyter i faktureringsprofilen kan endre { $method }. Be en av dem om hjelp, eller velg en annen.
       *[administrator] Bare administratoren som la til { $method }, kan endre den. Be vedkommende om hjelp, eller velg en annen.
    }
reason-not-undoable = En angring kan ikke angres. Gjør endringen på nytt i stedet.
reason-not-yours = Bare den som gjorde endringen, kan angre den. Spør { $who }.
reason-nothing-attached = { $method } betaler ikke for noe, så det er ingenting å flytte. Velg den som varslene gjelder.
reason-nothing-changed = Opplysningene om { $method } er de samme som før. Rett det som er feil, og prøv igjen.
reason-nothing-owed = Det er ingenting å betale. Alt er betalt.
reason-on-profile = { $item } betales av faktureringsprofilen { $profile }. Flytt profilen i stedet.
reason-operation-unknown = Dette kan ikke gjøres her. Last inn siden på nytt, og prøv igjen.
reason-other-country = Betalingsmåten kommer fra { $country }, men virksomheten er registrert i { $tenant }. Bruk en fra { $tenant }.
reason-owed-unknown = Vi vet ikke hva som er ubetalt. Se etter i kontoen din.
reason-paid-since = Det er betalt etterpå, så denne endringen kan ikke angres. Gjør en ny endring i stedet.
reason-replace-per-profile = { $method } betaler for faktureringsprofiler, og de må flyttes én om gangen. Velg én profil i stedet for alt.
reason-same-method = { $method } er den som betaler i dag. Velg en annen.
reason-sole-method = { $method } er den eneste betalingsmåten i kontoen. Legg til en ny før du sletter den.
reason-unknown-change = Vi finner ikke endringen som skulle angres. Last inn siden på nytt, og se over kontoen.
reason-unknown-item = Abonnementet eller faktureringsprofilen finnes ikke lenger. Gå tilbake, og velg på nytt.
reason-unknown-method = Betalingsmåten finnes ikke lenger. Gå tilbake, og velg en annen.

# Verdicts that depend on the account, not only on the field.
verdict-bank-account-closed = Nye bankkontoer kan ikke legges til i { $country }. Velg et kreditt- eller debetkort.
verdict-choice-unknown = Velg et av alternativene.
verdict-country-other = Betalingsmåten må komme fra { $country }, der virksomheten er registrert.
verdict-details-unchanged = Opplysningene er de samme som før. Rett det som er feil, eller gå tilbake.
verdict-already-there = { $method } ligger allerede i kontoen, med samme utløpsdato. Er det samme kort, kan du gå tilbake og velge det. Vil du legge det til likevel, trykker du en gang til.
verdict-field-unknown = Dette feltet hører ikke til her. Last inn siden på nytt.

## Names

method-card = { $brand } •••• { $last4 }
method-card-until = { $brand } •••• { $last4 } (til { $until })
method-bank = Bankkonto •••• { $last4 }

brand-visa = Visa
brand-mastercard = Mastercard
brand-american-express = American Express
brand-discover = Discover
brand-diners-club = Diners Club
brand-jcb = JCB
brand-unionpay = UnionPay
brand-maestro = Maestro
brand-mir = Mir
brand-rupay = RuPay
brand-elo = Elo
brand-hipercard = Hipercard
brand-hiper = Hiper
brand-naranja = Naranja
brand-uzcard = Uzcard
brand-humo = HUMO
brand-napas = Napas
brand-gpn = GPN
brand-borica = BORICA
brand-national = Nasjonalt kort
brand-verve = Verve
brand-troy = Troy
brand-dankort = Dankort
brand-uatp = UATP

kind-credit-card = Kredittkort
kind-debit-card = Debetkort
kind-bank-account = Bankkonto
kind-other = Betalingsmåte
kind-profile = Faktureringsprofil
kind-subscription = Abonnement

status-active = Aktiv
status-declined = Avslått av banken
status-expired = Utløpt
status-disabled = Deaktivert
status-deleted = Slettet

field-kind = Type betalingsmåte
field-provider = Kortet
    .hint = Kortet skriver du rett til den som tar imot betalingen, så vi ser ikke nummeret
field-number = Kortnummer
field-expiry = Utløpsdato
    .hint = Måned og år, slik de står på kortet
field-code = Sikkerhetskode
    .hint =
        { $brand ->
            [none] Tre sifre på baksiden av kortet, eller fire på forsiden av American Express
            [american-express] Fire sifre på forsiden av kortet
           *[other] Tre sifre på baksiden av kortet
        }
field-name = Navn
    .hint = Slik det står på kortet eller kontoen
field-iban = Kontonummer (IBAN)
    .hint = Det begynner med to bokstaver for landet
field-us-routing = Routingnummer
    .hint = Ni sifre, nederst til venstre på en sjekk
field-uk-sort-code = Sort code
    .hint = Seks sifre, for eksempel 12-34-56
field-uk-account-number = Kontonummer
field-au-bsb = BSB
    .hint = Seks sifre, for eksempel 123-456
field-ca-transit = Transittnummer og institusjonsnummer
    .hint = Filial og bank, for eksempel 12345-678
field-account-number = Kontonummer
field-country = Land
    .fixed = Landet der virksomheten er registrert. Betalingsmåten må komme derfra.
field-line1 = Gateadresse
field-line2 = Adresselinje 2
field-sublocality = Bydel
field-sublocality-suburb = Forstad
field-sublocality-district = Distrikt
field-sublocality-neighborhood = Nabolag
field-sublocality-townland = Townland
field-sublocality-village-township = Landsby eller township
field-city = Poststed
field-region = Region
field-region-area = Område
field-region-county = Fylke
field-region-department = Departement
field-region-district = Distrikt
field-region-do-si = Do eller si
field-region-emirate = Emirat
field-region-island = Øy
field-region-oblast = Oblast
field-region-parish = Sogn
field-region-prefecture = Prefektur
field-region-province = Provins
field-region-state = Delstat
field-postal-code = Postnummer
field-postal-code-zip = ZIP-kode
field-postal-code-pin = PIN-kode (postnummer)
field-postal-code-eircode = Eircode
field-postal-code-postcode = Postnummer
field-sorting-code = Sorteringskode
field-brand = Korttype
field-last4 = Siste fire tegn
field-issuer-country = Kontoens land

## Names of the practice account

practice-operations = Drift og lager
practice-shops = Butikkene
practice-office-standard = Kontorpakke Standard
practice-storage-2-tb = Skylagring 2 TB
practice-till-plus = Kassesystem Pluss
practice-online-shop = Nettbutikk
practice-business-email = E-post for bedrifter
practice-telephony-basic = Telefoni Basis
practice-accounting-plus = Regnskap Pluss
practice-drawing = Tegneprogram
practice-customers = Kundekartotek
practice-office = Kontorpakke
practice-storage = Skylagring
practice-telephony = Telefoni
practice-meeting = Møterom
practice-archive = Arkiv
practice-timesheets = Timeliste
practice-stock = Varelager
practice-email-plus = E-post Pluss
practice-security = Sikkerhet
practice-company = Skoddevik Trevare
