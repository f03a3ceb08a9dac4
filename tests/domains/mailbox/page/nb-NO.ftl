## The widget: later steps

item-messages =
    { $value ->
        [0] ingen meldinger
        [one] én melding
       *[other] { $value } meldinger
    }
item-megabytes = { $value } MB
changes-empty = Denne mappen blir tømt
done-empty = Mappe tømt { $day }

## Verdicts of typed values

verdict-folder-other = Det er ikke navnet på mappen. Skriv det som det står i listen.

## Reasons why something can't be chosen or done

reason-folder-empty = { $folder } er alt tom. Velg en mappe som har meldinger.
reason-unknown-folder = Mappen finnes ikke lenger. Gå tilbake og velg en annen.
reason-name-other = Navnet du skrev, er ikke { $folder }. Skriv det på nytt.
reason-filled-since = Det har kommet nye meldinger i { $folder } siden. Flytt dem først, og angre så.

## Names

kind-own = Din egen mappe
kind-system = Postkassens mappe

field-folder = Navnet på mappen
